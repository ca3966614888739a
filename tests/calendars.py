"""The official office calendar as 人事行政總處 publishes it: a row for each day of the year."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.rules.roster import Sheet

HEADER = ("西元日期", "星期", "是否放假", "備註")


def day_row(day: date, off: bool, note: str = "") -> tuple[str, ...]:
    return f"{day:%Y%m%d}", "一二三四五六日"[day.weekday()], "2" if off else "0", note


def year_rows(year: int, off: Mapping[date, str], worked: Mapping[date, str] | None = None) -> list[tuple[str, ...]]:
    """Every day of the year, header first; `off` and `worked` are not as in a plain week."""
    days = [date(year, 1, 1) + timedelta(days=n) for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)]
    notes = {**off, **(worked or {})}
    closed = {each for each in days if (each in off or each.weekday() >= 5) and each not in (worked or {})}
    return [HEADER, *(day_row(each, each in closed, notes.get(each, "")) for each in days)]


def sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet("calendar.csv", rows)
