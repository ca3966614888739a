"""One call of the Bot API: who calls which method with what, and the chats that it may touch."""

from dataclasses import dataclass, replace

from . import links
from .bots import BotAccount
from .chats import Chat, ChatKind
from .entities import Entity
from .errors import bad_request, forbidden, unknown_chat, unknown_message
from .messages import Message
from .params import Params
from .telegram import Telegram
from .words import Words, formatted


@dataclass(frozen=True, slots=True)
class Call:
    telegram: Telegram
    bot: BotAccount
    method: str
    params: Params

    def chat_id(self, name: str = "chat_id") -> int:
        given = self.params.text(name)
        if not given:
            raise bad_request(f"{name} is empty")
        try:
            return int(given)
        except ValueError:
            raise unknown_chat() from None

    def chat(self, name: str = "chat_id") -> Chat:
        """A chat that the bot knows, or the untouched one of a person whom Telegram knows."""
        chat_id = self.chat_id(name)
        if chat_id in self.bot.chats:
            return self.bot.chats[chat_id]
        if chat_id in self.telegram.users:
            return self.bot.private_chat(self.telegram.users[chat_id])
        raise unknown_chat()

    def writable_chat(self) -> Chat:
        chat = self.chat()
        if not chat.started and chat.kind is ChatKind.GROUP:
            raise forbidden("bot was kicked from the group chat")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def message(self, chat: Chat, what: str, name: str = "message_id") -> Message:
        if not self.params.has(name):
            raise bad_request("message identifier is not specified")
        message = chat.messages.get(self.params.integer(name))
        if not message:
            raise unknown_message(what)
        return message

    def words(self, text: str = "text", entities: str = "entities") -> Words:
        given = self.params.parsed(entities) if self.params.has(entities) else None
        words = formatted(self.params.text(text), self.params.text("parse_mode"), given)
        return replace(words, entities=tuple(self._known(entity) for entity in words.entities if self._stands(entity)))

    def _known(self, entity: Entity) -> Entity:
        """A link to a person becomes a mention of that person."""
        user = self.telegram.users.get(links.mentioned_user(entity.url or "") or 0)
        return replace(entity, type="text_mention", url=None, user=user) if user else entity

    def _stands(self, entity: Entity) -> bool:
        number = links.mentioned_user(entity.url or "")
        return number is None or number in self.telegram.users
