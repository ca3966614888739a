"""The questions of /deputy: who stands in, from when until when, in which capacity and why; or which one ends."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.rules.deputies import check_colleague, check_days, check_holder, may_name, next_rank
from bot.rules.fields import Facts, Field, QuestionType, When, read
from bot.rules.people import Capacity, Deputyship, Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import deputies as kept
from storage.questions import Question
from storage.unit import Unit

from . import asking, deputies, telling
from .asking import Purpose
from .deputies import DAY
from .deputy_looks import Given, Part, deputy_of, given, look
from .picking import AT

DEPUTY = "deputy"
ORDER = tuple(Part)
TYPES = {Part.FROM: QuestionType.DATE, Part.UNTIL: QuestionType.DATE, Part.REASON: QuestionType.TEXT}
ON = Field("day", QuestionType.DATE, "5", days=When.FUTURE)
WHY = Field("reason", QuestionType.TEXT, "5", limit=60)


def show(unit: Unit, person: Person) -> None:
    """Present and coming deputyships, to end one or to name another."""
    if not may_name(person) and not kept.of_deputy(unit, person.id):
        raise RuleViolation("deputy-no-seat")
    _ask(unit, person, Part.LIST, {})


def _ask(unit: Unit, person: Person, part: Part, answers: Given) -> None:
    type_ = TYPES.get(part, QuestionType.CHOICE)
    chosen = tuple(f"{name}={value}" for name, value in answers.items())
    asking.ask(unit, person, Question(DEPUTY, f"{DEPUTY}:{person.id}", part.value, type_, chosen=chosen))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    part = Part(question.field)
    if action == "cancel":
        _give_up(unit, person, question)
    elif action == "back":
        _ask(unit, person, ORDER[ORDER.index(part) - 1], given(question))
    else:
        ACTS[part](unit, person, given(question), action, value)
    return None


def _list(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    if action == "end":
        _finish(unit, person, deputies.end(unit, person, int(value)))
    elif action == "name":
        check_holder(person, unit.today)
        _ask(unit, person, Part.WHO, {})
    else:
        raise RuleViolation("tap-the-buttons")


def _who(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    """A colleague is tapped, or the staff number typed."""
    if action == "page":
        return _ask(unit, person, Part.WHO, {AT: value})
    number = value.strip()
    check_colleague(person, deputy_of(unit, {Part.WHO: number}), unit.today)
    return _ask(unit, person, Part.FROM, {Part.WHO: number})


def _from(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    day = _day(unit, value)
    check_colleague(person, deputy_of(unit, answers), day)
    _ask(unit, person, Part.UNTIL, {**answers, Part.FROM: day.isoformat()})


def _until(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    day = _day(unit, value)
    check_days(date.fromisoformat(answers[Part.FROM]), day + DAY, unit.today)
    _ask(unit, person, Part.CAPACITY, {**answers, Part.UNTIL: day.isoformat()})


def _day(unit: Unit, value: str) -> date:
    return date.fromisoformat(str(read(ON, value, Facts(unit.today, {}))))


def _capacity(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    if action != "capacity":
        raise RuleViolation("tap-the-buttons")
    _ask(unit, person, Part.REASON, {**answers, Part.CAPACITY: value})


def _reason(unit: Unit, person: Person, answers: Given, action: str, value: str) -> None:
    reason = value if action == "suggest" else str(read(WHY, value, Facts(unit.today, {})))
    _finish(unit, person, deputies.name(unit, person, _ship(unit, person, answers, reason)))


def _ship(unit: Unit, person: Person, answers: Given, reason: str) -> Deputyship:
    from_day = date.fromisoformat(answers[Part.FROM])
    to_day = date.fromisoformat(answers[Part.UNTIL]) + DAY
    rank = next_rank(from_day, to_day, [each.ship for each in kept.of_holder(unit, person.id)])
    capacity = Capacity(answers[Part.CAPACITY])
    return Deputyship(person.id, deputy_of(unit, answers), rank, from_day, to_day, capacity, reason)


def _finish(unit: Unit, person: Person, outcome: Phrase) -> None:
    telling.tell(unit, person, outcome)
    asking.finish(unit, person)


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    _finish(unit, person, say("deputy-unchanged"))


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """Whoever gave up the seat can still read the list."""
    return question.field == Part.LIST or may_name(person)


ACTS: Mapping[Part, Callable[[Unit, Person, Given, str, str], None]] = {
    Part.LIST: _list,
    Part.WHO: _who,
    Part.FROM: _from,
    Part.UNTIL: _until,
    Part.CAPACITY: _capacity,
    Part.REASON: _reason,
}

asking.PURPOSES[DEPUTY] = Purpose(look, _act, _give_up, _stands)
