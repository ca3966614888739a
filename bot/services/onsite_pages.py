"""The pages of /onsite: the board, one agency's audit, the checklist line by line, the findings."""

from collections.abc import Callable, Mapping

from bot.rules.clauses import CLAUSES
from bot.rules.duties import Duty, period, year_term
from bot.rules.onsite import CHECKLIST, ITEMS, Finding, Item, Mark, Sort, Stage, next_item
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, say
from storage import duties, inspections, people
from storage.duties import Owed
from storage.inspections import Inspection
from storage.unit import Unit

from . import lists, onsite
from .lists import PAGE, Listed, Offer

ONSITE = "onsite"
MATTER = f"{ONSITE}:"
GO = "page"


def offer(key: str, action: str, *parts: object, **params: object) -> Offer:
    return Offer(say(f"button-onsite-{key}", **params), MATTER, action, ":".join(map(str, parts)))  # type: ignore[arg-type]


def page(unit: Unit, person: Person, at: str) -> Listed:
    name, _, rest = (at or "board:0").partition(":")
    return PAGES[name](unit, person, rest)


def _board(unit: Unit, person: Person, at: str) -> Listed:
    owed, own = onsite.owed_by(unit, person), inspections.of_house(unit, person.agency)
    lines = [*((_owed_line(unit, each), _to_duty(unit, each)) for each in owed)]
    lines += [
        (_audit_line(unit, each), _to_audit(unit, each))
        for each in own
        if each.authority == person.agency or _audited(person)
    ]
    place = lists.page_of(at, len(lines))
    shown = lines[place * PAGE : (place + 1) * PAGE]
    this_year = [each for each in owed if each.occurrence == year_term(unit.today).occurrence]
    done = sum(each.done_on is not None for each in this_year)
    title = say("onsite-title", done=done, all=len(this_year)) if this_year else say("onsite-title-own")
    rows = tuple((each,) for _, each in shown)
    more = lists.turns(ONSITE, place, len(lines), "board:")
    none = () if lines else (say("onsite-none"),)
    planned = _planned(unit, person)
    return Listed(
        (title, *lists.numbered(place, len(lines)), *(line for line, _ in shown), *none, *planned),
        (*rows, *more, *_more(unit, person)),
    )


def _audited(person: Person) -> bool:
    return bool(person.roles & set(onsite.AGENCYS))


def _planned(unit: Unit, person: Person) -> tuple[Phrase, ...]:
    """What is planned at the own agency, and its rules of use."""
    if not _audited(person):
        return ()
    visits = duties.open_of_agency(unit, Duty.VISIT, person.agency)
    days = tuple(
        say("onsite-coming", authority=people.agency(unit, each.authority or "").name, day=each.due_on)
        for each in visits
    )
    return (*days, say("onsite-rules", document=onsite.rules_of(unit, person.agency) or say("onsite-rules-none")))


def _more(unit: Unit, person: Person) -> tuple[tuple[Offer, ...], ...]:
    ad_hoc = ((offer("adhoc", "adhoc"),),) if onsite.ad_hoc_agencies(unit, person) else ()
    return (*ad_hoc, (offer("rules", "rules"),)) if _audited(person) else ad_hoc


def _owed_line(unit: Unit, duty: Owed) -> Phrase:
    visit = onsite.visit_of(unit, duty)
    late = duty.due_on < unit.today
    state = "done" if duty.done_on else "late" if late else "planned" if visit else "open"
    day = duty.done_on or (visit.due_on if visit and not late else duty.due_on)
    name = onsite.name_of(unit, duty.agency, duty.business)
    own = say("onsite-self") if duty.authority == duty.agency else say("nothing")
    left = _left(unit, audit) if (audit := inspections.of_duty(unit, duty.id)) and duty.done_on else 0
    more = say("onsite-line-left", count=left) if left else say("nothing")
    return say(f"onsite-line-{state}", agency=name, day=day, period=period(duty.occurrence), own=own, more=more)


def _to_duty(unit: Unit, duty: Owed) -> Offer:
    return offer("open", GO, "duty", duty.id, agency=onsite.name_of(unit, duty.agency, duty.business))


def _audit_line(unit: Unit, audit: Inspection) -> Phrase:
    left = _left(unit, audit)
    key = "onsite-audit-open" if audit.recorded_on is None else "onsite-audit-left" if left else "onsite-audit-closed"
    return say(
        key,
        number=audit.number,
        sort=say(f"onsite-sort-{audit.sort}"),
        agency=onsite.name_of(unit, audit.agency, audit.business),
        count=left,
    )


def _left(unit: Unit, audit: Inspection) -> int:
    return sum(each.stage in (Stage.OPEN, Stage.REPORTED) for each in inspections.findings(unit, audit.id).values())


def _to_audit(unit: Unit, audit: Inspection) -> Offer:
    return offer("audit", GO, "audit", audit.id, number=audit.number)


def _duty(unit: Unit, person: Person, id_: str) -> Listed:
    duty = duties.by_id(unit, int(id_))
    audit = inspections.of_duty(unit, duty.id)
    if audit is not None and audit.recorded_on is not None:
        return _audit(unit, person, str(audit.id))
    onsite.check_duty(unit, person, duty)
    visit = onsite.visit_of(unit, duty)
    plan = offer("move" if visit else "plan", "plan", duty.id)
    begin = offer("go-on" if audit else "begin", "begin", duty.id)
    hint = say("onsite-duty-hint-planned" if visit else "onsite-duty-hint")
    return Listed((_owed_line(unit, duty), hint), ((plan,), (begin,), (_back(),)))


