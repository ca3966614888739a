"""Puts the parts together: the only module that knows them all."""

import asyncio
from typing import Any

import structlog
from telegram import Bot
from telegram.ext import Application, ApplicationBuilder, ContextTypes

from bot import handlers
from bot.clock import Clock
from bot.inbox import Receiver, Worker, poll
from bot.outbox import Sender
from bot.persistence import QuestionStates
from bot.rules.phrases import say
from bot.scheduler.bell import Bell
from bot.services import outages, proposing
from bot.settings import Settings
from bot.texts import Texts
from bot.transport import AiohttpRequest, insist
from bot.turn import Attempt, Turn, process
from storage import counters
from storage.engines import NotLeading, leading_engine
from storage.inbox import Row
from storage.outbox import Row as Queued
from storage.store import Store
from storage.unit import Unit
from storage.unit_thread import StorageAway

log = structlog.get_logger()
App = Application[Any, Turn, Any, Any, Any, Any]


class Office:
    """The running bot: what comes in, what is worked off, what goes out, and the bell that rings for the sweeps."""

    def __init__(self, settings: Settings, clock: Clock, store: Store | None = None) -> None:
        self.settings = settings
        self.clock = clock
        self.store = store or Store(settings.database, clock.now, settings.zone, leading_engine)
        self._requests = (AiohttpRequest(connections=1), AiohttpRequest())
        self.application = _application(settings, self.store, *self._requests)
        self.texts = Texts(settings.zone, settings.locale)
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def bot(self) -> Bot:
        return self.application.bot  # type: ignore[no-any-return]

    @property
    def idle(self) -> bool:
        """Nothing is being worked off or sent; what waits for a later try counts as busy."""
        return self.worker.idle and self.sender.idle

    async def start(self) -> None:
        """Take the lead and begin. Raises NotLeading when another instance has it."""
        await self._take_lead()
        try:
            await insist(self.application.initialize)
        except BaseException:
            await self._give_up()
            raise
        await self.application.start()
        name = self.bot.username
        await self.store.write(lambda unit: counters.remember(unit, "bot_name", name))
        await self.store.write(lambda unit: proposing.put(unit, self.settings.propose_suspension))
        self.sender = Sender(self.bot, self.store, self.texts, self.settings.rate, self.settings.chat_rate)
        self.worker = Worker(self.store, self.bot.id, self._process, self.sender.take, self._toast)
        self.receiver = Receiver(self.store, self.bot.id, self.worker.take, self.clock.now)
        self.bell = Bell(self.store, self.clock, self.settings.zone, self.sender.take, self.settings.retention_years)
        self._tasks = [asyncio.create_task(self.sender.run()), asyncio.create_task(self.worker.run())]
        await self._resume()
        self.bell.start()

    async def _take_lead(self) -> None:
        self.store.start()
        try:
            await self.store.write(lambda unit: None)
        except StorageAway:
            lost = self.store.lost
            await self.store.stop()
            if lost:
                raise NotLeading from None
            raise

    async def _give_up(self) -> None:
        """Telegram did not take us: leave nothing open."""
        for request in self._requests:
            await request.shutdown()
        await self.store.stop()

    async def _resume(self) -> None:
        def work(unit: Unit) -> list[Queued]:
            outages.resume(unit)
            return unit.queued

        self.sender.take(await self.store.write(work))

    async def poll(self) -> None:
        """Take updates until the token is refused or the task is cancelled."""
        await insist(self.bot.delete_webhook)
        await poll(self.bot, self.receiver)

    async def stop(self) -> None:
        self.bell.stop()
        await self.worker.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sender.stop()
        await self.application.stop()
        await self.application.shutdown()
        await self.store.stop()

    async def _process(self, row: Row) -> Attempt:
        return await process(self.application, row)

    async def _toast(self, attempt: Attempt) -> None:
        """Answer the tap, once: after the commit, or after the first failure with the promise of an answer."""
        query = attempt.row.body.get("callback_query")
        if query is not None:
            phrase = say("please-wait") if attempt.error else attempt.toast
            await self.sender.toast(query["id"], phrase, attempt.locale, attempt.row.received_at, self.clock.now())


def _application(settings: Settings, store: Store, polls: AiohttpRequest, calls: AiohttpRequest) -> App:
    application: App = (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{settings.api_base}/bot")
        .base_file_url(f"{settings.api_base}/file/bot")
        .request(calls)
        .get_updates_request(polls)
        .context_types(ContextTypes(context=Turn))
        .persistence(QuestionStates(store))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.bot_data["store"] = store
    handlers.install(application)
    return application
