"""The card of a task: who may see to it, what it shows, and how it follows the seat to whoever holds it now."""

from collections.abc import Iterable

from bot.rules.fields import Field, QuestionType, When
from bot.rules.people import Authority, Person, Role, Seat, entitled
from bot.rules.phrases import Button, Message, Phrase, say
from storage import buttons, cards, people, tasks
from storage.buttons import Letter, Tap
from storage.outbox import Lane
from storage.tasks import Task
from storage.unit import Unit

from . import chains, showing
from .lists import Offer

TASK = "task"
DONE, SHOW = "done", "show"
FIELDS = (
    Field("removed_on", QuestionType.DATE, "4.4.1", days=When.PAST),
    Field("removal_note", QuestionType.TEXT, "4.4.1", suggestions=("in_system", "on_paper"), limit=200),
)


def matter_of(task: Task) -> str:
    return f"{TASK}:{task.id}"


def seat_of(task: Task) -> Seat:
    return Seat(Role.ADMINISTRATOR, task.agency)


def parties(task: Task) -> frozenset[int]:
    """Nobody takes rights back from himself."""
    return frozenset({task.person_id})


def _may(unit: Unit, task: Task) -> tuple[Authority, ...]:
    return entitled(people.staffed(unit, seat_of(task)), parties(task), unit.today)


def waiting_for(unit: Unit, person: Person) -> list[Task]:
    """The tasks that this person may carry out today."""
    agencies = {seat.agency for seat in people.acts_for(unit, person) if seat.role is Role.ADMINISTRATOR}
    found = tasks.open_at(unit, sorted(agencies))
    return [each for each in found if any(one.person.id == person.id for one in _may(unit, each))]


def announce(unit: Unit, task: Task) -> None:
    """A card for everybody who may see to it."""
    for each in _may(unit, task):
        show(unit, each.person, task, Lane.DECISION)


def follow(unit: Unit, agencies: Iterable[str]) -> None:
    """Somebody else may sit at these agencies' seats: who has no card of an open task gets it, the others' follow."""
    for task in tasks.open_at(unit, sorted(agencies)):
        cards.refresh(unit, matter_of(task))
        for each in _may(unit, task):
            if cards.find(unit, each.person.id, matter_of(task)) is None:
                show(unit, each.person, task, Lane.DECISION)


def present(unit: Unit, person: Person) -> None:
    """The cards of all that waits for somebody who has just been linked."""
    for task in waiting_for(unit, person):
        show(unit, person, task, Lane.DECISION)


def show(unit: Unit, person: Person, task: Task, lane: Lane) -> None:
    """Bring the card, with its button, as the newest message."""
    buttons.ensure(unit, Letter.CASE, [Tap(person.id, matter_of(task), DONE, "", 0)])
    cards.take_down(unit, person.id, matter_of(task))
    cards.want(unit, person, matter_of(task), lane)


def card(unit: Unit, person: Person, id_: str) -> Message:
    """The task as it stands: what is to be removed and why, or who has seen to it when."""
    task = tasks.load(unit, int(id_))
    lines = (say("task-title", number=task.number), say("task-what", who=who(unit, task), items=items(unit, task)))
    if task.done_on is not None and task.done_by is not None:
        by = chains.title_of(people.by_id(unit, task.done_by))
        return Message((*lines, say("task-done", who=by, day=task.done_on, note=_note(task))))
    offered = buttons.offered(unit, person.id, matter_of(task), 0)
    may = any(each.person.id == person.id for each in _may(unit, task))
    row = (Button(say("button-done"), offered[DONE, ""]),) if may and (DONE, "") in offered else ()
    return Message((*lines, say("task-how" if may else "task-of-others")), (row,) if row else ())


def line(unit: Unit, task: Task) -> Phrase:
    return say("task-line", who=who(unit, task), items=items(unit, task), number=task.number)


def show_offer(unit: Unit, task: Task) -> Offer:
    return Offer(say("button-show-task", who=people.by_id(unit, task.person_id).name), matter_of(task), SHOW)


def who(unit: Unit, task: Task) -> Phrase:
    return chains.title_of(people.by_id(unit, task.person_id))


def items(unit: Unit, task: Task) -> tuple[Phrase, ...]:
    return tuple(showing.item(unit, each) for each in task.items)


def _note(task: Task) -> Phrase | str:
    return say(f"option-removal_note-{task.note}") if task.note in FIELDS[1].suggestions else task.note
