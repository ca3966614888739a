"""One tap at a time: how long until its toast, when there is nothing else to do."""

import asyncio
from collections.abc import Sequence
from statistics import median
from typing import Any

from . import bots
from .api import Api, serving, tapped
from .office import Office
from .speed import ROUNDS, Start
from .table import Line, at_most

TAPS = 40
WARM_UP = 5
PAUSE_SECONDS = 0.06
ANSWER = "answerCallbackQuery"


async def lines(office: Office) -> list[Line]:
    taps = [tapped(n, each.user_id, each.message_id, each.data) for n, each in enumerate(office.waiting[:TAPS], 1)]
    own, theirs = [], []
    for _ in range(ROUNDS):
        address = office.copy()
        theirs.append(await _toast_time(bots.stock, taps))
        own.append(await _toast_time(lambda api: bots.ours(api, address), taps))  # noqa: B023 called at once
    return [at_most("tap to toast, idle, p50 / stock", "ms", median(own), median(theirs), 1.3)]


async def _toast_time(start: Start, taps: Sequence[dict[str, Any]]) -> float:
    async with serving() as api, start(api):
        waits = [await _one(api, each) for each in taps]
    return median(waits[WARM_UP:]) * 1000


async def _one(api: Api, tap: dict[str, Any]) -> float:
    """The rest of what the tap brings about is let through before the next."""
    before = sum(each.method == ANSWER for each in api.heard)
    began = await api.put([tap])
    answered = await api.heard_one(ANSWER, before)
    await asyncio.sleep(PAUSE_SECONDS)
    return answered - began
