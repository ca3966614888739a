"""What happens, told at once to whoever listens: the page, a test, a log."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from .shapes import Json


class EventKind(StrEnum):
    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    TOAST = "toast"
    ACTION = "action"
    READ = "read"
    CHAT = "chat"
    COMMANDS = "commands"
    BOT = "bot"
    USER = "user"
    VIOLATION = "violation"
    CLOCK = "clock"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Event:
    kind: EventKind
    bot_id: int = 0
    chat_id: int = 0
    message_id: int = 0
    body: Json = field(default_factory=dict)


Listener = Callable[[Event], None]


class Events:
    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hears everything from now on, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)
