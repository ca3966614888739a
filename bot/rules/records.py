"""The monthly record of use (4(5)3): what is asked, whether the counts fit each other, whether it came in time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .calendar import OfficeCalendar
from .fields import Field, QuestionType
from .people import Strength
from .phrases import RuleViolation, Value, say

CLAUSE = "4.5.3"
MOST = 99_999
Given = Mapping[str, str]


def _count(name: str, clause: str = CLAUSE) -> Field:
    return Field(name, QuestionType.NUMBER, clause)


DOCUMENT = Field("document", QuestionType.TEXT, CLAUSE, limit=60)
DIFFERENCE = Field(
    "difference", QuestionType.TEXT, CLAUSE, limit=100, suggestions=("unregistered", "repeated", "across_months")
)
KEPT_AT = Field("kept_at", QuestionType.TEXT, CLAUSE, limit=60)
FIELDS = (
    DOCUMENT,
    _count("queries"),
    _count("registered"),
    DIFFERENCE,
    _count("with_basis", "4.5.2"),
    _count("with_consent", "4.5.2"),
    _count("pages", "4.5.1"),
    KEPT_AT,
)
NIL: Given = {"queries": "0", "registered": "0"}
STRENGTH = "strength"


def _of(given: Given, name: str) -> int:
    return int(given.get(name, "0"))


_ASKED: Mapping[str, Callable[[Given], bool]] = {
    "document": lambda given: given.get(STRENGTH) == Strength.PAPER,
    "difference": lambda given: _of(given, "queries") != _of(given, "registered"),
    "with_basis": lambda given: _of(given, "queries") > 0,
    "with_consent": lambda given: _of(given, "queries") > _of(given, "with_basis"),
    "pages": lambda given: _of(given, "queries") > 0,
    "kept_at": lambda given: _of(given, "queries") + _of(given, "registered") > 0,
}
_LIMITS: Mapping[str, Callable[[Given], int]] = {
    "with_basis": lambda given: _of(given, "queries"),
    "with_consent": lambda given: _of(given, "queries") - _of(given, "with_basis"),
}


def asked(given: Given) -> tuple[Field, ...]:
    """What a record with these answers asks, in order: the reason of a difference only where there is one; legal basis
    or consent (4(5)2), pages and place only where something was queried."""
    return tuple(each for each in FIELDS if each.name not in _ASKED or _ASKED[each.name](given))


def next_question(given: Given) -> Field | None:
    return next((each for each in asked(given) if each.name not in given), None)


def previous_question(given: Given, name: str) -> Field | None:
    before = [each for each in asked(given) if each.name in given]
    names = [each.name for each in FIELDS]
    return next((each for each in reversed(before) if names.index(each.name) < names.index(name)), None)


def limit_of(field: Field, given: Given) -> int:
    return _LIMITS[field.name](given) if field.name in _LIMITS else MOST


def check(field: Field, value: str, given: Given) -> None:
    """A count has a limit: that of the count it is a part of."""
    if field.type is QuestionType.NUMBER and int(value) > (limit := limit_of(field, given)):
        raise RuleViolation("record-too-many", limit=limit, count=int(value))


def pruned(given: Given) -> dict[str, str]:
    """The answers that still belong to the record, after one of them was changed."""
    fits = dict(given)
    for field in FIELDS:
        value = fits.get(field.name)
        if value is not None and (field not in asked(fits) or not _fits(field, value, fits)):
            del fits[field.name]
    return fits


def _fits(field: Field, value: str, given: Given) -> bool:
    return field.type is not QuestionType.NUMBER or int(value) <= limit_of(field, given)


def uncovered(given: Given) -> int:
    """Queries that rest neither on a legal basis nor on consent (4(5)2)."""
    return _of(given, "queries") - _of(given, "with_basis") - _of(given, "with_consent")


def reason(difference: str) -> Value:
    """Why system and register differ, in words: a suggestion's, or those that were typed."""
    return say(f"option-difference-{difference}") if difference in DIFFERENCE.suggestions else difference


@dataclass(frozen=True, slots=True)
class Met:
    """Whether the 10th was met, by both readings of "before the 10th" (domain A4): `strict` by the 9th; `rolled` by the
    10th or, where that is closed, the first working day after it."""

    strict: bool
    rolled: bool


def met(due_on: date, day: date, calendar: OfficeCalendar) -> Met:
    return Met(day < due_on, day <= calendar.on_or_after(due_on))
