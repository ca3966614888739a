"""Numbers of official documents, as everybody writes them."""

import re
from datetime import date
from unicodedata import normalize

from .phrases import RuleViolation
from .privacy import Guarded

NUMBER = re.compile(r"[\u4e00-\u9fff()]{1,14}?\u5b57\u7b2c(?P<year>[0-9]{3})[0-9]{5,9}[A-Z]?\u865f")
MOBILE = re.compile(r"(?<![0-9])09[0-9][1-9][0-9]{6}(?![0-9])")
"""Ten digits of the years 090 to 099 are a mobile number as well, unless the serial is under a million."""
BEFORE_ROC = 1911


def read(raw: str, today: date) -> str:
    """The number without spaces and in plain digits; it begins with the ROC year of issue, which cannot lie ahead."""
    number = "".join(normalize("NFKC", raw).split()).upper()
    found = NUMBER.fullmatch(number)
    if found is None:
        raise RuleViolation("answer-not-a-document")
    if int(found["year"]) > today.year - BEFORE_ROC:
        raise RuleViolation("answer-document-of-the-future", year=int(found["year"]))
    if MOBILE.search(number):
        raise Guarded("answer-document-is-a-mobile", year=today.year - BEFORE_ROC)
    return number
