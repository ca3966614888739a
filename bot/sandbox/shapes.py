"""The shape of what travels: JSON objects, and the one habit of leaving out what is not there."""

import json
from typing import Any

Json = dict[str, Any]


def compact(**fields: Any) -> Json:
    """Keeps what is there: Telegram leaves absent fields out instead of sending null or false."""
    return {name: value for name, value in fields.items() if value is not None and value is not False}


def dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
