"""What an ended case did not bring, and the form to ask for it again (domain A18)."""

from .fields import ABOUT, Answers
from .items import form_of, items_left, items_of
from .kinds import kind_of
from .kinds.kind import OWN, SAME
from .requests import Case, CaseState
from .unfolding import detail, named


def items_refused(case: Case) -> tuple[str, ...]:
    """The items of an ended case that were not granted."""
    kind = kind_of(case.kind)
    if case.state not in (CaseState.DONE, CaseState.REJECTED):
        return ()
    granted = items_left(kind, case.answers) if case.state is CaseState.DONE else ()
    return tuple(each for each in items_of(kind, case.answers) if each not in granted)


def form_again(case: Case) -> Answers:
    """The form with nothing but the refused items, each with its whole basis."""
    kind = kind_of(case.kind)
    items, refused = items_of(kind, case.answers), items_refused(case)
    form = {name: answer for name, answer in form_of(kind, case.answers).items() if ABOUT not in name}
    form |= {name: tuple(each for each in form[name] if each in refused) for name in kind.items if name in form}
    for each in (field for field in kind.fields if field.each and not field.later):
        said = {item: detail(case.answers, items, each.name, item) for item in refused}
        form |= {named(each.name, item): answer for item, answer in said.items() if answer}
    return form | {named(SAME.name, item): OWN for item in refused[1:]}
