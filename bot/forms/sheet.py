"""A document before it is drawn: its headings and blocks, in phrases, and the same in words for a template."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from bot.rules.phrases import Phrase, Value, say

LONG_RUN = re.compile(r"[!-~]{26,}")
Speak = Callable[[Phrase], str]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Choices in a line, each with its box and whether it is ticked."""

    choices: tuple[tuple[Value, bool], ...]


Line = Value | Ticks
Lines = Line | tuple[Line, ...]
"""What stands in a cell; a tuple is one line after the other."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is known, perhaps nothing; `lines` is the least room for what is written by hand."""

    label: Value
    value: Lines = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values: rows of one fact, or of two side by side."""

    rows: tuple[tuple[Fact, ...], ...]
    title: Value = ""


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the page."""

    head: Value
    width: float = 1
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its head is repeated on every page it reaches."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Lines, ...], ...]
    title: Value = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A place for a stamp; under it what the system knows of the signature."""

    head: Value
    lines: Lines = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Places for stamps, side by side."""

    boxes: tuple[Box, ...]
    title: Value = ""


Block = Facts | Grid | Boxes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. `mark` is which annex it is; `seal` is the ledger's entry that it can be checked against."""

    titles: tuple[Value, ...]
    blocks: tuple[Block, ...]
    number: str = ""
    mark: Value = ""
    seal: str = ""
    notes: tuple[Value, ...] = ()
    printed_at: datetime | None = None

    @property
    def template(self) -> str:
        return "annex.typ" if self.mark else "report.typ"


def in_words(value: Any, speak: Speak) -> Any:
    """The same as a template reads it: records, lists, numbers, and words."""
    if isinstance(value, Phrase):
        return _breakable(speak(value))
    if isinstance(value, date):
        return _breakable(speak(say("verbatim", text=value)))
    if isinstance(value, tuple):
        return [in_words(each, speak) for each in value]
    if is_dataclass(value):
        shown = {each.name: in_words(getattr(value, each.name), speak) for each in fields(value)}
        return {"sort": type(value).__name__.lower(), **shown}
    return _breakable(value) if isinstance(value, str) else value


def _breakable(words: str) -> str:
    """A run of Latin letters that no cell can hold may go on in the next line anywhere."""
    return LONG_RUN.sub(lambda run: "\u200b".join(run[0]), words)
