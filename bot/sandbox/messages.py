"""A message, as Telegram keeps it and as it shows it to a bot."""

from dataclasses import dataclass
from datetime import datetime

from .keyboards import InlineKeyboard, Markup
from .media import Media
from .shapes import Json, compact
from .users import User
from .words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Message:
    message_id: int
    chat: Json
    sender: User
    date: datetime
    words: Words = NO_WORDS
    media: Media | None = None
    markup: Markup | None = None
    edited: datetime | None = None
    silent: bool = False
    protected: bool = False
    reply_to: "Message | None" = None
    forward_origin: Json | None = None
    media_group_id: str | None = None
    link_preview: Json | None = None
    service: Json | None = None

    @property
    def inline_keyboard(self) -> InlineKeyboard | None:
        return self.markup if isinstance(self.markup, InlineKeyboard) else None

    def as_json(self) -> Json:
        head = {
            "message_id": self.message_id,
            "from": self.sender.as_json(),
            "chat": self.chat,
            "date": int(self.date.timestamp()),
        }
        return head | self._context() | self._content() | (self.service or {})

    def _context(self) -> Json:
        return compact(
            edit_date=int(self.edited.timestamp()) if self.edited else None,
            reply_to_message=self._replied(),
            forward_origin=self.forward_origin,
            media_group_id=self.media_group_id,
            has_protected_content=self.protected,
            link_preview_options=self.link_preview,
            reply_markup=self.inline_keyboard.as_json() if self.inline_keyboard else None,
        )

    def _replied(self) -> Json | None:
        if not self.reply_to:
            return None
        return {name: value for name, value in self.reply_to.as_json().items() if name != "reply_to_message"}

    def _content(self) -> Json:
        if not self.media:
            return self.words.as_json(text="text", entities="entities")
        return self.media.as_json() | self.words.as_json(text="caption", entities="caption_entities")

    def inaccessible(self) -> Json:
        """What a bot sees of a message that Telegram no longer has."""
        return {"message_id": self.message_id, "chat": self.chat, "date": 0}
