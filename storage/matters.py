"""Where the matters of each reminder are found: what is open, when it is due, whose it is. One query a rule."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    or_,
    select,
)

from bot.rules.duties import Duty
from bot.rules.people import Role
from bot.rules.requests import CaseState

from . import case_matters, duty_matters
from .posts import in_post
from .tables import accounts, passwords, people, reminders, seats

HEAD, ADMINISTRATOR = Role.HEAD.value, Role.ADMINISTRATOR.value


def seated() -> Select[Any]:
    """Who can hear of others' matters: person, agency, role."""
    held = select(people.c.id, people.c.agency, seats.c.role).join_from(seats, people)
    return held.where(or_(seats.c.role == ADMINISTRATOR, seats.c.role == HEAD), in_post(people))


def hears(holder: FromClause, matter: FromClause) -> ColumnElement[bool]:
    """Whose seat hears of a matter when it is escalated. Of his own matter one has heard already, by the same key."""
    return and_(holder.c.agency == matter.c.agency, holder.c.role == matter.c.above)


def stands_beside(holder: FromClause, matter: FromClause) -> ColumnElement[bool]:
    """Whose seat is told the names of those whose matter is open, except his own."""
    seat = and_(holder.c.agency == matter.c.agency, holder.c.role == matter.c.beside)
    return and_(seat, holder.c.id != matter.c.person_id)


def _open_account(person: ColumnElement[int], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(accounts.c.person_id == person, accounts.c.closed_on.is_(None), *conditions)


def _in_use(person: ColumnElement[int]) -> ColumnElement[bool]:
    """An account that is not suspended: what cannot be used needs no new password."""
    return _open_account(person, accounts.c.suspended_on.is_(None))


def _passwords() -> Select[Any]:
    """Point 7: everybody in post with an open account, once however many accounts.

    An officer's agency administrators hear of it when it is late, of an administrator's the heads.
    """
    seat = exists().where(seats.c.person_id == passwords.c.person_id, seats.c.role == ADMINISTRATOR)
    administers = or_(seat, _open_account(passwords.c.person_id, accounts.c.kind == ADMINISTRATOR))
    chosen = select(
        passwords.c.person_id.label("key"),
        passwords.c.due_on,
        people.c.staff_no.label("subject"),
        cast(passwords.c.changed_on, String).label("occurrence"),
        passwords.c.person_id,
        people.c.agency,
        case((administers, HEAD), else_=ADMINISTRATOR).label("above"),
    )
    return chosen.join_from(passwords, people).where(in_post(people), _in_use(passwords.c.person_id))


def _certificates() -> Select[Any]:
    """Point 5: everybody in post with an open account and a certificate that ends."""
    chosen = select(
        people.c.id.label("key"),
        people.c.certificate_until.label("due_on"),
        people.c.staff_no.label("subject"),
        cast(people.c.certificate_until, String).label("occurrence"),
        people.c.id.label("person_id"),
    )
    return chosen.where(in_post(people), _open_account(people.c.id))


OPEN: Mapping[str, tuple[Select[Any], ...]] = {
    Duty.RECORD.value: duty_matters.records(),
    Duty.AUDIT.value: duty_matters.of_administrators(Duty.AUDIT),
    Duty.READING.value: duty_matters.readings(),
    Duty.ONSITE.value: duty_matters.onsite_audits(),
    Duty.VISIT.value: duty_matters.visits(),
    Duty.REVIEW.value: duty_matters.of_administrators(Duty.REVIEW),
    Duty.CORRECTION.value: duty_matters.of_administrators(Duty.CORRECTION),
    Duty.TASK.value: duty_matters.tasks(),
    "leaver": duty_matters.leavers(),
    "password": (_passwords(),),
    "approval_step": (case_matters.holders(), case_matters.deputies()),
    "returned": (case_matters.applicants(CaseState.RETURNED),),
    "certificate": (_certificates(),),
}
"""The open matters and whom they are told. `key` is a number by which they are taken in portions; `agency` and `above`
say whose seat hears of it when it is escalated, `beside` whose seat is told the names."""

OTHERS: Mapping[str, tuple[Select[Any], ...]] = {
    Duty.READING.value: duty_matters.reporters(),
    "approval_step": (case_matters.applicants(CaseState.OPEN), case_matters.operators()),
    "returned": (case_matters.returners(),),
}
"""Who else hears when it is escalated, where no seat says so; `since` tells from which day on."""

DATED: Mapping[str, Select[Any]] = {
    **{each.value: duty_matters.dated(each) for each in Duty},
    "leaver": duty_matters.leaving_days(),
    "password": select(passwords.c.person_id.label("key"), passwords.c.due_on),
    "approval_step": case_matters.dated(CaseState.OPEN),
    "returned": case_matters.dated(CaseState.RETURNED),
    "certificate": select(people.c.id.label("key"), people.c.certificate_until.label("due_on")),
}
"""Key and due date of all that may be open, from an index alone."""


def _same(matter: FromClause) -> tuple[ColumnElement[bool], ...]:
    return matter.c.subject == reminders.c.subject, matter.c.occurrence == reminders.c.occurrence


def _told(open_matters: Select[Any]) -> ColumnElement[bool]:
    matter = open_matters.subquery()
    return exists().where(*_same(matter), matter.c.person_id == reminders.c.person_id)


def _heard(open_matters: Select[Any]) -> ColumnElement[bool]:
    if "above" not in open_matters.selected_columns:
        return false()
    matter, holder = open_matters.subquery(), seated().subquery()
    heard = hears(holder, matter)
    if "beside" in matter.c:
        heard = or_(heard, stands_beside(holder, matter))
    return exists().where(*_same(matter), holder.c.id == reminders.c.person_id, heard)


def is_own(rule: str) -> ColumnElement[bool]:
    """The reminder is of an open matter that its person has to do."""
    return or_(*map(_told, OPEN[rule]))


def is_heard(rule: str) -> ColumnElement[bool]:
    """The reminder is of an open matter, and its person is one of those who hear of it."""
    return or_(*map(_told, OTHERS.get(rule, ())), *map(_heard, OPEN[rule]))


def is_open_to(rule: str) -> ColumnElement[bool]:
    return or_(is_own(rule), is_heard(rule))


IS_OWN = case(*((reminders.c.rule == rule, is_own(rule)) for rule in OPEN), else_=false())
