"""A command through inbox, turn and outbox, against a stock bot that echoes and stores nothing."""

from . import bots, speed
from .api import said
from .office import Office
from .speed import ROUNDS, Speed
from .table import Line, at_least, at_most

UPDATES = 1500


async def lines(office: Office) -> tuple[Speed, list[Line]]:
    """The stock echo's speed too, for others are compared with it."""
    updates = [said(n, office.users[n % len(office.users)], "/privacy") for n in range(1, UPDATES + 1)]
    own, theirs = [], []
    for _ in range(ROUNDS):
        address = office.copy()
        theirs.append(await speed.measure(bots.stock, updates))
        own.append(await speed.measure(lambda api: bots.ours(api, address), updates))  # noqa: B023 called at once
    mine, stock = Speed.of(own), Speed.of(theirs)
    return stock, [
        at_least("durable echo / stock echo", "a second", mine.per_second, stock.per_second, 2.5),
        at_most("CPU of an update, echo / stock echo", "ms", mine.cpu, stock.cpu, 0.5),
    ]
