"""The sender: rows of the outbox leave by lane, at Telegram's pace, until Telegram has them."""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.lanes import Lanes
from bot.letters import Letters, Overtaken, Paused, Sent, Unrenderable, is_chat_gone
from bot.rules.phrases import Phrase
from bot.services import delivery
from bot.texts import Texts
from bot.transport import Unreached, is_telegrams, seconds_of
from storage import outbox
from storage.outbox import Row
from storage.store import Store
from storage.unit_thread import StorageAway

log = structlog.get_logger()

AT_ONCE = 32
LOOK_AGAIN_SECONDS = 1.0
BACKOFF = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
TRIES = 8
PUT_OFF_SECONDS = 60.0
TOAST_LIMIT = 200
TOAST_SECONDS = 15.0


class Sender:
    """Sends what is queued. At least once: only a crash between Telegram's act and our mark repeats a message."""

    def __init__(self, bot: Bot, store: Store, texts: Texts, rate: float, chat_rate: float) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._lanes = Lanes(rate, chat_rate)
        self._letters = Letters(bot, store, texts, lambda chat_id: self._lanes.paused_for(chat_id, time.monotonic()))
        self._known: dict[int, float] = {}
        self._trouble: dict[int, int] = {}
        self._no_toast_before = 0.0
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        return not self._known

    def take(self, rows: Sequence[Row], *, found: bool = False) -> None:
        """Rows that are committed; those already at hand, and those of a kind from another version, are passed over.
        What was found may have been marked since, or has waited for long."""
        now = time.monotonic()
        for row in rows:
            if row.id not in self._known and self._letters.knows(row):
                self._known[row.id] = 0.0 if found else now
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
        try:
            await self._bot.answer_callback_query(query_id, self._toast_text(phrase, locale))
        except RetryAfter as error:
            self._no_toast_before = time.monotonic() + seconds_of(error)
        except Exception as error:  # the message tells it anyway
            log.info("toast not shown", error=type(error).__name__)

    def _toast_text(self, phrase: Phrase | None, locale: str | None) -> str | None:
        text = self._texts.plain(phrase, locale) if phrase else None
        return text[: TOAST_LIMIT - 1] + "…" if text and len(text) > TOAST_LIMIT else text

    async def _look(self) -> None:
        """Rows from an earlier run, from other programs, and of people who have just been linked."""
        while True:
            try:
                self.take(await self._store.read(outbox.waiting), found=True)
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
            waited = time.monotonic() - self._known[row.id] > LOOK_AGAIN_SECONDS
            sent = await self._letters.carry(row, waited=waited)
        except Paused:
            self._lanes.back(row)
        except Overtaken:
            self._let_go(row)
        except RetryAfter as error:
            self._flooded(row, seconds_of(error))
        except (Forbidden, BadRequest, ChatMigrated) as error:
            await self._refused(row, error)
        except Unrenderable as error:
            log.error("cannot be rendered", row=row.id, kind=row.kind, exc_info=error.__cause__)
            await self._put_off(row, error.__cause__ or error)
        except Exception as error:  # whatever it is: only Telegram's own word ends a row
            log.warning("not sent yet", row=row.id, kind=row.kind, error=type(error).__name__)
            await self._failed(row, error)
        else:
            await self._end(row, "sent", sent, None)
        finally:
            slots.release()
            self._wake.set()

    async def _refused(self, row: Row, error: TelegramError) -> None:
        """Telegram says no; a page that a proxy put in its place does not count."""
        if not is_telegrams(error):
            await self._failed(row, error)
        elif isinstance(error, Forbidden) or (isinstance(error, BadRequest) and is_chat_gone(error)):
            await self._end(row, delivery.BLOCKED, Sent(), str(error))
        else:
            log.error("refused by Telegram", row=row.id, kind=row.kind, error=str(error))
            await self._end(row, delivery.REFUSED, Sent(), str(error))

    async def _failed(self, row: Row, error: Exception) -> None:
        """Try it again soon; one that has been answered with faults too often lets its chat's others go first."""
        tries = self._trouble[row.id] = self._trouble.get(row.id, 0) + 1
        if tries >= TRIES and not isinstance(error, (Unreached, TimedOut, StorageAway)):
            await self._put_off(row, error)
        else:
            self._later(row, BACKOFF[min(tries, len(BACKOFF)) - 1])

    async def _put_off(self, row: Row, error: BaseException) -> None:
        """It comes again later, behind whatever waits by then; `doctor` tells of it."""
        try:
            await self._store.write(lambda unit: outbox.note(unit, row.id, type(error).__name__))
        except Exception as trouble:
            log.warning("note not kept", row=row.id, error=type(trouble).__name__)
        self._lanes.done(row)
        asyncio.get_running_loop().call_later(PUT_OFF_SECONDS, self._put_back, row)

    def _put_back(self, row: Row) -> None:
        self._lanes.put(row, time.monotonic())
        self._wake.set()

    def _let_go(self, row: Row) -> None:
        """Not ours to send any more; if it is for another chat now, the next look finds it."""
        self._trouble.pop(row.id, None)
        self._lanes.done(row)
        self._known.pop(row.id, None)

    def _flooded(self, row: Row, seconds: float) -> None:
        self._lanes.pause(row, time.monotonic() + seconds)
        self._lanes.back(row)

    def _later(self, row: Row, seconds: float) -> None:
        self._lanes.pause_chat(row, time.monotonic() + seconds)
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
        self._let_go(row)
        self.take(queued)
