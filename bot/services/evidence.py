"""The evidence of an agency's year: who may have it, and all that goes into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.rules import evidence as rules
from bot.rules.people import Agency, AgencyKind, Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.roc import Year
from storage import evidence, inspections, ledger, people
from storage.evidence_cases import filed
from storage.evidence_duties import visited
from storage.evidence_span import Span
from storage.unit import Unit

from . import evidence_tables, onsite_report, printing, telling
from .evidence_tables import Table
from .onsite_report import Report
from .printing import Printout

FILE = "evidence"


@dataclass(frozen=True, slots=True)
class Evidence:
    """`head` is the ledger's newest entry as NUMBER:HASH, of the same moment as everything else."""

    agency: Agency
    year: int
    last: date
    tables: tuple[Table, ...]
    forms: tuple[Printout, ...]
    reports: tuple[Report, ...]
    head: str
    made_at: datetime


def agencies_of(unit: Unit, person: Person) -> tuple[str, ...]:
    houses = people.all_agencies(unit)
    labour = [each.code for each in houses if each.kind is AgencyKind.LABOUR]
    return rules.agencies_of(person, labour, [each.code for each in houses], people.all_delegations(unit))


def check(unit: Unit, person: Person, agency: str) -> None:
    if agency not in agencies_of(unit, person):
        raise RuleViolation("evidence-not-yours")


def send(unit: Unit, person: Person, agency: str, year: int) -> None:
    """Queue it; who asked for it is written down."""
    check(unit, person, agency)
    house = people.agency(unit, agency)
    _span(unit, house, year)
    ledger.append(unit, "evidence_handed_out", agency=agency, year=year, by=person.staff_no)
    telling.tell(unit, person, say("evidence-coming", agency=house.name, year=Year(year)))
    telling.hand_out(unit, person, FILE, agency=agency, year=year)


def look(unit: Unit, person_id: int, about: Mapping[str, Any]) -> Evidence:
    return load(unit, about["agency"], about["year"])


def load(unit: Unit, agency: str, year: int) -> Evidence:
    house = next((each for each in people.all_agencies(unit) if agency in (each.code, each.name)), None)
    if house is None:
        raise RuleViolation("evidence-no-agency", agency=agency)
    span = _span(unit, house, year)
    return Evidence(
        house,
        year,
        span.last,
        evidence_tables.of(unit, span),
        tuple(printing.load(unit, each["id"]) for each in filed(unit, span)),
        tuple(_reports(unit, span)),
        "{}:{}".format(*ledger.head(unit)),
        unit.local,
    )


def _span(unit: Unit, house: Agency, year: int) -> Span:
    """The year of which something is known; the running one until today."""
    span = Span(house.code, year, min(date(year, 12, 31), unit.today))
    if year > unit.today.year or not evidence.has_anything(unit, span):
        raise RuleViolation("evidence-nothing", agency=house.name, year=Year(year))
    return span


def _reports(unit: Unit, span: Span) -> list[Report]:
    made = [inspections.find(unit, each["id"]) for each in visited(unit, span) if each["id"]]
    return [onsite_report.of(unit, each) for each in made if each.recorded_on]


def file_name(found: Evidence) -> Phrase:
    return say("evidence-file", agency=found.agency.name, year=Year(found.year))
