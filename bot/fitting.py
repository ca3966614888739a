"""What fits into one message: whole lines, and when there are too many, those in the middle go."""

import html
import re
from collections.abc import Sequence

LIMIT = 4096
GAP = "…"
TAG = re.compile(r"<[^>]+>")


def length(text: str) -> int:
    """As Telegram counts: UTF-16 units of what is shown, tags and escapes aside."""
    return len(html.unescape(TAG.sub("", text)).encode("utf-16-le")) // 2


def fitted(lines: Sequence[str]) -> str:
    """The end says how things stand, the beginning what it is about: both are kept, the end first."""
    room = LIMIT - length(GAP) - 1
    if sum(length(each) + 1 for each in lines) - 1 <= LIMIT:
        return "\n".join(lines)
    first, last = 0, len(lines)
    while first < last:
        from_end = len(lines) - last <= first
        room -= length(lines[last - 1] if from_end else lines[first]) + 1
        if room < 0:
            break
        first, last = (first, last - 1) if from_end else (first + 1, last)
    return "\n".join([*lines[:first], GAP, *lines[last:]])
