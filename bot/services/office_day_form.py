"""The questions by which an operator declares a single day closed or worked, or takes it back."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.calendar import is_weekend, roc_short
from bot.rules.fields import Facts, Field, QuestionType, read
from bot.rules.office_days import check_declared, check_operator, may_declare
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import asking, calendars, office_days, telling
from .asking import Asked, Choice, Purpose
from .showing import CANCEL

PURPOSE = "office_day"
KINDS = {kind: works for works, kind in office_days.KINDS.items()}
ON = Field("day", QuestionType.DATE, "1")
NOTE = Field("note", QuestionType.TEXT, "1", limit=60)
_DAY = timedelta(days=1)
Given = Mapping[str, str]
Row = tuple[Choice, ...]


class Part(StrEnum):
    """What is asked, in this order."""

    LIST = "list"
    DAY = "day"
    NOTE = "note"


TYPES = {Part.LIST: QuestionType.CHOICE, Part.DAY: QuestionType.DATE, Part.NOTE: QuestionType.TEXT}


def show(unit: Unit, person: Person, about: Reminder | None = None) -> None:
    """What is declared, to take it back or to declare another day."""
    check_operator(person)
    _ask(unit, person, Part.LIST, {})


def _ask(unit: Unit, person: Person, part: Part, answers: Given) -> None:
    chosen = tuple(f"{name}={value}" for name, value in answers.items())
    asking.ask(unit, person, Question(PURPOSE, f"{PURPOSE}:{person.id}", part.value, TYPES[part], chosen=chosen))


def _given(question: Question) -> dict[str, str]:
    pairs = (each.partition("=") for each in question.chosen)
    return {name: value for name, _, value in pairs}


# --- how it looks ----------------------------------------------------------------------------------------------------


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    return LOOKS[Part(question.field)](unit, _given(question))


def _list(unit: Unit, answers: Given) -> Asked:
    found = office_days.declared(unit)
    lines = tuple(office_days.line(each) for each in found) or (say("office-days-none"),)
    undo: tuple[Row, ...] = tuple(
        (("undo", day.isoformat(), say("button-office-day-undo", day=day)),) for day, _, _ in found
    )
    kinds: Row = tuple((each, "", say(f"button-office-day-{each}")) for each in sorted(KINDS))
    return Asked((say("office-days-title"), *lines), (kinds, *undo, (CANCEL,)))


def _day(unit: Unit, answers: Given) -> Asked:
    days = _likely(unit, works=KINDS[answers["kind"]])
    lines = (say(f"ask-office-day-{answers['kind']}"), say("example", text=roc_short(days[0])))
    return Asked(lines, (*((("type", roc_short(day), say("button-day", day=day)),) for day in days), (CANCEL,)))


def _likely(unit: Unit, *, works: bool) -> list[date]:
    """The next days that can be declared so: a typhoon is near, a make-up day is a Saturday."""
    calendar = calendars.office(unit)
    days = (unit.today + n * _DAY for n in range(60))
    fits = [day for day in days if calendar.is_working(day) is not works and (not works or is_weekend(day))]
    return fits[:2]


def _note(unit: Unit, answers: Given) -> Asked:
    example = say("example", text=say(f"example-office-day-{answers['kind']}"))
    ask = say("ask-office-day-note", day=date.fromisoformat(answers["day"]))
    return Asked((ask, example), ((("skip", "", say("button-skip")),), (CANCEL,)))


# --- what an answer does ---------------------------------------------------------------------------------------------


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    check_operator(person)
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    ACTS[Part(question.field)](unit, person, _given(question), action, value)
    return None


def _choose(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    if action == "undo":
        return _finish(unit, person, office_days.take_back(unit, person, date.fromisoformat(value)))
    if action not in KINDS:
        raise RuleViolation("tap-the-buttons")
    return _ask(unit, person, Part.DAY, {"kind": action})


def _choose_day(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    day = date.fromisoformat(str(read(ON, value, Facts(unit.today, {}))))
    check_declared(day, KINDS[answers["kind"]], unit.today, calendars.office(unit))
    _ask(unit, person, Part.NOTE, {**answers, "day": day.isoformat()})


def _write_note(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    note = "" if action == "skip" else str(read(NOTE, value, Facts(unit.today, {})))
    day, works = date.fromisoformat(answers["day"]), KINDS[answers["kind"]]
    _finish(unit, person, office_days.declare(unit, person, day, works, note))


def _finish(unit: Unit, person: Person, outcome: Phrase) -> None:
    telling.tell(unit, person, outcome)
    asking.finish(unit, person)


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    _finish(unit, person, say("office-days-unchanged"))


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    return may_declare(person)


LOOKS: Mapping[Part, Callable[[Unit, Given], Asked]] = {Part.LIST: _list, Part.DAY: _day, Part.NOTE: _note}
ACTS: Mapping[Part, Callable[[Unit, Person, Given, str, str], None]] = {
    Part.LIST: _choose,
    Part.DAY: _choose_day,
    Part.NOTE: _write_note,
}

asking.PURPOSES[PURPOSE] = Purpose(_look, _act, _give_up, _stands)
