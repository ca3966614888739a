"""Limits of sending, and the pauses that were asked for: who calls during a pause is told so again."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from .errors import too_many_requests
from .violations import ViolationKind

SENDING = ("send", "forward", "copy", "edit")
FREE = ("sendChatAction", "sendMessageDraft")
UNDER_WAY = 0.02


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages a second, overall and in one chat, and how many may come at once."""

    overall: float = 30
    overall_burst: int = 30
    chat: float = 1
    chat_burst: int = 5


class Bucket:
    def __init__(self, rate: float, burst: int, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until a token is there; 0 takes one."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return (1 - self._tokens) / self._rate
        self._tokens -= 1
        return 0


@dataclass(frozen=True, slots=True)
class Pause:
    since: float
    until: float
    chat_id: int | None
    method: str | None

    def concerns(self, method: str, chat_id: int | None) -> bool:
        if method == "getUpdates":
            return self.method == method
        return self.chat_id in (None, chat_id) and self.method in (None, method)


class Flood:
    """A call that was under way when the pause was asked for (`grace` seconds) is refused but no violation."""

    def __init__(self, limits: Limits | None, stopwatch: Callable[[], float]) -> None:
        self.limits = limits
        self.grace = UNDER_WAY
        self._stopwatch = stopwatch
        self._pauses: list[Pause] = []
        self._buckets: dict[int | None, Bucket] = {}

    def check(self, method: str, chat_id: int | None) -> None:
        self._check_pauses(method, chat_id)
        if self.limits and chat_id and method.startswith(SENDING) and method not in FREE:
            self._check_limits(self.limits, method, chat_id)

    def pause(self, seconds: float, *, method: str | None = None, chat_id: int | None = None) -> None:
        now = self._stopwatch()
        self._pauses.append(Pause(now, now + seconds, chat_id, method))

    def clear(self) -> None:
        self._pauses.clear()
        self._buckets.clear()

    def _check_pauses(self, method: str, chat_id: int | None) -> None:
        now = self._stopwatch()
        self._pauses = [pause for pause in self._pauses if pause.until > now]
        for pause in self._pauses:
            if pause.concerns(method, chat_id):
                known = now - pause.since >= self.grace
                kind = ViolationKind.CALL_DURING_RETRY_AFTER if known else None
                raise too_many_requests(math.ceil(pause.until - now), kind)

    def _check_limits(self, limits: Limits, method: str, chat_id: int) -> None:
        now = self._stopwatch()
        chat = self._buckets.setdefault(chat_id, Bucket(limits.chat, limits.chat_burst, now))
        if wait := chat.wait(now):
            self.pause(wait, chat_id=chat_id)
            raise too_many_requests(math.ceil(wait), ViolationKind.FLOOD)
        overall = self._buckets.setdefault(None, Bucket(limits.overall, limits.overall_burst, now))
        if wait := overall.wait(now):
            self.pause(wait)
            raise too_many_requests(math.ceil(wait), ViolationKind.FLOOD)
