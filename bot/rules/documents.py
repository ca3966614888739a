"""Numbers of official documents, as everybody writes them."""

import re
from unicodedata import normalize

from .phrases import RuleViolation

NUMBER = re.compile(r"[\u4e00-\u9fff()]{1,14}?\u5b57\u7b2c[0-9]{8,12}[A-Z]?\u865f")


def read(raw: str) -> str:
    """The number without spaces and in plain digits."""
    number = "".join(normalize("NFKC", raw).split()).upper()
    if not NUMBER.fullmatch(number):
        raise RuleViolation("answer-not-a-document")
    return number
