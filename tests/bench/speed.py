"""How fast a bot works off updates that are all there at once, and what processor time that takes."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from statistics import median
from typing import Any, Self

from .api import Api, serving
from .bots import Bot

ROUNDS = 3
WARM_UP = 60
FIRST_SECONDS = 1.0
SETTLE_SECONDS = 0.3
Start = Callable[[Api], AbstractAsyncContextManager[Bot]]


@dataclass(frozen=True, slots=True)
class Speed:
    """Updates a second, milliseconds of processor time for each, and how many calls answer each."""

    per_second: float
    cpu: float
    calls: int

    @classmethod
    def of(cls, rounds: Sequence[Self]) -> Self:
        speed, cpu = (median(getattr(each, name) for each in rounds) for name in ("per_second", "cpu"))
        return cls(speed, cpu, rounds[-1].calls)


async def measure(start: Start, updates: Sequence[dict[str, Any]]) -> Speed:
    """From the moment the updates are there to the last call that answers them; the first one tells how many it takes,
    and some more warm up."""
    async with serving() as api, start(api) as bot:
        before = len(api.heard)
        await api.put(updates[:1])
        await asyncio.sleep(FIRST_SECONDS)
        calls = len(api.heard) - before
        await api.put(updates[1:WARM_UP])
        await api.heard_all(before + calls * WARM_UP)
        await asyncio.sleep(SETTLE_SECONDS)
        counted, before, cpu = len(updates) - WARM_UP, len(api.heard), bot.cpu
        began = await api.put(updates[WARM_UP:])
        ended = await api.heard_all(before + calls * counted)
        await asyncio.sleep(SETTLE_SECONDS)
        return Speed(counted / (ended - began), (bot.cpu - cpu) / counted * 1000, calls)
