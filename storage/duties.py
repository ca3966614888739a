"""Duties: opened once by their key, done once; who owes what, and until when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Executable,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)

from bot.rules.duties import Duty, Term
from bot.rules.people import AgencyKind

from . import reminders
from .dialect import INSERTS, insert
from .tables import accounts, agencies, agency_items, delegations, duties, people
from .unit import Unit

COLUMNS = ("code", "subject", "occurrence", "due_on", "agency", "authority", "business", "person_id", "opened_on")
Owing = Callable[[], Select[Any]]
_NO_AUTHORITY, _NOBODY = cast(None, String), cast(None, Integer)  # PostgreSQL wants the type of what is not there
_LABOUR = select(agencies.c.code).where(agencies.c.kind == AgencyKind.LABOUR.value).scalar_subquery()


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that was opened; done on `done_on`. `agency` is the one it concerns, `authority` the one that audits it
    (for a business, where work is entrusted), `person_id` who owes it where it is one person's."""

    id: int
    code: Duty
    subject: str
    occurrence: str
    due_on: date
    agency: str
    authority: str | None
    business: str
    person_id: int | None
    opened_on: date
    done_on: date | None


def find(unit: Unit, code: Duty, subject: str, occurrence: str) -> Owed | None:
    key = {"code": code.value, "subject": subject, "occurrence": occurrence}
    row = unit.connection.execute(select(duties).filter_by(**key)).one_or_none()
    return read(row) if row else None


def by_id(unit: Unit, id_: int) -> Owed:
    return read(unit.connection.execute(select(duties).where(duties.c.id == id_)).one())


def of_agency(unit: Unit, code: Duty, agency: str, occurrence: str) -> list[Owed]:
    """All of an agency's for one term, done or not, by subject."""
    chosen = select(duties).where(duties.c.code == code.value, duties.c.agency == agency)
    found = unit.connection.execute(chosen.where(duties.c.occurrence == occurrence).order_by(duties.c.subject))
    return [read(row) for row in found]


def open_of_person(unit: Unit, code: Duty, person_id: int) -> list[Owed]:
    """What somebody owes, the oldest first."""
    chosen = select(duties).where(duties.c.code == code.value, duties.c.person_id == person_id)
    return [read(row) for row in unit.connection.execute(chosen.where(_UNDONE).order_by(duties.c.due_on))]


def open_of_agency(unit: Unit, code: Duty, agency: str) -> list[Owed]:
    """What is owed in an agency, the oldest first, by subject."""
    chosen = select(duties).where(duties.c.code == code.value, duties.c.agency == agency, _UNDONE)
    return [read(row) for row in unit.connection.execute(chosen.order_by(duties.c.due_on, duties.c.subject))]


def of_authority(unit: Unit, authority: str, occurrence: str) -> list[Owed]:
    """The on-site audits that an authority owes in a year, by agency and business."""
    chosen = select(duties).where(duties.c.code == Duty.ONSITE.value, duties.c.authority == authority)
    found = chosen.where(duties.c.occurrence == occurrence).order_by(duties.c.agency, duties.c.business)
    return [read(row) for row in unit.connection.execute(found)]


def done(unit: Unit, id_: int) -> bool:
    """From today on it is done; False when it was already. Whoever calls this brings the digests up to date."""
    changed = update(duties).where(duties.c.id == id_, _UNDONE).values(done_on=unit.today)
    return unit.connection.execute(changed).rowcount == 1


def reopen(unit: Unit, id_: int) -> None:
    unit.connection.execute(update(duties).where(duties.c.id == id_).values(done_on=None))


def hand_over(unit: Unit, id_: int, person_id: int | None) -> None:
    """Somebody else owes it from now on."""
    unit.connection.execute(update(duties).where(duties.c.id == id_).values(person_id=person_id))


def open_one(
    unit: Unit,
    code: Duty,
    subject: str,
    occurrence: str,
    due_on: date,
    agency: str,
    authority: str | None = None,
    person_id: int | None = None,
) -> None:
    """A duty that arises from what somebody did: a report to read, a visit. There already, it stays as it is."""
    values = (code.value, subject, occurrence, due_on, agency, authority, "", person_id, unit.today)
    row = insert(unit, duties).values(dict(zip(COLUMNS, values, strict=True)))
    unit.connection.execute(row.on_conflict_do_nothing())


def open_again(
    unit: Unit, code: Duty, subject: str, occurrence: str, due_on: date, agency: str, person_id: int | None = None
) -> None:
    """Like `open_one`; a duty that was done is owed once more, from today until this day, and spoken of anew."""
    reminders.forget(unit, code.value, subject, occurrence)
    open_one(unit, code, subject, occurrence, due_on, agency, person_id=person_id)
    again = update(duties).filter_by(code=code.value, subject=subject, occurrence=occurrence)
    unit.connection.execute(again.values(due_on=due_on, person_id=person_id, opened_on=unit.today, done_on=None))


def all_open(unit: Unit, code: Duty) -> list[Owed]:
    chosen = select(duties).where(duties.c.code == code.value, _UNDONE)
    return [read(row) for row in unit.connection.execute(chosen.order_by(duties.c.id))]


def reschedule(unit: Unit, id_: int, due_on: date) -> None:
    unit.connection.execute(update(duties).where(duties.c.id == id_).values(due_on=due_on))


# --- opened by the sweep ---------------------------------------------------------------------------------------------


def accounts_span(unit: Unit) -> tuple[int, int]:
    """The lowest and the highest key of all accounts; (0, -1) when there are none."""
    first, last = unit.connection.execute(select(func.min(accounts.c.id), func.max(accounts.c.id))).one()
    return (first, last) if first is not None else (0, -1)


