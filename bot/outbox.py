"""The sender: rows of the outbox leave by lane, at Telegram's pace, until Telegram has them."""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime

import structlog
from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.lanes import Lanes
from bot.letters import Letters, Sent
from bot.rules.phrases import Phrase
from bot.services import delivery
from bot.texts import Texts
from bot.transport import seconds_of
from storage import outbox
from storage.outbox import Row
from storage.store import Store

log = structlog.get_logger()

AT_ONCE = 32
LOOK_AGAIN_SECONDS = 1.0
BACKOFF = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
TOAST_LIMIT = 200
TOAST_SECONDS = 15.0


class Sender:
    """Sends what is queued. At least once: only a crash between Telegram's act and our mark repeats a message."""

    def __init__(self, bot: Bot, store: Store, texts: Texts, rate: float, chat_rate: float) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._letters = Letters(bot, store, texts)
        self._lanes = Lanes(rate, chat_rate)
        self._known: set[int] = set()
        self._trouble: dict[int, int] = {}
        self._no_toast_before = 0.0
        self._ended: set[int] = set()
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        return not self._known

    def take(self, rows: Sequence[Row]) -> None:
        """Rows that are committed; those already at hand are passed over."""
        now = time.monotonic()
        for row in rows:
            if row.id not in self._known:
                self._known.add(row.id)
                self._lanes.put(row, now)
        self._wake.set()

    async def run(self) -> None:
        await asyncio.gather(self._look(), self._dispatch())

    async def stop(self) -> None:
        """Let what is under way arrive; the rest is found again at the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10)

    async def toast(
        self, query_id: str, phrase: Phrase | None, locale: str | None, received_at: datetime, now: datetime
    ) -> None:
        """Answer a tap, at most once. What does not fit or comes too late is told by message anyway."""
        if (now - received_at).total_seconds() > TOAST_SECONDS:
            return
        wait = max(self._lanes.paused(time.monotonic()), self._no_toast_before - time.monotonic())
        if wait > 0:
            if (now - received_at).total_seconds() + wait > TOAST_SECONDS:
                return
            await asyncio.sleep(wait)
        text = self._texts.plain(phrase, locale) if phrase else None
        if text and len(text) > TOAST_LIMIT:
            text = text[: TOAST_LIMIT - 1] + "…"
        try:
            await self._bot.answer_callback_query(query_id, text)
        except RetryAfter as error:
            self._no_toast_before = time.monotonic() + seconds_of(error)
        except TelegramError as error:
            log.info("toast not shown", error=type(error).__name__)

    async def _look(self) -> None:
        """Rows from an earlier run, from other programs, and of people who have just been linked."""
        while True:
            try:
                self._ended.clear()
                found = await self._store.read(outbox.waiting)
                # What was marked while we looked still waits in the snapshot that we saw.
                self.take([each for each in found if each.id not in self._ended])
                self._lanes.tidy(time.monotonic())
            except Exception as error:
                log.warning("outbox unreadable", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def _dispatch(self) -> None:
        slots = asyncio.Semaphore(AT_ONCE)
        while True:
            await slots.acquire()
            row = await self._next()
            task = asyncio.create_task(self._send(row, slots))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _next(self) -> Row:
        while True:
            row, wait = self._lanes.pick(time.monotonic())
            if row is not None:
                return row
            self._wake.clear()
            try:
                async with asyncio.timeout(wait):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _send(self, row: Row, slots: asyncio.Semaphore) -> None:
        try:
            sent = await self._letters.carry(row)
        except RetryAfter as error:
            self._later(row, seconds_of(error), flood=True)
        except Forbidden as error:
            await self._end(row, "blocked", Sent(), str(error))
        except BadRequest as error:
            log.error("refused by Telegram", row=row.id, kind=row.kind, error=str(error))
            await self._end(row, "refused", Sent(), str(error))
        except TelegramError as error:
            log.warning("not sent yet", row=row.id, error=type(error).__name__)
            self._later(row, self._backoff(row))
        except Exception as error:
            log.error("cannot be sent", row=row.id, kind=row.kind, exc_info=error)
            await self._end(row, "failed", Sent(), type(error).__name__)
        else:
            await self._end(row, "sent", sent, None)
        finally:
            slots.release()
            self._wake.set()

    def _backoff(self, row: Row) -> float:
        tries = self._trouble[row.id] = self._trouble.get(row.id, -1) + 1
        return BACKOFF[min(tries, len(BACKOFF) - 1)]

    def _later(self, row: Row, seconds: float, *, flood: bool = False) -> None:
        until = time.monotonic() + seconds
        if flood:
            self._lanes.pause(row, until)
        else:
            self._lanes.pause_chat(row, until)
        self._lanes.back(row)

    async def _end(self, row: Row, state: str, sent: Sent, error: str | None) -> None:
        """Mark it; until the mark is committed the chat's lane waits, so that nothing is sent twice."""
        while True:
            try:
                queued = await self._store.write(
                    lambda unit: delivery.close(unit, row, state, sent.shown, sent.gone, error)
                )
                break
            except Exception as trouble:
                log.warning("mark not kept", row=row.id, error=type(trouble).__name__)
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        self._trouble.pop(row.id, None)
        self._lanes.done(row)
        self._ended.add(row.id)
        self._known.discard(row.id)
        self.take(queued)
