"""What an administrator has to see to: officers' rights to items that the agency has lost (domain A19)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.rules.fields import Answers, Field, QuestionType, When
from bot.rules.people import Authority, Person, Role, Seat, authority_of, entitled
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, Value, say
from bot.rules.requests import Case
from storage import buttons, cards, ledger, people, rights
from storage import tasks as stored
from storage.buttons import Letter, Tap
from storage.outbox import Lane
from storage.tasks import Task
from storage.unit import Unit

from . import chains, sheets, showing, telling
from .lists import Offer
from .sheets import Sheet

TASK = "task"
DONE, SHOW = "done", "show"
FIELDS = (
    Field("removed_on", QuestionType.DATE, "4.4.1", days=When.PAST),
    Field("removal_note", QuestionType.TEXT, "4.4.1", suggestions=("in_system", "on_paper"), limit=200),
)


def open_for(unit: Unit, case: Case, held: Mapping[int, Sequence[str]]) -> None:
    """A task for each account that still has what the agency has lost; its holder hears that it must not be used."""
    for task in stored.add(unit, case.id, held):
        _tell_officer(unit, task, "task-stop")
        for each in _may(unit, task):
            _show(unit, each.person, task, Lane.DECISION)


def _tell_officer(unit: Unit, task: Task, key: str, **params: Value) -> None:
    officer = people.by_id(unit, task.person_id)
    if officer.in_post(unit.today):
        telling.tell(unit, officer, say(key, items=_items(unit, task), **params), lane=Lane.DECISION)


def matter_of(task: Task) -> str:
    return f"{TASK}:{task.id}"


def _seat(task: Task) -> Seat:
    return Seat(Role.ADMINISTRATOR, task.agency)


def _parties(task: Task) -> frozenset[int]:
    return frozenset({task.person_id})


def _may(unit: Unit, task: Task) -> tuple[Authority, ...]:
    return entitled(people.staffed(unit, _seat(task)), _parties(task), unit.today)


def waiting_for(unit: Unit, person: Person) -> list[Task]:
    """The tasks that this person may carry out today."""
    agencies = {seat.agency for seat in people.acts_for(unit, person) if seat.role is Role.ADMINISTRATOR}
    found = stored.open_at(unit, sorted(agencies))
    return [each for each in found if any(one.person.id == person.id for one in _may(unit, each))]


def line(unit: Unit, task: Task) -> Phrase:
    return say("task-line", who=_who(unit, task), items=_items(unit, task), number=task.number)


def show_offer(unit: Unit, task: Task) -> Offer:
    return Offer(say("button-show-task", who=people.by_id(unit, task.person_id).name), matter_of(task), SHOW)


def _show(unit: Unit, person: Person, task: Task, lane: Lane) -> None:
    """Bring the card, with its button, as the newest message."""
    buttons.ensure(unit, Letter.CASE, [Tap(person.id, matter_of(task), DONE, "", 0)])
    cards.take_down(unit, person.id, matter_of(task))
    cards.want(unit, person, matter_of(task), lane)


def card(unit: Unit, person: Person, id_: str) -> Message:
    """The task as it stands: what is to be removed and why, or who has seen to it when."""
    task = stored.load(unit, int(id_))
    lines = (say("task-title", number=task.number), say("task-what", who=_who(unit, task), items=_items(unit, task)))
    if task.done_on is not None and task.done_by is not None:
        who = chains.title_of(people.by_id(unit, task.done_by))
        return Message((*lines, say("task-done", who=who, day=task.done_on, note=_note(task))))
    offered = buttons.offered(unit, person.id, matter_of(task), 0)
    may = any(each.person.id == person.id for each in _may(unit, task))
    row = (Button(say("button-done"), offered[DONE, ""]),) if may and (DONE, "") in offered else ()
    return Message((*lines, say("task-how")), (row,) if row else ())


def _who(unit: Unit, task: Task) -> Phrase:
    return chains.title_of(people.by_id(unit, task.person_id))


def _items(unit: Unit, task: Task) -> tuple[Phrase, ...]:
    return tuple(showing.item(unit, each) for each in task.items)


def _note(task: Task) -> Phrase | str:
    return say(f"option-removal_note-{task.note}") if task.note in FIELDS[1].suggestions else task.note


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap on a task's card or on the desk, authorised by its row and again by the tables."""
    if tap.action == SHOW:
        _check(unit, person, tap.matter)
        _show(unit, person, _load(unit, tap.matter), Lane.REPLY)
        return None
    cards.adopt(unit, person, tap.matter, message_id)
    return SHEET.begin(unit, person, tap.matter)


def _load(unit: Unit, matter: str) -> Task:
    return stored.load(unit, int(matter.partition(":")[2]))


def _check(unit: Unit, person: Person, matter: str) -> None:
    """The task is still open, and this person's to carry out."""
    task = _load(unit, matter)
    authority_of(person, people.staffed(unit, _seat(task)), _parties(task), unit.today)
    if task.done_on is not None and task.done_by is not None:
        raise RuleViolation("task-done-already", who=chains.title_of(people.by_id(unit, task.done_by)))


def _act(unit: Unit, person: Person, matter: str, given: Answers) -> Phrase:
    """Now the officer's rights end; the day and the note are the proof."""
    _check(unit, person, matter)
    task, day, note = _load(unit, matter), date.fromisoformat(str(given["removed_on"])), str(given["removal_note"])
    if (since := rights.granted_last(unit, task.account_id, task.items)) and day < since:
        raise RuleViolation("removed-before-granted", day=day, since=since)
    stored.close(unit, task.id, day, person.id, note)
    rights.remove(unit, task.account_id, task.items, day)
    officer = people.by_id(unit, task.person_id)
    ledger.append(
        unit,
        "task_done",
        case=task.number,
        person=officer.staff_no,
        items=list(task.items),
        by=person.staff_no,
        day=day,
        note=note,
    )
    _tell_officer(unit, task, "task-taken-back", who=chains.title_of(person), day=day)
    for viewer in people.by_ids(unit, cards.viewers(unit, matter)).values():
        cards.want(unit, viewer, matter)
    return say("task-toast", who=officer.name)


SHEET = sheets.register(
    Sheet(
        TASK,
        fields=lambda unit, matter, given: FIELDS,
        heading=lambda unit, matter, field: (line(unit, _load(unit, matter)),),
        check=_check,
        act=_act,
        given_up="task-given-up",
    )
)
