"""Ready-made moments of the sandbox's city: what has happened before somebody steps in."""

from collections.abc import Callable

from bot.rules.fields import Answer, Answers, QuestionType
from bot.rules.kinds import kind_of
from bot.rules.people import Capacity, Deputyship, Person
from bot.rules.phrases import Phrase, say
from bot.rules.requests import pruned
from bot.services import calendars, deputies, facts, filing, leaving
from storage import people, questions
from storage.unit import Unit

Words = Callable[[Phrase], str]
WEEK = 5


def head_on_leave(unit: Unit, words: Words) -> None:
    """The head of the Dept. of Labor is away for a week; an officer's request has come to the deputy."""
    head, deputy = _person(unit, "LD001"), _person(unit, "LD002")
    until = calendars.office(unit).add_working(unit.today, WEEK)
    deputies.name(unit, head, Deputyship(head.id, deputy, 1, unit.today, until, Capacity.ACTING, "official_leave"))
    _file(unit, words, "LD005", "officer_account", change="add", items=("LI-01",), speed="ordinary")


def leaver(unit: Unit, words: Words) -> None:
    """An officer of the Dept. of Social Welfare has left, and two of his requests are still under way."""
    _file(unit, words, "SW004", "officer_items", change="add", items=("LI-05",), speed="ordinary")
    day = calendars.office(unit).next_working(unit.today)
    _file(unit, words, "SW004", "officer_account", change="change", effective_on=day.isoformat(), speed="urgent")
    people.change(unit, _person(unit, "SW004").id, left_on=unit.today)
    leaving.cut_leavers(unit)


SCENES: dict[str, Callable[[Unit, Words], None]] = {"head-on-leave": head_on_leave, "leaver": leaver}


def _person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def _file(unit: Unit, words: Words, staff_no: str, code: str, **given: Answer) -> None:
    """A request as that person would file it; what is typed reads as the example under its question."""
    person, kind = _person(unit, staff_no), kind_of(code)
    typed = {each.name: words(say(f"example-{each.name}")) for each in kind.fields if each.type is QuestionType.TEXT}
    answers: Answers = {**typed, **given}
    known = facts.of(unit, kind, person, answers)
    filing.send(unit, questions.begin_draft(unit, person.id, code, pruned(kind, answers, known)), person)
    questions.drop_draft(unit, person.id)
