"""What people are like: who is prompt, who forgets, who is away when, and on which day a matter is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.rules.calendar import OfficeCalendar
from bot.rules.people import Person, Role

from . import Plan

DAY = timedelta(days=1)
AHEAD = {"password": 14, "certificate": 45, "account_review": 14, "usage_audit": 4}
"""How many days before it is due somebody begins to think of it."""


@dataclass(frozen=True, slots=True)
class Away:
    first: date
    until: date

    def covers(self, day: date) -> bool:
        return self.first <= day < self.until


@dataclass(frozen=True, slots=True)
class Habit:
    """`haste` is the part of the time one lets pass, 1 being the last day; `away` and `leaves` are known in advance."""

    haste: float
    away: tuple[Away, ...]
    leaves: date | None

    def is_there(self, day: date) -> bool:
        return not any(each.covers(day) for each in self.away)


def chance_of(plan: Plan, *what: object) -> Random:
    """The same for the same thing in every rehearsal with this seed, whatever else happens."""
    return Random("/".join(map(str, (plan.seed, *what))))  # noqa: S311 to be repeated, not to be secret


def habit(plan: Plan, person: Person, absent_head: int | None) -> Habit:
    """One in ten lets everything slip; some officers leave; all are on leave twice a year, one head all February."""
    chance = chance_of(plan, person.staff_no)
    haste = chance.choice((0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9, 1.0, 1.6))
    away = [_leave(plan, chance) for _ in range(2 * _years(plan))]
    if person.id == absent_head:
        away += [Away(date(year, 2, 1), date(year, 3, 1)) for year in range(plan.first.year, plan.last.year + 1)]
    may_leave = Role.OFFICER in person.roles and chance.random() < 1 / 40
    return Habit(haste, tuple(away), _some_day(plan, chance) if may_leave else None)


def day_for(plan: Plan, habit: Habit, matter: str, noticed: date, due: date, calendar: OfficeCalendar) -> date:
    """When somebody of this habit sees to a matter that he noticed on this day; some forget it for weeks."""
    chance = chance_of(plan, matter)
    begins = max(noticed, due - AHEAD.get(matter.partition("/")[0], 365) * DAY)
    days = max((due - begins).days, 0)
    passed = habit.haste * chance.uniform(0.5, 1.1) * days
    forgotten = chance.randint(2, 12) if habit.haste > 1 else 0
    return calendar.on_or_after(begins + round(min(passed, days)) * DAY + forgotten * DAY)


def head_away(people: Sequence[Person]) -> int | None:
    """The head who is away in February: of the last agency."""
    heads = [each for each in people if Role.HEAD in each.roles]
    return heads[-1].id if heads else None


def _years(plan: Plan) -> int:
    return max(1, round((plan.last - plan.first).days / 365))


def _leave(plan: Plan, chance: Random) -> Away:
    first = _some_day(plan, chance)
    return Away(first, first + chance.randint(1, 10) * DAY)


def _some_day(plan: Plan, chance: Random) -> date:
    return plan.first + chance.randint(0, max((plan.last - plan.first).days, 1)) * DAY
