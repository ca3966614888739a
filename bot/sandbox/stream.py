"""The stream of server-sent events: whatever happens, told at once to every open page."""

import asyncio
from contextlib import suppress

from aiohttp import web

from .chats import Chat
from .events import Event, EventKind
from .screen import shown_keys, shown_message
from .shapes import Json, dumps
from .telegram import Telegram

HEARTBEAT = 15.0
HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


class Stream:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._open: set[asyncio.Queue[Json | None]] = set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=HEADERS)
        await response.prepare(request)
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        stop = self._telegram.events.listen(lambda event: queue.put_nowait(self._told(event)))
        self._open.add(queue)
        try:
            await self._write(response, queue)
        finally:
            stop()
            self._open.discard(queue)
        return response

    async def close(self, _app: web.Application) -> None:
        for queue in self._open:
            queue.put_nowait(None)

    async def _write(self, response: web.StreamResponse, queue: "asyncio.Queue[Json | None]") -> None:
        await response.write(b": here\n\n")
        with suppress(ConnectionResetError):
            while True:
                try:
                    told = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if told is None:
                    return
                await response.write(f"data: {dumps(told)}\n\n".encode())

    def _told(self, event: Event) -> Json:
        told: Json = {"kind": event.kind.value, "bot_id": event.bot_id, "chat_id": event.chat_id} | event.body
        chat = self._chat(event)
        if event.message_id:
            told["message_id"] = event.message_id
        if chat and event.kind in (EventKind.MESSAGE, EventKind.EDITED):
            told["message"] = shown_message(chat.messages[event.message_id])
            told |= shown_keys(chat)
        if chat:
            told["unread"] = chat.unread()
        return told

    def _chat(self, event: Event) -> Chat | None:
        bot = next((bot for bot in self._telegram.bots.values() if bot.user.id == event.bot_id), None)
        return bot.chats.get(event.chat_id) if bot else None
