"""Reading sheets into lines or faults: every cell passes the guard first, and what it refuses is never repeated."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from unicodedata import category

from ..phrases import RuleViolation
from ..privacy import Hit, inspect
from . import Column, Content, Fault, File, Line, Sheet
from .cells import spelling
from .files import FILES

Guard = Callable[[str], Hit | None]
FURTHEST = timedelta(days=10 * 366)  # a later date is a slip of the pen, such as 1150/1/1 for 115/1/1
_DROPPED = frozenset({"Cc", "Cf", "Cs"})


@dataclass(frozen=True, slots=True)
class Reading:
    lines: Mapping[str, tuple[Line, ...]]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """The header row: which column stands at which place, and which places have a name at all."""

    columns: Mapping[int, Column]
    named: frozenset[int]


def read(sheets: Mapping[str, Sheet], today: date) -> Reading:
    """All lines and all faults of the files that were handed in; a sheet of another name is none of ours."""
    guard = cache(inspect)
    lines: dict[str, tuple[Line, ...]] = {}
    faults: list[Fault] = []
    for file in FILES:
        found = list(_sheet(file, sheets[file.name], guard, today)) if file.name in sheets else []
        lines[file.name] = tuple(each for each in found if isinstance(each, Line))
        faults += (each for each in found if isinstance(each, Fault))
        faults += _twice(file, lines[file.name])
    return Reading(lines, tuple(faults))


def _sheet(file: File, sheet: Sheet, guard: Guard, today: date) -> Iterator[Line | Fault]:
    if sheet.unreadable or not sheet.rows:
        yield Fault(sheet.shown, 0, "", sheet.unreadable or "roster-sheet-empty")
        return
    names = [_clean(cell) for cell in sheet.rows[0]]
    yield from _wrong_names(file, sheet.shown, names, guard)
    columns = {each.name: each for each in file.columns}
    head = _Head(
        {place: columns[name.lower()] for place, name in enumerate(names) if name.lower() in columns},
        frozenset(place for place, name in enumerate(names) if name),
    )
    for number, cells in enumerate(sheet.rows[1:], start=2):
        row = [_clean(cell) for cell in cells]
        if any(row):
            yield from _row(file, sheet.shown, number, row, head, guard, today)


def _wrong_names(file: File, shown: str, names: Sequence[str], guard: Guard) -> Iterator[Fault]:
    missing = {each.name: each for each in file.columns}
    for place, name in enumerate(names, start=1):
        if missing.pop(name.lower(), None) or not name:
            continue
        if guard(name):
            yield Fault(shown, 1, str(place), "roster-guarded")
        elif any(name.lower() == each.name for each in file.columns):
            yield Fault(shown, 1, name, "roster-column-twice")
        else:
            yield Fault(shown, 1, name, "roster-column-unknown")
    yield from (Fault(shown, 1, name, "roster-column-missing") for name, each in missing.items() if not each.optional)


def _row(
    file: File, shown: str, number: int, row: Sequence[str], head: _Head, guard: Guard, today: date
) -> Iterator[Line | Fault]:
    values: dict[str, Content] = {}
    cells: dict[str, str] = {}
    for place, column in head.columns.items():
        cell = row[place] if place < len(row) else ""
        try:
            values[column.name] = value = _value(column, cell, guard, today)
            cells[column.name] = spelling(value) if cell else ""
        except RuleViolation as no:
            yield Fault(shown, number, column.name, no.phrase.key, no.phrase.params)
    for place, cell in enumerate(row):
        if cell and place not in head.named:
            yield Fault(shown, number, str(place + 1), "roster-cell-outside")
    key = tuple(cells[name] for name in file.key) if all(name in cells for name in file.key) else ()
    yield Line(shown, number, key, values, cells)


def _value(column: Column, cell: str, guard: Guard, today: date) -> Content:
    if cell and guard(cell):
        raise RuleViolation("roster-guarded")
    if column.filled and not cell:
        raise RuleViolation("roster-cell-empty")
    if len(cell) > column.limit:
        raise RuleViolation("roster-too-long", limit=column.limit, length=len(cell))
    if cell and column.options and cell not in column.options:
        raise RuleViolation("roster-not-an-option", value=cell, options=column.options)
    value = column.read(cell)
    if isinstance(value, date) and value > today + FURTHEST:
        raise RuleViolation("roster-date-too-far", day=value)
    return value


def _twice(file: File, lines: Sequence[Line]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], int] = {}
    for line in lines:
        if line.key and first.setdefault(line.key, line.row) != line.row:
            yield line.fault(file.key[0], "roster-twice", other=str(first[line.key]))


def _clean(cell: str) -> str:
    """One line without what cannot be seen. Private-use characters stay: rare names are written with them."""
    if cell.isprintable():
        return cell.strip()
    joined = " ".join(cell.split())
    return "".join(char for char in joined if category(char) not in _DROPPED).strip()
