"""Cases and the decisions on them; a decision is one conditional UPDATE that the database may refuse."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    Select,
    String,
    and_,
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
from bot.rules.people import Authority, Capacity, Role, Seat, Strength
from bot.rules.phrases import RuleViolation, Value
from bot.rules.requests import Case, CaseState

from . import counters, phrases
from .questions import read_answers
from .tables import cases, decisions, deputyships, people, seats
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Filed:
    """A case with where it waits: its seat, since when, until when."""

    case: Case
    seat: Seat | None
    filed_at: datetime
    step_since: datetime
    step_due: date | None


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
_RECORD = plain_insert(decisions)
_COURSE = select(decisions).where(decisions.c.case_id == bindparam("case")).order_by(decisions.c.version)


def reschedule(unit: Unit, case_id: int, deadline: Deadline) -> bool:
    """Another deadline for the step that is open; False when it is the same."""
    values = dates(deadline)
    differs = or_(*(cases.c[name].is_distinct_from(day) for name, day in values.items()))
    return unit.connection.execute(update(cases).where(cases.c.id == case_id, differs).values(values)).rowcount == 1


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
    values: dict[str, Any] = {
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
    known: dict[str, Any] = {
        "case": before.id,
        "was_state": before.state.value,
        "was_version": before.version,
        "was_step": before.step,
    }
    if authority is None:
        return unit.connection.execute(_MOVE, known | values).rowcount == 1
    person, holder = authority.person.id, authority.holder.id
    known |= {"person": person, "holder": holder, "today": unit.today}
    if recorder is None:
        return unit.connection.execute(_DECIDE if person == holder else _DECIDE_FOR, known | values).rowcount == 1
    by, by_right_of = recorder.authority.person.id, recorder.authority.holder.id
    known |= {"recorder": by, "recorder_for": by_right_of}
    known |= {"at_role": recorder.seat.role.value, "at_agency": recorder.seat.agency}
    return unit.connection.execute(_ON_PAPER if by == by_right_of else _ON_PAPER_FOR, known | values).rowcount == 1


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
