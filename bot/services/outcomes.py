"""What a verdict means for the applicant: what has changed and what to do now, or who is next and by when."""

from collections.abc import Callable, Iterable
from functools import partial

from bot.rules.duties import month_term
from bot.rules.items import items_left, items_of
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Effect
from bot.rules.people import Role
from bot.rules.phrases import Phrase, say
from bot.rules.requests import Case, CaseState
from bot.rules.roc import Month
from bot.rules.unfolding import named
from storage import rights, tasks
from storage.unit import Unit

from . import chains, showing


def lines(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """After the verdict, of the case as it stands now."""
    if case.state is CaseState.DONE:
        changed = kind_of(case.kind).effects.get(str(case.answers.get("change", "")), ())
        return tuple(line for each in changed for line in CHANGED[each](unit, case))
    deadline = chains.deadline(unit, case)
    if deadline is None:
        return ()
    if case.at is None:
        return (say("then-mend", due=deadline.due),)
    return (say("then-next", seat=say(f"role-{case.at.role}"), due=deadline.due),)


def _opened(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """With the monthly duty that begins; an officer without items learns how to ask for some."""
    account = kind_of(case.kind).account
    has_none = account == Role.OFFICER and not case.answers.get("items")
    none = (say("changed-no-items"),) if has_none else ()
    return (say("changed-opened"), *none, _of_this_month(unit, f"changed-duty-{account}"))


def _altered(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    return (say("changed-altered", what=str(case.answers.get("what_changes", ""))),)


def _closed(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """Whoever had an account on any day of the month still owes its record (4(5)3)."""
    return (_of_this_month(unit, f"changed-closed-{kind_of(case.kind).account}"),)


def _of_this_month(unit: Unit, key: str) -> Phrase:
    """About the duties of this month, which fall due in the next."""
    month = Month.of(unit.today)
    return say(key, month=month, due=month_term(month.plus(1).first).due_on)


def _items(key: str, answer: str, unit: Unit, case: Case) -> tuple[Phrase, ...]:
    items = _called(unit, case.answers.get(answer, ()))
    return (say(key, items=items),) if items else ()


def _password(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    known = rights.password_of(unit, case.subject)
    return (say("changed-password", since=known[0], due=known[1]),) if known else ()


def _granted_to_agency(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """What may be used now, in part or whole, what was refused, and who asks for it next."""
    kind, answers = kind_of(case.kind), case.answers
    granted = items_left(kind, answers)
    refused = _called(unit, [each for each in items_of(kind, answers) if each not in granted])
    return (
        say("changed-agency-granted", items=tuple(_as_granted(unit, case, each) for each in granted)),
        *((say("changed-agency-refused", items=refused),) if refused else ()),
        say("changed-agency-next"),
    )


def _as_granted(unit: Unit, case: Case, code: str) -> Phrase:
    part = str(case.answers.get(named("bureau_part", code), ""))
    item = showing.item(unit, code)
    return say("changed-in-part", item=item, part=part) if part else item


def _removed_from_agency(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """What has ended, what another business of the agency still has, and the tasks it made."""
    given_up = items_left(kind_of(case.kind), case.answers)
    kept = [each for each in given_up if each in rights.agency_item_codes(unit, case.agency)]
    opened = tasks.of_case(unit, case.id)
    ended = _called(unit, [each for each in given_up if each not in kept])
    what_to_do = say("changed-agency-tasks", count=len(opened)) if opened else say("changed-agency-no-tasks")
    return (
        *((say("changed-agency-kept", items=_called(unit, kept)),) if kept else ()),
        *((say("changed-agency-removed", items=ended), what_to_do) if ended else ()),
    )


def _called(unit: Unit, codes: Iterable[str]) -> tuple[Phrase, ...]:
    names = rights.item_names(unit)
    return tuple(showing.item(unit, each) for each in codes if each in names)


CHANGED: dict[Effect, Callable[[Unit, Case], tuple[Phrase, ...]]] = {
    Effect.OPEN_ACCOUNT: _opened,
    Effect.CHANGE_ACCOUNT: _altered,
    Effect.CLOSE_ACCOUNT: _closed,
    Effect.GRANT_ITEMS: partial(_items, "changed-granted", "items"),
    Effect.REMOVE_ITEMS: partial(_items, "changed-removed", "items_removed"),
    Effect.GRANT_AGENCY_ITEMS: _granted_to_agency,
    Effect.REMOVE_AGENCY_ITEMS: _removed_from_agency,
    Effect.START_PASSWORD: _password,
}
