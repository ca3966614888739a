"""At the door: groups, forbidden content, files and edits are turned away before any conversation."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.services import receiving
from bot.turn import State, Turn, current
from storage.inbox import Row


class Door(BaseHandler[Update, Turn, Any]):
    """Takes what the inbox row says, for the words themselves were not kept."""

    def check_update(self, update: object) -> bool | object | None:
        return self.callback if _way(current.get().row) is self.callback else None


def _way(row: Row) -> Any:
    if _chat_type(row) == "channel":
        return silent
    if row.kind == "group_left":
        return left_group
    if row.kind in ("group", "group_member") or _chat_type(row) not in ("private", None):
        return group
    if row.kind in ("member", "left"):
        return membership
    if row.guard is not None and row.kind != "callback":
        return guarded
    if "edited_message" in row.body:
        return edited
    if row.user_id is None:
        return silent
    return None if row.kind in ("text", "callback") else wordless


def _chat_type(row: Row) -> str | None:
    parts = [each for each in row.body.values() if isinstance(each, dict)]
    part = parts[0] if parts else {}
    chat = part.get("chat") or part.get("message", {}).get("chat") or {}
    return chat.get("type")


async def group(update: Update, turn: Turn) -> State:
    assert update.effective_chat is not None
    return await turn.admit(receiving.group, update.effective_chat.id)


async def left_group(update: Update, turn: Turn) -> State:
    assert update.effective_chat is not None
    return await turn.admit(receiving.left_group, update.effective_chat.id)


async def membership(update: Update, turn: Turn) -> State:
    return await turn.admit(receiving.membership, turn.row.kind)


async def guarded(update: Update, turn: Turn) -> State:
    message = update.effective_message
    assert message is not None
    return await turn.admit(receiving.guarded, turn.row.guard or "", message.chat_id, message.message_id)


async def edited(update: Update, turn: Turn) -> State:
    return await turn.do(receiving.edited)


async def silent(update: Update, turn: Turn) -> State:
    return await turn.admit(receiving.closed_silently)


async def wordless(update: Update, turn: Turn) -> State:
    assert update.effective_chat is not None
    return await turn.admit(receiving.wordless, turn.row.kind, update.effective_chat.id)


HANDLERS = [Door(each) for each in (group, left_group, membership, guarded, edited, silent, wordless)]
