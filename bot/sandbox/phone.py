"""The phone that a test holds: say, tap, and read what stands on the screen."""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import NamedTuple

from . import actions, groups, media
from .bots import BotAccount
from .chats import Chat
from .keyboards import Button
from .messages import Message
from .telegram import Telegram
from .users import User


class ShownButton(NamedTuple):
    label: str
    data: str | None


@dataclass(frozen=True, slots=True)
class ShownMessage:
    message_id: int
    text: str
    mine: bool
    buttons: tuple[tuple[ShownButton, ...], ...]
    date: datetime
    edited: bool
    silent: bool
    media: str | None
    file: bytes | None

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for row in self.buttons for button in row)


class Phone:
    def __init__(self, telegram: Telegram, user: User, bot: BotAccount | None = None) -> None:
        self.telegram = telegram
        self.user = user
        self._bot = bot

    @property
    def bot(self) -> BotAccount:
        """The bot this phone talks to: the given one, or the first that called."""
        return self._bot or self.telegram.only_bot()

    @property
    def chat(self) -> Chat:
        return self.bot.private_chat(self.user)

    def say(self, text: str) -> int:
        return actions.say(self.bot, self.user, text).message_id

    def tap(self, label: str, *, message: int | ShownMessage | None = None) -> str:
        """Taps the newest button with this label, or a key under the typing box; returns the tap's id."""
        number = message.message_id if isinstance(message, ShownMessage) else message
        try:
            message_id, button = actions.find_button(self.bot, self.user, label, number)
        except LookupError:
            return self._press_key(label)
        tap = actions.press(self.bot, self.user, message_id, button)
        return tap.id if tap else ""

    def tap_data(self, message_id: int, data: str) -> str:
        """Taps with any data: stale, foreign or forged."""
        return actions.tap(self.bot, self.user, message_id, data).id

    def tap_inaccessible(self, message_id: int, data: str) -> str:
        return actions.tap_inaccessible(self.bot, self.user, message_id, data).id

    def is_answered(self, tap_id: str) -> bool:
        return self.bot.taps.is_answered(tap_id)

    def edit(self, message_id: int, text: str) -> None:
        actions.edit(self.bot, self.user, message_id, text)

    def delete(self, message_id: int) -> None:
        actions.delete(self.bot, self.user, message_id)

    def send_photo(self, caption: str = "") -> int:
        return self._send_file(media.MediaKind.PHOTO, "photo.png", media.PIXEL, caption)

    def send_document(self, name: str = "file.pdf", content: bytes = b"%PDF-1.7", caption: str = "") -> int:
        return self._send_file(media.MediaKind.DOCUMENT, name, content, caption)

    def send_sticker(self) -> int:
        return self._send_file(media.MediaKind.STICKER, "sticker.webp", media.PIXEL, "")

    def send_voice(self) -> int:
        return self._send_file(media.MediaKind.VOICE, "voice.ogg", b"OggS", "")

    def send_contact(self, phone_number: str = "+886900000000") -> int:
        item = media.contact(phone_number, self.user.first_name, self.user.id)
        return actions.send_media(self.bot, self.user, item).message_id

    def send_location(self, latitude: float = 24.993, longitude: float = 121.301) -> int:
        return actions.send_media(self.bot, self.user, media.location(latitude, longitude)).message_id

    def forward(self, text: str, origin: str = "Somebody") -> int:
        return actions.forward(self.bot, self.user, text, origin).message_id

    def open_link(self, url: str) -> None:
        if not groups.open_group_link(self.telegram, self.bot, self.user, url):
            actions.open_link(self.bot, self.user, url)

    def block(self) -> None:
        actions.block(self.bot, self.user)

    def unblock(self) -> None:
        actions.unblock(self.bot, self.user)

    @property
    def messages(self) -> tuple[ShownMessage, ...]:
        return tuple(_shown(message) for message in self.chat.messages.values())

    @property
    def newest(self) -> int:
        """The number of the newest message, 0 before the first."""
        return next(reversed(self.chat.messages), 0)

    def received(self, after: int) -> list[ShownMessage]:
        """What the bot has sent behind message `after`; a long chat costs no more than what is new in it."""
        new = takewhile(lambda each: each.message_id > after, reversed(self.chat.messages.values()))
        return [_shown(each) for each in new if each.sender.is_bot][::-1]

    @property
    def last(self) -> ShownMessage:
        """The newest message of the bot."""
        for message in reversed(self.chat.messages.values()):
            if message.sender.is_bot:
                return _shown(message)
        raise LookupError(f"the bot has said nothing on this phone:\n{self}")

    def buttons(self) -> tuple[str, ...]:
        """The labels under the newest message of the bot."""
        return self.last.labels

    @property
    def keys(self) -> tuple[str, ...]:
        """The labels of the keys under the typing box."""
        return tuple(key.text for key in self._keys())

    @property
    def toasts(self) -> list[str]:
        return [toast.text for toast in self.chat.toasts]

    @property
    def alerts(self) -> list[str]:
        return [toast.text for toast in self.chat.toasts if toast.alert]

    @property
    def commands(self) -> dict[str, str]:
        """The menu that this chat sees: command and description."""
        return {name: str(description) for name, description in self.bot.menu_of(self.user).items()}

    def __str__(self) -> str:
        lines = [_line(message) for message in self.messages[-12:]]
        return "\n".join(lines + [f"keys: {' | '.join(self.keys)}"] * bool(self.keys)) or "(empty)"

    def _send_file(self, kind: media.MediaKind, name: str, content: bytes, caption: str) -> int:
        mime_type = "image/png" if kind is media.MediaKind.PHOTO else "application/octet-stream"
        item = media.of_file(kind, self.telegram.files.add(name, mime_type, content))
        return actions.send_media(self.bot, self.user, item, caption).message_id

    def _press_key(self, label: str) -> str:
        try:
            key = actions.find_key(self.bot, self.user, label)
        except LookupError:
            raise LookupError(f"no button {label!r} on this phone:\n{self}") from None
        actions.press_key(self.bot, self.user, key)
        return ""

    def _keys(self) -> list[Button]:
        keyboard = self.chat.reply_keyboard
        return [key for row in keyboard.rows for key in row] if keyboard else []


def _shown(message: Message) -> ShownMessage:
    keyboard = message.inline_keyboard
    rows = keyboard.rows if keyboard else ()
    return ShownMessage(
        message.message_id,
        message.words.text,
        not message.sender.is_bot,
        tuple(tuple(ShownButton(button.text, button.callback_data or button.url) for button in row) for row in rows),
        message.date,
        message.edited is not None,
        message.silent,
        message.media.kind.value if message.media else None,
        message.media.file.content if message.media and message.media.file else None,
    )


def _line(message: ShownMessage) -> str:
    who = ">" if message.mine else "<"
    buttons = "".join(f" [{label}]" for label in message.labels)
    return f"{who} #{message.message_id} {message.media or ''} {message.text!r}{buttons}"
