"""What a printed form shows of a case, and who may have it printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.rules.fields import Answers
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import Kind, Step
from bot.rules.people import Person, entitled
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from bot.rules.requests import Case
from storage import cases, decisions, deputies, ledger, people, rights
from storage.decisions import Decision
from storage.unit import Unit

from . import chains, hands, telling
from . import deputies as deputising

FILE = "form"


@dataclass(frozen=True, slots=True)
class Signed:
    """One line of the course of approval with its people; `because` is why a deputy acted."""

    decision: Decision
    who: Person
    holder: Person | None = None
    recorder: Person | None = None
    because: Value = ""


@dataclass(frozen=True, slots=True)
class Printout:
    """A form as it stands; of a blank one only its kind, its steps and the catalogue. `seats` tells whose agency each
    step is at, `seal` the newest ledger entry of the case."""

    kind: Kind
    items: Mapping[str, str]
    printed_at: datetime
    steps: tuple[Step, ...]
    number: str = ""
    answers: Answers = field(default_factory=dict)
    known: Mapping[str, Value] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)
    course: tuple[Signed, ...] = ()
    seal: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.number


def send(unit: Unit, person: Person, case_id: int) -> Phrase:
    """Queue the form of a case for somebody whom the case concerns."""
    case = cases.load(unit, case_id).case
    if not may_see(unit, person, case):
        raise RuleViolation("sheet-not-for-you", number=case.number)
    telling.hand_out(unit, person, FILE, case=case.id)
    return say("toast-print", number=case.number)


def look(unit: Unit, person_id: int, about: Mapping[str, Any]) -> Printout:
    return load(unit, about["case"])


def file_name(printout: Printout) -> Phrase:
    return say("sheet-file", number=printout.number)


def may_see(unit: Unit, person: Person, case: Case) -> bool:
    """The parties, whoever decided or may decide a step of the chain or records it, and who gets a copy."""
    acted = {each.person_id for each in decisions.course(unit, case.id)}
    copied = {each.id for each in chains.copied(unit, case)}
    return person.id in case.spokesmen | acted | copied | _chain(unit, case) | hands.of(unit, case).all


def _chain(unit: Unit, case: Case) -> set[int]:
    seats = chains.seats(unit, case.route, case.agency, case.answers)
    return {each.person.id for staffed in seats for each in entitled(staffed, case.parties, unit.today)}


def blank(unit: Unit, annex: int) -> Printout:
    """An empty form of the first kind that uses the annex."""
    kind = next(each for each in KINDS.values() if each.annex == annex)
    return Printout(kind, rights.item_names(unit), unit.local, kind.route)


def by_number(unit: Unit, number: str) -> Printout:
    filed = cases.by_number(unit, number)
    if filed is None:
        raise RuleViolation("cli-no-case", number=number)
    return load(unit, filed.case.id)


def load(unit: Unit, case_id: int) -> Printout:
    filed = cases.load(unit, case_id)
    case, kind = filed.case, kind_of(filed.case.kind)
    seats = {each.name: chains.seat(unit, each, case.agency, case.answers).agency for each in case.route}
    return Printout(
        kind=kind,
        items=rights.item_names(unit),
        printed_at=unit.local,
        steps=case.route,
        number=case.number,
        answers=case.answers,
        known=_known(unit, case, filed.filed_at.astimezone(unit.zone).date()),
        seats={step: people.agency(unit, code).name for step, code in seats.items()},
        course=_course(unit, case),
        seal=ledger.seal_of(unit, case.number),
    )


def _known(unit: Unit, case: Case, filed_on: date) -> dict[str, Value]:
    """What the tables know, by the name of its place on the form."""
    subject = people.by_id(unit, case.subject)
    agency = people.agency(unit, case.agency)
    stand_ins = dict.fromkeys(each.ship.deputy.id for each in deputies.of_holder(unit, subject.id))
    named: dict[str, Value | None] = {
        "filed_on": filed_on,
        "state": say(f"state-{case.state}"),
        "agency": say("sheet-agency", name=agency.name, code=agency.code),
        "users": say("sheet-users", count=rights.count_officers(unit, case.agency)),
        "name": subject.name,
        "title": subject.title,
        "egov_account": subject.egov_account,
        "egov_on": subject.egov_on,
        "certificate_on": subject.certificate_on,
        "deputies": tuple(chains.title_of(people.by_id(unit, each)) for each in stand_ins),
    }
    return {name: value for name, value in named.items() if value}


def _course(unit: Unit, case: Case) -> tuple[Signed, ...]:
    entries = ledger.about(unit, case.number)
    reasons = {each.at: said["capacity_reason"] for each, said in entries if said.get("capacity_reason")}
    course = decisions.course(unit, case.id)
    known = people.by_ids(unit, {id_ for each in course for id_ in each.people})
    return tuple(
        Signed(
            each,
            known[each.person_id],
            known.get(each.holder_id or 0),
            known.get(each.paper.recorded_by if each.paper else 0),
            deputising.reason_of(reasons.get(each.at, "")),
        )
        for each in course
    )
