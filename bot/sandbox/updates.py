"""The queue of updates of one bot: an update stays until a later offset, or a webhook's 200, confirms it."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import islice

from .errors import OTHER_POLLER, ApiError, conflict
from .shapes import Json

FIRST_UPDATE = 100_000_001


class UpdateKind(StrEnum):
    MESSAGE = "message"
    EDITED_MESSAGE = "edited_message"
    CALLBACK_QUERY = "callback_query"
    MY_CHAT_MEMBER = "my_chat_member"
    INLINE_QUERY = "inline_query"
    CHANNEL_POST = "channel_post"


class UpdateQueue:
    def __init__(self, first_id: int = FIRST_UPDATE) -> None:
        self.allowed: frozenset[str] = frozenset()
        self._next_id = first_id
        self._pending: deque[Json] = deque()
        self._poll: asyncio.Future[None] | None = None
        self._listeners: list[Callable[[], None]] = []

    def __len__(self) -> int:
        return len(self._pending)

    def put(self, kind: UpdateKind, body: Json) -> None:
        if self.allowed and kind not in self.allowed:
            return
        self._pending.append({"update_id": self._next_id, kind.value: body})
        self._next_id += 1
        self.wake()

    def put_again(self, update: Json) -> None:
        """Delivers an update once more under its old number, as Telegram may after a lost answer."""
        self._pending.appendleft(update)
        self.wake()

    def first(self, limit: int) -> list[Json]:
        return list(islice(self._pending, limit))

    def allow(self, kinds: Sequence[str] | None) -> None:
        """An empty list means all; None keeps what was said before."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def confirm(self, offset: int) -> None:
        """A positive offset forgets what lies before it; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()

    def remove(self, update: Json) -> None:
        if update in self._pending:
            self._pending.remove(update)

    def clear(self) -> None:
        self._pending.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        self.confirm(offset)
        if not self._pending and seconds > 0:
            self.interrupt(conflict(OTHER_POLLER))
            await self._wait(seconds)
        return self.first(limit)

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def interrupt(self, error: ApiError) -> None:
        """Ends the waiting poll with a refusal."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(error)

    def wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        for listener in self._listeners:
            listener()

    def on_change(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)
