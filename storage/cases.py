"""Cases: filed under their numbers, found, passed on; how they advance is in decisions.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy import insert as plain_insert

from bot.rules.deadlines import Deadline
from bot.rules.kinds import kind_of
from bot.rules.people import Role, Seat
from bot.rules.phrases import RuleViolation
from bot.rules.requests import Case, CaseState

from . import counters, phrases
from .questions import read_answers
from .tables import cases, decisions, seats
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Filed:
    """A case with where it waits: its seat, since when, until when."""

    case: Case
    seat: Seat | None
    filed_at: datetime
    step_since: datetime
    step_due: date | None


OPEN_STATES = (CaseState.OPEN.value, CaseState.RETURNED.value)


def file(unit: Unit, series: str, values: dict[str, Any]) -> Filed:
    """Keep a new case under the next number of its series and ROC year, `115-A1-0007`."""
    year = unit.today.year - 1911
    number = f"{year}-{series}-{counters.next_value(unit, f'case:{year}:{series}'):04d}"
    row = {"number": number, "filed_at": unit.now, "step_since": unit.now, **values}
    row["answers"] = phrases.dump(dict(row["answers"]))
    case_id = unit.connection.execute(plain_insert(cases).values(**row).returning(cases.c.id)).scalar_one()
    return load(unit, case_id)


_ONE = select(cases).where(cases.c.id == bindparam("id"))


def load(unit: Unit, case_id: int) -> Filed:
    return _readable(unit.connection.execute(_ONE, {"id": case_id}).one())


def by_number(unit: Unit, number: str) -> Filed | None:
    row = unit.connection.execute(select(cases).where(cases.c.number == number)).one_or_none()
    return _readable(row) if row else None


def kind_at(unit: Unit, number: str) -> str:
    """The code of the case's kind, whatever else can be read of it."""
    kind: str = unit.connection.execute(select(cases.c.kind).where(cases.c.number == number)).scalar_one()
    return kind


def under_way(unit: Unit, kind: str, subject: int, agency: str) -> Filed | None:
    """The person's case of this kind in this agency that is not closed yet."""
    query = select(cases).where(cases.c.kind == kind, cases.c.subject_id == subject, cases.c.state.in_(OPEN_STATES))
    row = unit.connection.execute(query.where(cases.c.agency == agency)).first()
    return _readable(row) if row else None


def unreadable(unit: Unit) -> list[str]:
    """Numbers of the cases that this version cannot read; lists pass them over."""
    rows = unit.connection.execute(select(cases).order_by(cases.c.id))
    return [row.number for row in rows if _filed(row) is None]


def _mine(person_id: int) -> ColumnElement[bool]:
    mine = (cases.c.subject_id, cases.c.filed_by_id, cases.c.entered_by_id, cases.c.in_charge_id)
    return or_(*(each == person_id for each in mine))


def of_party(unit: Unit, person_id: int, most: int = 50, after: int = 0) -> list[Filed]:
    """The person's own cases and those entered for others or taken over, open ones first, then the newest."""
    order = (cases.c.closed_at.is_not(None), cases.c.id.desc())
    query = select(cases).where(_mine(person_id)).order_by(*order).limit(most).offset(after)
    return _all(unit, query)


def count_of_party(unit: Unit, person_id: int) -> int:
    query = select(func.count()).select_from(cases).where(_mine(person_id))
    return unit.connection.execute(query).scalar_one()


def documents(unit: Unit, case_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The papers that each case rests on, oldest first."""
    on_paper = (decisions.c.case_id.in_(list(case_ids)), decisions.c.document.is_not(None))
    query = select(decisions.c.case_id, decisions.c.document).where(*on_paper).order_by(decisions.c.version)
    found: dict[int, tuple[str, ...]] = {}
    for row in unit.connection.execute(query):
        found[row.case_id] = (*found.get(row.case_id, ()), row.document)
    return found


def at_seats(unit: Unit, seats: Iterable[Seat]) -> list[Filed]:
    """Open cases that wait at one of these seats, the most urgent first."""
    keys = [(seat.agency, seat.role.value) for seat in seats]
    here = tuple_(cases.c.seat_agency, cases.c.seat_role).in_(keys)
    query = select(cases).where(cases.c.state == CaseState.OPEN.value, here).order_by(cases.c.step_due, cases.c.id)
    return _all(unit, query)


def of_administrators(unit: Unit) -> list[Filed]:
    """Administrators' own cases that wait for their head."""
    own = or_(seats.c.person_id == cases.c.subject_id, seats.c.person_id == cases.c.filed_by_id)
    is_own = exists().where(seats.c.role == Role.ADMINISTRATOR.value, own)
    waiting = (cases.c.state == CaseState.OPEN.value, cases.c.seat_role == Role.HEAD.value)
    query = select(cases).where(*waiting, is_own).order_by(cases.c.step_due, cases.c.id)
    return _all(unit, query)


def open_cases(unit: Unit) -> list[Filed]:
    query = select(cases).where(cases.c.state == CaseState.OPEN.value).order_by(cases.c.id)
    return _all(unit, query)


def hand_over(unit: Unit, case_id: int, person_id: int) -> None:
    """Somebody else speaks for the applicant from now on; who filed it stays."""
    unit.connection.execute(update(cases).where(cases.c.id == case_id).values(in_charge_id=person_id))


def dates(deadline: Deadline | None) -> dict[str, date | None]:
    """The columns of a deadline; of a case that waits for nobody they are empty."""
    if deadline is None:
        return dict.fromkeys(("step_due", "half_on", "twice_on"))
    return {"step_due": deadline.due, "half_on": deadline.half, "twice_on": deadline.twice}


def reschedule(unit: Unit, case_id: int, deadline: Deadline) -> bool:
    """Another deadline for the step that is open; False when it is the same."""
    values = dates(deadline)
    differs = or_(*(cases.c[name].is_distinct_from(day) for name, day in values.items()))
    return unit.connection.execute(update(cases).where(cases.c.id == case_id, differs).values(values)).rowcount == 1


def _all(unit: Unit, query: Select[Any]) -> list[Filed]:
    return [filed for row in unit.connection.execute(query) if (filed := _filed(row)) is not None]


def _readable(row: Row[Any]) -> Filed:
    filed = _filed(row)
    if filed is None:
        raise RuleViolation("case-unreadable", number=row.number)
    return filed


def _filed(row: Row[Any]) -> Filed | None:
    """None for what only another version can read: its kind, its step, an answer."""
    try:
        filed = _read(row)
        _ = filed.case.at
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return filed


def _read(row: Row[Any]) -> Filed:
    case = Case(
        id=row.id,
        number=row.number,
        kind=kind_of(row.kind).code,
        agency=row.agency,
        subject=row.subject_id,
        filed_by=row.filed_by_id,
        answers=read_answers(row.answers),
        state=CaseState(row.state),
        step=row.step,
        opened=row.opened,
        version=row.version,
        skipped=frozenset(row.skipped.split(";")) - {""},
        entered_by=row.entered_by_id,
        aside=row.aside_id,
        in_charge=row.in_charge_id,
    )
    seat = Seat(Role(row.seat_role), row.seat_agency) if row.seat_role else None
    return Filed(case, seat, row.filed_at, row.step_since, row.step_due)
