"""What a verdict means for the applicant: what has changed, or who is next and by when."""

from collections.abc import Callable
from functools import partial

from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Effect
from bot.rules.phrases import Phrase, say
from bot.rules.requests import Case, CaseState
from storage import rights
from storage.unit import Unit

from . import chains


def lines(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """After the verdict, of the case as it stands now."""
    if case.state is CaseState.DONE:
        changed = kind_of(case.kind).effects.get(str(case.answers.get("change", "")), ())
        return tuple(line for each in changed if each in CHANGED for line in CHANGED[each](unit, case))
    deadline = chains.deadline(unit, case)
    if deadline is None:
        return ()
    if case.at is None:
        return (say("then-mend", due=deadline.due),)
    return (say("then-next", seat=say(f"role-{case.at.role}"), due=deadline.due),)


def _plain(key: str, unit: Unit, case: Case) -> tuple[Phrase, ...]:
    return (say(key),)


def _items(key: str, answer: str, unit: Unit, case: Case) -> tuple[Phrase, ...]:
    names = rights.item_names(unit)
    items = tuple(names[each] for each in case.answers.get(answer, ()) if each in names)
    return (say(key, items=items),) if items else ()


def _password(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    known = rights.password_of(unit, case.subject)
    return (say("changed-password", since=known[0], due=known[1]),) if known else ()


CHANGED: dict[Effect, Callable[[Unit, Case], tuple[Phrase, ...]]] = {
    Effect.OPEN_ACCOUNT: partial(_plain, "changed-opened"),
    Effect.CLOSE_ACCOUNT: partial(_plain, "changed-closed"),
    Effect.GRANT_ITEMS: partial(_items, "changed-granted", "items"),
    Effect.REMOVE_ITEMS: partial(_items, "changed-removed", "items_removed"),
    Effect.START_PASSWORD: _password,
}
