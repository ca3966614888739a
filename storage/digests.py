"""Digests: which reminders stand in the message of a day, and which of them still matter to whom they are told."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import (
    Date,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)

from .matters import IS_OPEN, IS_OWN
from .posts import in_post
from .reminders import Reminder, read
from .tables import cards, people, reminders
from .unit import Unit

PREFIX = "digest:"
LOOK = 5_000
_NEW = reminders.c.digest_on.is_(None)
_SNOOZED = and_(reminders.c.snoozed_to <= bindparam("on", type_=Date), reminders.c.snoozed_to > reminders.c.digest_on)
_NEXT = (
    select(people.c.id)
    .where(people.c.id > bindparam("after"), people.c.id <= bindparam("until"))
    .where(people.c.user_id.is_not(None), people.c.blocked_at.is_(None), in_post(people))
    .where(or_(*(exists().where(reminders.c.person_id == people.c.id, waits) for waits in (_NEW, _SNOOZED))))
    .order_by(people.c.id)
    .limit(bindparam("most"))
)


def awaiting(unit: Unit, day: date, after: int, most: int) -> tuple[list[int], int | None]:
    """Whom the next digests are for, beginning behind person `after`; and behind whom to go on, None at the end.

    Only people who can be reached: for others the rows wait.
    """
    window = {"after": after, "until": after + LOOK, "most": most, "on": day}
    found = list(unit.connection.execute(_NEXT, window).scalars())
    if len(found) == most:
        return found, found[-1]
    end: int = unit.connection.execute(select(func.coalesce(func.max(people.c.id), 0))).scalar_one()
    return found, after + LOOK if after + LOOK < end else None


def put(unit: Unit, person_ids: Sequence[int], day: date) -> None:
    """All that waits for these people stands in the digest of this day from now on."""
    waiting = update(reminders).where(reminders.c.person_id.in_(person_ids), or_(_NEW, _SNOOZED))
    unit.connection.execute(
        waiting.values(digest_on=bindparam("digest_day", type_=Date)), {"on": day, "digest_day": day}
    )


def said(unit: Unit, person_ids: Iterable[int], day: date) -> list[Reminder]:
    """What a day's digests say: open matters, each once, where no later digest speaks of them."""
    told = {"told": list(person_ids), "digest_day": day, "on": day}
    found = (read(row) for row in unit.connection.execute(_SAID, told))
    return list({(each.rule, each.subject, each.occurrence, each.person_id): each for each in found}.values())


def is_open(unit: Unit, reminder: Reminder) -> bool:
    """The matter is still open, and still this person's to hear of."""
    query = select(reminders.c.id).where(reminders.c.id == reminder.id, IS_OPEN)
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
_SAID = (
    select(reminders, IS_OWN.label("own"))
    .where(reminders.c.person_id.in_(bindparam("told", expanding=True)))
    .where(reminders.c.digest_on == bindparam("digest_day", type_=Date), ~_overtaken, IS_OPEN)
    .order_by(reminders.c.day, reminders.c.id)
)
