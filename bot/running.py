"""Running the bot as a process: who leads, where updates come in, and the signals that end it."""

import asyncio
import gc
import signal
from typing import Any

import uvloop
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import webhook
from bot.app import Office
from bot.arrivals import ALLOWED_UPDATES
from bot.clock import Clock
from bot.inbox import Receiver
from bot.settings import Mode, Settings
from bot.transport import AiohttpRequest, insist
from bot.webhook import ListenRefused
from storage import lock, vitals
from storage.engines import NotLeading
from storage.store import Store

__all__ = ["Instance", "LeadLost", "ListenRefused", "TokenRefused", "WebhookRefused", "ask_name", "run"]

FOLLOW_SECONDS = 1.0


class TokenRefused(Exception):
    """Telegram does not know the token."""


class WebhookRefused(Exception):
    """Telegram does not call the address; the message is its reason."""


class LeadLost(Exception):
    """Another instance may lead by now: this process ends, so that it can start again as a follower."""


def run(settings: Settings, clock: Clock) -> None:
    """Run until a signal comes. Raises AlreadyLed, TokenRefused, ListenRefused, WebhookRefused or LeadLost."""
    held = lock.hold(settings.database)
    try:
        uvloop.run(Instance(settings, clock).run())
    except InvalidToken:
        raise TokenRefused from None
    finally:
        if held is not None:
            held.close()


class Instance:
    """One process: it follows, taking in webhooks, until it leads."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._office: Office | None = None
        self._front = Store(settings.database, clock.now, settings.zone)
        bot_id = int(settings.token.get_secret_value().partition(":")[0])
        self._receiver = Receiver(self._front, bot_id, lambda rows: None, clock.now)

    async def run(self) -> None:
        self._front.start()
        doors = await self._open_doors() if self._settings.listen else None
        task = asyncio.current_task()
        assert task is not None
        for each in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(each, task.cancel)
        try:
            await self._follow()
            await self._lead()
        except asyncio.CancelledError:
            pass
        finally:
            if doors is not None:
                await doors.cleanup()
            if self._office is not None:
                await self._office.stop()
            await self._front.stop()

    async def _follow(self) -> None:
        """Try for the lead until it is ours; on SQLite it is at once."""
        while self._office is None:
            office = Office(self._settings, self._clock)
            try:
                await office.start()
            except NotLeading:
                await asyncio.sleep(FOLLOW_SECONDS)
            else:
                self._office, self._receiver = office, office.receiver
                _keep_what_is_there()

    async def _lead(self) -> None:
        assert self._office is not None
        if self._settings.mode is Mode.WEBHOOK:
            coming = asyncio.create_task(self._announce_webhook(self._office.bot))
        else:
            coming = asyncio.create_task(self._office.poll())
        watch = asyncio.create_task(self._watch(self._office))
        try:
            await asyncio.gather(coming, watch)
        finally:
            coming.cancel()
            watch.cancel()

    async def _announce_webhook(self, bot: Bot) -> None:
        try:
            await insist(
                lambda: bot.set_webhook(
                    self._settings.webhook_url + webhook.PATH,
                    secret_token=self._settings.webhook_secret.get_secret_value(),
                    allowed_updates=list(ALLOWED_UPDATES),
                )
            )
        except BadRequest as error:
            raise WebhookRefused(str(error)) from None

    async def _watch(self, office: Office) -> None:
        while not office.store.lost:
            await asyncio.sleep(FOLLOW_SECONDS)
        raise LeadLost

    async def _open_doors(self) -> Any:
        secret = self._settings.webhook_secret.get_secret_value()
        app = webhook.create_app(secret, lambda updates: self._receiver.receive(updates), self._health, self._metrics)
        return await webhook.serve(app, self._settings.listen)

    async def _health(self) -> dict[str, Any]:
        """Whether the database answers, and whether this instance leads."""
        try:
            await self._front.read(lambda unit: None)
        except Exception as error:
            return {"ok": False, "leads": False, "error": type(error).__name__}
        return {"ok": True, "leads": self._office is not None}

    async def _metrics(self) -> tuple[bytes, str]:
        from bot import metrics  # only who is asked for it loads it

        try:
            found = await self._front.read(vitals.read)
        except Exception:
            found = None
        return metrics.page(found, leads=self._office is not None), metrics.CONTENT_TYPE


def _keep_what_is_there() -> None:
    """What was made at start stays for good: the collector need not walk through it at every round. And what a turn
    makes is freed when its last reference goes, so that rounds may be rare."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def ask_name(settings: Settings) -> str | None:
    """The bot's name as Telegram tells it; None without a token or without an answer."""
    if not settings.token.get_secret_value():
        return None
    try:
        return asyncio.run(_ask_name(settings))
    except TelegramError:
        return None


async def _ask_name(settings: Settings) -> str:
    request = AiohttpRequest()
    bot = Bot(
        settings.token.get_secret_value(), f"{settings.api_base}/bot", request=request, get_updates_request=request
    )
    async with bot:
        return bot.username
