"""From an outbox row to the call that carries it: rendered now, for this reader, from the present state."""

import json
import warnings
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden
from telegram.warnings import PTBUserWarning

from bot import documents
from bot.fitting import fitted
from bot.rules.calendar import in_office_hours
from bot.rules.phrases import Message, RuleViolation, say
from bot.services import calendars, inviting, lists, telling, views
from bot.texts import Texts
from storage import cards, outbox
from storage.cards import Card
from storage.outbox import Lane, Row
from storage.store import Store
from storage.unit import Unit

# Of what Telegram answers only the number of the message is of use, so the raw call is meant.
warnings.filterwarnings("ignore", message=".*Bot.do_api_request.*(sendM|editM)essage.*", category=PTBUserWarning)

EDITS = ("edit", "list")

Copies = tuple[tuple[int, int, str], ...]
"""Which message shows which version of a card now, and how it looks."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a row: the messages that show its card, and those that are gone."""

    shown: Copies = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in the words of its reader; the keyboard is already the JSON that Telegram is given."""

    text: str
    keyboard: str | None

    @property
    def looks(self) -> str:
        """The same for what looks the same."""
        return sha256(f"{self.text}\0{self.keyboard or ''}".encode()).hexdigest()


class Paused(Exception):
    """Telegram has asked for silence since the row was picked."""


class Overtaken(Exception):
    """The row is not for this chat any more: the link was cut or leads to another chat."""


class Unrenderable(Exception):
    """No words can be made of the row, whatever Telegram says."""


class Letters:
    """Carries rows of each kind to Telegram; `paused_for` tells how long a chat wants to hear nothing."""

    def __init__(self, bot: Bot, store: Store, texts: Texts, paused_for: Callable[[int], float]) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._paused_for = paused_for
        self._carriers: dict[str, Callable[[Row], Awaitable[Sent]]] = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "card": self._card,
            "document": self._document,
            "commands": self._commands,
            "leave": self._leave,
            "list": self._list,
            inviting.INVITATIONS: self._invitations,
        }

    def knows(self, row: Row) -> bool:
        return row.kind in self._carriers

    async def carry(self, row: Row, *, waited: bool) -> Sent:
        """What has waited since it was read may be for nobody by now, or undo what a later edit shows."""
        if waited and not await self._store.glance(lambda unit: outbox.stands(unit, row)):
            raise Overtaken
        if waited and row.kind in EDITS and await self._store.glance(lambda unit: outbox.is_outdated(unit, row)):
            return Sent()
        return await self._carriers[row.kind](row)

    def _check_pause(self, row: Row) -> None:
        """Right before each call: while a row was rendered, another's may have been told to wait."""
        if self._paused_for(row.chat_id) > 0:
            raise Paused

    async def _say(self, row: Row) -> Sent:
        await self._send(row, self._rendered(row, telling.message_of(row.body)), silent=row.body.get("silent", False))
        return Sent()

    async def _edit(self, row: Row) -> Sent:
        await self._change(row, row.body["message_id"], self._rendered(row, telling.message_of(row.body)))
        return Sent()

    async def _delete(self, row: Row) -> Sent:
        self._check_pause(row)
        await _unless_same(self._bot.delete_message(row.chat_id, row.body["message_id"]))
        return Sent()

    async def _document(self, row: Row) -> Sent:
        made = await documents.draw(row, self._store, self._texts)
        self._check_pause(row)
        await self._bot.send_document(row.chat_id, made.content, filename=made.name)
        return Sent()

    async def _commands(self, row: Row) -> Sent:
        commands = [
            BotCommand(name, self._texts.plain(say(f"command-{name}"), row.locale)) for name in row.body["names"]
        ]
        self._check_pause(row)
        if commands:
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(row.chat_id))
        else:
            await self._bot.delete_my_commands(scope=BotCommandScopeChat(row.chat_id))
        return Sent()

    async def _leave(self, row: Row) -> Sent:
        """Where it may not say so, it leaves without a word."""
        words = self._rendered(row, Message(tuple(row.body["lines"])))
        with suppress(Forbidden, BadRequest):
            await self._send(row, words, silent=False)
        await self._bot.leave_chat(row.chat_id)
        return Sent()

    async def _list(self, row: Row) -> Sent:
        """Read beside the writer, which then only makes the buttons of the page."""
        body, person_id = row.body, row.person_id
        assert person_id is not None
        listed, is_late = await self._store.read(
            lambda unit: (
                lists.find(unit, person_id, body["name"], body["at"]),
                not _is_office_hour(unit, unit.local),
            )
        )
        words = self._rendered(row, await self._store.write(lambda unit: lists.dressed(unit, person_id, listed)))
        if body["message_id"] is None or not await self._change(row, body["message_id"], words):
            await self._send(row, words, silent=is_late and row.lane is not Lane.REPLY)
        return Sent()

    async def _invitations(self, row: Row) -> Sent:
        """The codes are made as they leave: a row, a backup and a log hold none. A second try makes new ones."""
        person_id, ids = row.person_id, row.body["people"]
        assert person_id is not None
        message = await self._store.write(lambda unit: inviting.made(unit, person_id, ids))
        await self._send(row, self._rendered(row, message), silent=False)
        return Sent()

    async def _card(self, row: Row) -> Sent:
        """Send the card once, then edit every message that shows an older version and looks otherwise."""
        try:
            card, message, silent = await self._store.glance(lambda unit: _present(unit, row))
        except RuleViolation as no:  # only another version can read what the card is about
            raise Unrenderable from no
        if message is None:
            return Sent()
        words = self._rendered(row, message)
        if not card.copies:
            message_id = await self._send(row, words, silent=silent and row.lane is not Lane.REPLY)
            return Sent(shown=((message_id, card.wanted, words.looks),))
        shown: list[tuple[int, int, str]] = []
        gone: list[int] = []
        for copy in card.copies:
            if copy.shown < card.wanted:
                there = copy.looks == words.looks or await self._change(row, copy.message_id, words)
                shown.append((copy.message_id, card.wanted, words.looks)) if there else gone.append(copy.message_id)
        return Sent(tuple(shown), tuple(gone))

    async def _send(self, row: Row, words: Rendered, *, silent: bool) -> int:
        sent = await self._call("sendMessage", row, words, {"disable_notification": True} if silent else {})
        return int(sent["message_id"])

    async def _change(self, row: Row, message_id: int, words: Rendered) -> bool:
        """False when the message is gone from the chat."""
        return await _unless_same(self._call("editMessageText", row, words, {"message_id": message_id}))

    async def _call(self, method: str, row: Row, words: Rendered, more: dict[str, Any]) -> Any:
        self._check_pause(row)
        shown = {"text": words.text, "parse_mode": "HTML", "reply_markup": words.keyboard}
        return await self._bot.do_api_request(method, {"chat_id": row.chat_id, **shown, **more})

    def _rendered(self, row: Row, message: Message) -> Rendered:
        try:
            text = fitted([self._texts.html(each, row.locale) for each in message.lines])
            return Rendered(text, self._keyboard(message, row.locale))
        except Exception as error:
            raise Unrenderable from error

    def _keyboard(self, message: Message, locale: str | None) -> str | None:
        rows = [
            [{"text": self._texts.plain(each.label, locale), "callback_data": each.data} for each in row]
            for row in message.buttons
        ]
        return json.dumps({"inline_keyboard": rows}, ensure_ascii=False) if rows else None


def _present(unit: Unit, row: Row) -> tuple[Card, Message | None, bool]:
    """Chat and messages from one look: numbers of messages mean nothing in another chat."""
    assert row.card_id is not None
    if not outbox.stands(unit, row):
        raise Overtaken
    card = cards.load(unit, row.card_id)
    rings = bool(card.copies) or _is_office_hour(unit, unit.local)
    return card, views.card(unit, card), not rings


def _is_office_hour(unit: Unit, moment: datetime) -> bool:
    return in_office_hours(moment, calendars.office(unit))


def is_chat_gone(error: BadRequest) -> bool:
    return "chat not found" in str(error).lower()


async def _unless_same(call: Awaitable[Any]) -> bool:
    """Do it; that it is so already is success. False when the message does not exist any more."""
    try:
        await call
    except BadRequest as error:
        text = str(error).lower()
        if is_chat_gone(error):
            raise
        if "not found" in text or "can't be edited" in text:
            return False
        if "not modified" not in text:
            raise
    return True
