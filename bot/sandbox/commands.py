"""Command menus: for everybody, for a kind of chat, or for one chat, in any language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .errors import bad_request
from .shapes import Json

NAME = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION = 256
MOST = 100
SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    description: str


@dataclass(frozen=True, slots=True)
class Scope:
    type: str = "default"
    chat_id: int = 0
    user_id: int = 0


class CommandMenus:
    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], tuple[Command, ...]] = {}

    def set(self, scope: Scope, language: str, commands: tuple[Command, ...]) -> None:
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> tuple[Command, ...]:
        return self._menus.get((scope, language), ())

    def delete(self, scope: Scope, language: str) -> None:
        self._menus.pop((scope, language), None)

    def seen_in(self, scopes: Iterable[Scope], language: str) -> tuple[Command, ...]:
        """The first menu that is set, from the nearest scope to the widest, own language first."""
        keys = [(scope, code) for scope in scopes for code in dict.fromkeys((language, ""))]
        return next((self._menus[key] for key in keys if self._menus.get(key)), ())


def private_scopes(chat_id: int) -> tuple[Scope, ...]:
    return Scope("chat", chat_id), Scope("all_private_chats"), Scope()


def parse_scope(value: Any) -> Scope:
    if value is None:
        return Scope()
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    if value.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return Scope(value["type"], _number(value.get("chat_id")), _number(value.get("user_id")))


def _number(value: Any) -> int:
    return int(value) if str(value).lstrip("-").isdigit() else 0


def parse_commands(value: Any) -> tuple[Command, ...]:
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    if len(value) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return tuple(_command(item) for item in value)


def _command(item: Any) -> Command:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(item.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = Command(item["command"].removeprefix("/"), item["description"].strip())
    if not NAME.fullmatch(command.command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return command


def as_json(commands: tuple[Command, ...]) -> list[Json]:
    return [{"command": item.command, "description": item.description} for item in commands]
