"""The official office calendar, day by day, as the Information Center imported it."""

from datetime import date

from sqlalchemy import select

from .tables import calendar_days
from .unit import Unit

_DAYS = select(calendar_days.c.day, calendar_days.c.working, calendar_days.c.note).order_by(calendar_days.c.day)


def days(unit: Unit) -> tuple[tuple[date, bool, str], ...]:
    """Every day that the official calendar names: whether the office works, and its note."""
    return tuple((row.day, row.working, row.note) for row in unit.connection.execute(_DAYS))
