"""Reminders, one line each: on which days a matter is spoken of, before it is due and after (points 4, 7 and 8)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from .calendar import OfficeCalendar

_DAY = timedelta(days=1)
WEEK = 5
ALWAYS = 10_000


class Moves(StrEnum):
    """Where a rung goes whose nominal day is closed: to the working day before it, or after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder of a matter: named by its nominal day, given on a working day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Nominal:
    """A rung until the due date: its name, and its nominal day for a due date."""

    name: str
    on: Callable[[date, OfficeCalendar], date]
    moves: Moves = Moves.BEFORE

    def rung(self, due: date, calendar: OfficeCalendar) -> Rung:
        nominal = self.on(due, calendar)
        before = self.moves is Moves.BEFORE
        return Rung(self.name, calendar.on_or_before(nominal) if before else calendar.on_or_after(nominal))


@dataclass(frozen=True, slots=True)
class Overdue:
    """On each of the first `daily` working days after the due date, then on every fifth.

    `rolls` counts from the first working day on or after the due date, as statutory monthly dates do.
    """

    daily: int = 1
    rolls: bool = False

    def rung(self, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
        """The last one until `day`."""
        start = calendar.on_or_after(due) if self.rolls else due
        late = calendar.working_days_between(start, day)
        if late < 1:
            return None
        number = late if late <= self.daily else late - (late - self.daily) % WEEK
        return Rung(f"+{number}", calendar.add_working(start, number))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of reminder: its clause, None where the kind of each case names it; its rungs in order of time;
    `escalates` names the rung from which others are told too; `begins` names a rung before them all, on a day that is
    kept with the matter; `action` is what its button in the digest does, `above` what it does for the others."""

    code: str
    clause: str | None
    rungs: tuple[Nominal, ...] = ()
    overdue: Overdue | None = None
    escalates: str | None = None
    begins: str | None = None
    action: str | None = None
    above: str | None = None


def days_before(*days: int) -> tuple[Nominal, ...]:
    """Rungs at so many calendar days before the due date: -14, 0."""
    return tuple(Nominal(f"-{each}" if each else "0", partial(_earlier, each)) for each in days)


def _earlier(days: int, due: date, _: OfficeCalendar) -> date:
    return due - days * _DAY


HALF = Nominal("half", partial(_earlier, 3))
END = Nominal("end", partial(_earlier, 0))

REMINDERS = (
    Rule("password", "7", days_before(14, 7, 3, 1, 0), Overdue(daily=7), escalates="+3", action="changed"),
    Rule("approval_step", None, (END,), Overdue(ALWAYS), escalates="end", begins="half", action="show", above="show"),
    Rule("returned", None, (HALF, END), Overdue(), escalates="end", action="show", above="show"),
    Rule("certificate", "5.2.2", days_before(60, 30, 7)),
)
RULES = {each.code: each for each in REMINDERS}


def latest(rule: Rule, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
    """The last rung given until `day`; of those that fall on one day the last. None before the first."""
    if rule.overdue and (late := rule.overdue.rung(due, day, calendar)):
        return late
    given = [rung for each in rule.rungs if (rung := each.rung(due, calendar)).day <= day]
    return given[-1] if given else None


def spoken(day: date, calendar: OfficeCalendar) -> date:
    """The last nominal day whose rung has been given until the working day `day`."""
    return calendar.next_working(day) - _DAY


def horizon(rule: Rule, day: date, calendar: OfficeCalendar) -> date:
    """The last due date of which anything is said until `day`."""
    due = day
    while latest(rule, due, day, calendar):
        due += _DAY
    return due - _DAY


def is_escalated(rule: Rule, rung: Rung) -> bool:
    """Whether others hear of the matter with this rung."""
    return rule.escalates is not None and _place(rule, rung.name) >= _place(rule, rule.escalates)


def _place(rule: Rule, name: str) -> int:
    """Where a rung stands in the order of time; overdue ones come after the named."""
    names = [each.name for each in rule.rungs]
    return names.index(name) if name in names else len(names) + int(name)
