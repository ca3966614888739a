"""A bot as Telegram keeps it: its chats, its queue of updates, its menus, the taps it owes an answer."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from .chats import Chat, ChatKind, Toast
from .commands import CommandMenus, private_scopes
from .events import Event, EventKind, Events
from .flood import Flood
from .messages import Message
from .shapes import Json
from .taps import Taps
from .updates import UpdateQueue
from .users import User


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are delivered; the errors of delivery are kept beside it in the bot."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    has_certificate: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryError:
    time: datetime
    message: str


@dataclass(slots=True)
class BotAccount:
    token: str
    user: User
    now: Callable[[], datetime]
    events: Events
    taps: Taps
    flood: Flood
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    commands: CommandMenus = field(default_factory=CommandMenus)
    profile: dict[tuple[str, str], Any] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    webhook: Webhook | None = None
    delivery_error: DeliveryError | None = None
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def private_chat(self, person: User) -> Chat:
        """The chat with this person; it is there before anybody wrote in it."""
        chat = self.chats.get(person.id)
        if not chat:
            chat = self.chats[person.id] = Chat(person.id, ChatKind.PRIVATE, person=person)
        return chat

    def post(self, chat: Chat, sender: User, **content: Any) -> Message:
        message = Message(next(self._numbers), chat.as_json(), sender, self.now(), **content)
        chat.keep(message)
        self.tell(EventKind.MESSAGE, chat, message.message_id)
        return message

    def change(self, chat: Chat, message: Message, **content: Any) -> Message:
        changed = replace(message, **content)
        chat.messages[message.message_id] = changed
        self.tell(EventKind.EDITED, chat, message.message_id)
        return changed

    def delete(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.tell(EventKind.DELETED, chat, message_id)

    def toast(self, chat: Chat, toast: Toast) -> None:
        chat.toasts.append(toast)
        self.tell(EventKind.TOAST, chat, toast.message_id, text=toast.text, alert=toast.alert)

    def tell(self, kind: EventKind, chat: Chat, message_id: int = 0, **body: Any) -> None:
        self.events.tell(Event(kind, self.user.id, chat.id, message_id, body))

    def menu_of(self, person: User) -> Json:
        commands = self.commands.seen_in(private_scopes(person.id), person.language_code or "")
        return {item.command: item.description for item in commands}