def open_records(unit: Unit, term: Term, day: date, first: int, last: int) -> None:
    """4(5)3: whoever had an open officer account on any day of the month, among these accounts."""
    _open(unit, Duty.RECORD, _records, term, day, {"first": first, "last": last})


def open_audits(unit: Unit, term: Term, day: date) -> None:
    """8(1)1: each agency in which somebody owes a record for the month."""
    _open(unit, Duty.AUDIT, _with_officers, term, day)


def open_reviews(unit: Unit, term: Term, day: date) -> None:
    """8(1)2: each agency with an open account."""
    _open(unit, Duty.REVIEW, _with_accounts, term, day)


def open_onsite(unit: Unit, term: Term, day: date) -> None:
    """8(2)2 and 9: each using agency by the Dept. of Labor; entrusted work by each authority, for each business."""
    for owed in (_by_labour, _by_authorities):
        _open(unit, Duty.ONSITE, owed, term, day)


def _open(
    unit: Unit, code: Duty, owed: Owing, term: Term, day: date, window: Mapping[str, int] = MappingProxyType({})
) -> None:
    dates = {"from": term.first, "until": term.last, "due": term.due_on, "day": day, "occurrence": term.occurrence}
    unit.connection.execute(_opening(unit.connection.dialect.name, code, owed), {**dates, **window})


@cache
def _opening(dialect: str, code: Duty, owed: Owing) -> Executable:
    """Rows for those that are not there; to look first costs less than to be refused."""
    wanted = owed().subquery()
    occurrence = bindparam("occurrence", type_=String)
    due, day = bindparam("due", type_=Date), bindparam("day", type_=Date)
    values = (literal(code.value), wanted.c.subject, occurrence, due, wanted.c.agency, wanted.c.authority)
    there = exists().where(
        duties.c.code == code.value, duties.c.subject == wanted.c.subject, duties.c.occurrence == occurrence
    )
    rows = select(*values, wanted.c.business, wanted.c.person_id, day).where(~there)
    return INSERTS[dialect](duties).from_select(COLUMNS, rows).on_conflict_do_nothing()


def _owed(
    subject: ColumnElement[str],
    agency: ColumnElement[str],
    authority: Any = _NO_AUTHORITY,
    business: Any = "",
    person_id: Any = _NOBODY,
) -> Select[Any]:
    values = {"subject": subject, "agency": agency, "authority": authority, "business": business}
    chosen = [_column(each).label(name) for name, each in values.items()]
    return select(*chosen, _column(person_id).label("person_id"))


def _column(value: Any) -> ColumnElement[Any]:
    return value if isinstance(value, ColumnElement) else literal(value)


def _records() -> Select[Any]:
    owed = _owed(people.c.staff_no, accounts.c.agency, person_id=people.c.id).join_from(accounts, people)
    among = accounts.c.id.between(bindparam("first"), bindparam("last"))
    return owed.where(among, accounts.c.kind == "officer", _used()).distinct()


def _agencies(*conditions: ColumnElement[bool]) -> Select[Any]:
    return _owed(agencies.c.code, agencies.c.code).where(*conditions)


def _with_officers() -> Select[Any]:
    return _agencies(_has_account(accounts.c.kind == "officer"))


def _with_accounts() -> Select[Any]:
    return _agencies(_has_account())


def _by_labour() -> Select[Any]:
    """A district office only for work of its own: an item in force without a business, or with one nobody entrusted."""
    entrusted = exists().where(delegations.c.district == agencies.c.code)
    subject = _LABOUR + literal("/", String) + agencies.c.code
    owed = _owed(subject, agencies.c.code, _LABOUR).select_from(agencies)
    own_work = or_(~entrusted, _has_item(~_entrusts_its_business()))
    return owed.where(_is_using(), _LABOUR.is_not(None), own_work)


def _by_authorities() -> Select[Any]:
    slash, business = literal("/", String), delegations.c.business
    subject = delegations.c.authority + slash + agencies.c.code + slash + business
    owed = _owed(subject, agencies.c.code, delegations.c.authority, business)
    return owed.join_from(agencies, delegations, delegations.c.district == agencies.c.code).where(_is_using())


def _is_using() -> ColumnElement[bool]:
    return or_(_has_account(), _has_item())


def _has_account(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(accounts.c.agency == agencies.c.code, _used(), *conditions)


def _has_item(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    removed = agency_items.c.removed_on
    in_force = or_(removed.is_(None), removed > bindparam("from", type_=Date))
    return exists().where(agency_items.c.agency == agencies.c.code, in_force, *conditions)


def _entrusts_its_business() -> ColumnElement[bool]:
    same = delegations.c.business == agency_items.c.business
    return exists().where(delegations.c.district == agency_items.c.agency, same)


def _used() -> ColumnElement[bool]:
    """The account was open on a day of the term; suspended before it began, it was not."""
    first, last = bindparam("from", type_=Date), bindparam("until", type_=Date)
    ended = case((accounts.c.closed_on.is_(None), accounts.c.suspended_on), else_=accounts.c.closed_on)
    return and_(accounts.c.opened_on <= last, or_(ended.is_(None), ended > first))


_UNDONE = duties.c.done_on.is_(None)


def read(row: Row[Any]) -> Owed:
    return Owed(
        row.id,
        Duty(row.code),
        row.subject,
        row.occurrence,
        row.due_on,
        row.agency,
        row.authority,
        row.business,
        row.person_id,
        row.opened_on,
        row.done_on,
    )
