"""Gives the conversation its states at start, from the question rows; writes nothing, for the rows decide."""

from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

from storage import people, questions
from storage.store import Store


class QuestionStates(BasePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    def __init__(self, store: Store) -> None:
        super().__init__(
            store_data=PersistenceInput(bot_data=False, chat_data=False, user_data=False, callback_data=False)
        )
        self._store = store

    async def get_conversations(self, name: str) -> dict[Any, Any]:
        states = await self._store.read(questions.states)
        linked = await self._store.read(people.linked)
        return {(each.user_id,): states[each.id] for each in linked if each.id in states}

    async def update_conversation(self, name: str, key: Any, new_state: object | None) -> None:
        """The question row was written in the turn."""

    async def get_user_data(self) -> dict[Any, Any]:
        return {}

    async def get_chat_data(self) -> dict[Any, Any]:
        return {}

    async def get_bot_data(self) -> dict[Any, Any]:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_user_data(self, user_id: int, data: Any) -> None: ...

    async def update_chat_data(self, chat_id: int, data: Any) -> None: ...

    async def update_bot_data(self, data: Any) -> None: ...

    async def update_callback_data(self, data: Any) -> None: ...

    async def drop_chat_data(self, chat_id: int) -> None: ...

    async def drop_user_data(self, user_id: int) -> None: ...

    async def refresh_user_data(self, user_id: int, user_data: Any) -> None: ...

    async def refresh_chat_data(self, chat_id: int, chat_data: Any) -> None: ...

    async def refresh_bot_data(self, bot_data: Any) -> None: ...

    async def flush(self) -> None: ...
