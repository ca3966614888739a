"""The lines of the boards of /onsite: an audit that is owed, one that was made, a visit, the rules of use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.rules.duties import period
from bot.rules.phrases import Phrase, Value, say
from storage import inspections, people
from storage import visits as planned
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import usage_rules
from .lists import Offer
from .onsite_notices import GO, offer

Line = tuple[Phrase, Offer]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the lines of a board say, read at once: names, planned days, audits by duty, corrections left by
    audit."""

    today: date
    names: Mapping[str, str]
    days: Mapping[int, date]
    audits: Mapping[int, Inspection]
    left: Mapping[int, int]

    @classmethod
    def of(cls, unit: Unit, owed: list[Owed], own: list[Inspection]) -> "Standing":
        ids = [each.id for each in owed]
        audits = inspections.of_duties(unit, ids)
        names = {each.code: each.name for each in people.all_agencies(unit)}
        left = inspections.left(unit, [each.id for each in (*audits.values(), *own)])
        return cls(unit.today, names, planned.days(unit, ids), audits, left)

    def name_of(self, house: Owed | Inspection) -> Value:
        name = self.names[house.agency]
        return say("agency-business", agency=name, business=house.business) if house.business else name

    def left_of(self, duty: Owed) -> int:
        return self.left.get(self.audits[duty.id].id, 0) if duty.id in self.audits else 0


def owed_line(standing: Standing, duty: Owed) -> Line:
    name = standing.name_of(duty)
    own = say("onsite-self") if duty.authority == duty.agency else say("nothing")
    line = say(
        f"onsite-line-{_state(standing, duty)}",
        agency=name,
        own=own,
        period=period(duty.occurrence),
        due=duty.due_on,
        day=duty.done_on or standing.days.get(duty.id, duty.due_on),
        more=_rest(standing, duty),
    )
    return line, offer("open", GO, "duty", duty.id, agency=name)


def _state(standing: Standing, duty: Owed) -> str:
    day = standing.days.get(duty.id)
    if duty.done_on:
        return "done"
    if duty.due_on < standing.today:
        return "late"
    if day is None:
        return "open"
    return "planned" if day >= standing.today else "passed"


def _rest(standing: Standing, duty: Owed) -> Phrase:
    """Of one that is done what is left to correct, of a late one its day."""
    left, day = standing.left_of(duty), standing.days.get(duty.id)
    if duty.done_on:
        return say("onsite-line-left", count=left) if left else say("nothing")
    return say("onsite-line-day", day=day) if day else say("nothing")


def audit_line(standing: Standing, audit: Inspection) -> Line:
    left = standing.left.get(audit.id, 0)
    key = "onsite-audit-open" if audit.recorded_on is None else "onsite-audit-left" if left else "onsite-audit-closed"
    name, sort = standing.name_of(audit), say(f"onsite-sort-{audit.sort}")
    line = say(key, number=audit.number, sort=sort, agency=name, count=left)
    return line, offer("audit", GO, "audit", audit.id, number=audit.number)


def visit_line(unit: Unit, visit: Owed) -> Phrase:
    assert visit.authority is not None
    businesses = tuple(each.business for each in planned.audits_of(unit, visit) if each.business)
    key = "onsite-coming" if visit.due_on >= unit.today else "onsite-came"
    of = say("onsite-of-business", business=businesses) if businesses else say("nothing")
    return say(key, authority=people.agency(unit, visit.authority).name, day=visit.due_on, business=of)


def rules_line(unit: Unit, agency: str) -> Phrase:
    return say("onsite-rules", rules=usage_rules.shown(unit, agency, unit.today))
