"""A chat between a bot and a person, or a group: its messages and what the phone shows around them."""

from dataclasses import dataclass
from enum import StrEnum

from .keyboards import ForceReply, InlineKeyboard, Markup, RemoveKeyboard, ReplyKeyboard
from .messages import Message
from .shapes import Json, compact
from .users import User


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Toast:
    """What a phone shows for a moment, or as an alert, when a bot answers a tap."""

    text: str
    alert: bool
    message_id: int


class Chat:
    def __init__(self, chat_id: int, kind: ChatKind, *, person: User | None = None, title: str | None = None) -> None:
        self.id = chat_id
        self.kind = kind
        self.person = person
        self.title = title
        self.started = kind is ChatKind.GROUP
        self.blocked = False
        self.read_to = 0
        self.messages: dict[int, Message] = {}
        self.reply_keyboard: ReplyKeyboard | None = None
        self.force_reply: Message | None = None
        self.toasts: list[Toast] = []
        self.pinned: list[int] = []

    def as_json(self) -> Json:
        person = self.person
        return {"id": self.id} | compact(
            title=self.title,
            first_name=person.first_name if person else None,
            last_name=person.last_name if person else None,
            username=person.username if person else None,
            type=self.kind.value,
        )

    def keep(self, message: Message) -> None:
        self.messages[message.message_id] = message
        if message.sender.is_bot:
            self._show_keyboard(message, message.markup)
        else:
            self.force_reply = None

    def _show_keyboard(self, message: Message, markup: Markup | None) -> None:
        match markup:
            case ReplyKeyboard():
                self.reply_keyboard = markup
            case RemoveKeyboard():
                self.reply_keyboard = None
            case ForceReply():
                self.force_reply = message
            case InlineKeyboard() | None:
                pass

    def unread(self) -> int:
        """Counted from the end, so that a long chat costs no more than what is unread."""
        count = 0
        for message in reversed(self.messages.values()):
            if message.message_id <= self.read_to:
                break
            count += message.sender.is_bot
        return count
