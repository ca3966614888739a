"""What is owed of the recurring duties, and who is told: officers, administrators, heads, auditors."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, String, cast, exists, or_, select

from bot.rules.duties import Duty
from bot.rules.people import Role

from .posts import in_post
from .tables import accounts, duties, people, seats

HEAD, ADMINISTRATOR = Role.HEAD.value, Role.ADMINISTRATOR.value


def _owed(code: Duty, *told: Any) -> Select[Any]:
    columns = (duties.c.due_on, duties.c.subject, duties.c.occurrence)
    return select(duties.c.id.label("key"), *columns, *told).where(duties.c.code == code.value, _UNDONE)


def _of_seats(code: Duty, agency: ColumnElement[str], roles: tuple[Role, ...], *more: Any) -> Select[Any]:
    """Told to everybody in post at one of these seats of an agency; more than one seat, told once."""
    seated = exists().where(seats.c.person_id == people.c.id, seats.c.role.in_([each.value for each in roles]))
    told = _owed(code, people.c.id.label("person_id"), *more)
    return told.join_from(duties, people, people.c.agency == agency).where(in_post(people), seated)


def _above(agency: ColumnElement[str], role: str) -> tuple[ColumnElement[str], ColumnElement[str]]:
    return agency.label("agency"), cast(role, String).label("above")


def records() -> tuple[Select[Any], ...]:
    """4(5)3: who owes it; of a leaver, until somebody takes over, the administrators."""
    columns = (duties.c.person_id, *_above(duties.c.agency, HEAD), cast(ADMINISTRATOR, String).label("beside"))
    own = _owed(Duty.RECORD, *columns).join_from(duties, people, people.c.id == duties.c.person_id)
    leaver = people.alias("leaver")
    gone = ~exists().where(leaver.c.id == duties.c.person_id, in_post(leaver))
    left = _of_seats(Duty.RECORD, duties.c.agency, (Role.ADMINISTRATOR,), *_above(duties.c.agency, HEAD))
    return own.where(in_post(people)), left.where(gone)


def of_administrators(code: Duty) -> tuple[Select[Any], ...]:
    return (_of_seats(code, duties.c.agency, (Role.ADMINISTRATOR,), *_above(duties.c.agency, HEAD)),)


def readings() -> tuple[Select[Any], ...]:
    """8(1)1: the head or the authorised person; not who reported."""
    told = _of_seats(Duty.READING, duties.c.agency, (Role.HEAD, Role.AUTHORISED))
    return (told.where(or_(duties.c.person_id.is_(None), people.c.id != duties.c.person_id)),)


def reporters() -> tuple[Select[Any], ...]:
    told = _owed(Duty.READING, duties.c.person_id).join_from(duties, people, people.c.id == duties.c.person_id)
    return (told.where(in_post(people)),)


def onsite_audits() -> tuple[Select[Any], ...]:
    """8(2)2: the authority's reviewers; in the authority's own house those without an account."""
    told = _of_seats(Duty.ONSITE, duties.c.authority, (Role.REVIEWER,), *_above(duties.c.authority, HEAD))
    using = exists().where(accounts.c.person_id == people.c.id, accounts.c.closed_on.is_(None))
    return (told.where(or_(duties.c.agency != duties.c.authority, ~using)),)


def visits() -> tuple[Select[Any], ...]:
    audited = _of_seats(Duty.VISIT, duties.c.agency, (Role.ADMINISTRATOR,))
    return audited, _of_seats(Duty.VISIT, duties.c.authority, (Role.REVIEWER,))


def leavers() -> tuple[Select[Any], ...]:
    """4(4)2: who has left with an account still open; the administrators of the agency see to it."""
    leaver = people.alias("leaver")
    chosen = select(
        leaver.c.id.label("key"),
        leaver.c.left_on.label("due_on"),
        leaver.c.staff_no.label("subject"),
        cast(leaver.c.left_on, String).label("occurrence"),
        people.c.id.label("person_id"),
        *_above(leaver.c.agency, HEAD),
    )
    administers = exists().where(seats.c.person_id == people.c.id, seats.c.role == ADMINISTRATOR)
    joined = chosen.join_from(leaver, people, people.c.agency == leaver.c.agency).where(administers, in_post(people))
    return (joined.where(leaver.c.left_on.is_not(None), ~in_post(leaver), _still_open(leaver)),)


def dated(code: Duty) -> Select[Any]:
    return select(duties.c.id.label("key"), duties.c.due_on).where(duties.c.code == code.value, _UNDONE)


def leaving_days() -> Select[Any]:
    columns = (people.c.id.label("key"), people.c.left_on.label("due_on"))
    return select(*columns).where(people.c.left_on.is_not(None), _still_open(people))


def _still_open(leaver: FromClause) -> ColumnElement[bool]:
    return exists().where(accounts.c.person_id == leaver.c.id, accounts.c.closed_on.is_(None))


_UNDONE = duties.c.done_on.is_(None)
