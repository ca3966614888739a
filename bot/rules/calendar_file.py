"""The official office calendar as a file: a row for each day as 人事行政總處 publishes it, or single days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .calendar import is_weekend, parse_date
from .phrases import RuleViolation
from .privacy import inspect
from .roster import Fault, Sheet

DAY, WEEKDAY, OFF, NOTE = "西元日期", "星期", "是否放假", "備註"
NAMES: Mapping[str, str] = {
    **{each: each for each in (DAY, WEEKDAY, OFF, NOTE)},
    "日期": DAY,
    "date": DAY,
    "week": WEEKDAY,
    "isholiday": OFF,
    "description": NOTE,
}
WORKS = {"0": True, "2": False, "否": True, "是": False}
WEEKDAYS = "一二三四五六日"
NOTE_LIMIT = 100
YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Listed:
    """A day as the file lists it; `note` is mostly the holiday's name."""

    day: date
    works: bool
    note: str

    @property
    def is_plain(self) -> bool:
        """As in any week, and nothing said about it."""
        return self.works is not is_weekend(self.day) and not self.note


class CalendarRefused(Exception):
    """Everything that is wrong with a calendar, in order; nothing of it was imported."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


def read(sheet: Sheet) -> tuple[Listed, ...]:
    """The days of the file in order. Raises CalendarRefused with every fault."""
    if sheet.unreadable or not sheet.rows:
        raise CalendarRefused([Fault(sheet.shown, 0, "", sheet.unreadable or "calendar-empty")])
    places = {NAMES[name]: place for place, name in enumerate(map(_name, sheet.rows[0])) if name in NAMES}
    if missing := [name for name in (DAY, OFF) if name not in places]:
        raise CalendarRefused([Fault(sheet.shown, 1, name, "roster-column-missing") for name in missing])
    found = [_row(sheet.shown, number, _cells(row, places)) for number, row in _filled(sheet.rows)]
    faults = [each for each in found if isinstance(each, Fault)]
    listed = [each for each in found if isinstance(each, tuple)]
    faults += _twice(sheet.shown, listed)
    if faults or not listed:
        raise CalendarRefused(
            sorted(faults, key=lambda each: each.row) or [Fault(sheet.shown, 0, "", "calendar-empty")]
        )
    return tuple(sorted((each for _, each in listed), key=lambda each: each.day))


def whole_years(listed: Sequence[Listed]) -> frozenset[int]:
    """Years of which every day is listed: their official calendar."""
    years = [each.day.year for each in listed]
    return frozenset(year for year in set(years) if years.count(year) > (date(year, 12, 31) - date(year, 1, 1)).days)


def _name(cell: str) -> str:
    return cell.strip().lower()


def _filled(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((number, row) for number, row in enumerate(rows[1:], start=2) if any(cell.strip() for cell in row))


def _cells(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {name: " ".join(row[place].split()) if place < len(row) else "" for name, place in places.items()}


def _row(shown: str, number: int, cells: Mapping[str, str]) -> tuple[int, Listed] | Fault:
    """The first fault of a row; a row that is shifted by a column has them all."""
    for column, check in CHECKS.items():
        try:
            check(cells)
        except RuleViolation as no:
            return Fault(shown, number, column, no.phrase.key, no.phrase.params)
    return number, Listed(_day(cells[DAY]), WORKS[cells[OFF]], cells.get(NOTE, ""))


def _check_day(cells: Mapping[str, str]) -> None:
    try:
        day = _day(cells[DAY])
    except ValueError:
        raise RuleViolation("calendar-not-a-date") from None
    if day.year not in YEARS:
        raise RuleViolation("calendar-not-a-date")


def _check_weekday(cells: Mapping[str, str]) -> None:
    """Which proves the date: a column that slipped, or a year that is wrong, shows here."""
    told = cells.get(WEEKDAY, "").removeprefix("星期").removeprefix("週")
    day = _day(cells[DAY])
    if told and told != WEEKDAYS[day.weekday()]:
        raise RuleViolation("calendar-wrong-weekday", day=day)


def _check_off(cells: Mapping[str, str]) -> None:
    if cells[OFF] not in WORKS:
        raise RuleViolation("calendar-not-a-flag")


def _check_note(cells: Mapping[str, str]) -> None:
    note = cells.get(NOTE, "")
    if note and inspect(note):
        raise RuleViolation("roster-guarded")
    if len(note) > NOTE_LIMIT:
        raise RuleViolation("roster-too-long", limit=NOTE_LIMIT, length=len(note))


CHECKS = {DAY: _check_day, WEEKDAY: _check_weekday, OFF: _check_off, NOTE: _check_note}


def _day(text: str) -> date:
    """Eight digits as in the official file, with slashes as spreadsheets write, or as people type a date."""
    if text.isascii() and text.isdecimal() and len(text) == 8:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    return parse_date(text)


def _twice(shown: str, listed: Sequence[tuple[int, Listed]]) -> Iterator[Fault]:
    first: dict[date, int] = {}
    for number, each in listed:
        if first.setdefault(each.day, number) != number:
            yield Fault(shown, number, DAY, "roster-twice", {"other": str(first[each.day])})
