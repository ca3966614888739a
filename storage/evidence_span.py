"""What an auditor asks for about one agency: the year, and how rows of it are read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from .tables import people as staff
from .unit import Unit

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Span:
    """An agency's year; its last day is today while it runs."""

    agency: str
    year: int
    last: date

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)


def begin(unit: Unit, span: Span) -> datetime:
    return datetime.combine(span.first, datetime.min.time(), unit.zone)


def end(unit: Unit, span: Span) -> datetime:
    return datetime.combine(span.last + timedelta(days=1), datetime.min.time(), unit.zone)


def rows_of(unit: Unit, query: Select[Any]) -> Rows:
    return [dict(row._mapping) for row in unit.connection.execute(query)]


def who(person_id: ColumnElement[Any], label: str) -> ColumnElement[Any]:
    """The staff number behind a person's id."""
    one = staff.alias()
    return select(one.c.staff_no).where(one.c.id == person_id).scalar_subquery().label(label)


def lasts_until(ended: ColumnElement[Any], start: Any) -> ColumnElement[bool]:
    return or_(ended.is_(None), ended >= start)
