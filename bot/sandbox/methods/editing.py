"""Methods that change a message in its place."""

from dataclasses import replace
from typing import Any

from ..calls import Call
from ..chats import Chat
from ..errors import NOT_MODIFIED, bad_request
from ..keyboards import InlineKeyboard, parse_markup
from ..messages import Message
from ..shapes import Json
from ..violations import ViolationKind
from ..words import checked_text
from .files import item_of
from .sending import caption


def edit_message_text(call: Call) -> Json:
    words = checked_text(call.words())
    chat, message = _editable(call)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    options = call.params.parsed("link_preview_options")
    return _change(call, chat, message, words=words, link_preview=options)


def edit_message_caption(call: Call) -> Json:
    words = caption(call)
    chat, message = _editable(call)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, chat, message, words=words)


def edit_message_media(call: Call) -> Json:
    media, words = item_of(call, call.params.parsed("media"))
    chat, message = _editable(call)
    return _change(call, chat, message, media=media, words=words)


def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _editable(call)
    return _change(call, chat, message)


def _editable(call: Call) -> tuple[Chat, Message]:
    """The bot's own message; one with keys under the typing box can no longer be changed."""
    if call.params.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID", ViolationKind.UNKNOWN_MESSAGE)
    chat = call.writable_chat()
    message = call.message(chat, "message to edit")
    keys = message.markup is not None and message.inline_keyboard is None
    if message.sender != call.bot.user or message.forward_origin or keys:
        raise bad_request("message can't be edited")
    return chat, message


def _change(call: Call, chat: Chat, message: Message, **content: Any) -> Json:
    """Without a keyboard in the call the message loses the one it had."""
    markup = parse_markup(call.params.values.get("reply_markup"))
    if markup is not None and not isinstance(markup, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    if _same(message, replace(message, markup=markup, **content)):
        raise bad_request(NOT_MODIFIED, ViolationKind.UNMODIFIED_EDIT)
    return call.bot.change(chat, message, markup=markup, edited=call.bot.now(), **content).as_json()


def _same(old: Message, new: Message) -> bool:
    """Another preview is a change only where there is a link to preview."""
    linked = any(entity.type in ("url", "text_link") for entity in new.words.entities)
    if linked and old.link_preview != new.link_preview:
        return False
    return (old.words, old.media, old.markup) == (new.words, new.media, new.markup)
