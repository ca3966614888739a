"""What a cell can hold: each reader takes the cell, also an empty one, and gives its value or says what is wrong."""

import re
from datetime import date

from ..calendar import parse_date
from ..people import Role
from ..phrases import RuleViolation
from . import Content

ROLES = tuple(each.value for each in Role)
_CODE = re.compile(r"[^\s/;,；，、]+")


def text(cell: str) -> str:
    return cell


def text_or_none(cell: str) -> str | None:
    return cell or None


def code(cell: str) -> str:
    """A code stands in lists and in the names of matters, so what separates those is no part of it."""
    if cell and not _CODE.fullmatch(cell):
        raise RuleViolation("roster-not-a-code", value=cell)
    return cell


def codes(cell: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split("[;；]", cell))
    return tuple(sorted({code(part) for part in parts if part}))


def roles(cell: str) -> tuple[str, ...]:
    found = codes(cell)
    for each in found:
        if each not in ROLES:
            raise RuleViolation("roster-unknown-role", value=each, options=ROLES)
    return found


def day(cell: str) -> date | None:
    try:
        return parse_date(cell) if cell else None
    except ValueError:
        raise RuleViolation("roster-not-a-date", value=cell) from None


def flag(cell: str) -> bool:
    return cell == "1"


def spelling(value: Content) -> str:
    """The one spelling of a value: another way to write the same day is no news."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, tuple):
        return ";".join(value)
    return value.isoformat() if isinstance(value, date) else value or ""
