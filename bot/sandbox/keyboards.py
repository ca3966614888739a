"""Keyboards: buttons under a message, keys under the typing box, each checked as Telegram checks them."""

import json
from dataclasses import dataclass
from typing import Any

from . import links
from .errors import ApiError, bad_request
from .shapes import Json

CALLBACK_BYTES = 64
BUTTONS = 100
KEYS = 300
EMPTY_TYPES = ("callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat")
OTHER_TYPES = ("switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message, or a key under the typing box; `body` is what the bot sent."""

    text: str
    callback_data: str | None
    url: str | None
    body: Json


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class InlineKeyboard:
    rows: Rows

    def as_json(self) -> Json:
        return {"inline_keyboard": [[button.body for button in row] for row in self.rows]}


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    rows: Rows
    one_time: bool
    placeholder: str


@dataclass(frozen=True, slots=True)
class RemoveKeyboard:
    pass


@dataclass(frozen=True, slots=True)
class ForceReply:
    placeholder: str


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply


def parse_markup(value: Any) -> Markup | None:
    if value in ("", None):
        return None
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if rows := _rows(value.get("keyboard"), _key, "keyboard"):
        return _reply_keyboard(rows, value)
    if rows := _rows(value.get("inline_keyboard"), _button, "inline_keyboard"):
        return _inline_keyboard(rows)
    if value.get("remove_keyboard") or value.get("hide_keyboard"):
        return RemoveKeyboard()
    if value.get("force_reply"):
        return ForceReply(str(value.get("input_field_placeholder", "")))
    return None


def _rows(value: Any, read: Any, field: str) -> Rows:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        place = f'Field "{field}"' + (" of the InlineKeyboardMarkup" if field == "inline_keyboard" else "")
        raise ApiError(400, f"Bad Request: {place[0].lower()}{place[1:]} must be an Array of Arrays")
    rows = (tuple(read(item) for item in row) for row in value)
    return tuple(row for row in rows if row)


def _inline_keyboard(rows: Rows) -> InlineKeyboard:
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad_request("reply markup is too long")
    return InlineKeyboard(rows)


def _reply_keyboard(rows: Rows, value: Json) -> ReplyKeyboard:
    if sum(len(row) for row in rows) > KEYS:
        raise bad_request("reply markup is too long")
    return ReplyKeyboard(rows, bool(value.get("one_time_keyboard")), str(value.get("input_field_placeholder", "")))


def _key(item: Any) -> Button:
    body = {"text": item} if isinstance(item, str) else item
    if not isinstance(body, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    return Button(_label(body, "keyboard button"), None, None, body)


def _button(item: Any) -> Button:
    if not isinstance(item, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    label = _label(item, "inline keyboard button")
    if item.get("url"):
        return Button(label, None, _url(str(item["url"])), item)
    if item.get("callback_data"):
        return Button(label, _callback_data(str(item["callback_data"])), None, item)
    if any(name in item for name in EMPTY_TYPES) or any(item.get(name) for name in OTHER_TYPES):
        return Button(label, None, None, item)
    raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _label(item: Json, what: str) -> str:
    if not isinstance(item.get("text"), str):
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not item["text"].strip():
        raise bad_request(f"{what} text must be non-empty")
    return str(item["text"])


def _url(url: str) -> str:
    checked = links.checked(url)
    if not checked:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return checked


def _callback_data(data: str) -> str:
    if len(data.encode("utf-8", "surrogatepass")) > CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return data
