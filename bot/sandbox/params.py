"""The parameters of one call, whether they came in the address, a form, JSON or with files."""

import json
from dataclasses import dataclass, field
from typing import Any

from .errors import bad_request

YES = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Params:
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None or isinstance(value, (dict, list)):
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise bad_request("strings must be encoded in UTF-8")
        return text

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def within(self, name: str, default: int, least: int, most: int) -> int:
        return max(least, min(most, self.integer(name, default)))

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in YES

    def parsed(self, name: str) -> Any:
        """A value in JSON, as text or already read; None if it is not given."""
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "") or name in self.uploads
