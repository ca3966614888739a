"""ROC years as the office writes them: dates and months that people type are read, and shown as people expect them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from unicodedata import normalize

_BEFORE_ROC = 1911
_WEEKDAYS = "一二三四五六日"
_ROC_YEAR = r"(?P<year>[1-9][0-9]{2})"
_CE_YEAR = r"(?P<year>19[2-9][0-9]|20[0-9]{2})"
_MONTH_DAY = r"(?P<mark>[{marks}])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})"
_DATES = (
    (re.compile(_ROC_YEAR + r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})"), _BEFORE_ROC),
    (re.compile(_ROC_YEAR + _MONTH_DAY.format(marks="-/.")), _BEFORE_ROC),
    (
        re.compile(
            _ROC_YEAR + r"年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:\((?P<weekday>[" + _WEEKDAYS + r"])\))?"
        ),
        _BEFORE_ROC,
    ),
    (re.compile(_CE_YEAR + _MONTH_DAY.format(marks="-/")), 0),
)
_WITHOUT_YEAR = re.compile(r"[0-9]{1,2}[-/.月][0-9]{1,2}日?(?:\([" + _WEEKDAYS + r"]\))?")
_MONTHS = (
    (re.compile(_ROC_YEAR + r"(?P<month>[0-9]{2})"), _BEFORE_ROC),
    (re.compile(_ROC_YEAR + r"年(?P<month>[0-9]{1,2})月"), _BEFORE_ROC),
    (re.compile(_CE_YEAR + r"-(?P<month>[0-9]{2})"), 0),
)


class DateFault(StrEnum):
    """Why what was typed is no date."""

    NOT_A_DATE = "not-a-date"
    WITHOUT_YEAR = "date-without-year"
    NO_SUCH_DAY = "no-such-day"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; as text it is its key, 2026-11."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError("a year has twelve months")

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> Self:
        years, month = divmod(self.month - 1 + months, 12)
        return type(self)(self.year + years, month + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, by its number in the common era."""

    number: int


def parse_date(text: str) -> date:
    """A full ROC date (three-digit year) or ISO date; ValueError for anything else, above all for two-digit years."""
    written = normalize("NFKC", text).strip()
    for pattern, offset in _DATES:
        if found := pattern.fullmatch(written):
            day = date(int(found["year"]) + offset, int(found["month"]), int(found["day"]))
            if found.groupdict().get("weekday") not in (None, _WEEKDAYS[day.weekday()]):
                raise ValueError("another weekday than that day's")
            return day
    raise ValueError("no date in a form that the office uses")


def date_fault(text: str) -> DateFault:
    """Why `parse_date` refused it."""
    written = normalize("NFKC", text).strip()
    if _WITHOUT_YEAR.fullmatch(written):
        return DateFault.WITHOUT_YEAR
    is_shaped = any(pattern.fullmatch(written) for pattern, _ in _DATES)
    return DateFault.NO_SUCH_DAY if is_shaped else DateFault.NOT_A_DATE


def parse_month(text: str) -> Month:
    """A month written 11511, 115年11月 or 2026-11; ValueError for anything else."""
    written = normalize("NFKC", text).strip()
    for pattern, offset in _MONTHS:
        if found := pattern.fullmatch(written):
            return Month(int(found["year"]) + offset, int(found["month"]))
    raise ValueError("no month in a form that the office uses")


def roc_year(year: int) -> int:
    return year - _BEFORE_ROC


def roc(day: date) -> str:
    """115年11月23日(一)"""
    return f"{roc_month(day.year, day.month)}{day.day}日({_WEEKDAYS[day.weekday()]})"


def roc_short(day: date) -> str:
    """115.11.23"""
    return f"{roc_year(day.year)}.{day:%m.%d}"


def roc_compact(day: date) -> str:
    """1151123"""
    return f"{roc_year(day.year)}{day:%m%d}"


def roc_month(year: int, month: int) -> str:
    """115年11月"""
    return f"{roc_year(year)}年{month}月"


def month_key(year: int, month: int) -> str:
    """11511"""
    return f"{roc_year(year)}{month:02}"


def stamp(moment: datetime) -> str:
    """The stamp under an approval, month and day / hour and minute of a local moment: 1123/0830."""
    return f"{moment:%m%d/%H%M}"
