"""The courier of webhooks: posts each update until the bot says 2xx, in order within a chat, side by side otherwise."""

import asyncio
from typing import Any

import aiohttp
from aiohttp import web

from .bots import BotAccount, DeliveryError, Webhook
from .calls import Call
from .errors import ApiError
from .events import Event, EventKind
from .methods import method
from .params import Params
from .shapes import Json, dumps
from .telegram import Telegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_PAUSE = 5.0
LOOKED_AT = 1000


class Courier:
    def __init__(self, telegram: Telegram, *, first_pause: float = 0.1, patience: float = 60.0) -> None:
        self._telegram = telegram
        self._first_pause = first_pause
        self._timeout = aiohttp.ClientTimeout(total=patience)
        self._changed = asyncio.Event()
        self._under_way: dict[tuple[int, int], asyncio.Task[None]] = {}

    async def work(self, _app: web.Application) -> Any:
        """Runs beside the server from its start to its end."""
        for bot in self._telegram.bots.values():
            bot.queue.on_change(self._changed.set)
        stop = self._telegram.events.listen(self._meet)
        async with aiohttp.ClientSession(timeout=self._timeout) as session:
            watch = asyncio.create_task(self._watch(session))
            yield
            stop()
            await _end([watch, *self._under_way.values()])

    def _meet(self, event: Event) -> None:
        if event.kind is EventKind.BOT:
            self._telegram.only_bot(event.bot_id).queue.on_change(self._changed.set)

    async def _watch(self, session: aiohttp.ClientSession) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            for bot in self._telegram.bots.values():
                if bot.webhook:
                    self._send_out(session, bot, bot.webhook)

    def _send_out(self, session: aiohttp.ClientSession, bot: BotAccount, webhook: Webhook) -> None:
        """One update at a time for a chat, not more at once than the bot allows."""
        busy = sum(lane[0] == bot.user.id for lane in self._under_way)
        for update in bot.queue.first(LOOKED_AT):
            if busy >= webhook.max_connections:
                return
            lane = (bot.user.id, _chat_id(update))
            if lane not in self._under_way:
                busy += 1
                task = asyncio.create_task(self._deliver(session, bot, webhook, update))
                self._under_way[lane] = task
                task.add_done_callback(lambda _, lane=lane: self._done(lane))  # type: ignore[misc]

    def _done(self, lane: tuple[int, int]) -> None:
        del self._under_way[lane]
        self._changed.set()

    async def _deliver(self, session: aiohttp.ClientSession, bot: BotAccount, webhook: Webhook, update: Json) -> None:
        pause = self._first_pause
        while bot.webhook is webhook:
            problem = await self._post(session, bot, webhook, update)
            if not problem:
                bot.queue.remove(update)
                return
            bot.delivery_error = DeliveryError(bot.now(), problem)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _post(
        self, session: aiohttp.ClientSession, bot: BotAccount, webhook: Webhook, update: Json
    ) -> str | None:
        """None if the bot took it, otherwise what went wrong."""
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        try:
            async with session.post(webhook.url, data=dumps(update).encode(), headers=headers, ssl=False) as response:
                body = await response.text()
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"
        self._run_answer(bot, body)
        return None

    def _run_answer(self, bot: BotAccount, body: str) -> None:
        """A bot may call one method in its answer; of the result it hears nothing."""
        try:
            values = Params({"answer": body}).parsed("answer")
            if isinstance(values, dict) and "method" in values:
                known = method(str(values.pop("method")))
                known.acting()(Call(self._telegram, bot, known.name, Params(values)))
        except ApiError as error:
            if error.kind and body.startswith("{"):
                self._telegram.report(error.kind, "webhook", error.description)


def _chat_id(update: Json) -> int:
    for body in update.values():
        if isinstance(body, dict):
            chat = body.get("chat") or body.get("message", {}).get("chat", {})
            return int(chat.get("id", 0))
    return 0


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
