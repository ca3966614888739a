"""What may be kept of an update: an allow-list in Telegram's own shape, after the guard has read every text."""

import re
from typing import Any
from unicodedata import category, normalize

from bot.rules import privacy
from bot.rules.codes import ALPHABET, LENGTH, hashed
from storage.inbox import Arrival

SLASH = re.compile("^\uff0f")
COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]+)?(?=\s|$)")
CODE = rf"[{ALPHABET}]{{{LENGTH}}}"
TOLD = re.compile(  # as it reads without its gaps
    r"(?P<with>(?:/start(?:@[a-z0-9]*bot)?)?(?:(?:https?://)?tme/\w+\?start=|tg://\S*start=)?)" + rf"(?P<code>{CODE})",
    re.IGNORECASE,
)
AMONG_WORDS = re.compile(  # in capitals, or with a digit: no word of a language
    rf"(?<![0-9A-Za-z])(?:{CODE}|(?=[A-Za-z]*[0-9])(?i:{CODE}))(?![0-9A-Za-z])"
)
START = re.compile(r"\s*/start(?:@[A-Za-z0-9_]+)?\s+(.+)", re.DOTALL | re.IGNORECASE)
GAPS = re.compile(r"[\s.\-_]+")
CONTROLS = {code: None for code in range(32) if chr(code) not in "\n\t"} | {127: None}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,8})*")
CHAT_TYPES = ("private", "group", "supergroup", "channel")
HIDDEN = "…"
WHOLE = 1 << 63
MOMENTS = 1 << 32
MEDIA = (
    "photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker", "contact", "location",
    "venue", "poll", "dice", "story", "checklist", "game", "invoice", "paid_media",
)  # fmt: skip
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


def number_of(raw: object) -> int | None:
    """The update's number; None for what is no update at all."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 <= number < WHOLE else None


def reduce(raw: dict[str, Any]) -> Arrival:
    """The update as it is kept. What cannot be read is kept as its kind alone."""
    update_id = raw["update_id"]
    try:
        for key, read in READERS.items():
            if isinstance(raw.get(key), dict):
                return read(update_id, key, raw[key])
    except (KeyError, TypeError, ValueError, AttributeError):
        return Arrival(update_id, None, "unreadable", None, {"update_id": update_id})
    return Arrival(update_id, None, "unknown", None, {"update_id": update_id})


def _message(update_id: int, key: str, raw: dict[str, Any]) -> Arrival:
    kind = _kind(raw)
    body = {**_place(raw), "from": _user(raw["from"])}
    guard = _forbidden(" ".join(_words_beside(raw))) if kind not in ("text", "group") else None
    if kind == "text":
        text, guard = _guarded(SLASH.sub("/", _clean(raw["text"])))
        if text is not None:
            body |= {"text": text, "entities": _command_entities(text)}
    return Arrival(update_id, _whole(raw["from"]["id"]), kind, guard, {"update_id": update_id, key: body})


def _callback(update_id: int, key: str, raw: dict[str, Any]) -> Arrival:
    data, guard = _guarded(_clean(raw.get("data", ""))[:64])
    body = {"id": str(raw["id"]), "from": _user(raw["from"]), "chat_instance": "", "data": data or ""}
    if "message" in raw:
        body["message"] = _place(raw["message"])
    return Arrival(update_id, _whole(raw["from"]["id"]), "callback", guard, {"update_id": update_id, key: body})


def _membership(update_id: int, key: str, raw: dict[str, Any]) -> Arrival:
    """The bot was blocked, unblocked, or put into a group; nobody else's membership is of interest."""
    status = "left" if raw["new_chat_member"]["status"] in ("kicked", "left") else "member"
    kind = status if raw["chat"]["type"] == "private" else f"group_{status}"
    member = {"status": status, "user": {"id": 0, "is_bot": True, "first_name": ""}}
    body = {
        "chat": _chat(raw["chat"]),
        "from": _user(raw["from"]),
        "date": _whole(raw["date"], MOMENTS),
        "old_chat_member": member,
        "new_chat_member": member,
    }
    return Arrival(update_id, _whole(raw["from"]["id"]), kind, None, {"update_id": update_id, key: body})


READERS = {
    "message": _message,
    "edited_message": _message,
    "callback_query": _callback,
    "my_chat_member": _membership,
}


def _kind(raw: dict[str, Any]) -> str:
    if raw["chat"]["type"] != "private":
        return "group"
    if "forward_origin" in raw or "forward_date" in raw:
        return "forward"
    return next((each for each in MEDIA if each in raw), "text" if isinstance(raw.get("text"), str) else "unknown")


def _words_beside(raw: dict[str, Any]) -> list[str]:
    """Whatever words come with something that is refused anyway: they are read, never kept."""
    parts = [raw.get("text"), raw.get("caption")]
    for each in ("document", "contact", "audio", "video"):
        part = raw.get(each)
        parts += list(part.values()) if isinstance(part, dict) else []
    return [each for each in parts if isinstance(each, str)]


def _guarded(text: str) -> tuple[str | None, str | None]:
    """The text, or the rule that forbids to keep it. A guard that fails has found something."""
    if code := _code(text):
        return f"/start {hashed(code)}", None
    if rule := _forbidden(text):
        return None, rule
    if start := START.fullmatch(text):
        return f"/start {hashed(start[1].strip())}", None
    return AMONG_WORDS.sub(HIDDEN, text), None


def _code(text: str) -> str | None:
    """The link code that this is, however it was spaced; small letters alone and bare are a word."""
    shown = "".join(each for each in normalize("NFKC", text) if category(each) != "Cf")
    told = TOLD.fullmatch(GAPS.sub("", shown))
    if told is None:
        return None
    code = told["code"]
    return code if told["with"] or code.isupper() or any(map(str.isdigit, code)) else None


def _forbidden(text: str) -> str | None:
    try:
        hit = privacy.inspect(text)
    except Exception:
        return "failed"
    return str(hit.rule) if hit else None


def _clean(text: str) -> str:
    """Without control characters and half surrogates, which no database keeps."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(CONTROLS)


def _command_entities(text: str) -> list[dict[str, Any]]:
    command = COMMAND.match(text)
    return [{"type": "bot_command", "offset": 0, "length": command.end()}] if command else []


def _place(raw: dict[str, Any]) -> dict[str, Any]:
    return {"message_id": _whole(raw["message_id"]), "date": _whole(raw["date"], MOMENTS), "chat": _chat(raw["chat"])}


def _chat(raw: dict[str, Any]) -> dict[str, Any]:
    kind = str(raw["type"])
    return {"id": _whole(raw["id"]), "type": kind if kind in CHAT_TYPES else "other"}


def _whole(value: object, below: int = WHOLE) -> int:
    """A number that the tables and Telegram's own types can hold."""
    if isinstance(value, bool) or not isinstance(value, int) or not -below < value < below:
        raise ValueError("no number of Telegram's")
    return value


def _user(raw: dict[str, Any]) -> dict[str, Any]:
    user = {"id": _whole(raw["id"]), "is_bot": bool(raw["is_bot"]), "first_name": ""}
    return user | (
        {"language_code": str(raw["language_code"])} if LANGUAGE.fullmatch(str(raw.get("language_code"))) else {}
    )
