"""Phrases as JSON and back, so that words are chosen when the reader is known."""

import json
from datetime import date, datetime
from typing import Any

from bot.rules.phrases import Phrase, Value
from bot.rules.roc import Month, Year


def dump(value: Any) -> str:
    return json.dumps(value, default=_encode, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Any:
    return json.loads(text, object_hook=_decode)


def _encode(value: object) -> dict[str, object]:
    if isinstance(value, Phrase):
        return {"$p": value.key, "with": dict(value.params)}
    if isinstance(value, datetime):
        return {"$t": value.isoformat()}
    if isinstance(value, date):
        return {"$d": value.isoformat()}
    if isinstance(value, Month):
        return {"$m": [value.year, value.month]}
    if isinstance(value, Year):
        return {"$y": value.number}
    raise TypeError(f"{type(value).__name__} is no part of a phrase")


def _decode(value: dict[str, Any]) -> Any:
    if "$p" in value:
        return Phrase(value["$p"], {name: _frozen(each) for name, each in value["with"].items()})
    if "$t" in value:
        return datetime.fromisoformat(value["$t"])
    if "$d" in value:
        return date.fromisoformat(value["$d"])
    if "$m" in value:
        return Month(*value["$m"])
    if "$y" in value:
        return Year(value["$y"])
    return value


def _frozen(value: Any) -> Value:
    frozen: Value = tuple(_frozen(each) for each in value) if isinstance(value, list) else value
    return frozen
