"""The one conversation: commands and taps anywhere, words in the state of the question that is open."""

import warnings
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, ConversationHandler, MessageHandler, filters
from telegram.warnings import PTBUserWarning

from bot.rules.fields import QuestionType
from bot.services import (
    agenda,
    applying,
    asking,
    audit_taps,
    boards,
    deputy_form,
    evidence_form,
    grounds,
    inviting,
    linking,
    menus,
    onsite_taps,
    passwords,
    people_board,
    record_form,
    reminding,
    standings,
    taps,
)
from bot.services.asking import Words
from bot.turn import State, Turn
from storage.buttons import Letter

NAME = "question"
Handler = Callable[[Update, Turn], Coroutine[Any, Any, State]]


def _command(service: Callable[..., Any]) -> Handler:
    async def heard(update: Update, turn: Turn) -> State:
        return await turn.do(service)

    return heard


def _tap(service: Callable[..., Any]) -> Handler:
    async def heard(update: Update, turn: Turn) -> State:
        query = update.callback_query
        assert query is not None
        message_id = query.message.message_id if query.message else 0
        return await turn.do(service, query.data or "", message_id)

    return heard


def _words(expected: QuestionType | None) -> Handler:
    async def heard(update: Update, turn: Turn) -> State:
        message = update.effective_message
        assert message is not None
        words = Words(message.text or "", turn.row.id, message.chat_id, message.message_id)
        return await turn.do(passwords.typed, expected, words)

    return heard


async def start(update: Update, turn: Turn) -> State:
    code_hash = turn.args[0] if turn.args else None
    return await turn.admit(linking.start, turn.row.user_id, code_hash)


COMMANDS: dict[str, Callable[..., Any]] = {
    "apply": applying.apply,
    "mine": boards.mine,
    "desk": boards.desk,
    "record": record_form.show,
    "audit": audit_taps.show,
    "onsite": onsite_taps.show,
    "evidence": evidence_form.show,
    "board": standings.show,
    "deputy": deputy_form.show,
    "password": passwords.show,
    "people": people_board.begin,
    "invite": inviting.begin,
    "calendar": agenda.show,
    "why": grounds.why,
    "language": menus.choose_language,
    "menu": menus.menu,
    "help": menus.tell_help,
    "privacy": menus.tell_privacy,
    "cancel": asking.cancel,
}

TAPS: dict[Letter, Callable[..., Any]] = {
    Letter.FORM: asking.tapped,
    Letter.CASE: taps.tapped,
    Letter.DUTY: taps.tapped,
    Letter.REMINDER: reminding.tapped,
}


def build() -> ConversationHandler[Turn]:
    """One state per type of question. The row decides; a state only says for which type the words were meant."""
    words = filters.TEXT & ~filters.COMMAND
    anywhere: list[Any] = [
        CommandHandler("start", start),
        *(CommandHandler(name, _command(service)) for name, service in COMMANDS.items()),
        *(CallbackQueryHandler(_tap(service), pattern=f"^{letter}") for letter, service in TAPS.items()),
    ]
    with warnings.catch_warnings():
        # Questions belong to a person and not to a message, so per_message stays off knowingly.
        warnings.filterwarnings("ignore", message=".*per_message=False.*", category=PTBUserWarning)
        return ConversationHandler(
            entry_points=[*anywhere, MessageHandler(words, _words(None))],
            states={each: [MessageHandler(words, _words(each))] for each in QuestionType},
            fallbacks=anywhere,
            per_chat=False,
            name=NAME,
            persistent=True,
        )
