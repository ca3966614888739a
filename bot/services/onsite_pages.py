"""The pages of one audit: the checklist line by line, its summary, once recorded the findings."""

from collections.abc import Callable, Mapping

from bot.rules.clauses import CLAUSES
from bot.rules.onsite import CHECKLIST, ITEMS, Finding, Item, Mark, Sort, Stage, next_item, number_of
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, say
from storage import duties, inspections, people
from storage.inspections import Inspection
from storage.unit import Unit

from . import auditors, corrections, onsite_board, onsite_notices, usage_rules
from .lists import Listed, Offer
from .onsite_board import back
from .onsite_notices import GO, offer


def page(unit: Unit, person: Person, at: str) -> Listed:
    name, _, rest = (at or "board:0").partition(":")
    return PAGES[name](unit, person, rest)


def _duty(unit: Unit, person: Person, id_: str) -> Listed:
    audit = inspections.of_duty(unit, duties.by_id(unit, int(id_)).id)
    if audit is not None and audit.recorded_on is not None:
        return _findings(unit, person, audit)
    return onsite_board.duty(unit, person, id_)


def _audit(unit: Unit, person: Person, id_: str) -> Listed:
    """The next line to answer; with all answered the summary; once recorded the findings."""
    audit = inspections.find(unit, int(id_))
    if audit.recorded_on is not None:
        return _findings(unit, person, audit)
    auditors.check_auditor(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    item = next_item(found)
    return _item(unit, audit, item) if item else _summary(unit, audit, found)


def _line(unit: Unit, person: Person, at: str) -> Listed:
    """One line once more, to answer it differently."""
    id_, code = at.split(":")
    audit = inspections.find(unit, int(id_))
    auditors.check_open(unit, person, audit)
    return _item(unit, audit, ITEMS[code])


def _item(unit: Unit, audit: Inspection, item: Item) -> Listed:
    ask = say(
        "onsite-item",
        number=number_of(item.code),
        all=len(CHECKLIST),
        text=say(f"onsite-item-{item.code}"),
        clause=CLAUSES[item.clause].label,
    )
    kept = say("onsite-rules", rules=usage_rules.shown(unit, audit.agency, unit.today))
    known = (kept,) if item.code == "rules" else ()
    row = tuple(offer(f"mark-{each}", "mark", audit.id, item.code, each) for each in Mark)
    return Listed((_head(unit, audit), ask, *known), (row, back()))


def _head(unit: Unit, audit: Inspection) -> Phrase:
    own = say("onsite-self") if audit.authority == audit.agency else say("nothing")
    name = onsite_notices.name_of(unit, audit.agency, audit.business)
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
    return Listed((_head(unit, audit), *lines, say("onsite-summary-hint")), (*rows, back()))


def _found_line(item: Item, finding: Finding) -> Phrase:
    number = number_of(item.code)
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
    auditors.check_reader(unit, person, audit)
    found = inspections.findings(unit, audit.id)
    lines = [_found_line(each, found[each.code]) for each in CHECKLIST if found[each.code].mark is Mark.NO]
    proposal = (say("onsite-proposal", text=audit.proposal),) if audit.proposal else ()
    council = (say("onsite-council", state=say("onsite-yes")),) if audit.to_council else ()
    rows = [row for each in CHECKLIST if (row := _steps(person, audit, each.code, found[each.code]))]
    return Listed(
        (_head(unit, audit), *(lines or [say("onsite-all-well")]), *proposal, *council),
        (*rows, (offer("print", "print", audit.id),), back()),
    )


def _steps(person: Person, audit: Inspection, code: str, finding: Finding) -> tuple[Offer, ...]:
    number = number_of(code)
    if finding.stage is Stage.OPEN and auditors.answers_for(person, audit):
        return (offer("fixed", "fixed", audit.id, code, number=number),)
    is_auditor = person.agency == audit.authority and bool(person.roles & {Role.REVIEWER, Role.OPERATOR})
    if finding.stage is Stage.REPORTED and is_auditor and corrections.may_accept(person, audit, finding):
        accept = offer("accept", "accept", audit.id, code, number=number)
        return (accept, offer("return", "return", audit.id, code, number=number))
    return ()


PAGES: Mapping[str, Callable[[Unit, Person, str], Listed]] = {
    **onsite_board.BOARDS,
    "duty": _duty,
    "audit": _audit,
    "line": _line,
}
