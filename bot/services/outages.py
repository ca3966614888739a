"""Telegram keeps what people send for about a day: an outage longer than that is said to everybody."""

from datetime import datetime, timedelta

from bot.rules.phrases import say
from storage import counters, ledger, people
from storage.outbox import Lane
from storage.unit import Unit

from . import telling

ALIVE = "alive_at"
KEPT_BY_TELEGRAM = timedelta(hours=24)


def alive(unit: Unit) -> None:
    """The bot runs at this moment."""
    counters.remember(unit, ALIVE, unit.now.isoformat())


def resume(unit: Unit) -> None:
    """The bot starts: if it was away too long, what was sent meanwhile may be lost, and people are told so once."""
    known = counters.recall(unit, ALIVE)
    alive(unit)
    since = datetime.fromisoformat(known) if known else unit.now
    if unit.now - since <= KEPT_BY_TELEGRAM:
        return
    ledger.append(unit, "outage", since=since, until=unit.now)
    for person in people.linked(unit):
        if person.in_post(unit.today):
            notice = say("outage", since=since.astimezone(unit.zone).date(), until=unit.today)
            telling.tell(unit, person, notice, lane=Lane.BROADCAST)
