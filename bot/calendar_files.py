"""The official office calendar as a file on disk, in either encoding that the open data come in."""

import csv
import io
from pathlib import Path

from bot.rules.roster import Sheet

ENCODINGS = ("utf-8-sig", "cp950")


def read(path: Path) -> Sheet:
    """The file as plain rows, or why it has none."""
    if not path.is_file():
        return Sheet(path.name, unreadable="calendar-no-file")
    text = _text(path.read_bytes())
    if text is None:
        return Sheet(path.name, unreadable="calendar-not-text")
    try:
        return Sheet(path.name, tuple(csv.reader(io.StringIO(text, newline=""), strict=True)))
    except csv.Error:
        return Sheet(path.name, unreadable="roster-not-a-csv")


def _text(raw: bytes) -> str | None:
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
