"""Single days that the Information Center declares: a closed working day (停班), a worked closed day (補班)."""

from datetime import date, timedelta

from .calendar import OfficeCalendar
from .people import Person, Role
from .phrases import RuleViolation

AFTERWARDS = timedelta(days=30)
"""A typhoon day is often written down when the office is back; later, everything has been done by the old calendar."""


def may_declare(person: Person) -> bool:
    return Role.OPERATOR in person.roles


def check_operator(person: Person) -> None:
    if not may_declare(person):
        raise RuleViolation("office-day-not-yours")


def check_declared(day: date, works: bool, today: date, calendar: OfficeCalendar) -> None:
    """The day is not too old, not further away than the next year, and not so already."""
    check_age(day, today)
    if day.year > today.year + 1:
        raise RuleViolation("office-day-too-far", day=day)
    if calendar.is_working(day) is works:
        raise RuleViolation("office-day-works-already" if works else "office-day-closed-already", day=day)


def check_age(day: date, today: date) -> None:
    if day < today - AFTERWARDS:
        raise RuleViolation("office-day-too-old", day=day, days=AFTERWARDS.days)
