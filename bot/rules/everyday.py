"""What an office writes all day, full of digits and yet no secret: taken out of a text before the guard looks at it."""

import re
from dataclasses import dataclass
from typing import Self

from .spelling import OTHER, closely_joined, joined


def _any_of(first: str, *ways: str) -> re.Pattern[str]:
    """One pattern for all ways; the set of first characters lets it pass quickly where none can begin."""
    return re.compile(rf"(?=[{first}])(?<![0-9A-Z])(?:{'|'.join(ways)})")


_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:[12][0-9]|3[01]|0?[1-9])"
_HOUR, _MINUTE = r"(?:[01][0-9]|2[0-3])", r"[0-5][0-9]"
_NUMBERED = _any_of(
    "1字",
    r"(?<=[一-鿿 )])字第 {0,3}[0-9]{8,12}[A-Z]? {0,3}號",  # a document number
    r"1[0-9]{2}-[AI][1-3]-[0-9]{4,6}(?!-?[0-9])",  # a case number
)
_DATED = _any_of(
    "0-9(",
    rf"(?:(?:19|20)[0-9]|1[0-9])[0-9](?P<mark>[./-]){_MONTH}(?P=mark){_DAY}(?!(?P=mark)?[0-9])",  # a date
    rf"20[0-9]{{2}}{_MONTH_DAY}(?![0-9])",  # a compact date
    rf"1[0-9]{{2}}{_MONTH_DAY}[ -]{{1,3}}1[0-9]{{2}}{_MONTH_DAY}",  # a span of days
    rf"{_MONTH}/{_DAY}(?![0-9/])",  # a day of this year
    rf"{_MONTH_DAY}/{_HOUR}{_MINUTE}(?![0-9/])",  # a sign-off stamp
    rf"(?:{_HOUR}|[0-9]):{_MINUTE}(?::{_MINUTE})?(?![0-9:])",  # a time
    r"(?<![0-9][.-])20[0-9]{2}-(?:0[1-9]|1[0-2])(?!-?[0-9])",  # a month
    r"(?:20|1)[0-9]{2}(?=年)",  # a year
    r"(?:(?<![0-9][ .-])(?<![0-9] - )|(?<=[A-Z][0-9]{4} )|(?<=[A-Z][0-9]{5} ))"  # after a staff number or none,
    r"\(?0[2-8]\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])",  # an office telephone
)
_CODED = _any_of(
    "0-9INTFE",
    r"1[1-3][0-9](?:0[1-9]|1[0-2])(?![0-9])",  # a month's key
    r"[0-9]{1,4}(?=[筆件人份頁次元項天])",  # a count
    r"(?:ID|NO|TEL|FAX|EXT)[ .:]*(?=[0-9])",  # the label of a number
)


def unnumbered(written: str) -> str:
    """A plain text without its document numbers and case numbers."""
    return _NUMBERED.sub(OTHER, written)


@dataclass(frozen=True, slots=True)
class Views:
    """A reading with more and more taken out; the surer a pattern, the fuller the view it looks at."""

    whole: str
    close: str
    undated: str
    bare: str

    @classmethod
    def of(cls, reading: str) -> Self:
        undated = _DATED.sub(OTHER, reading)
        bare = _CODED.sub(OTHER, undated)
        return cls(joined(reading), closely_joined(reading), closely_joined(undated), closely_joined(bare))
