"""Digests: which reminders stand in the message of a day, and which of them still matter to whom they are told."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    Date,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
    update,
)

from .matters import is_heard, is_open_to, is_own
from .posts import in_post
from .reminders import Reminder, read
from .tables import cards, people, reminders
from .unit import Unit

PREFIX = "digest:"
LOOK = 5_000
_NEW = reminders.c.digest_on.is_(None)
_SNOOZED = and_(reminders.c.snoozed_to <= bindparam("on", type_=Date), reminders.c.snoozed_to > reminders.c.digest_on)
_REACHED = and_(people.c.user_id.is_not(None), people.c.blocked_at.is_(None), in_post(people))
_NEXT = (
    select(people.c.id)
    .where(people.c.id > bindparam("after"), people.c.id <= bindparam("until"), _REACHED)
    .where(or_(*(exists().where(reminders.c.person_id == people.c.id, waits) for waits in (_NEW, _SNOOZED))))
    .order_by(people.c.id)
)


def awaiting(unit: Unit, day: date, after: int) -> tuple[list[int], int | None]:
    """Whom the next digests are for, beginning behind person `after`; and behind whom to go on, None at the end.

    Only people who can be reached: for others the rows wait.
    """
    window = {"after": after, "until": after + LOOK, "on": day}
    found = list(unit.connection.execute(_NEXT, window).scalars())
    end: int = unit.connection.execute(select(func.coalesce(func.max(people.c.id), 0))).scalar_one()
    return found, after + LOOK if after + LOOK < end else None


_REACHED_OF = select(people.c.id).where(people.c.id.in_(bindparam("of", expanding=True)), _REACHED)
_PUT = tuple(
    update(reminders)
    .where(reminders.c.person_id.in_(_REACHED_OF), waits)
    .values(digest_on=bindparam("digest_day", type_=Date))
    .returning(reminders.c.person_id)
    for waits in (_NEW, _SNOOZED)
)
"""One for each, for each has its index: together they would walk through all that was ever said to these people."""


def put(unit: Unit, person_ids: Sequence[int], day: date) -> set[int]:
    """All that waits for these people stands in the digest of this day from now on; of whom something waited. Of those
    who cannot be reached any more it goes on waiting."""
    told = {"of": list(person_ids), "on": day, "digest_day": day}
    return {each for put in _PUT for each in unit.connection.execute(put, told).scalars()}


def are_told(unit: Unit, day: date) -> bool:
    """Whether anybody has a digest of this day."""
    return unit.connection.execute(select(cards.c.id).where(cards.c.matter == f"{PREFIX}{day}")).first() is not None


def said(unit: Unit, person_ids: Iterable[int], day: date) -> list[Reminder]:
    """What a day's digests say: open matters, each once, where no later digest speaks of them."""
    told = {"told": list(person_ids), "digest_day": day, "on": day}
    rules = unit.connection.execute(_RULES, told).scalars()
    rows = [row for rule in rules for row in unit.connection.execute(_said(rule), told) if row.own is not None]
    found = map(read, rows)
    return list({(each.rule, each.subject, each.occurrence, each.person_id): each for each in found}.values())


def is_open(unit: Unit, reminder: Reminder) -> bool:
    """The matter is still open, and still this person's to hear of."""
    query = select(reminders.c.id).where(reminders.c.id == reminder.id, is_open_to(reminder.rule))
    return unit.connection.execute(query, {"on": unit.today}).first() is not None


_TOLD = (
    select(reminders.c.person_id, cast(func.min(reminders.c.day), String).label("first"))
    .where(*(reminders.c[name] == bindparam(name) for name in ("rule", "subject", "occurrence")))
    .group_by(reminders.c.person_id)
    .subquery()
)
_SHOWING = (
    select(cards.c.person_id, cards.c.matter)
    .join_from(cards, _TOLD, _TOLD.c.person_id == cards.c.person_id)
    .where(cards.c.matter.startswith(PREFIX), cards.c.matter >= literal(PREFIX) + _TOLD.c.first)
)


def of_matter(unit: Unit, rule: str, subject: str, occurrence: str) -> list[tuple[int, str]]:
    """The digests that may show a matter: person and card."""
    found = unit.connection.execute(_SHOWING, {"rule": rule, "subject": subject, "occurrence": occurrence})
    return [(row.person_id, row.matter) for row in found]


_later = reminders.alias("later")
_overtaken = exists().where(
    *(_later.c[name] == reminders.c[name] for name in ("rule", "subject", "occurrence", "person_id")),
    _later.c.digest_on > reminders.c.digest_on,
)
_IN_DIGEST = and_(
    reminders.c.person_id.in_(bindparam("told", expanding=True)),
    reminders.c.digest_on == bindparam("digest_day", type_=Date),
)
_RULES = select(reminders.c.rule).where(_IN_DIGEST).distinct().order_by(reminders.c.rule)


@cache
def _said(rule: str) -> Select[Any]:
    """By rule: one statement for all of them takes longer to make than a group of turns may take. `|| ''` keeps SQLite
    from looking at everybody's reminders of the rule."""
    own = case((is_own(rule), true()), (is_heard(rule), false()))
    of_rule = select(reminders, own.label("own"))
    return of_rule.where(_IN_DIGEST, reminders.c.rule.concat("") == rule, ~_overtaken).order_by(
        reminders.c.day, reminders.c.id
    )
