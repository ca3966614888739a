"""What is owed of the recurring duties, and who is told: officers, administrators, heads, auditors."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    Subquery,
    and_,
    cast,
    exists,
    or_,
    select,
    union_all,
)

from bot.rules.duties import Duty
from bot.rules.people import Role

from .posts import in_post
from .tables import accounts, duties, people, seats, transfers

HEAD, ADMINISTRATOR = Role.HEAD.value, Role.ADMINISTRATOR.value


def _owed(code: Duty, *told: Any) -> Select[Any]:
    columns = (duties.c.due_on, duties.c.subject, duties.c.occurrence)
    return select(duties.c.id.label("key"), *columns, *told).where(duties.c.code == code.value, _UNDONE)


def _holders(*roles: Role) -> Subquery:
    """Everybody in post at one of these seats; more than one seat, once. Few are, so that they come first: to look for
    them among all people of an agency takes long."""
    held = select(people.c.id, people.c.agency).join_from(seats, people).where(in_post(people))
    return held.where(seats.c.role.in_([each.value for each in roles])).distinct().subquery("holder")


def _told(code: Duty, holder: Subquery, agency: ColumnElement[str], *more: Any) -> Select[Any]:
    """Told to those who hold the seat in this agency."""
    return _owed(code, holder.c.id.label("person_id"), *more).join_from(duties, holder, holder.c.agency == agency)


def _above(agency: ColumnElement[str], role: str) -> tuple[ColumnElement[str], ColumnElement[str]]:
    return agency.label("agency"), cast(role, String).label("above")


def records() -> tuple[Select[Any], ...]:
    """4(5)3: who owes it; of a leaver, until somebody takes over, the administrators."""
    columns = (duties.c.person_id, *_above(duties.c.agency, HEAD), cast(ADMINISTRATOR, String).label("beside"))
    own = _owed(Duty.RECORD, *columns).join_from(duties, people, people.c.id == duties.c.person_id)
    leaver = people.alias("leaver")
    gone = ~exists().where(leaver.c.id == duties.c.person_id, in_post(leaver))
    administers = exists().where(seats.c.person_id == people.c.id, seats.c.role == ADMINISTRATOR)
    told = _owed(Duty.RECORD, people.c.id.label("person_id"), *_above(duties.c.agency, HEAD))
    left = told.join_from(duties, people, people.c.agency == duties.c.agency).where(administers, in_post(people))
    return own.where(in_post(people)), left.where(gone)


def of_administrators(code: Duty) -> tuple[Select[Any], ...]:
    return (_told(code, _holders(Role.ADMINISTRATOR), duties.c.agency, *_above(duties.c.agency, HEAD)),)


def tasks() -> tuple[Select[Any], ...]:
    """4(4)1: the administrators, except whose own rights they are."""
    holder = _holders(Role.ADMINISTRATOR)
    told = _told(Duty.TASK, holder, duties.c.agency, *_above(duties.c.agency, HEAD))
    own = exists().where(people.c.id == holder.c.id, people.c.staff_no == duties.c.subject)
    return (told.where(~own),)


def readings() -> tuple[Select[Any], ...]:
    """8(1)1: the head or the authorised person; not who reported."""
    reader = _holders(Role.HEAD, Role.AUTHORISED)
    told = _told(Duty.READING, reader, duties.c.agency)
    return (told.where(or_(duties.c.person_id.is_(None), reader.c.id != duties.c.person_id)),)


def reporters() -> tuple[Select[Any], ...]:
    told = _owed(Duty.READING, duties.c.person_id).join_from(duties, people, people.c.id == duties.c.person_id)
    return (told.where(in_post(people)),)


def onsite_audits() -> tuple[Select[Any], ...]:
    """8(2)2: the authority's reviewers; in the authority's own house those without an account."""
    reviewer = _holders(Role.REVIEWER)
    told = _told(Duty.ONSITE, reviewer, duties.c.authority, *_above(duties.c.authority, HEAD))
    using = exists().where(accounts.c.person_id == reviewer.c.id, accounts.c.closed_on.is_(None))
    return (told.where(or_(duties.c.agency != duties.c.authority, ~using)),)


def visits() -> tuple[Select[Any], ...]:
    audited = _told(Duty.VISIT, _holders(Role.ADMINISTRATOR), duties.c.agency)
    return audited, _told(Duty.VISIT, _holders(Role.REVIEWER), duties.c.authority)


def leavers() -> tuple[Select[Any], ...]:
    """4(4)2: who has left, moved on or given up the seat with an account still open; the administrators of the agency
    see to it."""
    leaver = people.alias("leaver")
    left = _to_delete(leaver, leaver.c.agency, leaver.c.left_on).where(leaver.c.left_on.is_not(None), ~in_post(leaver))
    moved = _to_delete(leaver, transfers.c.agency, transfers.c.on).join_from(
        leaver, transfers, transfers.c.person_id == leaver.c.id
    )
    # Who has left altogether is no mover any more, except from where he was before.
    apart = or_(transfers.c.agency != leaver.c.agency, in_post(leaver))
    return left.where(_still_open(leaver)), moved.where(_given_up(leaver), apart)


def _to_delete(leaver: FromClause, agency: ColumnElement[str], day: ColumnElement[date]) -> Select[Any]:
    chosen = select(
        leaver.c.id.label("key"),
        day.label("due_on"),
        leaver.c.staff_no.label("subject"),
        cast(day, String).label("occurrence"),
        people.c.id.label("person_id"),
        *_above(agency, HEAD),
    )
    administers = exists().where(seats.c.person_id == people.c.id, seats.c.role == ADMINISTRATOR)
    return chosen.where(people.c.agency == agency, administers, in_post(people))


def dated(code: Duty) -> Select[Any]:
    return select(duties.c.id.label("key"), duties.c.due_on).where(duties.c.code == code.value, _UNDONE)


def leaving_days() -> Select[Any]:
    columns = (people.c.id.label("key"), people.c.left_on.label("due_on"))
    left = select(*columns).where(people.c.left_on.is_not(None), _still_open(people))
    moved = select(people.c.id, transfers.c.on).join_from(transfers, people).where(_given_up(people))
    days = union_all(left, moved).subquery()
    return select(days.c.key, days.c.due_on)


def _still_open(leaver: FromClause) -> ColumnElement[bool]:
    """An account of the agency that was left."""
    here = accounts.c.agency == leaver.c.agency
    return exists().where(accounts.c.person_id == leaver.c.id, here, accounts.c.closed_on.is_(None))


def _given_up(person: FromClause) -> ColumnElement[bool]:
    """An account of the agency, or of the seat in it, that was given up."""
    ended = or_(transfers.c.agency != person.c.agency, transfers.c.roles.contains(accounts.c.kind))
    here = and_(accounts.c.agency == transfers.c.agency, accounts.c.closed_on.is_(None))
    return exists().where(accounts.c.person_id == person.c.id, here, ended)


_UNDONE = duties.c.done_on.is_(None)
