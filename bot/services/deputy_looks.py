"""How the questions of /deputy look, and what has been answered of them so far."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from bot.rules.calendar import roc_short
from bot.rules.deputies import CAPACITIES, may_name
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import deputies as kept
from storage import people
from storage.questions import Question
from storage.unit import Unit

from . import deputies, picking
from .asking import Asked, Choice
from .deputies import DAY
from .picking import Row
from .showing import CANCEL

BACK: Choice = ("back", "", say("button-back"))
Given = Mapping[str, str]
Looks = tuple[tuple[Phrase, ...], tuple[Row, ...]]


class Part(StrEnum):
    """What is asked, in this order."""

    LIST = "list"
    WHO = "who"
    FROM = "from"
    UNTIL = "until"
    CAPACITY = "capacity"
    REASON = "reason"


def given(question: Question) -> dict[str, str]:
    """What has been answered so far; it is kept with the question."""
    pairs = (each.partition("=") for each in question.chosen)
    return {name: value for name, _, value in pairs}


def deputy_of(unit: Unit, answers: Given) -> Person:
    found = people.by_staff_no(unit, answers[Part.WHO])
    if found is None:
        raise RuleViolation("staff-unknown", number=answers[Part.WHO])
    return found


def look(unit: Unit, person: Person, question: Question) -> Asked:
    part = Part(question.field)
    lines, rows = LOOKS[part](unit, person, given(question))
    return Asked(lines, (*rows, (CANCEL,) if part is Part.LIST else (BACK, CANCEL)))


def _list(unit: Unit, person: Person, answers: Given) -> Looks:
    found = [*kept.of_holder(unit, person.id), *kept.of_deputy(unit, person.id)]
    lines = tuple(deputies.line(each) for each in found) or (say("deputy-none"),)
    ends: tuple[Row, ...] = tuple((("end", str(each.id), _end(person, each)),) for each in found)
    name: tuple[Row, ...] = ((("name", "", say("button-deputy-name")),),) if may_name(person) else ()
    return (say("deputy-title"), *lines), (*ends, *name)


def _end(person: Person, named: kept.Named) -> Phrase:
    """Of my deputy, or of me for somebody else."""
    if named.holder.id == person.id:
        return say("button-deputy-end", name=named.ship.deputy.name, day=named.ship.from_day)
    return say("button-deputy-end-mine", name=named.holder.name, day=named.ship.from_day)


def _who(unit: Unit, person: Person, answers: Given) -> Looks:
    found = people.colleagues(unit, person)
    ask = say("ask-deputy-who") if found else say("deputy-no-colleague")
    return (ask,), picking.rows(found, int(answers.get(picking.AT, "0")))


def _from(unit: Unit, person: Person, answers: Given) -> Looks:
    tomorrow = unit.today + DAY
    lines = (say("ask-deputy-from", **_so_far(unit, answers)), say("example", text=roc_short(tomorrow)))
    rows: tuple[Row, ...] = (
        (("type", roc_short(tomorrow), say("button-tomorrow", day=tomorrow)),),
        (("type", roc_short(unit.today), say("button-today", day=unit.today)),),
    )
    return lines, rows


def _until(unit: Unit, person: Person, answers: Given) -> Looks:
    first = date.fromisoformat(answers[Part.FROM])
    days = [first + n * DAY for n in (0, 1, 2, 4)]
    rows: tuple[Row, ...] = tuple((("type", roc_short(day), say("button-day", day=day)),) for day in days)
    return (say("ask-deputy-until", **_so_far(unit, answers)), say("example", text=roc_short(first))), rows


def _capacity(unit: Unit, person: Person, answers: Given) -> Looks:
    choices = tuple(("capacity", each.value, say(f"capacity-{each}")) for each in CAPACITIES)
    return (say("ask-deputy-capacity", **_so_far(unit, answers)),), (choices,)


def _reason(unit: Unit, person: Person, answers: Given) -> Looks:
    pairs = [("suggest", each, say(f"deputy-reason-{each}")) for each in deputies.REASONS]
    lines = (say("ask-deputy-reason", **_so_far(unit, answers)), say("example", text=say("example-deputy-reason")))
    return lines, (tuple(pairs[:2]), tuple(pairs[2:]))


def _so_far(unit: Unit, answers: Given) -> dict[str, Value]:
    """The answers as the next question repeats them."""
    days = {each.value: date.fromisoformat(answers[each]) for each in (Part.FROM, Part.UNTIL) if each in answers}
    capacity = {"capacity": say(f"capacity-{answers[Part.CAPACITY]}")} if Part.CAPACITY in answers else {}
    return {"deputy": picking.name_of(deputy_of(unit, answers)), **days, **capacity}


LOOKS: Mapping[Part, Callable[[Unit, Person, Given], Looks]] = {
    Part.LIST: _list,
    Part.WHO: _who,
    Part.FROM: _from,
    Part.UNTIL: _until,
    Part.CAPACITY: _capacity,
    Part.REASON: _reason,
}
