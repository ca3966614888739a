"""The board of /onsite: the year's audits and how each stands, a visit, the agency's rules of use."""

from collections.abc import Callable, Mapping

from bot.rules.duties import Duty, year_term
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import duties, inspections
from storage import visits as planned
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, lists, usage_rules
from .lists import PAGE, Listed, Offer
from .onsite_lines import Standing, audit_line, owed_line, rules_line, visit_line
from .onsite_notices import GO, MATTER, ONSITE, offer


def board(unit: Unit, person: Person, at: str) -> Listed:
    owed = auditors.owed_by(unit, person)
    own = [each for each in inspections.of_house(unit, person.agency) if _is_shown(person, each)]
    standing = Standing.of(unit, owed, own)
    lines = [*(owed_line(standing, each) for each in owed), *(audit_line(standing, each) for each in own)]
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


def _coming(unit: Unit, person: Person) -> tuple[Phrase, ...]:
    """What is planned at the own agency, and its rules of use."""
    if not person.roles & set(auditors.ANSWER):
        return ()
    visits = duties.open_of_agency(unit, Duty.VISIT, person.agency)
    return (*(visit_line(unit, each) for each in visits), rules_line(unit, person.agency))


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
    line, _ = owed_line(Standing.of(unit, [owed], []), owed)
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
        lines = [owed_line(standing, each) for each in owed]
        return Listed(
            tuple(line for line, _ in lines) or (say("onsite-visit-over"),), (*((each,) for _, each in lines), back())
        )
    if person.agency != coming.agency or not person.roles & set(auditors.ANSWER):
        raise RuleViolation("onsite-not-yours")
    line = visit_line(unit, coming) if owed else say("onsite-visit-over")
    return Listed((line, rules_line(unit, person.agency)), ((offer("rules", GO, "rules"),), back()))


def rules(unit: Unit, person: Person, _: str) -> Listed:
    usage_rules.check_keeper(person)
    lines = (rules_line(unit, person.agency), *usage_rules.earlier(unit, person.agency), say("usage-rules-hint"))
    return Listed(lines, ((offer("keep-rules", "rules"),), back()))


BOARDS: Mapping[str, Callable[[Unit, Person, str], Listed]] = {
    "board": board,
    "duty": duty,
    "visit": visit,
    "rules": rules,
}
"""By the first word of a place."""
