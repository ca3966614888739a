"""A Bot API that does as little as it can, so that the bot is what is measured."""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

from aiohttp import web

TOKEN = "4242:bench"
ME = {"id": 4242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
MESSAGES = frozenset({"sendMessage", "editMessageText"})
FIELD = re.compile(rb"""\b(chat_id|offset|limit|timeout)(?:=|": ?"?)(-?\d+)""")
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    chat_id: int
    at: float


class Api:
    """Updates go out in order until an offset confirms them; every other call is noted and answered."""

    def __init__(self, latency: float = 0.0) -> None:
        self.latency = latency
        self.url = ""
        self.heard: list[Call] = []
        self.polled = asyncio.Event()
        self.polled_at = 0.0
        self._updates: deque[dict[str, Any]] = deque()
        self._news = asyncio.Condition()
        self._heard_some = asyncio.Event()
        self._message_ids = count(1_000_000)

    async def put(self, updates: Sequence[dict[str, Any]]) -> float:
        """Updates for the bot; the moment they were there."""
        async with self._news:
            self._updates.extend(updates)
            self._news.notify_all()
        return time.perf_counter()

    async def heard_all(self, calls: int) -> float:
        """Wait until so many calls have come; the moment of the last one."""
        return await self._heard(lambda: self.heard[calls - 1 : calls])

    async def heard_one(self, method: str, after: int) -> float:
        """Wait for the next call of a method, after so many; the moment it came."""
        return await self._heard(lambda: [each for each in self.heard if each.method == method][after:])

    async def heard_of(self, chat_id: int) -> float:
        """Wait for the first call to a chat; the moment it came."""
        return await self._heard(lambda: [each for each in self.heard if each.chat_id == chat_id])

    async def _heard(self, look: Callable[[], list[Call]]) -> float:
        async with asyncio.timeout(PATIENCE):
            while not (found := look()):
                self._heard_some.clear()
                await self._heard_some.wait()
        return found[0].at

    async def answer(self, request: web.BaseRequest) -> web.Response:
        fields = {name.decode(): int(value) for name, value in FIELD.findall(await request.read())}
        method = request.path.rpartition("/")[2]
        if method == "getUpdates":
            return _ok(await self._poll(fields.get("offset", 0), fields.get("limit", 100), fields.get("timeout", 0)))
        if method == "getMe":
            return _ok(ME)
        chat_id = fields.get("chat_id", 0)
        self.heard.append(Call(method, chat_id, time.perf_counter()))
        self._heard_some.set()
        if self.latency:
            await asyncio.sleep(self.latency)
        return _ok(self._message(chat_id) if method in MESSAGES else True)

    async def _poll(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        self.polled_at = self.polled_at or time.perf_counter()
        self.polled.set()
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not self._updates:
            try:
                async with asyncio.timeout(seconds), self._news:
                    await self._news.wait()
            except TimeoutError:
                return []
        return [each for _, each in zip(range(limit), self._updates, strict=False)]

    def _message(self, chat_id: int) -> dict[str, Any]:
        chat = {"id": chat_id, "type": "private", "first_name": "P"}
        return {"message_id": next(self._message_ids), "from": ME, "chat": chat, "date": 1_790_000_000, "text": "ok"}


@asynccontextmanager
async def serving(latency: float = 0.0) -> AsyncIterator[Api]:
    api = Api(latency)
    runner = web.ServerRunner(web.Server(api.answer, access_log=None))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, shutdown_timeout=0.1)
    await site.start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()


def said(update_id: int, user_id: int, text: str) -> dict[str, Any]:
    """The update of a message that is one command."""
    message = {
        **_place(user_id, update_id),
        "from": _user(user_id),
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    return {"update_id": update_id, "message": message}


def tapped(update_id: int, user_id: int, message_id: int, data: str) -> dict[str, Any]:
    """The update of a tap under one of the bot's messages."""
    query = {
        "id": str(update_id),
        "from": _user(user_id),
        "chat_instance": "1",
        "message": {**_place(user_id, message_id), "from": ME, "text": "ok"},
        "data": data,
    }
    return {"update_id": update_id, "callback_query": query}


def _user(user_id: int) -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": "P", "language_code": "zh-hant"}


def _place(user_id: int, message_id: int) -> dict[str, Any]:
    chat = {"id": user_id, "type": "private", "first_name": "P"}
    return {"message_id": message_id, "date": 1_790_000_000, "chat": chat}


def _ok(result: Any) -> web.Response:
    body = json.dumps({"ok": True, "result": result}, separators=(",", ":")).encode()
    return web.Response(body=body, content_type="application/json")
