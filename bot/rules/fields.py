"""What a form can ask, and how an answer is read or refused."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias
from unicodedata import category

from . import documents
from .calendar import parse_date
from .phrases import RuleViolation
from .roc import date_fault, roc_short

Answer: TypeAlias = str | tuple[str, ...]
Answers: TypeAlias = Mapping[str, Answer]


class QuestionType(StrEnum):
    """How a question is answered; each is one state of the one conversation."""

    TEXT = "text"
    CHOICE = "choice"
    SEVERAL = "several"
    DATE = "date"
    NUMBER = "number"


class Source(StrEnum):
    """Options that come out of the tables instead of the form."""

    CHANGES = "changes"
    ITEM_CHANGES = "item_changes"
    AGENCY_ITEMS = "agency_items"
    ITEMS_TO_ADD = "items_to_add"
    ITEMS_HELD = "items_held"
    DESIGNATED = "designated"
    BUSINESSES = "businesses"
    AGENCY_ITEM_CHANGES = "agency_item_changes"
    ITEMS_TO_REQUEST = "items_to_request"
    ITEMS_IN_FORCE = "items_in_force"


BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
EXAMPLE_MARK = re.compile(r"^\s*(?:\u4f8b[\uff1a:]|Example:)\s*")
OF_ITEMS = frozenset(
    {Source.AGENCY_ITEMS, Source.ITEMS_TO_ADD, Source.ITEMS_HELD, Source.ITEMS_TO_REQUEST, Source.ITEMS_IN_FORCE}
)
ABOUT = "/"


class When(StrEnum):
    """Which days a date question takes."""

    PAST = "past"
    FUTURE = "future"
    ANY = "any"


class Shape(StrEnum):
    """What typed words must look like."""

    WORDS = "words"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    `only` names the answers under which it is asked ("" is: not answered); `unknown` a fact of the roster that makes it
    needless; `suggestions` are answers that can be tapped instead of typed.

    With `each` it is asked of every item of the form, of those after the first if `later`; an answer in `ends` spares
    the items that follow their questions, one in `drops` keeps the item from going on. `about` is the item, once the
    question is unfolded.
    """

    name: str
    type: QuestionType
    clause: str
    options: tuple[str, ...] = ()
    source: Source | None = None
    only: Mapping[str, frozenset[str]] | None = None
    unknown: str | None = None
    optional: bool = False
    limit: int = 300
    days: When = When.ANY
    suggestions: tuple[str, ...] = ()
    shape: Shape = Shape.WORDS
    each: bool = False
    later: bool = False
    ends: frozenset[str] = frozenset()
    drops: frozenset[str] = frozenset()
    about: str | None = None

    @property
    def key(self) -> str:
        """The question's name in the texts, whichever item it is about."""
        return self.name.partition(ABOUT)[0]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the tables know when a form is filled: options by source, and facts that need not be asked."""

    today: date
    options: Mapping[Source, tuple[str, ...]]
    known: frozenset[str] = frozenset()

    def options_of(self, field: Field) -> tuple[str, ...]:
        return self.options.get(field.source, ()) if field.source else field.options


def is_asked(field: Field, answers: Answers, facts: Facts) -> bool:
    if field.unknown in facts.known and field.name not in answers:
        return False
    return all(answers.get(name, "") in values for name, values in (field.only or {}).items())


def may_skip(field: Field, facts: Facts) -> bool:
    """Optional, or a question whose options the agency does not have yet."""
    return field.optional or (field.source is not None and not facts.options_of(field))


def without_mark(words: str) -> str:
    """What was copied from the example line, without the line's mark."""
    return EXAMPLE_MARK.sub("", words)


def read(field: Field, raw: str, facts: Facts) -> Answer:
    """The answer as it is kept, from what was typed or tapped; RuleViolation says how to put it."""
    return READERS[field.type](field, words_of(raw), facts)


def words_of(raw: str) -> str:
    """What was typed, on one line; nothing when nobody can see any of it."""
    is_visible = any(category(each)[0] in "LNPS" and each not in BLANKS for each in raw)
    return " ".join(raw.split()) if is_visible else ""


def _text(field: Field, raw: str, facts: Facts) -> str:
    if not raw:
        raise RuleViolation("answer-empty")
    if len(raw) > field.limit:
        raise RuleViolation("answer-too-long", limit=field.limit, length=len(raw))
    return documents.read(raw, facts.today) if field.shape is Shape.DOCUMENT else raw


def _choice(field: Field, raw: str, facts: Facts) -> str:
    if raw not in facts.options_of(field):
        raise RuleViolation("answer-not-a-choice")
    return raw


def _several(field: Field, raw: str, facts: Facts) -> tuple[str, ...]:
    chosen = dict.fromkeys(part for part in raw.split(";") if part)
    if not chosen:
        raise RuleViolation("answer-none-chosen")
    return tuple(_choice(field, each, facts) for each in chosen)


def _date(field: Field, raw: str, facts: Facts) -> str:
    try:
        day = parse_date(raw)
    except ValueError:
        raise RuleViolation(f"answer-{date_fault(raw)}", example=roc_short(facts.today)) from None
    if field.days is When.PAST and day > facts.today:
        raise RuleViolation("answer-date-in-future", day=day)
    if field.days is When.FUTURE and day < facts.today:
        raise RuleViolation("answer-date-in-past", day=day)
    return day.isoformat()


def _number(field: Field, raw: str, facts: Facts) -> str:
    if not (raw.isdecimal() and len(raw) <= 9):
        raise RuleViolation("answer-not-a-number")
    return str(int(raw))


READERS: Mapping[QuestionType, Callable[[Field, str, Facts], Answer]] = {
    QuestionType.TEXT: _text,
    QuestionType.CHOICE: _choice,
    QuestionType.SEVERAL: _several,
    QuestionType.DATE: _date,
    QuestionType.NUMBER: _number,
}
