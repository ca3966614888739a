"""Methods that answer at once: a tap, and the line that says the bot is typing."""

from .. import actions, links
from ..calls import Call
from ..chats import Toast
from ..errors import bad_request
from ..events import EventKind

TOAST_LIMIT = 200
ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


def answer_callback_query(call: Call) -> bool:
    text = call.params.text("text")
    url = call.params.text("url")
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and links.start_parameter(url, call.bot.user.username or "") is None:
        raise bad_request("URL_INVALID")
    tap = call.bot.taps.answer(call.params.text("callback_query_id"), call.telegram.answer_deadline)
    chat = call.bot.chats.get(tap.chat_id)
    if text and chat:
        call.bot.toast(chat, Toast(text, call.params.flag("show_alert"), tap.message_id))
    if url:
        actions.open_link(call.bot, tap.user, url)
    return True


def send_chat_action(call: Call) -> bool:
    chat = call.writable_chat()
    action = call.params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.bot.tell(EventKind.ACTION, chat, action=action)
    return True
