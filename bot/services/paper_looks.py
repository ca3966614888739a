"""How the questions about a signature on paper look, and what has been answered of them so far."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from bot.rules.calendar import roc_short
from bot.rules.deputies import CAPACITIES
from bot.rules.kinds.kind import NEEDS_REASON, Verdict
from bot.rules.paper import Signature
from bot.rules.people import Capacity, Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import cases, people
from storage.cases import Filed
from storage.questions import Question
from storage.unit import Unit

from . import chains, picking
from .asking import Asked, Choice
from .picking import Row
from .showing import CANCEL

BACK: Choice = ("back", "", say("button-back"))
Given = Mapping[str, str]
Looks = tuple[tuple[Phrase, ...], tuple[Row, ...]]


class Part(StrEnum):
    """What is asked, in this order; some only when an earlier answer calls for it."""

    VERDICT = "verdict"
    HOLDER = "holder"
    CAPACITY = "capacity"
    SIGNER = "signer"
    REASON = "reason"
    DOCUMENT = "document"
    SIGNED_ON = "signed_on"
    CONFIRM = "confirm"


def given(question: Question) -> dict[str, str]:
    """What has been answered so far; it is kept with the question."""
    pairs = (each.partition("=") for each in question.chosen)
    return {name: value for name, _, value in pairs}


def about(unit: Unit, question: Question) -> tuple[Filed, int]:
    """The case and the version of it that the question was asked at."""
    _, case_id, version = question.matter.split(":")
    return cases.load(unit, int(case_id)), int(version)


def parts(unit: Unit, filed: Filed, answers: Given) -> tuple[Part, ...]:
    called_for = {
        Part.HOLDER: len(heads(unit, filed)) > 1,
        Part.SIGNER: answers.get(Part.CAPACITY, Capacity.IN_PERSON) != Capacity.IN_PERSON,
        Part.REASON: answers.get(Part.VERDICT) in NEEDS_REASON,
    }
    return tuple(each for each in Part if called_for.get(each, True))


def heads(unit: Unit, filed: Filed) -> list[Person]:
    return people.holders(unit, filed.seat) if filed.seat else []


def holder(unit: Unit, filed: Filed, answers: Given) -> Person:
    """Whose seat it is: the one that was chosen, else the only one."""
    found = heads(unit, filed)
    chosen = answers.get(Part.HOLDER) or found[0].staff_no
    return next((each for each in found if each.staff_no == chosen), found[0])


def signer(unit: Unit, filed: Filed, answers: Given) -> Person:
    number = answers.get(Part.SIGNER)
    found = people.by_staff_no(unit, number) if number else holder(unit, filed, answers)
    if found is None:
        raise RuleViolation("staff-unknown", number=number or "")
    return found


def signature(unit: Unit, filed: Filed, answers: Given) -> Signature:
    return Signature(
        Verdict(answers[Part.VERDICT]),
        holder(unit, filed, answers),
        signer(unit, filed, answers),
        Capacity(answers[Part.CAPACITY]),
        answers[Part.DOCUMENT],
        date.fromisoformat(answers[Part.SIGNED_ON]),
        answers.get(Part.REASON),
    )


def look(unit: Unit, person: Person, question: Question) -> Asked:
    filed, _ = about(unit, question)
    part = Part(question.field)
    lines, rows = LOOKS[part](unit, filed, given(question))
    title = say("paper-title", number=filed.case.number)
    return Asked((title, *lines), (*rows, (CANCEL,) if part is Part.VERDICT else (BACK, CANCEL)))


def _verdict(unit: Unit, filed: Filed, answers: Given) -> Looks:
    offered = filed.case.at.verdicts if filed.case.at else ()
    choices = tuple(("verdict", each.value, say(f"button-{each}")) for each in offered)
    return (say("ask-paper-verdict"),), (choices,)


def _holder(unit: Unit, filed: Filed, answers: Given) -> Looks:
    rows = tuple((("who", each.staff_no, chains.title_of(each)),) for each in heads(unit, filed))
    return (say("ask-paper-holder"),), rows


def _capacity(unit: Unit, filed: Filed, answers: Given) -> Looks:
    """Who is a party has not signed for himself."""
    head = holder(unit, filed, answers)
    own = () if head.id in filed.case.parties else (Capacity.IN_PERSON,)
    pairs = tuple(("capacity", each.value, say(f"capacity-{each}")) for each in (*own, *CAPACITIES))
    return (say("ask-paper-capacity", holder=chains.title_of(head)),), (pairs[:2], pairs[2:])


def _signer(unit: Unit, filed: Filed, answers: Given) -> Looks:
    head = holder(unit, filed, answers)
    found = [each for each in people.colleagues(unit, head) if each.id not in filed.case.parties]
    ask = say("ask-paper-signer", holder=chains.title_of(head), capacity=say(f"capacity-{answers[Part.CAPACITY]}"))
    return (ask,), picking.rows(found, int(answers.get(picking.AT, "0")))


def _reason(unit: Unit, filed: Filed, answers: Given) -> Looks:
    verdict = answers[Part.VERDICT]
    return (say("ask-paper-reason"), say("example", text=say(f"example-reason-{verdict}"))), ()


def _document(unit: Unit, filed: Filed, answers: Given) -> Looks:
    return (say("ask-paper-document"), say("example", text=say("example-document"))), ()


def _signed_on(unit: Unit, filed: Filed, answers: Given) -> Looks:
    rows: tuple[Row, ...] = ((("type", roc_short(unit.today), say("button-today", day=unit.today)),),)
    return (say("ask-paper-signed-on"), say("example", text=roc_short(unit.today))), rows


def _confirm(unit: Unit, filed: Filed, answers: Given) -> Looks:
    paper = signature(unit, filed, answers)
    acting = say(f"capacity-for-{paper.capacity}", holder=paper.holder.name) if Part.SIGNER in answers else None
    line = say(
        "paper-summary",
        verdict=say(f"verdict-{paper.verdict}"),
        signer=chains.title_of(paper.signer),
        capacity=acting or say("nothing"),
        document=paper.document,
        day=paper.signed_on,
    )
    reason = (say("paper-summary-reason", reason=paper.reason),) if paper.reason else ()
    return (line, *reason, say("ask-paper-confirm")), ((("confirm", "", say("button-record")),),)


LOOKS: Mapping[Part, Callable[[Unit, Filed, Given], Looks]] = {
    Part.VERDICT: _verdict,
    Part.HOLDER: _holder,
    Part.CAPACITY: _capacity,
    Part.SIGNER: _signer,
    Part.REASON: _reason,
    Part.DOCUMENT: _document,
    Part.SIGNED_ON: _signed_on,
    Part.CONFIRM: _confirm,
}
