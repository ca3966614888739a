"""What people do with their phones: each deed changes the chat and puts an update into the bot's queue."""

from . import links, media, taps
from .bots import BotAccount
from .chats import Chat
from .events import EventKind
from .keyboards import Button
from .media import Media
from .messages import Message
from .shapes import Json
from .taps import Tap
from .updates import UpdateKind
from .users import User
from .words import Words, typed

LONGEST = 4096


def say(bot: BotAccount, person: User, text: str) -> Message:
    """Types a text; what is too long for one message goes out in several, the last one is returned."""
    parts = [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
    said = [_send(bot, person, words=words) for part in parts if (words := typed(part)).text]
    if not said:
        raise ValueError("nothing to say")
    return said[-1]


def send_media(bot: BotAccount, person: User, item: Media, caption: str = "") -> Message:
    return _send(bot, person, words=typed(caption), media=item)


def forward(bot: BotAccount, person: User, text: str, origin: str) -> Message:
    hidden = {"type": "hidden_user", "sender_user_name": origin, "date": int(bot.now().timestamp())}
    return _send(bot, person, words=typed(text), forward_origin=hidden)


def edit(bot: BotAccount, person: User, message_id: int, text: str) -> Message:
    chat = bot.private_chat(person)
    message = _own(chat, person, message_id)
    changed = bot.change(chat, message, words=typed(text), edited=bot.now())
    bot.queue.put(UpdateKind.EDITED_MESSAGE, changed.as_json())
    return changed


def delete(bot: BotAccount, person: User, message_id: int) -> None:
    """Deletes a message for both sides; Telegram tells the bot nothing."""
    chat = bot.private_chat(person)
    if message_id not in chat.messages:
        raise LookupError(f"no message {message_id} in this chat")
    bot.delete(chat, message_id)


def tap(bot: BotAccount, person: User, message_id: int, data: str) -> Tap:
    """Taps with any data, as a client that is not ours could."""
    message = _message(bot.private_chat(person), message_id)
    return _ask(bot, person, message, data, message.as_json())


def tap_inaccessible(bot: BotAccount, person: User, message_id: int, data: str) -> Tap:
    """Taps a message that Telegram itself no longer has: the bot sees only its number."""
    message = _message(bot.private_chat(person), message_id)
    return _ask(bot, person, message, data, message.inaccessible())


def press(bot: BotAccount, person: User, message_id: int, button: Button) -> Tap | None:
    """Taps a button as it stands: asks the bot, or opens its own start link."""
    if button.callback_data is not None:
        return tap(bot, person, message_id, button.callback_data)
    if button.url:
        open_link(bot, person, button.url)
    return None


def open_link(bot: BotAccount, person: User, url: str) -> None:
    """Opens https://t.me/<bot>?start=CODE; other addresses lead out of Telegram and do nothing here."""
    code = links.start_parameter(url, bot.user.username or "")
    if code is not None and not links.start_parameter(url, bot.user.username or "", "startgroup"):
        say(bot, person, f"/start {code}".strip())


def press_key(bot: BotAccount, person: User, key: Button) -> Message:
    """Taps a key under the typing box."""
    chat = bot.private_chat(person)
    if chat.reply_keyboard and chat.reply_keyboard.one_time:
        chat.reply_keyboard = None
    if key.body.get("request_contact"):
        return send_media(bot, person, media.contact("+886900000000", person.first_name, person.id))
    if key.body.get("request_location"):
        return send_media(bot, person, media.location(24.993, 121.301))
    return say(bot, person, key.text)


def find_button(bot: BotAccount, person: User, label: str, message_id: int | None = None) -> tuple[int, Button]:
    """The newest button with this label, or the one under this message."""
    chat = bot.private_chat(person)
    messages = reversed(chat.messages.values()) if message_id is None else iter([_message(chat, message_id)])
    for message in messages:
        for row in message.inline_keyboard.rows if message.inline_keyboard else ():
            for button in row:
                if button.text == label:
                    return message.message_id, button
    raise LookupError(f"no button {label!r}")


def find_key(bot: BotAccount, person: User, label: str) -> Button:
    """The key under the typing box with this label."""
    keyboard = bot.private_chat(person).reply_keyboard
    for row in keyboard.rows if keyboard else ():
        for key in row:
            if key.text == label:
                return key
    raise LookupError(f"no key {label!r}")


def block(bot: BotAccount, person: User) -> None:
    _change_membership(bot, person, "member", "kicked")


def unblock(bot: BotAccount, person: User) -> None:
    _change_membership(bot, person, "kicked", "member")


def read(bot: BotAccount, person: User) -> None:
    chat = bot.private_chat(person)
    chat.read_to = max(chat.messages, default=0)
    bot.tell(EventKind.READ, chat)


def _send(bot: BotAccount, person: User, *, words: Words, **content: object) -> Message:
    chat = bot.private_chat(person)
    if chat.blocked:
        raise PermissionError("this person has blocked the bot")
    chat.started = True
    message = bot.post(chat, person, words=words, reply_to=chat.force_reply, **content)
    chat.read_to = message.message_id
    bot.queue.put(UpdateKind.MESSAGE, message.as_json())
    return message


def _ask(bot: BotAccount, person: User, message: Message, data: str, shown: Json) -> Tap:
    asked = bot.taps.add(person, message, data)
    bot.queue.put(UpdateKind.CALLBACK_QUERY, taps.as_json(asked, shown))
    return asked


def _own(chat: Chat, person: User, message_id: int) -> Message:
    message = _message(chat, message_id)
    if message.sender != person:
        raise PermissionError("only one's own message can be edited")
    return message


def _message(chat: Chat, message_id: int) -> Message:
    if message_id not in chat.messages:
        raise LookupError(f"no message {message_id} in this chat")
    return chat.messages[message_id]


def _change_membership(bot: BotAccount, person: User, old: str, new: str) -> None:
    chat = bot.private_chat(person)
    chat.blocked = new == "kicked"
    bot.queue.put(UpdateKind.MY_CHAT_MEMBER, membership(bot, chat, person, old, new))
    bot.tell(EventKind.CHAT, chat)


def membership(bot: BotAccount, chat: Chat, person: User, old: str, new: str) -> Json:
    def member(status: str) -> Json:
        banned = {"until_date": 0} if status == "kicked" else {}
        return {"user": bot.user.as_json(), "status": status} | banned

    return {
        "chat": chat.as_json(),
        "from": person.as_json(),
        "date": int(bot.now().timestamp()),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
