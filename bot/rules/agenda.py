"""What is to come for a person: when the next reminder of a matter is given, and the monthly duties not yet opened."""

from dataclasses import dataclass
from datetime import date

from .calendar import OfficeCalendar
from .reminders import Rule


@dataclass(frozen=True, slots=True)
class Next:
    """The next reminder of a matter: its nominal day, and the working day on which it is given."""

    nominal: date
    day: date


def next_rung(rule: Rule, due: date, today: date, calendar: OfficeCalendar) -> Next | None:
    """After today; None when all until the due date have been given."""
    rungs = ((each.on(due, calendar), each.rung(due, calendar)) for each in rule.rungs)
    to_come = [Next(nominal, rung.day) for nominal, rung in rungs if rung and rung.day > today]
    return min(to_come, key=lambda each: (each.day, each.nominal), default=None)
