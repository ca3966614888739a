"""From nothing to the first getUpdates, and the memory it takes to be there."""

import asyncio
from statistics import median

from . import bots
from .api import serving
from .office import Office
from .speed import ROUNDS, SETTLE_SECONDS, Start
from .table import Line, at_most


async def lines(office: Office) -> list[Line]:
    address = office.copy()
    own, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(await _started(bots.stock))
        own.append(await _started(lambda api: bots.ours(api, address)))
    seconds, stock_seconds = (median(each[0] for each in side) for side in (own, theirs))
    memory, stock_memory = (median(each[1] for each in side) for side in (own, theirs))
    return [
        at_most("start to first getUpdates / stock", "s", seconds, stock_seconds, 2),
        at_most("memory after start / stock", "MB", memory, stock_memory, 1.8),
    ]


async def _started(start: Start) -> tuple[float, float]:
    async with serving() as api, start(api) as bot:
        await asyncio.sleep(SETTLE_SECONDS)
        return api.polled_at - bot.started, bot.memory
