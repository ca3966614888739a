"""Methods about the bot itself: who it is, its menus, its descriptions."""

from typing import Any

from .. import commands
from ..calls import Call
from ..commands import Scope, parse_commands, parse_scope
from ..errors import unknown_chat
from ..events import Event, EventKind
from ..shapes import Json

NAMES = {"name": "name", "description": "description", "short_description": "short_description"}


def get_me(call: Call) -> Json:
    return call.bot.user.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def set_my_commands(call: Call) -> bool:
    menu = parse_commands(call.params.parsed("commands"))
    call.bot.commands.set(_scope(call), call.params.text("language_code"), menu)
    return _menus_changed(call)


def get_my_commands(call: Call) -> list[Json]:
    return commands.as_json(call.bot.commands.get(_scope(call), call.params.text("language_code")))


def delete_my_commands(call: Call) -> bool:
    call.bot.commands.delete(_scope(call), call.params.text("language_code"))
    return _menus_changed(call)


def _scope(call: Call) -> Scope:
    scope = parse_scope(call.params.parsed("scope"))
    if scope.type.startswith("chat") and scope.chat_id not in call.bot.chats:
        raise unknown_chat()
    return scope


def _menus_changed(call: Call) -> bool:
    call.telegram.events.tell(Event(EventKind.COMMANDS, bot_id=call.bot.user.id))
    return True


def set_text(field: str) -> Any:
    """The method that sets one of the bot's descriptions, for a language or for all."""

    def set_it(call: Call) -> bool:
        call.bot.profile[field, call.params.text("language_code")] = call.params.text(field)
        return True

    return set_it


def get_text(field: str) -> Any:
    def get_it(call: Call) -> Json:
        default = call.bot.user.first_name if field == "name" else ""
        own = call.bot.profile.get((field, call.params.text("language_code")))
        return {field: own or call.bot.profile.get((field, "")) or default}

    return get_it


def set_chat_menu_button(call: Call) -> bool:
    button = call.params.parsed("menu_button") or {"type": "default"}
    call.bot.profile["menu_button", call.params.text("chat_id")] = button
    return True


def get_chat_menu_button(call: Call) -> Json:
    button = call.bot.profile.get(("menu_button", call.params.text("chat_id"))) or {"type": "commands"}
    return dict(button)


def accept(call: Call) -> bool:
    """For methods whose effect nobody sees here: the chat must be known, the answer is yes."""
    if call.params.has("chat_id"):
        call.chat()
    return True
