"""Groups, as far as a bot needs them to be added, spoken to, and to leave."""

from . import links
from .actions import membership
from .bots import BotAccount
from .chats import Chat
from .messages import Message
from .telegram import Telegram
from .updates import UpdateKind
from .users import User
from .words import Words, typed


def invite_bot(telegram: Telegram, bot: BotAccount, person: User, title: str) -> Chat:
    """A person makes a group with the bot in it; the bot hears of its membership and of the new member."""
    chat = telegram.add_group(bot, title)
    bot.queue.put(UpdateKind.MY_CHAT_MEMBER, membership(bot, chat, person, "left", "member"))
    joined = bot.post(chat, person, service={"new_chat_members": [bot.user.as_json()]})
    bot.queue.put(UpdateKind.MESSAGE, joined.as_json())
    return chat


def say_in_group(bot: BotAccount, person: User, chat: Chat, text: str) -> Message:
    """With privacy mode on, a bot hears commands and what names it; the rest stays among the people."""
    words = typed(text)
    message = bot.post(chat, person, words=words)
    if _heard(bot, words):
        bot.queue.put(UpdateKind.MESSAGE, message.as_json())
    return message


def open_group_link(telegram: Telegram, bot: BotAccount, person: User, url: str) -> Chat | None:
    """Opens https://t.me/<bot>?startgroup=CODE: the bot joins a new group and is started there."""
    username = bot.user.username or ""
    code = links.start_parameter(url, username, "startgroup")
    if not code:
        return None
    chat = invite_bot(telegram, bot, person, person.name)
    say_in_group(bot, person, chat, f"/start@{username} {code}")
    return chat


def _heard(bot: BotAccount, words: Words) -> bool:
    named = f"@{bot.user.username}".lower() in words.text.lower()
    return named or any(entity.type == "bot_command" for entity in words.entities)
