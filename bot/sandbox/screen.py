"""A chat as its phone shows it now: for the phone of the tests and for the page."""

from .bots import BotAccount
from .chats import Chat
from .keyboards import Rows
from .messages import Message
from .shapes import Json, compact
from .users import User


def shown_message(message: Message) -> Json:
    return {
        "id": message.message_id,
        "mine": not message.sender.is_bot,
        "text": message.words.text,
        "date": message.date.isoformat(),
    } | compact(
        entities=[entity.as_json() for entity in message.words.entities] or None,
        buttons=_rows(message.inline_keyboard.rows) if message.inline_keyboard else None,
        media=_media(message),
        edited=message.edited is not None,
        silent=message.silent,
        reply_to=message.reply_to.message_id if message.reply_to else None,
        forwarded=message.forward_origin is not None,
        service=message.service,
    )


def shown_chat(bot: BotAccount, chat: Chat, *, last: int | None = None, before: int | None = None) -> Json:
    """The newest messages first come last; `before` asks for older ones."""
    numbers = [number for number in chat.messages if before is None or number < before]
    kept = numbers[-last:] if last else numbers
    return {
        "chat_id": chat.id,
        "started": chat.started,
        "blocked": chat.blocked,
        "older": len(numbers) > len(kept),
        "messages": [shown_message(chat.messages[number]) for number in kept],
        "commands": menu(bot, chat.person),
        "toasts": [{"text": toast.text, "alert": toast.alert} for toast in chat.toasts[-20:]],
    } | shown_keys(chat)


def shown_keys(chat: Chat) -> Json:
    """The keys under the typing box, and what stands in it while it is empty."""
    keyboard = chat.reply_keyboard
    return {"keys": _rows(keyboard.rows) if keyboard else [], "placeholder": keyboard.placeholder if keyboard else ""}


def menu(bot: BotAccount, person: User | None) -> list[Json]:
    commands = bot.menu_of(person) if person else {}
    return [{"command": name, "description": description} for name, description in commands.items()]


def _rows(rows: Rows) -> list[list[Json]]:
    return [
        [{"label": button.text} | compact(data=button.callback_data, url=button.url) for button in row] for row in rows
    ]


def _media(message: Message) -> Json | None:
    if not message.media:
        return None
    file = message.media.file
    details = {"kind": message.media.kind.value}
    if not file:
        return details | {"body": message.media.body}
    return details | {"file_id": file.file_id, "name": file.name, "size": len(file.content), "type": file.mime_type}
