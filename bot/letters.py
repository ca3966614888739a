"""From an outbox row to the call that carries it: rendered now, for this reader, from the present state."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.rules.calendar import in_office_hours
from bot.rules.phrases import Message, say
from bot.services import calendars, telling, views
from bot.texts import Texts
from storage import cards
from storage.cards import Card
from storage.outbox import Lane, Row
from storage.store import Store
from storage.unit import Unit

LIMIT = 4096
Copies = tuple[tuple[int, int], ...]
"""Which message shows which version of a card now."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a row: the messages that show its card, and those that are gone."""

    shown: Copies = ()
    gone: tuple[int, ...] = ()


class Letters:
    """Carries rows of each kind to Telegram."""

    def __init__(self, bot: Bot, store: Store, texts: Texts) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._carriers: dict[str, Callable[[Row], Awaitable[Sent]]] = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "card": self._card,
            "commands": self._commands,
            "leave": self._leave,
        }

    async def carry(self, row: Row) -> Sent:
        return await self._carriers[row.kind](row)

    async def _say(self, row: Row) -> Sent:
        await self._send(row, telling.message_of(row.body), silent=row.body.get("silent", False))
        return Sent()

    async def _edit(self, row: Row) -> Sent:
        await self._change(row, row.body["message_id"], telling.message_of(row.body))
        return Sent()

    async def _delete(self, row: Row) -> Sent:
        await self._bot.delete_message(row.chat_id, row.body["message_id"])
        return Sent()

    async def _commands(self, row: Row) -> Sent:
        commands = [
            BotCommand(name, self._texts.plain(say(f"command-{name}"), row.locale)) for name in row.body["names"]
        ]
        await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(row.chat_id))
        return Sent()

    async def _leave(self, row: Row) -> Sent:
        lines = Message(tuple(row.body["lines"]))
        try:
            await self._send(row, lines, silent=False)
        finally:
            await self._bot.leave_chat(row.chat_id)
        return Sent()

    async def _card(self, row: Row) -> Sent:
        """Send the card once, then edit every message that shows an older version."""
        assert row.card_id is not None
        card_id = row.card_id
        card, message, silent = await self._store.read(lambda unit: _present(unit, card_id))
        if message is None:
            return Sent()
        if not card.copies:
            message_id = await self._send(row, message, silent=silent and row.lane is not Lane.REPLY)
            return Sent(shown=((message_id, card.wanted),))
        shown: list[tuple[int, int]] = []
        gone: list[int] = []
        for copy in card.copies:
            if copy.shown < card.wanted:
                there = await self._change(row, copy.message_id, message)
                shown.append((copy.message_id, card.wanted)) if there else gone.append(copy.message_id)
        return Sent(tuple(shown), tuple(gone))

    async def _send(self, row: Row, message: Message, *, silent: bool) -> int:
        sent = await self._bot.send_message(
            row.chat_id,
            self._text(message, row.locale),
            parse_mode="HTML",
            reply_markup=self._keyboard(message, row.locale),
            disable_notification=silent or None,
        )
        return sent.message_id

    async def _change(self, row: Row, message_id: int, message: Message) -> bool:
        """False when the message is gone from the chat."""
        return await _unless_same(
            self._bot.edit_message_text(
                self._text(message, row.locale),
                chat_id=row.chat_id,
                message_id=message_id,
                parse_mode="HTML",
                reply_markup=self._keyboard(message, row.locale),
            )
        )

    def _text(self, message: Message, locale: str | None) -> str:
        """Paragraph by paragraph, whole ones only, so that no tag is cut."""
        lines: list[str] = []
        room = LIMIT
        for line in message.lines:
            text = self._texts.html(line, locale)
            room -= len(text.encode("utf-16-le")) // 2 + 1
            if room < 1:
                break
            lines.append(text)
        return "\n".join(lines)

    def _keyboard(self, message: Message, locale: str | None) -> InlineKeyboardMarkup | None:
        if not message.buttons:
            return None
        return InlineKeyboardMarkup(
            [
                [InlineKeyboardButton(self._texts.plain(each.label, locale), callback_data=each.data) for each in row]
                for row in message.buttons
            ]
        )


def _present(unit: Unit, card_id: int) -> tuple[Card, Message | None, bool]:
    card = cards.load(unit, card_id)
    return card, views.card(unit, card), not _is_office_hour(unit, unit.local)


def _is_office_hour(unit: Unit, moment: datetime) -> bool:
    return in_office_hours(moment, calendars.office(unit))


async def _unless_same(call: Awaitable[Any]) -> bool:
    """Do it; that it is so already is success. False when the message does not exist any more."""
    try:
        await call
    except BadRequest as error:
        text = str(error).lower()
        if "not found" in text or "can't be edited" in text:
            return False
        if "not modified" not in text:
            raise
    return True
