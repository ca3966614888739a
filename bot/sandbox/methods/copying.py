"""Methods that repeat a message elsewhere: forwarded with its origin, or copied without."""

from dataclasses import replace

from ..calls import Call
from ..errors import bad_request
from ..keyboards import parse_markup
from ..messages import Message
from ..shapes import Json
from ..words import checked_caption
from .sending import shared


def forward_message(call: Call) -> Json:
    source = _source(call, "message to forward")
    if source.protected:
        raise bad_request("message has protected content and can't be forwarded")
    return _repeated(call, source, forward_origin=_origin(source)).as_json()


def copy_message(call: Call) -> Json:
    source = _source(call, "message to copy")
    if call.params.has("caption") and source.media:
        words = checked_caption(call.words("caption", "caption_entities"))
        source = replace(source, words=words)
    return {"message_id": _repeated(call, source, forward_origin=None).message_id}


def forward_messages(call: Call) -> list[Json]:
    return [{"message_id": _repeated(call, each, forward_origin=_origin(each)).message_id} for each in _sources(call)]


def copy_messages(call: Call) -> list[Json]:
    return [{"message_id": _repeated(call, each, forward_origin=None).message_id} for each in _sources(call)]


def _source(call: Call, what: str) -> Message:
    return call.message(call.chat("from_chat_id"), what)


def _sources(call: Call) -> list[Message]:
    numbers = call.params.parsed("message_ids")
    if not isinstance(numbers, list):
        raise bad_request("message identifiers are not specified")
    known = call.chat("from_chat_id").messages
    return [known[number] for number in sorted(numbers) if number in known]


def _repeated(call: Call, source: Message, *, forward_origin: Json | None) -> Message:
    markup = parse_markup(call.params.values.get("reply_markup"))
    chat = call.writable_chat()
    return call.bot.post(
        chat,
        call.bot.user,
        words=source.words,
        media=source.media,
        markup=markup,
        forward_origin=forward_origin,
        **shared(call, chat),
    )


def _origin(source: Message) -> Json:
    if source.forward_origin:
        return source.forward_origin
    return {"type": "user", "sender_user": source.sender.as_json(), "date": int(source.date.timestamp())}
