"""Faults to order: the next calls fail in a chosen way, as networks and servers do."""

from dataclasses import dataclass, replace
from enum import StrEnum

from .shapes import Json


class FaultKind(StrEnum):
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    DROPPED = "dropped"
    REPLY_LOST = "reply_lost"
    LATENCY = "latency"
    ODD_ANSWER = "odd_answer"


@dataclass(frozen=True, slots=True)
class Fault:
    """`times` calls fail; without a method every call but getUpdates is meant, without a chat every chat.

    `retry_after` concerns the chat of the call that it hits, or the whole bot if `whole_bot` is set. An odd answer has
    the `status` and `body` that a proxy in between may give.
    """

    kind: FaultKind
    times: int = 1
    method: str | None = None
    chat_id: int | None = None
    retry_after: int = 1
    latency_ms: int = 0
    whole_bot: bool = False
    status: int = 200
    body: str = ""

    def concerns(self, method: str, chat_id: int | None) -> bool:
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.method is None:
            return method != "getUpdates"
        return self.method.lower() == method.lower()

    def as_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


class Faults:
    def __init__(self) -> None:
        self.latency_ms = 0
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def waiting(self) -> tuple[Fault, ...]:
        return tuple(self._waiting)

    def clear(self) -> None:
        self._waiting.clear()
        self.latency_ms = 0

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call meets, used up once."""
        for index, fault in enumerate(self._waiting):
            if fault.concerns(method, chat_id):
                self._waiting[index : index + 1] = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                return fault
        return None
