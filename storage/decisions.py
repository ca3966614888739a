"""Decisions: one conditional UPDATE that the database may refuse, and the line it leaves in the course of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, bindparam, exists, or_, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.deadlines import Deadline
from bot.rules.people import Authority, Capacity, Seat, Strength
from bot.rules.phrases import Value
from bot.rules.requests import Case

from . import phrases
from .cases import OPEN_STATES, dates
from .tables import cases, deputyships, people, seats
from .tables import decisions as lines
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Paper:
    """What a line of the course rests on instead of a tap: a document, who recorded it, and when it was signed."""

    document: str
    recorded_by: int
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """By what right, and at which seat, somebody records a signature from this paper."""

    authority: Authority
    seat: Seat
    paper: Paper

    @property
    def shown(self) -> dict[str, Any]:
        """As the ledger keeps it."""
        by = self.authority.person.staff_no
        return {"document": self.paper.document, "signed_on": self.paper.signed_on, "recorded_by": by}


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the course of approval; `verdict` is also file, send_again or withdraw."""

    step: str
    verdict: str
    person_id: int
    holder_id: int | None
    capacity: Capacity | None
    strength: Strength
    reason: Value | None
    at: datetime
    paper: Paper | None = None

    @property
    def people(self) -> tuple[int, ...]:
        recorder = self.paper.recorded_by if self.paper else None
        return tuple(each for each in (self.person_id, self.holder_id, recorder) if each is not None)


_TODAY = bindparam("today", type_=Date)
_MOVE = (
    update(cases)
    .where(cases.c.id == bindparam("case"), cases.c.state == bindparam("was_state"))
    .where(cases.c.version == bindparam("was_version"), cases.c.step == bindparam("was_step"))
)
_IN_POST = or_(people.c.left_on.is_(None), people.c.left_on > _TODAY)


def _held(holder: str, role: ColumnElement[Any], agency: ColumnElement[Any]) -> ColumnElement[bool]:
    """The holder holds the seat and has not left."""
    seated = (people.c.id == bindparam(holder), seats.c.person_id == people.c.id)
    return exists().where(*seated, seats.c.role == role, people.c.agency == agency, _IN_POST)


def _acting(holder: str, person: str) -> ColumnElement[bool]:
    """The person is the holder's deputy today, and in post."""
    return exists().where(
        deputyships.c.holder_id == bindparam(holder),
        deputyships.c.deputy_id == bindparam(person),
        deputyships.c.from_day <= _TODAY,
        deputyships.c.to_day > _TODAY,
        people.c.id == deputyships.c.deputy_id,
        _IN_POST,
    )


def _no_party(person: str) -> ColumnElement[bool]:
    return and_(cases.c.subject_id != bindparam(person), cases.c.filed_by_id != bindparam(person))


_DECIDE = _MOVE.where(_no_party("person"), _held("holder", cases.c.seat_role, cases.c.seat_agency))
_DECIDE_FOR = _DECIDE.where(_acting("holder", "person"))
_ON_PAPER = _DECIDE.where(
    _no_party("recorder"),
    _held("recorder_for", bindparam("at_role", type_=String), bindparam("at_agency", type_=String)),
)
_ON_PAPER_FOR = _ON_PAPER.where(_acting("recorder_for", "recorder"))
_RECORD = plain_insert(lines)
_COURSE = select(lines).where(lines.c.case_id == bindparam("case")).order_by(lines.c.version)


def move(
    unit: Unit,
    before: Case,
    after: Case,
    seat: Seat | None,
    deadline: Deadline | None,
    authority: Authority | None = None,
    recorder: Recorder | None = None,
) -> bool:
    """Advance the case in one UPDATE: only while it stands where `before` says and, for a decision, while the person
    may decide; for a signature on paper, while its seat is held and the recorder may record. False tells that another
    was first."""
    values = _values(unit, before, after, seat, deadline)
    if authority is None:
        return unit.connection.execute(_MOVE, values).rowcount == 1
    person, holder = authority.person.id, authority.holder.id
    values |= {"person": person, "holder": holder, "today": unit.today}
    if recorder is None:
        return unit.connection.execute(_DECIDE if person == holder else _DECIDE_FOR, values).rowcount == 1
    by, by_right_of = recorder.authority.person.id, recorder.authority.holder.id
    values |= {"recorder": by, "recorder_for": by_right_of}
    values |= {"at_role": recorder.seat.role.value, "at_agency": recorder.seat.agency}
    return unit.connection.execute(_ON_PAPER if by == by_right_of else _ON_PAPER_FOR, values).rowcount == 1


def _values(unit: Unit, before: Case, after: Case, seat: Seat | None, deadline: Deadline | None) -> dict[str, Any]:
    """Where the case must stand, and where it stands then."""
    return {
        "case": before.id,
        "was_state": before.state.value,
        "was_version": before.version,
        "was_step": before.step,
        "answers": phrases.dump(dict(after.answers)),
        "state": after.state.value,
        "step": after.step,
        "opened": after.opened,
        "version": after.version,
        "skipped": ";".join(sorted(after.skipped)),
        "seat_role": seat.role.value if seat else None,
        "seat_agency": seat.agency if seat else None,
        "step_since": unit.now,
        **dates(deadline),
        "closed_at": None if after.state.value in OPEN_STATES else unit.now,
        "aside_id": after.aside,
    }


def record(
    unit: Unit,
    case: Case,
    step: str,
    verdict: str,
    person_id: int,
    *,
    authority: Authority | None = None,
    reason: Value | None = None,
    paper: Paper | None = None,
) -> None:
    """One line of the course of approval; the version makes it unique."""
    row = {
        "case_id": case.id,
        "version": case.version,
        "step": step,
        "verdict": verdict,
        "person_id": person_id,
        "holder_id": authority.holder.id if authority else None,
        "capacity": authority.capacity.value if authority else None,
        "strength": (Strength.PAPER if paper else Strength.TAP).value,
        "reason": None if reason is None else phrases.dump(reason),
        "at": unit.now,
        "document": paper.document if paper else None,
        "signed_on": paper.signed_on if paper else None,
        "recorded_by_id": paper.recorded_by if paper else None,
    }
    unit.connection.execute(_RECORD, row)


def course(unit: Unit, case_id: int) -> list[Decision]:
    """Everything decided on the case, oldest first."""
    rows = unit.connection.execute(_COURSE, {"case": case_id})
    return [
        Decision(
            row.step,
            row.verdict,
            row.person_id,
            row.holder_id,
            Capacity(row.capacity) if row.capacity else None,
            Strength(row.strength),
            phrases.load(row.reason) if row.reason else None,
            row.at,
            Paper(row.document, row.recorded_by_id, row.signed_on) if row.document else None,
        )
        for row in rows
    ]
