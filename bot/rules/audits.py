"""The monthly audit (8(1)1, 4(4)5): the sample, what is asked of each entry, when it can be reported and read."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from .calendar import OfficeCalendar
from .phrases import RuleViolation

SHARE = 100
READING_DAYS = 6
INCIDENT_WITHIN = timedelta(hours=1)


class State(StrEnum):
    """How far a month's audit is. What comes in after the report opens it once more, for that part alone."""

    OPEN = "open"
    DRAWN = "drawn"
    REPORTED = "reported"
    RETURNED = "returned"
    READ = "read"


class Result(StrEnum):
    NORMAL = "normal"
    ANOMALY = "anomaly"


class Check(StrEnum):
    """What is asked of each sampled entry (8, second paragraph; 4(5)2)."""

    CORRECT = "correct"
    PURPOSE = "purpose"
    BASIS = "basis"
    CONFIDENTIAL = "confidential"


def due_of_reading(reported_on: date, calendar: OfficeCalendar) -> date:
    return calendar.add_working(reported_on, READING_DAYS)


@dataclass(frozen=True, slots=True)
class Item:
    """A sampled entry: the n-th of this officer's register. `of_head` where the officer is an administrator himself;
    `failed` is what was answered with no, None before it was looked at."""

    id: int
    subject: str
    position: int
    of_head: bool
    failed: tuple[str, ...] | None
    note: str
    checked_by: str | None
    round: int


def size(queries: int) -> int:
    """1 % of the queries, at least one where there are any (domain S13)."""
    return -(-queries // SHARE)


def sample(seed: str, staff_no: str, queries: int, registered: int) -> tuple[int, ...]:
    """Which entries of an officer's register are looked at, from 1 on; of the system's list if nothing was registered.

    The i-th draw (i = 1, 2, …) is SHA-256 of "seed/staff number/i" as a number, modulo the entries, plus 1; what was
    drawn before is passed over, until there are enough."""
    entries = registered or queries
    wanted = min(size(queries or registered), entries)
    drawn: dict[int, None] = {}
    draw = 0
    while len(drawn) < wanted:
        draw += 1
        digest = hashlib.sha256(f"{seed}/{staff_no}/{draw}".encode()).digest()
        drawn[int.from_bytes(digest) % entries + 1] = None
    return tuple(drawn)


def check_report(items: Iterable[Item], anomalies: int, result: Result) -> None:
    """The administrator's part is looked at; what was found wrong is not reported as normal."""
    own = [each for each in items if not each.of_head]
    if left := sum(each.failed is None for each in own):
        raise RuleViolation("audit-unfinished", count=left)
    if result is Result.NORMAL and (anomalies or any(each.failed for each in own)):
        raise RuleViolation("audit-not-normal")


def check_reading(state: State, items: Iterable[Item]) -> None:
    """A report is read once, and after the administrator's own use was looked at by who reads."""
    if state is not State.REPORTED:
        raise RuleViolation("audit-not-waiting")
    if left := sum(each.of_head and each.failed is None for each in items):
        raise RuleViolation("audit-own-part-first", count=left)


def report_incident_by(found_at: datetime) -> datetime:
    """The clock of a security incident: one hour from knowing of it (domain S67)."""
    return found_at + INCIDENT_WITHIN
