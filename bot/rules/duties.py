"""The recurring duties (points 4, 7 and 8): for which month, quarter or year they are owed, and until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .phrases import Value, say
from .roc import Month, Year

MONTHS_OF_REVIEW = (3, 6, 9, 12)


class Duty(StrEnum):
    """What is owed; the code of its reminder."""

    RECORD = "usage_record"
    AUDIT = "usage_audit"
    READING = "head_reading"
    ONSITE = "onsite_audit"
    VISIT = "onsite_visit"
    REVIEW = "account_review"
    CORRECTION = "correction"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Term:
    """The time a duty is owed for, as it is written in its matter; its days; the day on which it is due."""

    occurrence: str
    first: date
    last: date
    due_on: date


def month_term(day: date) -> Term:
    """Of records and audits: the month before this day's, due on the 10th (4(5)3, 8(1)1)."""
    month = Month.of(day).plus(-1)
    return Term(str(month), month.first, month.last, day.replace(day=10))


def year_term(day: date) -> Term:
    """Of the on-site audit: this day's year (8(2)2, domain A10)."""
    return Term(f"{day.year:04}", date(day.year, 1, 1), date(day.year, 12, 31), date(day.year, 12, 31))


def quarter_term(day: date) -> Term | None:
    """Of the account review: the quarter that ends in this day's month (8(1)2, domain A8)."""
    if day.month not in MONTHS_OF_REVIEW:
        return None
    last = Month.of(day)
    return Term(f"{day.year:04}Q{day.month // 3}", last.plus(-2).first, last.last, last.last)


def period(occurrence: str) -> Value:
    """A term in words; a day as it is written."""
    year, _, rest = occurrence.partition("-")
    if "Q" in year:
        year, _, quarter = year.partition("Q")
        return say("period-quarter", year=Year(int(year)), quarter=quarter)
    if not rest:
        return say("period-year", year=Year(int(year)))
    return Month(int(year), int(rest)) if len(rest) == 2 else occurrence
