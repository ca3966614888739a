"""A reply to a chat that has been silent, while a broadcast is under way at Telegram's real rates."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from telegram import Bot

from bot.outbox import Sender
from bot.rules.people import Person
from bot.rules.phrases import Message, say
from bot.services import telling
from bot.texts import Texts
from bot.transport import AiohttpRequest
from storage import migrate, opened, people
from storage.outbox import Lane
from storage.outbox import Row as Queued
from storage.store import Store
from storage.tables import agencies
from storage.tables import people as staff
from storage.unit import Unit

from .api import TOKEN, Api, serving
from .office import ZONE
from .speed import ROUNDS
from .table import Line

AUDIENCE, SILENT = 3_000, 45
ROUND_TRIP = 0.05
RATE, CHAT_RATE = 28.0, 1.0
LEAD_SECONDS, PAUSE_SECONDS = 1.0, 0.15
GOAL_MS = 200


async def lines(folder: Path) -> list[Line]:
    """The replies come in the first seconds, with nearly all of the broadcast waiting behind them."""
    waits = [await _replies(f"sqlite:///{folder / f'broadcast{n}.db'}") for n in range(ROUNDS)]
    over = median(_p99(each) for each in waits) * 1000
    trip = f"{ROUND_TRIP * 1000:.0f} ms"
    what = f"a reply during a broadcast to {AUDIENCE:,}, p99 / round trip"
    return [Line(what, f"{trip} + {over:.0f} ms", trip, "", f"+ <= {GOAL_MS} ms", over <= GOAL_MS)]


async def _replies(address: str) -> list[float]:
    _fill(address)
    store = Store(address, lambda: datetime.now(UTC), ZONE)
    store.start()
    async with serving(ROUND_TRIP) as api, _bot(api) as bot:
        sender = Sender(bot, store, Texts(ZONE), RATE, CHAT_RATE)
        sending = asyncio.create_task(sender.run())
        audience = await store.read(people.linked)
        silent = [audience.pop() for _ in range(SILENT)]
        sender.take(await store.write(lambda unit: _broadcast(unit, audience)))
        await asyncio.sleep(LEAD_SECONDS)
        waits = [await _reply(store, sender, api, each) for each in silent]
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await sender.stop()
    await store.stop()
    return waits


def _bot(api: Api) -> Bot:
    request = AiohttpRequest()
    return Bot(TOKEN, f"{api.url}/bot", request=request, get_updates_request=AiohttpRequest(connections=1))


def _fill(address: str) -> None:
    migrate.upgrade(address)
    with opened.unit(address, datetime.now(UTC), ZONE) as unit:
        unit.connection.execute(agencies.insert(), {"code": "TB", "name": "TB", "kind": "using"})
        common = {"title": "T", "agency": "TB", "locale": "zh-TW"}
        numbers = range(1, AUDIENCE + SILENT + 1)
        rows = [{"staff_no": f"P{n:05}", "name": f"P{n}", "user_id": 10_000 + n, **common} for n in numbers]
        unit.connection.execute(staff.insert(), rows)


def _broadcast(unit: Unit, audience: list[Person]) -> list[Queued]:
    for each in audience:
        telling.show(unit, each, Message((say("help"),)), Lane.BROADCAST)
    return unit.queued


async def _reply(store: Store, sender: Sender, api: Api, person: Person) -> float:
    """From the turn that answers to the arrival at Telegram; the round trip comes on top."""
    await asyncio.sleep(PAUSE_SECONDS)
    began = time.perf_counter()

    def turn(unit: Unit) -> list[Queued]:
        telling.tell(unit, person, say("privacy"))
        return unit.queued

    sender.take(await store.write(turn))
    return await api.heard_of(person.user_id or 0) - began


def _p99(waits: list[float]) -> float:
    return sorted(waits)[round(0.99 * (len(waits) - 1))]
