"""The board of /onsite: the year's audits and how each stands, a visit, the agency's rules of use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.rules.duties import Duty, period, year_term
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import duties, inspections, people
from storage import visits as planned
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, lists, usage_rules
from .lists import PAGE, Listed, Offer
from .onsite_notices import GO, MATTER, ONSITE, offer

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


def board(unit: Unit, person: Person, at: str) -> Listed:
    owed = auditors.owed_by(unit, person)
    own = [each for each in inspections.of_house(unit, person.agency) if _is_shown(person, each)]
    standing = Standing.of(unit, owed, own)
    lines = [*(_owed_line(standing, each) for each in owed), *(_audit_line(standing, each) for each in own)]
    place = lists.page_of(at, len(lines))
    shown = lines[place * PAGE : (place + 1) * PAGE]
    none = () if lines else (say("onsite-none"),)
    return Listed(
        (
            _title(owed, year_term(unit.today).occurrence),
            *lists.numbered(place, len(lines)),
            *(line for line, _ in shown),
            *none,
            *_coming(unit, person),
        ),
        (
            *((button,) for _, button in shown),
            *lists.turns(ONSITE, place, len(lines), "board:"),
            *_more(unit, person),
        ),
    )


def _is_shown(person: Person, audit: Inspection) -> bool:
    """What was recorded, to its readers; what is being filled, to the auditors."""
    if audit.authority == person.agency and person.roles & {Role.REVIEWER, Role.OPERATOR}:
        return True
    return audit.recorded_on is not None and bool(person.roles & set(auditors.ANSWER))


def _title(owed: list[Owed], occurrence: str) -> Phrase:
    this_year = [each for each in owed if each.occurrence == occurrence]
    done = sum(each.done_on is not None for each in this_year)
    return say("onsite-title", done=done, all=len(this_year)) if this_year else say("onsite-title-own")


def _owed_line(standing: Standing, duty: Owed) -> Line:
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


def _audit_line(standing: Standing, audit: Inspection) -> Line:
    left = standing.left.get(audit.id, 0)
    key = "onsite-audit-open" if audit.recorded_on is None else "onsite-audit-left" if left else "onsite-audit-closed"
    name, sort = standing.name_of(audit), say(f"onsite-sort-{audit.sort}")
    line = say(key, number=audit.number, sort=sort, agency=name, count=left)
    return line, offer("audit", GO, "audit", audit.id, number=audit.number)


def _coming(unit: Unit, person: Person) -> tuple[Phrase, ...]:
    """What is planned at the own agency, and its rules of use."""
    if not person.roles & set(auditors.ANSWER):
        return ()
    visits = duties.open_of_agency(unit, Duty.VISIT, person.agency)
    return (*(_visit_line(unit, each) for each in visits), _rules_line(unit, person.agency))


def _visit_line(unit: Unit, visit: Owed) -> Phrase:
    assert visit.authority is not None
    businesses = tuple(each.business for each in planned.audits_of(unit, visit) if each.business)
    key = "onsite-coming" if visit.due_on >= unit.today else "onsite-came"
    of = say("onsite-of-business", business=businesses) if businesses else say("nothing")
    return say(key, authority=people.agency(unit, visit.authority).name, day=visit.due_on, business=of)


def _rules_line(unit: Unit, agency: str) -> Phrase:
    return say("onsite-rules", rules=usage_rules.shown(unit, agency, unit.today))


def _more(unit: Unit, person: Person) -> tuple[tuple[Offer, ...], ...]:
    ad_hoc = ((offer("adhoc", "adhoc"),),) if auditors.ad_hoc_agencies(unit, person) else ()
    answers = person.roles & set(auditors.ANSWER)
    return (*ad_hoc, (offer("rules", GO, "rules"),)) if answers else ad_hoc


def back() -> tuple[Offer, ...]:
    return (Offer(say("button-back"), MATTER, GO, "board:0"),)


# --- one duty, one visit, the rules ----------------------------------------------------------------------------------


def duty(unit: Unit, person: Person, id_: str) -> Listed:
    """Of an audit that is not recorded yet."""
    owed = duties.by_id(unit, int(id_))
    line, _ = _owed_line(Standing.of(unit, [owed], []), owed)
    if Role.REVIEWER not in person.roles and Role.HEAD in person.roles and person.agency == owed.authority:
        return Listed((line,), (back(),))
    auditors.check_duty(unit, person, owed)
    audit, day = inspections.of_duty(unit, owed.id), planned.days(unit, [owed.id]).get(owed.id)
    plan = offer("move" if day else "plan", "plan", owed.id)
    begin = offer("go-on" if audit else "begin", "begin", owed.id)
    hint = say("onsite-duty-hint-planned" if day else "onsite-duty-hint")
    return Listed((line, hint), ((plan,), (begin,), back()))


def visit(unit: Unit, person: Person, id_: str) -> Listed:
    """A day's visit, for both sides: to the auditors each audit it is for."""
    coming = duties.by_id(unit, int(id_))
    owed = planned.audits_of(unit, coming)
    if person.agency == coming.authority and person.roles & auditors.BY_PLAN:
        standing = Standing.of(unit, owed, [])
        lines = [_owed_line(standing, each) for each in owed]
        return Listed(
            tuple(line for line, _ in lines) or (say("onsite-visit-over"),), (*((each,) for _, each in lines), back())
        )
    if person.agency != coming.agency or not person.roles & set(auditors.ANSWER):
        raise RuleViolation("onsite-not-yours")
    line = _visit_line(unit, coming) if owed else say("onsite-visit-over")
    return Listed((line, _rules_line(unit, person.agency)), ((offer("rules", GO, "rules"),), back()))


def rules(unit: Unit, person: Person, _: str) -> Listed:
    usage_rules.check_keeper(person)
    lines = (_rules_line(unit, person.agency), *usage_rules.earlier(unit, person.agency), say("usage-rules-hint"))
    return Listed(lines, ((offer("keep-rules", "rules"),), back()))


BOARDS: Mapping[str, Callable[[Unit, Person, str], Listed]] = {
    "board": board,
    "duty": duty,
    "visit": visit,
    "rules": rules,
}
"""By the first word of a place."""
