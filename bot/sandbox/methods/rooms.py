"""Methods about a chat: what it is, who is in it, and leaving it."""

from ..calls import Call
from ..chats import Chat, ChatKind
from ..errors import bad_request, forbidden
from ..events import EventKind
from ..shapes import Json

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(call: Call) -> Json:
    chat = call.chat()
    return chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }


def get_chat_member(call: Call) -> Json:
    chat = call.chat()
    user_id = call.params.integer("user_id")
    if user_id == call.bot.user.id:
        return {"status": "member" if chat.started else "left", "user": call.bot.user.as_json()}
    user = call.telegram.users.get(user_id)
    if not user:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"status": "member", "user": user.as_json()}


def get_chat_member_count(call: Call) -> int:
    call.chat()
    return 2


def leave_chat(call: Call) -> bool:
    chat = call.chat()
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    if not chat.started:
        raise forbidden("bot is not a member of the group chat")
    chat.started = False
    call.bot.tell(EventKind.CHAT, chat)
    return True


def pin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    chat.pinned.append(call.message(chat, "message to pin").message_id)
    return True


def unpin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    _unpin(chat, call.params.integer("message_id") or max(chat.pinned, default=0))
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    call.writable_chat().pinned.clear()
    return True


def _unpin(chat: Chat, message_id: int) -> None:
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
