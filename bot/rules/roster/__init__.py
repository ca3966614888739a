"""The roster as it is handed in: files of rows, what a row says, and what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self, TypeAlias

from ..phrases import Phrase, Value, say

Content: TypeAlias = str | bool | date | tuple[str, ...] | None


class Noun(StrEnum):
    """What a cell may refer to by its key; the value is the file that lists them."""

    AGENCY = "agencies"
    ITEM = "items"
    PERSON = "people"


@dataclass(frozen=True, slots=True)
class Column:
    """`read` takes what is in a cell, also an empty one; `filled` cells may not be empty; an `optional` column may be
    missing; `refers` says whose key stands here; `options` are the only values there are."""

    name: str
    read: Callable[[str], Content]
    filled: bool = False
    optional: bool = False
    refers: Noun | None = None
    options: tuple[str, ...] = ()
    limit: int = 100


@dataclass(frozen=True, slots=True)
class File:
    """`key` are the columns that name a row for good; of an `opening` balance only rows not yet known count."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as plain rows, the header first. `shown` is its name as people see it, `unreadable` why it has no rows."""

    shown: str
    rows: Sequence[Sequence[str]] = ()
    unreadable: str | None = None

    @classmethod
    def of(cls, shown: str, records: Sequence[Mapping[str, str]]) -> Self:
        """A file whose rows were never in a file: each record names its columns."""
        names = tuple(dict.fromkeys(name for each in records for name in each))
        return cls(shown, (names, *(tuple(each.get(name, "") for name in names) for each in records)))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where. The header is row 1, row 0 the file as a whole."""

    file: str
    row: int
    column: str
    key: str
    params: Mapping[str, Value] = field(default_factory=dict)

    @property
    def phrase(self) -> Phrase:
        why = say(self.key, **self.params)
        if not self.row:
            return say("roster-fault-file", file=self.file, why=why)
        return say("roster-fault", file=self.file, row=str(self.row), column=self.column, why=why)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as far as it is right: the values of its cells, and their one spelling, by which cells are compared.
    A row whose key is wrong has none."""

    shown: str
    row: int
    key: tuple[str, ...]
    values: Mapping[str, Content]
    cells: Mapping[str, str]

    def fault(self, column: str, key: str, **params: Value) -> Fault:
        return Fault(self.shown, self.row, column, key, params)

    def news(self, last: Mapping[str, str]) -> Mapping[str, Content]:
        """The values of the cells that differ from the same cells at the last import."""
        return {name: self.values[name] for name, cell in self.cells.items() if cell != last.get(name, "")}


class RosterRefused(Exception):
    """Everything that is wrong with a roster, in order; nothing of it was imported."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
