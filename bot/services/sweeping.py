"""The sweep, as a chain of short transactions: those that only look are done beside the writer, those that write take
on less after a slow one and more after a quick one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from time import thread_time
from typing import Any

from bot.rules.calendar import OfficeCalendar, in_office_hours
from bot.rules.duties import month_term, quarter_term, year_term
from bot.rules.reminders import REMINDERS, Rule, horizon, is_escalated, latest, spoken
from storage import digests as told
from storage import duties, ladders, reminders, seeds
from storage.ladders import Add, Ladder
from storage.reminders import Dues
from storage.unit import Unit

from . import calendars, deputies, digests, leaving

Work = Callable[[Unit, Sequence[int]], object]
Opening = Callable[[Unit, date], None]
QUICK, SLOW = 0.004, 0.008
ROWS, PEOPLE = (250, 5_000), (5, 500)
"""How many are taken at first, and at most. Of people and cases each costs as much as dozens of rows."""


@dataclass(frozen=True, slots=True)
class Step:
    """A transaction of the sweep; it returns the one after it. One that only `looks` can be a reader's."""

    work: Callable[[Unit], "Step | None"]
    looks: bool = False

    def __call__(self, unit: Unit) -> "Step | None":
        return self.work(unit)


@dataclass(frozen=True, slots=True)
class Rest:
    """The keys that are still to be seen to; so many of them are taken in one transaction, never more than `most`."""

    keys: Sequence[int]
    width: int
    most: int

    def after(self, work: Callable[[Sequence[int]], object]) -> "Rest":
        """What is left after `work` on the next of them. The processor's time counts: on a busy machine smaller
        transactions would not be shorter, only more."""
        began = thread_time()
        work(self.keys[: self.width])
        return replace(self, keys=self.keys[self.width :], width=self._width(thread_time() - began))

    def _width(self, seconds: float) -> int:
        if seconds > SLOW:
            return max(1, self.width // 2)
        return min(self.most, self.width * 2) if seconds < QUICK else self.width


def _look(work: Callable[..., Step | None], *args: Any) -> Step:
    return Step(partial(work, *args), looks=True)


def _write(work: Callable[..., Step | None], *args: Any) -> Step:
    return Step(partial(work, *args))


def _each(rest: Rest, work: Work, following: Step | None) -> Step | None:
    """`work` on all of them, in as many transactions as it takes."""
    return _write(_some, rest, work, following) if rest.keys else following


def _some(rest: Rest, work: Work, following: Step | None, unit: Unit) -> Step | None:
    return _each(rest.after(partial(work, unit)), work, following)


def sweep(at: datetime) -> Step:
    """The sweep of this moment: its first step. Each step is a transaction of its own and returns the one after it,
    so that what has not been committed is not passed over; a sweep that was cut short is completed by the next."""
    calendars.learn(at.year)
    return _look(_cut, at)


def _cut(at: datetime, unit: Unit) -> Step | None:
    """Leavers go first. Whose day has really come: a sweep ahead of time ends nobody's link."""
    following = _write(_suspend, _look(_stand_in, at))
    return _each(Rest(leaving.uncut(unit), *PEOPLE), leaving.cut, following)


def _suspend(following: Step, unit: Unit) -> Step:
    leaving.suspend(unit)
    return _look(_pass_on, following)


def _pass_on(following: Step, unit: Unit) -> Step | None:
    """What stands in a leaver's name goes to who took over."""
    return _each(Rest(leaving.left_behind(unit), *PEOPLE), leaving.see_to, following)


def _stand_in(at: datetime, unit: Unit) -> Step | None:
    """Cases move to a deputy whose day has come, and back. Nobody's phone rings for it outside office hours."""
    if not in_office_hours(unit.local, calendars.office(unit)):
        return _look(_open, at)
    return _each(Rest(deputies.unshown(unit), *PEOPLE), deputies.catch_up, _write(_caught_up, at))


def _caught_up(at: datetime, unit: Unit) -> Step:
    deputies.caught_up(unit)
    return _look(_open, at)


# --- the duties of this month, quarter and year are opened before anything is said of them ----------------------------


def _open(at: datetime, unit: Unit) -> Step | None:
    moment = at.astimezone(unit.zone)
    return _write(_opening, moment.date(), OPENINGS) if in_office_hours(moment, calendars.office(unit)) else None


def _opening(day: date, kinds: tuple[Opening, ...], unit: Unit) -> Step:
    first, *others = kinds
    first(unit, day)
    return _write(_opening, day, tuple(others)) if others else _look(_records, day)


def _audits(unit: Unit, day: date) -> None:
    duties.open_audits(unit, month_term(day), day)


def _seeds(unit: Unit, day: date) -> None:
    seeds.draw(unit)


def _onsite(unit: Unit, day: date) -> None:
    duties.open_onsite(unit, year_term(day), day)


def _reviews(unit: Unit, day: date) -> None:
    if term := quarter_term(day):
        duties.open_reviews(unit, term, day)


OPENINGS = (_audits, _seeds, _onsite, _reviews)


def _records(day: date, unit: Unit) -> Step | None:
    """What is opened in a leaver's name goes to who took over as well."""
    first, last = duties.accounts_span(unit)
    following = _look(_pass_on, _look(_rule, day, REMINDERS))
    return _each(Rest(range(first, last + 1), *ROWS), partial(_open_records, day), following)


def _open_records(day: date, unit: Unit, keys: Sequence[int]) -> None:
    duties.open_records(unit, month_term(day), day, keys[0], keys[-1])


# --- reminders, and no digest before the last of them -----------------------------------------------------------------


def _rule(day: date, rules: tuple[Rule, ...], unit: Unit) -> Step | None:
    """Which rung the matters of the first of these rules have reached."""
    rule, *others = rules
    following = _look(_rule, day, tuple(others)) if others else _look(_digests, day, 0)
    calendar = calendars.office(unit)
    begun = spoken(day, calendar) if rule.begins else None
    dues = reminders.dues(unit, rule.code, horizon(rule, day, calendar), begun)
    ladder = _ladder(rule, day, calendar, dues)
    if not dues or not (ladder.says_something or ladder.aside):
        return following
    keys = range(min(each.first for each in dues), max(each.last for each in dues) + 1)
    return _each(Rest(keys, *ROWS), partial(_add, ladders.adding(unit, ladder)), following)


def _add(add: Add, unit: Unit, keys: Sequence[int]) -> None:
    add(unit, keys[0], keys[-1])


def _ladder(rule: Rule, day: date, calendar: OfficeCalendar, dues: list[Dues]) -> Ladder:
    reached = [(each.due_on, rung) for each in dues if (rung := latest(rule, each.due_on, day, calendar))]
    rungs = {rung.name: due for due, rung in reached}
    escalated = max((due for due, rung in reached if is_escalated(rule, rung)), default=None)
    begun = (spoken(day, calendar), rule.begins) if rule.begins else None
    said = tuple((due, name) for name, due in rungs.items())
    return Ladder(rule.code, day, said, escalated, begun, _aside(rule, day, calendar, dues))


def _aside(rule: Rule, day: date, calendar: OfficeCalendar, dues: list[Dues]) -> tuple[date, str] | None:
    """Until which due date the names of those who are missing have to be told."""
    if rule.aside is None:
        return None
    reached = [(each.due_on, rung.name) for each in dues if (rung := rule.aside.given(each.due_on, day, calendar))]
    return max(reached, default=None)


def _digests(day: date, after: int, unit: Unit) -> Step | None:
    found, behind = told.awaiting(unit, day, after)
    following = None if behind is None else _look(_digests, day, behind)
    return _each(Rest(found, *PEOPLE), partial(_put, day), following)


def _put(day: date, unit: Unit, person_ids: Sequence[int]) -> None:
    digests.put(unit, person_ids, day)
