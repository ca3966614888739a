"""The report of a month's audit, to be printed and stamped: who may have it, and what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.duties import period
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import audits, duties, ledger, people, seeds
from storage.audits import Anomaly
from storage.duties import Owed
from storage.unit import Unit

from . import chains, telling
from .audit_cards import Board
from .audits import month_of

FILE = "audit"


@dataclass(frozen=True, slots=True)
class Report:
    """The month as the tables have it when it is printed. `names` are people by staff number, `seconds` how long each
    entry was looked at, `seeds` those that are revealed."""

    board: Board
    agency: Value
    names: Mapping[str, Phrase]
    seconds: Mapping[int, int]
    anomalies: tuple[Anomaly, ...]
    seeds: tuple[str, ...]
    reader: Value
    seal: str
    printed_at: datetime

    @property
    def number(self) -> str:
        return month_of(self.board.owed)


def send(unit: Unit, person: Person, owed: Owed) -> Phrase:
    """To those who audit and those who read, once there is a report."""
    board = Board.of(unit, owed)
    if person.id not in board.bench.auditors(unit) | board.bench.readers(unit):
        raise RuleViolation("audit-no-seat")
    if board.audit.reported_by is None:
        raise RuleViolation("audit-not-reported")
    telling.hand_out(unit, person, FILE, audit=owed.id)
    return say("toast-audit-print", period=period(owed.occurrence))


def look(unit: Unit, person_id: int, about: Mapping[str, Any]) -> Report:
    board = Board.of(unit, duties.by_id(unit, about["audit"]))
    audit, found = board.audit, audits.anomalies_of(unit, about["audit"])
    known = people.by_staff_nos(unit, _named(board, found))
    return Report(
        board,
        people.agency(unit, board.owed.agency).name,
        {number: chains.title_of(each) for number, each in known.items()},
        audits.seconds(unit, board.owed.id),
        tuple(found),
        tuple(seeds.of(unit, board.owed.id)[: audit.revealed]),
        _capacity(known.get(audit.read_by or ""), board),
        ledger.seal(unit, audits.entry(unit, board.owed.id)),
        unit.local,
    )


def _named(board: Board, found: list[Anomaly]) -> set[str]:
    audit = board.audit
    looked = (each.checked_by for each in board.items)
    told = (number for each in found for number in (each.found_by, each.seen_by))
    numbers = {audit.reported_by, audit.read_by, *audit.missing, *board.found, *looked, *told}
    return {each for each in (*numbers, *(each.subject for each in board.items)) if each}


def _capacity(reader: Person | None, board: Board) -> Value:
    """8(1)1: the head, or whom the head has authorised; a deputy of either acts. Marked where the reader's own use is
    in the sample."""
    if reader is None:
        return ""
    seats = [each for each in (Role.HEAD, Role.AUTHORISED) if each in reader.roles]
    seat = say(f"role-{seats[0]}" if seats else "capacity-acting")
    own = reader.staff_no in {each.subject for each in board.items}
    return say("report-own-reader", seat=seat) if own else seat


def file_name(report: Report) -> Phrase:
    return say("audit-file", agency=report.agency, period=period(report.board.owed.occurrence))
