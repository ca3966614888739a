"""The two lists everybody has: my own cases, and what waits for me."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from bot.rules.people import Person
from bot.rules.phrases import Message, Phrase, Value, say
from bot.rules.requests import Case
from storage import cases, people, questions, rights
from storage.buttons import Tap
from storage.cases import Filed
from storage.unit import Unit

from . import calendars, case_cards, chains, forms, lists, reviews, task_cards, telling
from . import cases as deciding
from .forms import DRAFT, RESTORE
from .lists import PAGE, Listed, Offer

MINE, DESK = "mine", "desk"
RESUME, DROP = "resume", "drop"


def mine(unit: Unit, person: Person) -> None:
    """My cases and the form I have not sent, each with its buttons."""
    lists.show(unit, person, MINE)


def desk(unit: Unit, person: Person) -> None:
    """What waits for me, by agency, the most urgent first, and what else I have to see to."""
    lists.show(unit, person, DESK)


def _desk(unit: Unit, person: Person, at: str) -> Listed:
    found = _by_agency(deciding.waiting_for(unit, person))
    warning = calendars.warning(unit, person)
    to_do = task_cards.waiting_for(unit, person)
    to_review = reviews.waiting_for(unit, person)
    if not found and not to_do and not to_review:
        return Listed((say("desk-empty"), *warning))
    most = max(len(found), len(to_do))
    page = lists.page_of(at, most)
    at_page = slice(page * PAGE, (page + 1) * PAGE)
    shown, tasks_shown = found[at_page], to_do[at_page]
    title = (say("desk-title", count=len(found) + len(to_do) + len(to_review)), *lists.numbered(page, most))
    lines = (*title, *_groups(unit, found, shown), *(task_cards.line(unit, each) for each in tasks_shown), *warning)
    offers = tuple((task_cards.show_offer(unit, each),) for each in tasks_shown)
    offers += tuple((reviews.show_offer(each),) for each in to_review)
    return Listed(lines, (*_cards(shown), *lists.turns(DESK, page, most), *offers))


def _by_agency(found: Sequence[Filed]) -> list[Filed]:
    """An agency's cases together; the agency with the most urgent one first."""
    order = {code: place for place, code in enumerate(dict.fromkeys(each.case.agency for each in found))}
    return sorted(found, key=lambda each: order[each.case.agency])


def _groups(unit: Unit, found: Sequence[Filed], shown: Sequence[Filed]) -> list[Phrase]:
    names = {each.code: each.name for each in people.all_agencies(unit)}
    subjects = people.by_ids(unit, {each.case.subject for each in shown})
    suspended = rights.suspended(unit, subjects)
    lines: list[Phrase] = []
    for code, some in groupby(shown, key=lambda each: each.case.agency):
        count = sum(each.case.agency == code for each in found)
        lines.append(say("desk-agency", agency=names[code], count=count))
        lines += [_waiting(unit, each, subjects[each.case.subject], suspended) for each in some]
    return lines


def _waiting(unit: Unit, filed: Filed, subject: Person, suspended: Mapping[int, date]) -> Phrase:
    who = chains.title_of(subject)
    since = suspended.get(subject.id)
    is_late = filed.step_due is not None and filed.step_due < unit.today
    return say(
        "desk-line-late" if is_late else "desk-line",
        number=filed.case.number,
        kind=say(f"kind-{filed.case.kind}"),
        subject=say("person-suspended", who=who, day=since) if since else who,
        due=filed.step_due or say("nothing"),
    )


def _cards(shown: Sequence[Filed]) -> tuple[tuple[Offer, ...], ...]:
    return tuple((case_cards.show_offer(each.case), case_cards.print_offer(each.case)) for each in shown)


def _mine(unit: Unit, person: Person, at: str) -> Listed:
    count = cases.count_of_party(unit, person.id)
    page = lists.page_of(at, count)
    shown = cases.of_party(unit, person.id, PAGE, page * PAGE)
    papers = cases.documents(unit, [each.case.id for each in shown])
    title = (say("mine-title", count=count), *lists.numbered(page, count)) if count else (say("mine-empty"),)
    lines = tuple(_own(unit, each, papers.get(each.case.id, ())) for each in shown)
    note, offers = _draft(unit, person)
    since = rights.suspended(unit, [person.id]).get(person.id)
    own = (say("mine-suspended", day=since),) if since else ()
    return Listed((*own, *title, *lines, *note), (*_cards(shown), *lists.turns(MINE, page, count), *offers))


def _own(unit: Unit, filed: Filed, documents: tuple[str, ...]) -> Phrase:
    paper: Value = say("list-paper", documents=documents) if documents else say("nothing")
    who = _holding(unit, filed.case) if filed.seat else say("nothing")
    kind = say(f"kind-{filed.case.kind}")
    return say(f"list-{filed.case.state}", number=filed.case.number, kind=kind, who=who, paper=paper)


def _holding(unit: Unit, case: Case) -> Value:
    at = chains.seat_now(unit, case)
    return chains.who(chains.deciders(unit, case), say(f"role-{at.role}")) if at else say("nothing")


def _draft(unit: Unit, person: Person) -> tuple[tuple[Phrase, ...], tuple[tuple[Offer, ...], ...]]:
    """The form that was begun and not sent, and what can be done with it."""
    draft = questions.draft_of(unit, person.id)
    if draft is None:
        return (), ()
    matter = f"{DRAFT}:{draft.id}"
    row = (Offer(say("button-resume"), matter, RESUME), Offer(say("button-drop"), matter, DROP))
    return (say("mine-draft", kind=say(f"kind-{draft.kind}")),), (row,)


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap under the note on the unsent form, whose list then shows what is left; or under that on a cancelled one."""
    draft_id = int(tap.matter.partition(":")[2])
    if tap.action == RESTORE:
        telling.change(unit, person, message_id, Message((say("form-restored"),)))
        forms.restore(unit, person, draft_id)
        return None
    if tap.action == RESUME:
        forms.resume(unit, person, draft_id)
        return None
    dropped = forms.drop(unit, person, draft_id)
    lists.show(unit, person, MINE, message_id=message_id)
    return dropped


lists.LISTS.update({MINE: _mine, DESK: _desk})
