"""Ready-made moments of the sandbox's city: what has happened before somebody steps in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from bot.rules.calendar import OFFICE_OPENS, Month
from bot.rules.fields import Answer, Answers, QuestionType
from bot.rules.kinds import kind_of
from bot.rules.people import Capacity, Deputyship, Person
from bot.rules.phrases import Phrase, say
from bot.rules.requests import pruned
from bot.services import calendars, deputies, facts, filing, leaving
from storage import people, questions
from storage.unit import Unit

T = TypeVar("T")
WEEK = 5


class City(Protocol):
    """What a scene may do with the city: act in its database, act on somebody's phone, turn its clock."""

    async def act(self, work: Callable[[Unit], T]) -> T: ...

    async def say(self, staff_no: str, text: str) -> None: ...

    async def tap(self, staff_no: str, button: str) -> None: ...

    async def turn(self, to: datetime) -> Sequence[object]: ...

    def words(self, phrase: Phrase) -> str: ...


async def day_nine(city: City) -> None:
    """The ninth of the month: of the five officers of the Dept. of Social Welfare two have sent in their records."""
    opening, ninth = await city.act(_next_month)
    await city.turn(opening)
    for staff_no in ("SW004", "SW007"):
        await city.say(staff_no, "/record")
        await city.tap(staff_no, "nil")
        await city.tap(staff_no, "send")
    await city.turn(ninth)


def _next_month(unit: Unit) -> tuple[datetime, datetime]:
    """Its first working morning, and the morning of the last working day until the ninth."""
    calendar, month = calendars.office(unit), Month.of(unit.today).plus(1)
    days = calendar.on_or_after(month.first), calendar.on_or_before(month.first.replace(day=9))
    first, ninth = (datetime.combine(day, OFFICE_OPENS, unit.zone) for day in days)
    return first, ninth


async def head_on_leave(city: City) -> None:
    """The head of the Dept. of Labor is away for a week; an officer's request has come to the deputy."""

    def begin(unit: Unit) -> None:
        head, deputy = _person(unit, "LD001"), _person(unit, "LD002")
        until = calendars.office(unit).add_working(unit.today, WEEK)
        ship = Deputyship(head.id, deputy, 1, unit.today, until, Capacity.ACTING, "official_leave")
        deputies.name(unit, head, ship)
        _file(unit, city, "LD005", "officer_account", change="add", items=("LI-01",), speed="ordinary")

    await city.act(begin)


async def leaver(city: City) -> None:
    """An officer of the Dept. of Social Welfare has left, and two of his requests are still under way."""

    def begin(unit: Unit) -> None:
        _file(unit, city, "SW004", "officer_items", change="add", items=("LI-05",), speed="ordinary")
        day = calendars.office(unit).next_working(unit.today)
        _file(unit, city, "SW004", "officer_account", change="change", effective_on=day.isoformat(), speed="urgent")
        people.change(unit, _person(unit, "SW004").id, left_on=unit.today)
        leaving.cut_leavers(unit)

    await city.act(begin)


@dataclass(frozen=True, slots=True)
class Scene:
    """How it begins, and whose chats are worth a look."""

    begin: Callable[[City], Awaitable[None]]
    people: tuple[str, ...]


SCENES = {
    "day-nine": Scene(day_nine, ("SW003", "SW008")),
    "head-on-leave": Scene(head_on_leave, ("LD002", "LD005")),
    "leaver": Scene(leaver, ("SW003", "SW001")),
}


def _person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def _file(unit: Unit, city: City, staff_no: str, code: str, **given: Answer) -> None:
    """A request as that person would file it; what is typed reads as the example under its question."""
    person, kind = _person(unit, staff_no), kind_of(code)
    typed = {
        each.name: city.words(say(f"example-{each.name}")) for each in kind.fields if each.type is QuestionType.TEXT
    }
    answers: Answers = {**typed, **given}
    known = facts.of(unit, kind, person, answers)
    filing.send(unit, questions.begin_draft(unit, person.id, code, pruned(kind, answers, known)), person)
    questions.drop_draft(unit, person.id)
