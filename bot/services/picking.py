"""Choosing one of many people: a page of buttons, and the turns to the next."""

from collections.abc import Sequence

from bot.rules.people import Person
from bot.rules.phrases import Phrase, say

from .asking import Choice

PAGE = 8
AT = "at"
Row = tuple[Choice, ...]


def rows(found: Sequence[Person], at: int) -> tuple[Row, ...]:
    """A button for each from the place `at` on; the value is the staff number, or the place that a turn goes to."""
    people: tuple[Row, ...] = tuple((("who", each.staff_no, name_of(each)),) for each in found[at : at + PAGE])
    return (*people, *turns(at, len(found)))


def turns(at: int, count: int) -> tuple[Row, ...]:
    """The buttons to what comes before and after."""
    row: list[Choice] = [("page", str(at - PAGE), say("button-earlier"))] if at >= PAGE else []
    row += [("page", str(at + PAGE), say("button-more"))] if at + PAGE < count else []
    return (tuple(row),) if row else ()


def name_of(person: Person) -> Phrase:
    key = "person-unlinked" if person.user_id is None else "person"
    return say(key, name=person.name, title=person.title)
