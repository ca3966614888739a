"""The office calendar: ROC years, working days, three months, office hours, and due dates explained."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from dateutil.relativedelta import relativedelta
from holidays import HolidayBase, country_holidays

from .roc import Month, month_key, parse_date, parse_month, roc, roc_compact, roc_month, roc_short, roc_year, stamp

__all__ = [
    "OFFICE_CLOSES",
    "OFFICE_OPENS",
    "Explained",
    "Month",
    "OfficeCalendar",
    "Reason",
    "in_office_hours",
    "is_weekend",
    "month_key",
    "parse_date",
    "parse_month",
    "roc",
    "roc_compact",
    "roc_month",
    "roc_short",
    "roc_year",
    "stamp",
    "three_months_after",
]

OFFICE_OPENS = time(8, 30)
OFFICE_CLOSES = time(17, 30)
_DAY = timedelta(days=1)
_NEXT_CALENDAR_IS_OUT = 11  # the month from which next year's official calendar should have been imported


def three_months_after(day: date) -> date:
    """Point 7's three calendar months; never later than the end of the period by the Civil Code, never moved."""
    return day + relativedelta(months=3)


def is_weekend(day: date) -> bool:
    return day.weekday() >= 5


class Reason(StrEnum):
    WORKING_DAY = "due-on-working-day"
    HOLIDAY = "due-on-holiday"
    WEEKEND = "due-on-weekend"
    CLOSED = "due-on-closed-day"


@dataclass(frozen=True, slots=True)
class Explained:
    """A due date and the working day to be done by; key and parameters of the sentence that says why."""

    due: date
    target: date
    reason_key: Reason
    params: Mapping[str, date | str]


@dataclass(frozen=True, slots=True)
class _Year:
    """One year's days as ordinals: `closed` to ask, `opens` in order to count."""

    closed: frozenset[int]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """Taiwan's public holidays, overridden day by day by the official calendar (True: the office works).

    In the years whose official calendar is there, every day that it does not name is as in a plain week. `rolls` is a
    switch of the office: a monthly duty is overdue only after a working day on or after its date (domain 4)."""

    official: Mapping[date, bool] = field(default_factory=dict)
    notes: Mapping[date, str] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    rolls: bool = True
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        return day.toordinal() not in self._year(day.year).closed

    def next_working(self, day: date) -> date:
        return self.add_working(day, 1)

    def before(self, day: date) -> date:
        return self.add_working(day, -1)

    def on_or_after(self, day: date) -> date:
        return day if self.is_working(day) else self.next_working(day)

    def on_or_before(self, day: date) -> date:
        return day if self.is_working(day) else self.before(day)

    def add_working(self, day: date, n: int) -> date:
        """The nth working day after `day`, or before it when n is negative; `day` itself when n is 0."""
        if n == 0:
            return day
        year, opens = day.year, self._year(day.year).opens
        place = bisect_right(opens, day.toordinal()) + n - 1 if n > 0 else bisect_left(opens, day.toordinal()) + n
        while place >= len(opens):
            place, year = place - len(opens), year + 1
            opens = self._year(year).opens
        while place < 0:
            year -= 1
            opens = self._year(year).opens
            place += len(opens)
        return date.fromordinal(opens[place])

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and with `b`, as add_working counts them; negative when `b` comes first."""
        if b < a:
            return self._opens_before(b) - self._opens_before(a) - self._in_years(b.year, a.year)
        return self._opens_until(b) - self._opens_until(a) + self._in_years(a.year, b.year)

    def nth_working_day_of_month(self, year: int, month: int, n: int) -> date:
        """The first is 1, the last is -1; ValueError when the month has no such day."""
        days = Month(year, month)
        found = self.add_working(days.first - _DAY if n > 0 else days.last + _DAY, n)
        if n == 0 or Month.of(found) != days:
            raise ValueError("the month has no such working day")
        return found

    def holiday_name(self, day: date, locale: str = "zh-TW") -> str | None:
        """Why a day is closed, in words; None on a working day and on a plain weekend."""
        if self.is_working(day):
            return None
        note, english = self.notes.get(day), locale.startswith("en")
        public = _public(day.year, "en_US" if english else "zh_TW").get(day)
        name = (public or note) if english else _fuller(note, public)
        return name.replace("; ", ", " if english else "、") if name else None

    def years_missing_official(self, today: date) -> tuple[int, ...]:
        """Years to be warned of: this one, and from November on the next."""
        last = today.year + (today.month >= _NEXT_CALENDAR_IS_OUT)
        return tuple(year for year in range(today.year, last + 1) if year not in self.years)

    def explain(self, due: date) -> Explained:
        """The due date, unmoved, with the working day to be done by and the reason for it."""
        target = self.on_or_before(due)
        params: dict[str, date | str] = {"due": due, "target": target, "until": self.on_or_after(due)}
        if target == due:
            return Explained(due, target, Reason.WORKING_DAY, params)
        if name := self.holiday_name(due):
            names = {"holiday": name, "holiday_en": self.holiday_name(due, "en") or name}
            return Explained(due, target, Reason.HOLIDAY, params | names)
        return Explained(due, target, Reason.WEEKEND if is_weekend(due) else Reason.CLOSED, params)

    def _opens_until(self, day: date) -> int:
        return bisect_right(self._year(day.year).opens, day.toordinal())

    def _opens_before(self, day: date) -> int:
        return bisect_left(self._year(day.year).opens, day.toordinal())

    def _in_years(self, first: int, end: int) -> int:
        return sum(len(self._year(year).opens) for year in range(first, end))

    def _year(self, year: int) -> _Year:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._official_year(year)
        return known

    def _official_year(self, year: int) -> _Year:
        ruled = {day.toordinal(): works for day, works in self.official.items() if day.year == year}
        known = _weekends(year) if year in self.years else _closed_by_law(year)
        closed = {day for day in known if not ruled.get(day)}
        closed |= {day for day, works in ruled.items() if not works}
        return _Year(frozenset(closed), tuple(day for day in _days(year) if day not in closed))


def in_office_hours(moment: datetime, calendar: OfficeCalendar) -> bool:
    """Whether routine messages may ring at this local moment."""
    return OFFICE_OPENS <= moment.time() < OFFICE_CLOSES and calendar.is_working(moment.date())


@cache
def _public(year: int, language: str) -> HolidayBase:
    return country_holidays("TW", years=year, expand=False, language=language)


@cache
def _closed_by_law(year: int) -> frozenset[int]:
    public = _public(year, "zh_TW")
    return frozenset(day for day in _days(year) if not public.is_working_day(date.fromordinal(day)))


def _weekends(year: int) -> frozenset[int]:
    return frozenset(day for day in _days(year) if is_weekend(date.fromordinal(day)))


def _days(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)


def _fuller(note: str | None, public: str | None) -> str | None:
    """What the office wrote, unless it is less than the holiday's own name: a bare word for a day in lieu."""
    return public if public and note and note in public else note or public
