"""The office calendar as it stands: public holidays, overridden by the official days in the table."""

from datetime import date
from functools import lru_cache

from bot.rules.calendar import OfficeCalendar
from storage import calendars
from storage.unit import Unit


def office(unit: Unit) -> OfficeCalendar:
    return _calendar(calendars.days(unit))


def learn(year: int) -> None:
    """Work out the public holidays around this year now, outside of any transaction: it takes a while."""
    for each in (year - 1, year, year + 1):
        OfficeCalendar().is_working(date(each, 1, 1))


@lru_cache(maxsize=4)
def _calendar(days: tuple[tuple[date, bool, str], ...]) -> OfficeCalendar:
    """The same rows give the same calendar, which then knows its years already."""
    return OfficeCalendar(
        official={day: works for day, works, _ in days}, notes={day: note for day, _, note in days if note}
    )
