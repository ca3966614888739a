"""The tables of the evidence, in the words of the office: which columns each has, and how a cell reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from bot.rules.duties import period
from bot.rules.onsite import number_of
from bot.rules.phrases import Value, say
from bot.rules.records import DIFFERENCE
from storage import audits, evidence, people, seeds
from storage.evidence_span import Rows, Span
from storage.unit import Unit

from . import deputies

Cell = Value | None
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "users": ("person", "roles", "certificate_on", "left_on"),
    "cases": ("number", "kind", "person", "filed_by", "filed_at", "state", "closed_at"),
    "decisions": (
        *("number", "step", "verdict", "by", "holder", "capacity", "strength", "reason", "at"),
        *("document", "signed_on", "recorded_by"),
    ),
    "accounts": ("person", "account", "opened_on", "suspended_on", "closed_on", "account_state"),
    "account_items": ("person", "account", "code", "item", "granted_on", "removed_on"),
    "agency_items": ("code", "item", "business", "legal_basis", "part", "granted_on", "removed_on"),
    "records": (
        *("month", "person", "due_on", "number", "queries", "registered", "difference", "with_basis", "with_consent"),
        *("pages", "kept_at", "strength", "document", "sent_by", "sent_at", "met_strict", "met", "version"),
    ),
    "audits": (
        *("month", "due_on", "audit_state", "result", "explanation", "measures", "missing", "reported_by"),
        *("reported_at", "met_strict", "met", "reason", "read_by", "read_at", "seeds", "seed_hashes"),
    ),
    "sample": ("month", "person", "round", "position", "failed", "note", "checked_by", "shown_at", "checked_at"),
    "anomalies": ("month", "what", "found_by", "found_at", "seen_by", "seen_at"),
    "reviews": ("quarter", "person", "account", "review_finding", "by", "confirmed_on", "done_on"),
    "onsite": (
        *("authority", "business", "onsite_state", "due_on", "planned_on", "sort", "number", "held_on", "recorded_on"),
        *("by", "proposal", "to_council"),
    ),
    "findings": ("number", "line_no", "line", "mark", "note", "due_on", "stage", "document", "reported_by"),
    "passwords": ("person", "changed_on", "declared_at", "next_on"),
    "handovers": ("person", "left_on", "given_up", "successor", "by", "handed_on"),
    "deputies": ("holder", "deputy", "rank", "from_day", "to_day", "capacity", "reason"),
    "rules": ("document", "issued_on", "kept_on", "kept_by"),
}
WORDS = {
    "kind": "kind",
    "state": "state",
    "step": "step",
    "verdict": "verdict",
    "capacity": "capacity",
    "strength": "sheet-ground",
    "account": "role",
    "account_state": "evidence-account",
    "audit_state": "audit-state",
    "result": "result",
    "review_finding": "review-finding",
    "sort": "onsite-sort",
    "line": "onsite-item",
    "mark": "button-onsite-mark",
    "stage": "evidence-stage",
    "onsite_state": "evidence-onsite",
}
"""Columns whose values are named in the texts, by the beginning of the key."""
PEOPLE = frozenset(
    {
        *("person", "filed_by", "by", "holder", "deputy", "recorded_by", "sent_by", "reported_by", "read_by"),
        *("checked_by", "found_by", "seen_by", "successor", "kept_by"),
    }
)
DATES = ("_on", "_at", "_day")


def is_dated(column: str) -> bool:
    return column == "at" or (column.endswith(DATES) and column != "kept_at")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the columns; None is an empty cell."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS[self.name]


def of(unit: Unit, span: Span) -> tuple[Table, ...]:
    reader = Reader(
        {each.staff_no: say("evidence-person", no=each.staff_no, name=each.name) for each in people.all_staff(unit)},
        {each.code: each.name for each in people.all_agencies(unit)},
        unit.zone,
    )
    read = dict(evidence.gather(unit, span))
    read["onsite"] = [{**each, "onsite_state": _state(each)} for each in read["onsite"]]
    read["audits"] = _with_seeds(unit, read["audits"])
    read["findings"] = sorted(
        ({**each, "line_no": number_of(each["line"])} for each in read["findings"]),
        key=lambda each: (each["number"], each["line_no"]),
    )
    return tuple(Table(name, tuple(reader.row(each, COLUMNS[name]) for each in rows)) for name, rows in read.items())


def _state(visit: Mapping[str, Any]) -> str:
    if visit["recorded_on"]:
        return "recorded"
    return "begun" if visit["id"] else "planned" if visit["planned_on"] else "open"


def _with_seeds(unit: Unit, rows: Rows) -> Rows:
    """The seeds as far as they are no secret any more, the hashes of all."""
    known = {each["id"]: seeds.of(unit, each["id"]) for each in rows}
    revealed = {each["id"]: audits.find(unit, each["id"]).revealed for each in rows}
    return [
        {
            **each,
            "seeds": " ".join(known[each["id"]][: revealed[each["id"]]]),
            "seed_hashes": " ".join(seeds.hashed(seed) for seed in known[each["id"]]),
        }
        for each in rows
    ]


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows everybody's name, every agency's, and the office's zone."""

    staff: Mapping[str, Value]
    houses: Mapping[str, str]
    zone: tzinfo

    def row(self, found: Mapping[str, Any], columns: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(self._cell(name, found.get(name)) for name in columns)

    def _cell(self, name: str, value: Any) -> Cell:
        if value is None or (value == "" and name != "failed"):
            return None
        shown: Value = value
        if name in PEOPLE:
            return self.staff.get(value, shown)
        if name in WORDS:
            return say(f"{WORDS[name]}-{value}")
        if name in self._special:
            return self._special[name](value)
        if isinstance(value, bool):
            return say("onsite-yes" if value else "onsite-no")
        return value.astimezone(self.zone) if isinstance(value, datetime) else shown

    @property
    def _special(self) -> Mapping[str, Callable[[Any], Cell]]:
        return {
            "authority": lambda code: self.houses[code],
            "month": period,
            "quarter": period,
            "roles": lambda roles: tuple(say(f"role-{each}") for each in roles) or None,
            "given_up": lambda roles: tuple(say(f"role-{each}") for each in roles.split(";")),
            "missing": lambda numbers: tuple(self.staff.get(each, each) for each in numbers.split(";")),
            "failed": _failed,
            "difference": lambda words: say(f"option-difference-{words}") if words in DIFFERENCE.suggestions else words,
            "reason": lambda words: deputies.reason_of(words) if isinstance(words, str) else words,
        }


def _failed(checks: str) -> Cell:
    """What was answered with no; nothing when all four were in order."""
    return tuple(say(f"check-{each}") for each in checks.split(";")) if checks else say("evidence-all-well")
