"""Taps on inline buttons: each wants one answer, in time."""

import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace

from .errors import QUERY_TOO_OLD, bad_request
from .messages import Message
from .shapes import Json
from .users import User
from .violations import ViolationKind


@dataclass(frozen=True, slots=True)
class Tap:
    id: str
    user: User
    chat_id: int
    message_id: int
    data: str
    asked_at: float
    answered: bool = False
    reported: bool = False


class Taps:
    def __init__(self, stopwatch: Callable[[], float]) -> None:
        self._stopwatch = stopwatch
        self._taps: dict[str, Tap] = {}
        self._count = itertools.count()

    def add(self, user: User, message: Message, data: str) -> Tap:
        number = hashlib.sha256(f"{user.id}/{message.message_id}/{next(self._count)}".encode()).hexdigest()
        tap = Tap(
            str(int(number[:15], 16)), user, message.chat["id"], message.message_id, data, asked_at=self._stopwatch()
        )
        self._taps[tap.id] = tap
        return tap

    def answer(self, tap_id: str, deadline: float) -> Tap:
        tap = self._taps.get(tap_id)
        if not tap:
            raise bad_request(QUERY_TOO_OLD, ViolationKind.UNKNOWN_TAP)
        if tap.answered:
            raise bad_request(QUERY_TOO_OLD, ViolationKind.SECOND_ANSWER)
        if self._stopwatch() - tap.asked_at > deadline:
            self._taps[tap_id] = replace(tap, answered=True, reported=True)
            raise bad_request(QUERY_TOO_OLD, ViolationKind.LATE_ANSWER)
        self._taps[tap_id] = replace(tap, answered=True)
        return tap

    def clear(self) -> None:
        self._taps.clear()

    def is_answered(self, tap_id: str) -> bool:
        return self._taps[tap_id].answered

    def take_unanswered(self, deadline: float) -> list[Tap]:
        """Taps whose time ran out without an answer, each reported once."""
        now = self._stopwatch()
        late = [
            tap
            for tap in self._taps.values()
            if not tap.answered and not tap.reported and now - tap.asked_at > deadline
        ]
        self._taps.update((tap.id, replace(tap, reported=True)) for tap in late)
        return late


def as_json(tap: Tap, message: Json) -> Json:
    return {
        "id": tap.id,
        "from": tap.user.as_json(),
        "message": message,
        "chat_instance": str(int(hashlib.sha256(str(tap.chat_id).encode()).hexdigest()[:15], 16)),
        "data": tap.data,
    }
