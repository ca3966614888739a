"""Ladders: which rung the matters of a rule have reached on a day, and the statements that add the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Executable,
    FromClause,
    Select,
    String,
    bindparam,
    case,
    literal,
    or_,
    select,
    true,
)

from .dialect import INSERTS
from .matters import OPEN, OTHERS, hears, seated, stands_beside
from .tables import reminders
from .unit import Unit

Add = Callable[[Unit, int, int], None]
Naming = Callable[[FromClause], ColumnElement[str]]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Which rung a rule's matters have reached on a day: each for those due until its date and after the one before.
    `escalated` is the last due date of which others hear too; `begun` the rung of those that have not reached any but
    whose own first day is this one or before it; `aside` the last due date of which those beside are
    told, and the rung."""

    rule: str
    day: date
    rungs: tuple[tuple[date, str], ...]
    escalated: date | None
    begun: tuple[date, str] | None = None
    aside: tuple[date, str] | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.rungs or self.begun)


def adding(unit: Unit, ladder: Ladder) -> Add:
    """What adds a row for every open matter between two keys and everybody who is told; those there already stay."""
    shape = (len(ladder.rungs), bool(ladder.begun), bool(ladder.escalated), bool(ladder.aside))
    statements = _statements(unit.connection.dialect.name, ladder.rule, *shape)
    values = _values(ladder)

    def add(unit: Unit, first: int, last: int) -> None:
        for each in statements:
            unit.connection.execute(each, {**values, "first": first, "last": last})

    return add


def _values(ladder: Ladder) -> dict[str, date | str | None]:
    reached = {f"due{n}": due for n, (due, _) in enumerate(ladder.rungs)}
    named = {f"rung{n}": name for n, (_, name) in enumerate(ladder.rungs)}
    begun, begun_rung = ladder.begun or (None, None)
    aside, aside_rung = ladder.aside or (None, None)
    days = {"on": ladder.day, "begun": begun, "escalated": ladder.escalated, "aside": aside}
    return {**reached, **named, **days, "begun_rung": begun_rung, "aside_rung": aside_rung}


@lru_cache(maxsize=256)
def _statements(
    dialect: str, rule: str, rungs: int, begun: bool, escalated: bool, aside: bool
) -> tuple[Executable, ...]:
    """Made once for ladders of the same shape: to make them costs more than to run them."""
    made = _Statements(dialect, rule, rungs, begun)
    told = made.to_own() if rungs or begun else []
    above = made.to_others() if escalated else []
    return (*told, *above, *(made.to_those_beside() if aside else []))


@dataclass(frozen=True, slots=True)
class _Statements:
    """The insertions for one rule, on a ladder of so many rungs."""

    dialect: str
    rule: str
    rungs: int
    begun: bool

    def to_own(self) -> list[Executable]:
        told = [self._said(each).subquery() for each in OPEN[self.rule]]
        return [self._insertion(each, each, each.c.person_id, self._reached(each)) for each in told]

    def to_others(self) -> list[Executable]:
        """Those whom the rule names, or else who holds the seat above."""
        if self.rule in OTHERS:
            named = [_late(each, "escalated").subquery() for each in OTHERS[self.rule]]
            return [self._insertion(each, each, each.c.person_id, self._reached(each)) for each in named]
        return self._to_seats(OPEN[self.rule], "escalated", hears, self._reached)

    def to_those_beside(self) -> list[Executable]:
        beside = [each for each in OPEN[self.rule] if "beside" in each.selected_columns]
        return self._to_seats(beside, "aside", stands_beside, lambda matter: bindparam("aside_rung", type_=String))

    def _to_seats(
        self, matters: Sequence[Select[Any]], until: str, at: Callable[..., ColumnElement[bool]], rung: Naming
    ) -> list[Executable]:
        holder = seated().cte("holder").prefix_with("MATERIALIZED")
        late = [_late(each, until).cte("late").prefix_with("MATERIALIZED") for each in matters]
        return [self._insertion(each, each.join(holder, at(holder, each)), holder.c.id, rung(each)) for each in late]

    def _said(self, matters: Select[Any]) -> Select[Any]:
        matter = matters.subquery()
        said = [matter.c.due_on <= bindparam(f"due{self.rungs - 1}", type_=Date)] if self.rungs else []
        said += [matter.c.begins_on <= bindparam("begun", type_=Date)] if self.begun else []
        return select(matter).where(or_(*said), _between(matter))

    def _reached(self, matter: FromClause) -> ColumnElement[str]:
        begun = bindparam("begun_rung", type_=String) if self.begun else None
        reached = [(matter.c.due_on <= bindparam(f"due{n}", type_=Date), _named(n)) for n in range(self.rungs)]
        return case(*reached, else_=begun) if reached or begun is None else begun

    def _insertion(
        self, matter: FromClause, source: FromClause, person: ColumnElement[int], rung: ColumnElement[str]
    ) -> Executable:
        values = (literal(self.rule), matter.c.subject, matter.c.occurrence, rung, person)
        rows = select(*values, matter.c.due_on, bindparam("on", type_=Date)).select_from(source)
        columns = ("rule", "subject", "occurrence", "rung", "person_id", "due_on", "day")
        # Without a WHERE between them SQLite would read ON CONFLICT as the condition of a join.
        return INSERTS[self.dialect](reminders).from_select(columns, rows.where(true())).on_conflict_do_nothing()


def _named(n: int) -> ColumnElement[str]:
    return bindparam(f"rung{n}", type_=String)


def _late(matters: Select[Any], until: str) -> Select[Any]:
    """Of which others hear: due until this day and, where the matter says since when, not before."""
    matter = matters.subquery()
    since = (matter.c.since <= bindparam("on", type_=Date),) if "since" in matter.c else ()
    return select(matter).where(matter.c.due_on <= bindparam(until, type_=Date), _between(matter), *since)


def _between(matter: FromClause) -> ColumnElement[bool]:
    return matter.c.key.between(bindparam("first"), bindparam("last"))
