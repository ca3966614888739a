"""Methods that put a new message into a chat."""

from typing import Any

from ..calls import Call
from ..chats import Chat
from ..errors import unknown_message
from ..keyboards import parse_markup
from ..media import CAPTIONED, Media, MediaKind, contact, location, of_file
from ..messages import Message
from ..shapes import Json, compact
from ..words import Words, checked_caption, checked_text
from .files import sent_file


def send_message(call: Call) -> Json:
    words = checked_text(call.words())
    options = call.params.parsed("link_preview_options")
    if call.params.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    return post(call, words=words, link_preview=options).as_json()


def send_file(kind: MediaKind) -> Any:
    """The method that sends a file of this kind."""

    def send(call: Call) -> Json:
        words = caption(call) if kind in CAPTIONED else Words()
        media = of_file(kind, sent_file(call, kind.value))
        return post(call, words=words, media=media).as_json()

    return send


def send_contact(call: Call) -> Json:
    item = contact(call.params.text("phone_number"), call.params.text("first_name"))
    return post(call, media=item).as_json()


def send_location(call: Call) -> Json:
    return post(call, media=_place(call)).as_json()


def send_venue(call: Call) -> Json:
    body = {"location": _place(call).body} | {name: call.params.text(name) for name in ("title", "address")}
    return post(call, media=Media(MediaKind.VENUE, body)).as_json()


def send_dice(call: Call) -> Json:
    body = {"emoji": call.params.text("emoji") or "🎲", "value": 4}
    return post(call, media=Media(MediaKind.DICE, body)).as_json()


def _place(call: Call) -> Media:
    return location(float(call.params.text("latitude") or 0), float(call.params.text("longitude") or 0))


def caption(call: Call) -> Words:
    return checked_caption(call.words("caption", "caption_entities"))


def post(call: Call, **content: Any) -> Message:
    """Sends with what all sending methods share: the keyboard, the reply, silence, protection."""
    markup = parse_markup(call.params.values.get("reply_markup"))
    chat = call.writable_chat()
    return call.bot.post(chat, call.bot.user, markup=markup, **shared(call, chat), **content)


def shared(call: Call, chat: Chat) -> dict[str, Any]:
    return {
        "silent": call.params.flag("disable_notification"),
        "protected": call.params.flag("protect_content"),
        "reply_to": _replied(call, chat),
    }


def _replied(call: Call, chat: Chat) -> Message | None:
    reply = call.params.parsed("reply_parameters") or compact(
        message_id=call.params.integer("reply_to_message_id") or None,
        allow_sending_without_reply=call.params.flag("allow_sending_without_reply"),
    )
    if not reply.get("message_id"):
        return None
    message = chat.messages.get(int(reply["message_id"]))
    if not message and not reply.get("allow_sending_without_reply"):
        raise unknown_message("message to be replied")
    return message
