"""Signatures from paper: what an administrator, or in the administrator's case a reviewer, records for a head."""

from bot.rules.kinds.kind import Verdict
from bot.rules.paper import Earliest, Signature, earliest_of, recorder_of
from bot.rules.paper import record as advance
from bot.rules.people import Authority, Of, Person, Role, Seat, StaffedSeat
from bot.rules.phrases import Phrase, say
from bot.rules.requests import Case
from storage import cases, decisions, people
from storage.cases import Filed
from storage.decisions import Paper, Recorder
from storage.unit import Unit

from . import cases as deciding
from . import chains
from .hands import Office


def check(unit: Unit, filed: Filed, person: Person, version: int) -> tuple[Authority, StaffedSeat]:
    """By what right this person may record a signature here and now, and the seat that signs."""
    deciding.check_version(unit, filed.case, version)
    seat = chains.seat_now(unit, filed.case)
    assert seat is not None
    signing = people.staffed(unit, seat)
    return recorder_of(filed.case, person, Office(unit).recorders(filed.case, signing)), signing


def record(unit: Unit, person: Person, case_id: int, version: int, signature: Signature) -> Phrase:
    filed = cases.load(unit, case_id)
    authority, signing = check(unit, filed, person, version)
    after = advance(filed.case, authority, signature, signing, earliest(unit, filed), unit.today)
    paper = Paper(signature.document, person.id, signature.signed_on)
    deciding.settle(
        unit,
        filed.case,
        after,
        signature.verdict,
        signature.authority,
        signature.reason,
        Recorder(authority, _recording_seat(unit, filed.case, authority), paper),
    )
    return say("paper-recorded", number=after.number, verdict=say(f"verdict-{signature.verdict}"))


def earliest(unit: Unit, filed: Filed) -> Earliest:
    returned = [each.at for each in decisions.course(unit, filed.case.id) if each.verdict == Verdict.RETURN]
    last = returned[-1].astimezone(unit.zone).date() if returned else None
    sent = filed.step_since.astimezone(unit.zone).date()
    return earliest_of(sent, last, on_paper=filed.case.entered_by is not None)


def _recording_seat(unit: Unit, case: Case, authority: Authority) -> Seat:
    own = Seat(Role.ADMINISTRATOR, case.agency)
    holds = own.role in authority.holder.roles and authority.holder.agency == own.agency
    return own if holds else Office(unit).seat(case, Role.REVIEWER, Of.AUTHORITY)
