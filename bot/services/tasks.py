"""What an administrator has to see to: officers' rights to items that the agency has lost (domain A19)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.rules.deadlines import of_step
from bot.rules.duties import Duty
from bot.rules.fields import Answers
from bot.rules.people import Person, authority_of
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from bot.rules.requests import Case
from storage import cards, decisions, duties, ledger, people, rights
from storage import tasks as stored
from storage.buttons import Tap
from storage.outbox import Lane
from storage.reminders import Reminder
from storage.tasks import Task
from storage.unit import Unit

from . import calendars, chains, dialogues, digests, reminding, task_cards, telling
from .dialogues import Dialogue
from .task_cards import FIELDS, SHOW, TASK, items, matter_of


def open_for(unit: Unit, case: Case, held: Mapping[int, Sequence[str]]) -> None:
    """A task for each account that still has what the agency has lost, with the days of a step; its holder hears that
    it must not be used."""
    due = of_step(unit.today, "ordinary", calendars.office(unit)).due
    for task in stored.add(unit, case.id, held):
        duties.open_one(unit, Duty.TASK, _officer(unit, task).staff_no, task.number, due, task.agency)
        _tell_officer(unit, task, "task-stop")
        task_cards.announce(unit, task)


def end_needless(unit: Unit, account_id: int, case: Case) -> None:
    """What a task was to take back this case has taken: its number is the proof."""
    held = set(rights.items_held(unit, account_id))
    for task in stored.open_of(unit, account_id):
        if held.isdisjoint(task.items):
            _close(unit, task, unit.today, decisions.course(unit, case.id)[-1].person_id, case.number)


def _officer(unit: Unit, task: Task) -> Person:
    return people.by_id(unit, task.person_id)


def _tell_officer(unit: Unit, task: Task, key: str, **params: Value) -> None:
    officer = _officer(unit, task)
    if officer.in_post(unit.today):
        telling.tell(unit, officer, say(key, items=items(unit, task), **params), lane=Lane.DECISION)


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap on a task's card or on the desk, authorised by its row and again by the tables."""
    if tap.action == SHOW:
        _bring(unit, person, tap.matter)
        return None
    cards.adopt(unit, person, tap.matter, message_id)
    return DIALOGUE.begin(unit, person, tap.matter)


def _from_digest(unit: Unit, person: Person, about: Reminder | None) -> None:
    assert about is not None
    _bring(unit, person, matter_of(stored.of_officer(unit, about.occurrence, about.subject)))


def _bring(unit: Unit, person: Person, matter: str) -> None:
    _check(unit, person, matter)
    task_cards.show(unit, person, _load(unit, matter), Lane.REPLY)


def _load(unit: Unit, matter: str) -> Task:
    return stored.load(unit, int(matter.partition(":")[2]))


def _check(unit: Unit, person: Person, matter: str) -> None:
    """The task is still open, and this person's to carry out."""
    task = _load(unit, matter)
    authority_of(person, people.staffed(unit, task_cards.seat_of(task)), task_cards.parties(task), unit.today)
    if task.done_on is not None and task.done_by is not None:
        raise RuleViolation("task-done-already", who=chains.title_of(people.by_id(unit, task.done_by)))


def _act(unit: Unit, person: Person, matter: str, given: Answers) -> Phrase:
    """Now the officer's rights end; the day and the note are the proof."""
    _check(unit, person, matter)
    task, day, note = _load(unit, matter), date.fromisoformat(str(given["removed_on"])), str(given["removal_note"])
    if (since := rights.granted_last(unit, task.account_id, task.items)) and day < since:
        raise RuleViolation("removed-before-granted", day=day, since=since)
    rights.remove(unit, task.account_id, task.items, day)
    officer = _officer(unit, task)
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
    _close(unit, task, day, person.id, note)
    return say("task-toast", who=officer.name)


def _close(unit: Unit, task: Task, day: date, by: int, note: str) -> None:
    """Every card and every digest that speaks of it follows."""
    stored.close(unit, task.id, day, by, note)
    cards.refresh(unit, matter_of(task))
    if owed := duties.find(unit, Duty.TASK, _officer(unit, task).staff_no, task.number):
        duties.done(unit, owed.id)
        digests.refresh(unit, Duty.TASK, owed.subject, owed.occurrence)


DIALOGUE = dialogues.register(
    Dialogue(
        TASK,
        fields=lambda unit, matter, given: FIELDS,
        heading=lambda unit, matter, field: (task_cards.line(unit, _load(unit, matter)),),
        check=_check,
        act=_act,
        given_up="task-given-up",
    )
)
reminding.ACTIONS[TASK] = _from_digest
