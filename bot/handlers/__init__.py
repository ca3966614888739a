"""What can be said to the bot, and which service hears it."""

from typing import Any

from telegram.ext import Application

from bot.turn import Turn, note_error

from . import conversation, doors


def install(application: Application[Any, Turn, Any, Any, Any, Any]) -> None:
    """Doors first: what is not for the conversation is turned away there."""
    application.add_handlers([*doors.HANDLERS, conversation.build()])
    application.add_error_handler(note_error)
