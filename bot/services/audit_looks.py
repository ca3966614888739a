"""How the questions of an audit look, and the list of the months there have been."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.rules.audits import Check, Result
from bot.rules.duties import Duty, period
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import audits as kept
from storage import duties, people, records
from storage.duties import Owed
from storage.questions import Question
from storage.unit import Unit

from . import asking, audit_cards, audit_rights, audits, lists
from .asking import Asked, Choice
from .audit_rights import Bench
from .lists import PAGE, Listed, Offer
from .showing import CANCEL

PURPOSE = "check"
MONTHS = "audits"
Row = tuple[Choice, ...]
Looks = tuple[tuple[Phrase, ...], tuple[Row, ...]]


class Part(StrEnum):
    """What can be asked in an audit."""

    DRAW = "draw"
    ITEM = "item"
    NOTE = "note"
    RESULT = "result"
    EXPLANATION = "explanation"
    MEASURES = "measures"
    PREVIEW = "preview"
    INCIDENT = "incident"
    RETURN = "return"


def part_of(question: Question) -> tuple[Part, str]:
    """What is asked, and about which entry or version."""
    part, _, about = question.field.partition(":")
    return Part(part), about


def owed_of(unit: Unit, question: Question) -> Owed:
    return duties.by_id(unit, int(question.matter.partition(":")[2]))


def look(unit: Unit, person: Person, question: Question) -> Asked:
    part, _ = part_of(question)
    owed = owed_of(unit, question)
    lines, rows = LOOKS.get(part, _typed)(unit, person, owed, question)
    return Asked((say("audit-heading", period=period(owed.occurrence)), *lines), (*rows, (CANCEL,)))


def _draw(unit: Unit, person: Person, owed: Owed, question: Question) -> Looks:
    found = records.of_agency(unit, owed.agency, owed.occurrence)
    line = say("ask-audit-draw", sent=len(found), missing=len(audits.missing(unit, owed)))
    return (line,), ((("draw", "", say("button-audit-draw")),),)


def _item(unit: Unit, person: Person, owed: Owed, question: Question) -> Looks:
    item = kept.item(unit, int(part_of(question)[1]))
    mine = audit_rights.may_check(unit, person, Bench.of(unit, owed.agency), kept.items(unit, owed.id))
    number = 1 + sum(each.failed is not None for each in mine)
    found = records.of_agency(unit, owed.agency, owed.occurrence)[item.subject]
    entry = audits.entry_of(unit, item)
    line = say("ask-audit-item", number=number, count=len(mine), entry=entry, place=found.kept_at)
    toggles = [("tick", each.value, _toggle(each, question)) for each in Check]
    return (line,), (tuple(toggles[:2]), tuple(toggles[2:]), (("next", "", _next(question)),))


def _toggle(check: Check, question: Question) -> Phrase:
    key = "failed" if check in question.chosen else "passed"
    return say(key, label=say(f"check-{check}"))


def _next(question: Question) -> Phrase:
    return say("button-audit-explain" if question.chosen else "button-audit-next")


def _result(unit: Unit, person: Person, owed: Owed, question: Question) -> Looks:
    """Normal is offered only where nothing was found wrong."""
    items = kept.items(unit, owed.id)
    wrong = sum(bool(each.failed) for each in items)
    found = len(kept.anomalies_of(unit, owed.id))
    looked = sum(each.failed is not None for each in items)
    line = say("ask-audit-result", count=looked, wrong=wrong, anomalies=found)
    results = (Result.ANOMALY,) if wrong or found else tuple(Result)
    return (line,), (tuple(("result", each.value, say(f"result-{each}")) for each in results),)


def _typed(unit: Unit, person: Person, owed: Owed, question: Question) -> Looks:
    part, about = part_of(question)
    lines: tuple[Phrase, ...] = (say(f"ask-audit-{part}"), say("example", text=say(f"example-audit-{part}")))
    if part is Part.NOTE:
        item = kept.item(unit, int(about))
        failed: tuple[Value, ...] = tuple(say(f"check-{each}") for each in Check if each in question.chosen)
        lines = (say("audit-noting", entry=audits.entry_of(unit, item), failed=failed), *lines)
    return lines, ()


def _preview(unit: Unit, person: Person, owed: Owed, question: Question) -> Looks:
    answers = asking.answered(question)
    absent = [each.subject for each in audits.missing(unit, owed)]
    names = tuple(each.name for each in people.by_staff_nos(unit, absent).values())
    lines = (
        say("audit-preview", result=say(f"result-{answers['result']}")),
        *(say(f"audit-{name}", text=answers[name]) for name in ("explanation", "measures") if answers.get(name)),
        *((say("audit-missing", names=names, count=len(names)),) if names else ()),
    )
    return lines, ((("send", "", say("button-send")), ("edit", "", say("button-edit"))),)


LOOKS: Mapping[Part, Callable[[Unit, Person, Owed, Question], Looks]] = {
    Part.DRAW: _draw,
    Part.ITEM: _item,
    Part.RESULT: _result,
    Part.PREVIEW: _preview,
}


# --- the months ------------------------------------------------------------------------------------------------------


def _months(unit: Unit, person: Person, at: str) -> Listed:
    bench = Bench.of(unit, person.agency)
    if person.id not in bench.auditors(unit) | bench.readers(unit):
        raise RuleViolation("audit-no-seat")
    found = kept.of_agency(unit, person.agency)
    if not found:
        return Listed((say("audits-none"),))
    page = lists.page_of(at, len(found))
    shown = [duties.by_id(unit, each) for each in found[page * PAGE : (page + 1) * PAGE]]
    title = (say("audits-title"), *lists.numbered(page, len(found)))
    rows = tuple((_offer(each),) for each in shown)
    return Listed((*title, *(_line(unit, each) for each in shown)), (*rows, *lists.turns(MONTHS, page, len(found))))


def _line(unit: Unit, owed: Owed) -> Phrase:
    audit = kept.find(unit, owed.id)
    expected = duties.of_agency(unit, Duty.RECORD, owed.agency, owed.occurrence)
    return say(
        "audits-line",
        period=period(owed.occurrence),
        state=say(f"audit-state-{audit.state}"),
        sent=sum(each.done_on is not None for each in expected),
        owed=len(expected),
        result=say(f"result-{audit.result}") if audit.result else say("nothing"),
        at=audit.read_at or say("nothing"),
    )


def _offer(owed: Owed) -> Offer:
    label = say("button-audit-open", period=period(owed.occurrence))
    return Offer(label, f"{audits.AUDIT}:{owed.id}", audit_cards.SHOW)


lists.LISTS[MONTHS] = _months
