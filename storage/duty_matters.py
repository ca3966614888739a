"""What is owed of the recurring duties, and who is told: officers, administrators, heads, auditors."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, String, Subquery, cast, exists, or_, select

from bot.rules.duties import Duty
from bot.rules.people import Role

from .posts import in_post
from .tables import accounts, duties, people, seats

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
