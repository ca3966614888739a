"""The report of an audit, to be printed and stamped: who may have it, and what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.onsite import Findings
from bot.rules.people import Person
from bot.rules.phrases import Phrase, Value, say
from storage import inspections, people
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, chains, onsite_notices, telling, usage_rules

FILE = "onsite"


@dataclass(frozen=True, slots=True)
class Report:
    inspection: Inspection
    agency: Value
    authority: Value
    by: Phrase
    rules: Phrase
    findings: Findings
    printed_at: datetime


def send(unit: Unit, person: Person, inspection: Inspection) -> Phrase:
    """Once it is recorded."""
    auditors.check_reader(unit, person, inspection)
    telling.hand_out(unit, person, FILE, inspection=inspection.id)
    return say("toast-print", number=inspection.number)


def look(unit: Unit, person_id: int, about: Mapping[str, Any]) -> Report:
    return of(unit, inspections.find(unit, about["inspection"]))


def of(unit: Unit, found: Inspection) -> Report:
    return Report(
        found,
        onsite_notices.name_of(unit, found.agency, found.business),
        people.agency(unit, found.authority).name,
        chains.title_of(people.by_id(unit, found.by_id)),
        usage_rules.shown(unit, found.agency, found.recorded_on or unit.today),
        inspections.findings(unit, found.id),
        unit.local,
    )


def file_name(report: Report) -> Phrase:
    return say("sheet-file", number=report.inspection.number)
