"""What waiting cases owe, and who is told: those who can decide, the applicant, who gave it back, the operators."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, String, and_, cast, exists, func, select

from bot.rules.kinds import KINDS
from bot.rules.kinds.kind import Verdict
from bot.rules.people import AgencyKind, Role
from bot.rules.requests import CaseState

from .posts import covers, in_post
from .tables import agencies, cases, decisions, deputyships, people, seats


def _cases(state: CaseState, person: ColumnElement[int], *more: ColumnElement[Any]) -> Select[Any]:
    """What a case waits for now, told this person."""
    chosen = select(
        cases.c.id.label("key"),
        cases.c.step_due.label("due_on"),
        cases.c.half_on.label("begins_on"),
        cases.c.number.label("subject"),
        cast(cases.c.opened, String).label("occurrence"),
        person.label("person_id"),
        *more,
    )
    return chosen.where(_waits(state))


def _waits(state: CaseState) -> ColumnElement[bool]:
    """What another version has filed is passed over."""
    return and_(cases.c.state == state.value, cases.c.kind.in_(list(KINDS)))


def _no_party(person: ColumnElement[int]) -> ColumnElement[bool]:
    return and_(cases.c.subject_id != person, cases.c.filed_by_id != person)


_SEATED = cases.join(seats, seats.c.role == cases.c.seat_role).join(
    people, and_(people.c.id == seats.c.person_id, people.c.agency == cases.c.seat_agency, in_post(people))
)


def holders() -> Select[Any]:
    return _cases(CaseState.OPEN, people.c.id).select_from(_SEATED).where(_no_party(people.c.id))


def deputies() -> Select[Any]:
    """For each holder in post the first in rank who is there and no party, as in bot.rules.people."""
    ship, before = deputyships.alias("ship"), deputyships.alias("before")
    first = ~exists().where(before.c.holder_id == ship.c.holder_id, before.c.rank < ship.c.rank, _acts(before))
    joined = _SEATED.join(ship, ship.c.holder_id == people.c.id)
    return _cases(CaseState.OPEN, ship.c.deputy_id).select_from(joined).where(_acts(ship), first)


def _acts(ship: FromClause) -> ColumnElement[bool]:
    """The deputy is called today, in post at the seat's agency, not away, and no party."""
    deputy, away = people.alias(), deputyships.alias()
    here = deputy.c.agency == cases.c.seat_agency
    there = exists().where(deputy.c.id == ship.c.deputy_id, here, in_post(deputy))
    absent = exists().where(away.c.holder_id == ship.c.deputy_id, covers(away))
    return and_(covers(ship), there, ~absent, _no_party(ship.c.deputy_id))


def applicants(state: CaseState) -> Select[Any]:
    """Who speaks for it: who took it over, else who put it in from paper, else who filed it."""
    speaker = func.coalesce(cases.c.in_charge_id, cases.c.entered_by_id, cases.c.filed_by_id)
    joined = cases.join(people, people.c.id == speaker)
    return _cases(state, people.c.id).select_from(joined).where(in_post(people))


def returners() -> Select[Any]:
    """Who gave the case back: the last line of its course."""
    last = and_(decisions.c.case_id == cases.c.id, decisions.c.version == cases.c.version)
    joined = cases.join(decisions, last).join(people, people.c.id == decisions.c.person_id)
    found = _cases(CaseState.RETURNED, people.c.id).select_from(joined)
    return found.where(decisions.c.verdict == Verdict.RETURN.value, in_post(people))


def operators() -> Select[Any]:
    """The Information Center's, at twice the time of a step."""
    center = and_(agencies.c.code == people.c.agency, agencies.c.kind == AgencyKind.INFORMATION_CENTER.value)
    seated = cases.join(seats, seats.c.role == Role.OPERATOR.value).join(people, people.c.id == seats.c.person_id)
    found = _cases(CaseState.OPEN, people.c.id, cases.c.twice_on.label("since"))
    return found.select_from(seated.join(agencies, center)).where(in_post(people))


def dated(state: CaseState) -> Select[Any]:
    columns = (cases.c.id.label("key"), cases.c.step_due.label("due_on"), cases.c.half_on.label("begins_on"))
    return select(*columns).where(_waits(state))