def _back() -> Offer:
    return Offer(say("button-back"), MATTER, GO, "board:0")


# --- the checklist ---------------------------------------------------------------------------------------------------


def _audit(unit: Unit, person: Person, id_: str) -> Listed:
    """The next line to answer; with all answered the summary; once recorded the findings."""
    audit = inspections.find(unit, int(id_))
    if audit.recorded_on is not None:
        return _findings(unit, person, audit)
    onsite.check_auditor(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    item = next_item(found)
    return _item(unit, audit, item) if item else _summary(unit, audit, found)


def _line(unit: Unit, person: Person, at: str) -> Listed:
    """One line once more, to answer it differently."""
    id_, code = at.split(":")
    audit = inspections.find(unit, int(id_))
    onsite.check_open(unit, person, audit)
    return _item(unit, audit, ITEMS[code])


def _item(unit: Unit, audit: Inspection, item: Item) -> Listed:
    number = CHECKLIST.index(item) + 1
    ask = say(
        "onsite-item",
        number=number,
        all=len(CHECKLIST),
        text=say(f"onsite-item-{item.code}"),
        clause=CLAUSES[item.clause].label,
    )
    kept = onsite.rules_of(unit, audit.agency) or say("onsite-rules-none")
    known = (say("onsite-rules", document=kept),) if item.code == "rules" else ()
    row = tuple(offer(f"mark-{each}", "mark", audit.id, item.code, each) for each in Mark)
    return Listed((_head(unit, audit), ask, *known), (row, (_back(),)))


def _head(unit: Unit, audit: Inspection) -> Phrase:
    own = say("onsite-self") if audit.authority == audit.agency else say("nothing")
    name = onsite.name_of(unit, audit.agency, audit.business)
    by = say("onsite-bureau") if audit.sort is Sort.BUREAU else people.agency(unit, audit.authority).name
    sort = say(f"onsite-sort-{audit.sort}")
    return say("onsite-head", number=audit.number, sort=sort, agency=name, authority=by, day=audit.held_on, own=own)


def _summary(unit: Unit, audit: Inspection, found: Mapping[str, Finding]) -> Listed:
    lines = [_found_line(each, found[each.code]) for each in CHECKLIST]
    rows: list[tuple[Offer, ...]] = [(offer("record", "record", audit.id),)]
    if audit.sort is Sort.YEARLY:
        lines.append(say("onsite-proposal", text=audit.proposal or say("onsite-without")))
        lines.append(say("onsite-council", state=say("onsite-yes" if audit.to_council else "onsite-no")))
        rows += [(offer("propose", "propose", audit.id), offer("council", "council", audit.id))]
    numbers = [offer("edit", GO, "line", audit.id, each.code, number=at) for at, each in enumerate(CHECKLIST, 1)]
    rows += [tuple(numbers[at : at + 5]) for at in range(0, len(numbers), 5)]
    return Listed((_head(unit, audit), *lines, say("onsite-summary-hint")), (*rows, (_back(),)))


def _found_line(item: Item, finding: Finding) -> Phrase:
    number = CHECKLIST.index(item) + 1
    text = say(f"onsite-item-{item.code}")
    if finding.mark is not Mark.NO:
        return say(f"onsite-found-{finding.mark}", number=number, text=text)
    stage = say(f"onsite-stage-{finding.stage}", document=finding.document) if finding.stage else say("nothing")
    return say(
        "onsite-found-no",
        number=number,
        text=text,
        note=finding.note,
        due=finding.due_on or say("nothing"),
        stage=stage,
    )


def _findings(unit: Unit, person: Person, audit: Inspection) -> Listed:
    """After recording: what was found, and what each side can do about it now."""
    is_audited = onsite.answers_for(person, audit)
    if not is_audited:
        onsite.check_auditor(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    lines = [_found_line(each, found[each.code]) for each in CHECKLIST if found[each.code].mark is Mark.NO]
    proposal = (say("onsite-proposal", text=audit.proposal),) if audit.proposal else ()
    council = (say("onsite-council", state=say("onsite-yes")),) if audit.to_council else ()
    steps = (_steps(person, audit, each.code, found[each.code], is_audited) for each in CHECKLIST)
    rows = [row for row in steps if row]
    return Listed(
        (_head(unit, audit), *(lines or [say("onsite-all-well")]), *proposal, *council),
        (*rows, (offer("print", "print", audit.id),), (_back(),)),
    )


def _steps(person: Person, audit: Inspection, code: str, finding: Finding, is_audited: bool) -> tuple[Offer, ...]:
    number = CHECKLIST.index(ITEMS[code]) + 1
    if finding.stage is Stage.OPEN and is_audited:
        return (offer("fixed", "fixed", audit.id, code, number=number),)
    is_auditor = person.agency == audit.authority and bool(person.roles & {Role.REVIEWER, Role.OPERATOR})
    if finding.stage is Stage.REPORTED and is_auditor and not is_audited:
        accept = offer("accept", "accept", audit.id, code, number=number)
        return (accept, offer("return", "return", audit.id, code, number=number))
    return ()


PAGES: Mapping[str, Callable[[Unit, Person, str], Listed]] = {
    "board": _board,
    "duty": _duty,
    "audit": _audit,
    "line": _line,
}
lists.LISTS[ONSITE] = page
