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
    """Where a rung goes whose nominal day is closed: to the working day before it, or after it, or it is not given."""

    BEFORE = "before"
    AFTER = "after"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder of a matter: named by its nominal day, given on a working day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Nominal:
    """A rung until the due date: its name, and its nominal day for a due date; without a name it is named by the
    calendar days that lie between them."""

    name: str | None
    on: Callable[[date, OfficeCalendar], date]
    moves: Moves = Moves.BEFORE

    def rung(self, due: date, calendar: OfficeCalendar) -> Rung | None:
        nominal = self.on(due, calendar)
        name = self.name or f"-{(due - nominal).days}"
        if calendar.is_working(nominal):
            return Rung(name, nominal)
        if self.moves is Moves.NOWHERE:
            return None
        before = self.moves is Moves.BEFORE
        return Rung(name, calendar.on_or_before(nominal) if before else calendar.on_or_after(nominal))

    def given(self, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
        """The rung, if its day has come."""
        rung = self.rung(due, calendar)
        return rung if rung and rung.day <= day else None


@dataclass(frozen=True, slots=True)
class Overdue:
    """On each of the first `daily` working days after the due date, then on every fifth.

    `rolls` counts from the first working day on or after the due date, as statutory monthly dates do.
    """

    daily: int = 1
    rolls: bool = False

    def rung(self, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
        """The last one until `day`."""
        start = calendar.on_or_after(due) if self.rolls and calendar.rolls else due
        late = calendar.working_days_between(start, day)
        if late < 1:
            return None
        number = late if late <= self.daily else late - (late - self.daily) % WEEK
        return Rung(f"+{number}", calendar.add_working(start, number))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of reminder: its clause, None where the kind of each case names it; its rungs in order of time;
    `escalates` names the rung from which others are told too; `begins` names a rung before them all, on a day that is
    kept with the matter; `aside` is a rung for the administrator alone, who is told whose matters are open; the matters
    of a `duty` are opened by the sweep (bot/rules/duties.py) and each is spoken of from then on; `action` is what the
    button in the digest does, `quick` a shorter way beside it, `above` what the button does for the others,
    `together` for many of them at once; `proposes` names the rung from which they may be advised to suspend the
    account."""

    code: str
    clause: str | None
    rungs: tuple[Nominal, ...] = ()
    overdue: Overdue | None = None
    escalates: str | None = None
    begins: str | None = None
    aside: Nominal | None = None
    duty: bool = False
    action: str | None = None
    quick: str | None = None
    above: str | None = None
    together: str | None = None
    proposes: str | None = None


def days_before(*days: int, moves: Moves = Moves.BEFORE) -> tuple[Nominal, ...]:
    """Rungs at so many calendar days before the due date: -14, 0."""
    return tuple(Nominal(f"-{each}" if each else "0", partial(_earlier, each), moves) for each in days)


def _earlier(days: int, due: date, _: OfficeCalendar) -> date:
    return due - days * _DAY


def on_the(day: int, due: date, _: OfficeCalendar) -> date:
    """A day of the month in which it is due."""
    return due.replace(day=day)


def _first_of(month: int, due: date, _: OfficeCalendar) -> date:
    return due.replace(month=month, day=1)


def _last_before(due: date, calendar: OfficeCalendar) -> date:
    return calendar.before(due)


def _working_days_before(days: int, due: date, calendar: OfficeCalendar) -> date:
    return calendar.add_working(due, -days)


def _names_are_due(due: date, calendar: OfficeCalendar) -> date:
    """The first working day from the 6th to the 10th; if there is none, the last one before the 6th."""
    sixth = due.replace(day=6)
    found = calendar.on_or_after(sixth)
    return found if found <= due else calendar.before(sixth)


HALF = Nominal("half", partial(_earlier, 3))
END = Nominal("end", partial(_earlier, 0))


def _monthly(target: int) -> tuple[Nominal, ...]:
    """A duty due on the 10th: the month's first working day, the target, the last day that both readings of the
    clause allow, the 10th (domain A4, A5)."""
    opening = Nominal("opening", partial(on_the, 1), Moves.AFTER)
    return (
        opening,
        Nominal("target", partial(on_the, target)),
        Nominal("last", _last_before),
        Nominal("0", partial(_earlier, 0)),
    )


YEARLY = (
    *(Nominal(None, partial(_first_of, month), Moves.AFTER) for month in (1, 4, 7)),
    *days_before(*range(91, 20, -7)),
    *days_before(*range(16, 0, -1), moves=Moves.NOWHERE),
    *days_before(0),
)
EACH_DAY = Overdue(ALWAYS)
EACH_DAY_ROLLED = Overdue(ALWAYS, rolls=True)
READING = (Nominal("half", partial(_working_days_before, 3)), END)
NAMES = Nominal("missing", _names_are_due)

REMINDERS = (
    Rule(
        "usage_record",
        "4.5.3",
        _monthly(target=5),
        EACH_DAY_ROLLED,
        escalates="+3",
        aside=NAMES,
        duty=True,
        action="fill",
        quick="nil",
        above="board",
        together="board",
    ),
    Rule(
        "usage_audit",
        "8.1.1",
        _monthly(target=8),
        EACH_DAY_ROLLED,
        escalates="+3",
        duty=True,
        action="audit",
        above="audit",
    ),
    Rule("head_reading", "8.1.1", READING, EACH_DAY, escalates="+3", duty=True, action="audit", above="audit"),
    Rule(
        "password",
        "7",
        days_before(14, 7, 3, 1, 0),
        Overdue(daily=7),
        escalates="+3",
        action="changed",
        proposes="+7",
    ),
    Rule(
        "onsite_audit",
        "8.2.2",
        YEARLY,
        Overdue(),
        escalates="-16",
        duty=True,
        action="onsite",
        above="onsite",
        together="onsite",
    ),
    Rule("onsite_visit", "8.2.2", days_before(7, 1, 0), duty=True, action="onsite"),
    Rule("account_review", "8.1.2", days_before(14, 7, 1, 0), Overdue(), escalates="+3", duty=True, action="review"),
    Rule(
        "correction",
        "8.2.2",
        days_before(7, 1, 0),
        Overdue(),
        escalates="+3",
        duty=True,
        action="onsite",
        above="onsite",
        together="onsite",
    ),
    Rule("task", "4.4.1", days_before(1, 0), EACH_DAY, escalates="+3", duty=True, action="task"),
    Rule("approval_step", None, (END,), EACH_DAY, escalates="end", begins="half", action="show", above="show"),
    Rule("returned", None, (HALF, END), Overdue(), escalates="end", action="show", above="show"),
    Rule("leaver", "4.4.2", (), EACH_DAY, escalates="+3", action="handover"),
    Rule("certificate", "5.2.2", days_before(60, 30, 7)),
)
RULES = {each.code: each for each in REMINDERS}


def latest(rule: Rule, due: date, day: date, calendar: OfficeCalendar) -> Rung | None:
    """The last rung given until `day`; of those that fall on one day the last. None before the first."""
    if rule.overdue and (late := rule.overdue.rung(due, day, calendar)):
        return late
    given = [rung for each in rule.rungs if (rung := each.given(due, day, calendar))]
    return given[-1] if given else None


def spoken(day: date, calendar: OfficeCalendar) -> date:
    """The last nominal day whose rung has been given until the working day `day`."""
    return calendar.next_working(day) - _DAY


def horizon(rule: Rule, day: date, calendar: OfficeCalendar) -> date:
    """The last due date of which anything may be said until `day`."""
    if rule.duty:
        return date.max
    due = day
    while latest(rule, due, day, calendar):
        due += _DAY
    return due - _DAY


def is_escalated(rule: Rule, rung: Rung) -> bool:
    """Whether others hear of the matter with this rung."""
    return rule.escalates is not None and _place(rule, rung.name) >= _place(rule, rule.escalates)


def proposes_suspension(rule: Rule, rung: str) -> bool:
    return rule.proposes is not None and _place(rule, rung) >= _place(rule, rule.proposes)


def _place(rule: Rule, name: str) -> int:
    """Where a rung stands in the order of time; overdue ones come after the named."""
    names = [each.name for each in rule.rungs]
    return names.index(name) if name in names else len(names) + int(name)
