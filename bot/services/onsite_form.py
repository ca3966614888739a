"""Questions of /onsite: a day, a note and its deadline, a proposal, a document, an agency, the rules of use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.rules import documents
from bot.rules import onsite as rules
from bot.rules.calendar import roc_short
from bot.rules.fields import Answers, Facts, Field, QuestionType, When, read
from bot.rules.onsite import Finding, Mark, Sort, Stage
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import duties, inspections, people
from storage.questions import Question
from storage.unit import Unit

from . import asking, auditors, calendars, corrections, lists, onsite, telling, usage_rules, visits
from .asking import Asked, Choice, Purpose
from .onsite_notices import ONSITE
from .showing import CANCEL

NOTE = Field("note", QuestionType.TEXT, "8.p2", limit=200)
DAY = Field("day", QuestionType.DATE, "8.2.2", days=When.FUTURE)
ISSUED = Field("rules_on", QuestionType.DATE, "4.3.2", days=When.PAST)
TYPES = {
    "day": QuestionType.DATE,
    "deadline": QuestionType.DATE,
    "rules_on": QuestionType.DATE,
    "agency": QuestionType.CHOICE,
}


def ask(unit: Unit, person: Person, what: str, about: str, given: Answers | None = None) -> None:
    type_ = TYPES.get(what, QuestionType.TEXT)
    asking.ask(unit, person, Question(ONSITE, f"{ONSITE}:{about}", what, type_, given=given or {}))


def audit_and_item(value: str) -> tuple[int, str]:
    id_, _, item = value.partition(":")
    return int(id_), item


def _about(question: Question) -> str:
    return question.matter.partition(":")[2]


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    if question.field == "agency":
        return Asked((say("ask-onsite-agency"),), (*_agencies(unit, person), (CANCEL,)))
    days = _days(unit, question)
    choices: list[Choice] = [("type", roc_short(day), say("button-day", day=day)) for day in days]
    rows = (tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    return Asked((say(f"ask-onsite-{question.field}"), _example(unit, question, days)), (*rows, (CANCEL,)))


def _example(unit: Unit, question: Question, days: Sequence[date]) -> Phrase:
    """It is accepted as it stands: a day to come is an office day."""
    if question.type is QuestionType.DATE:
        return say("example", text=roc_short(days[0] if days else unit.today))
    return say("example", text=say(f"example-onsite-{question.field}"))


def _days(unit: Unit, question: Question) -> tuple[date, ...]:
    """Those that are offered, of a visit or a deadline."""
    if question.field == "day":
        owed = duties.by_id(unit, int(_about(question)))
        shared = visits.shared_days(unit, owed)
        return rules.days_to_offer(unit.today, calendars.office(unit), owed.due_on, shared)
    return rules.days_to_offer(unit.today, calendars.office(unit)) if question.field == "deadline" else ()


def _agencies(unit: Unit, person: Person) -> list[tuple[Choice, ...]]:
    """The operator also enters what the Bureau has audited."""
    names = {each.code: each.name for each in people.all_agencies(unit)}
    codes = auditors.ad_hoc_agencies(unit, person)
    rows: list[tuple[Choice, ...]] = [(("answer", f"{Sort.ADHOC}:{each}", _name(names[each])),) for each in codes]
    if Role.OPERATOR not in person.roles:
        return rows
    bureaus = (say("button-onsite-bureau", agency=names[each]) for each in codes)
    return [
        (*row, ("answer", f"{Sort.BUREAU}:{code}", label))
        for row, code, label in zip(rows, codes, bureaus, strict=True)
    ]


def _name(name: str) -> Phrase:
    return say("verbatim", text=name)


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    return ACTS[question.field](unit, person, question, action, value)


def _text(unit: Unit, value: str) -> str:
    return str(read(NOTE, value, Facts(unit.today, {})))


def _date(unit: Unit, field: Field, value: str) -> date:
    return date.fromisoformat(str(read(field, value, Facts(unit.today, {}))))


def _finish(unit: Unit, person: Person, done: Phrase | None = None, at: str = "board:0") -> None:
    if done is not None:
        telling.tell(unit, person, done)
    asking.finish(unit, person)
    lists.show(unit, person, ONSITE, at)


def _act_day(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    duty = duties.by_id(unit, int(_about(question)))
    _finish(unit, person, visits.plan(unit, person, duty, _date(unit, DAY, value)))


def _act_agency(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action != "answer":
        raise RuleViolation("tap-the-buttons")
    sort, _, code = value.partition(":")
    audit = onsite.begin_ad_hoc(unit, person, code, Sort(sort))
    _finish(unit, person, at=f"audit:{audit.id}")


def _act_note(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    """What is wrong; then until when it has to be mended."""
    id_, item = audit_and_item(_about(question))
    finding = Finding(Mark.NO, _text(unit, value))
    onsite.mark(unit, person, inspections.find(unit, id_), item, finding)
    ask(unit, person, "deadline", _about(question))


def _act_deadline(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = audit_and_item(_about(question))
    finding = inspections.findings(unit, id_)[item]
    wrong = replace(finding, due_on=_date(unit, DAY, value), stage=Stage.OPEN)
    onsite.mark(unit, person, inspections.find(unit, id_), item, wrong)
    _finish(unit, person, at=f"audit:{id_}")


def _act_proposal(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    audit = inspections.find(unit, int(_about(question)))
    onsite.propose(unit, person, audit, _text(unit, value))
    _finish(unit, person, at=f"audit:{audit.id}")


def _act_document(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = audit_and_item(_about(question))
    document = documents.read(value, unit.today)
    _finish(unit, person, corrections.report(unit, person, inspections.find(unit, id_), item, document), f"audit:{id_}")


def _act_why(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = audit_and_item(_about(question))
    done = corrections.give_back(unit, person, inspections.find(unit, id_), item, _text(unit, value))
    _finish(unit, person, done, f"audit:{id_}")


def _act_rules(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    """Their number; then their date."""
    ask(unit, person, "rules_on", _about(question), {"document": documents.read(value, unit.today)})


def _act_rules_on(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    document = asking.answered(question)["document"]
    _finish(unit, person, usage_rules.keep(unit, person, document, _date(unit, ISSUED, value)), "rules")


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("onsite-unchanged"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    may = bool(person.roles & auditors.SEEN_BY)
    return may and (question.field != "deadline" or _is_wrong(unit, question))


def _is_wrong(unit: Unit, question: Question) -> bool:
    """The line may have been put right since its deadline was asked."""
    id_, item = audit_and_item(_about(question))
    return inspections.findings(unit, id_)[item].mark is Mark.NO


ACTS: Mapping[str, Callable[[Unit, Person, Question, str, str], None]] = {
    "day": _act_day,
    "agency": _act_agency,
    "note": _act_note,
    "deadline": _act_deadline,
    "proposal": _act_proposal,
    "document": _act_document,
    "why": _act_why,
    "rules": _act_rules,
    "rules_on": _act_rules_on,
}
asking.PURPOSES[ONSITE] = Purpose(_look, _act, _give_up, _stands)
