"""The office calendar as it stands: public holidays, overridden by the official and the declared days."""

from datetime import date
from functools import lru_cache

from bot.rules.calendar import OfficeCalendar
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, say
from bot.rules.roc import Year
from storage import calendars, counters
from storage.calendars import Known
from storage.unit import Unit


def office(unit: Unit) -> OfficeCalendar:
    return _calendar(calendars.known(unit))


def missing(unit: Unit) -> tuple[int, ...]:
    """Years whose official calendar should have been imported by now."""
    return office(unit).years_missing_official(unit.today)


def warning(unit: Unit, person: Person) -> tuple[Phrase, ...]:
    """One line to the Information Center's operators, and to nobody else, while an official calendar is missing."""
    if Role.OPERATOR not in person.roles or not (years := missing(unit)):
        return ()
    return (say("calendar-missing", years=tuple(Year(each) for each in years)),)


def put_rollover(unit: Unit, rolls: bool) -> None:
    """The office's switch: whether overdue waits for a working day on or after the 10th."""
    counters.remember(unit, calendars.ROLLOVER, "on" if rolls else calendars.OFF)


def learn(year: int) -> None:
    """Work out the public holidays around this year now, outside of any transaction: it takes a while."""
    for each in (year - 1, year, year + 1):
        OfficeCalendar().is_working(date(each, 1, 1))


@lru_cache(maxsize=4)
def _calendar(known: Known) -> OfficeCalendar:
    """The same rows give the same calendar, which then knows its years already."""
    return OfficeCalendar(
        official={day: works for day, works, _ in known.days},
        notes={day: note for day, _, note in known.days if note},
        years=frozenset(known.years),
        rolls=known.rolls,
    )
