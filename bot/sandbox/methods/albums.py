"""Several messages at once: albums."""

from ..calls import Call
from ..shapes import Json
from .files import group_items
from .sending import shared


def send_media_group(call: Call) -> list[Json]:
    items = group_items(call)
    chat = call.writable_chat()
    common = shared(call, chat)
    files = [media.file.file_id for media, _ in items if media.file]
    group = str(abs(hash(tuple(files))))
    sent = [
        call.bot.post(chat, call.bot.user, media=media, words=words, media_group_id=group, **common)
        for media, words in items
    ]
    return [message.as_json() for message in sent]
