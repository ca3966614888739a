"""Taps and questions of /onsite: a day, a note and its deadline, a proposal, a document, an agency."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.rules import documents
from bot.rules import onsite as rules
from bot.rules.calendar import roc_short
from bot.rules.fields import Facts, Field, QuestionType, When, read
from bot.rules.onsite import Finding, Mark, Sort, Stage
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import duties, inspections, people
from storage.buttons import Tap
from storage.inspections import Inspection
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import asking, calendars, lists, onsite, onsite_report, reminding, telling
from .asking import Asked, Choice, Purpose
from .onsite_pages import GO, ONSITE
from .showing import CANCEL

NOTE = Field("note", QuestionType.TEXT, "8.p2", limit=200)
DAY = Field("day", QuestionType.DATE, "8.2.2", days=When.FUTURE)
TYPES = {"day": QuestionType.DATE, "deadline": QuestionType.DATE, "agency": QuestionType.CHOICE}
BUREAU = "bureau"


def show(unit: Unit, person: Person) -> None:
    onsite.open_year(unit, person)
    lists.show(unit, person, ONSITE, "board:0")


def bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of the reminders."""
    show(unit, person)


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    if tap.action == GO:
        lists.show(unit, person, ONSITE, tap.value, message_id)
        return None
    return TAPS[tap.action](unit, person, tap.value, message_id)


def _audit(value: str) -> tuple[int, str]:
    id_, _, item = value.partition(":")
    return int(id_), item


def _turn(unit: Unit, person: Person, audit: Inspection, message_id: int | None = None) -> None:
    lists.show(unit, person, ONSITE, f"audit:{audit.id}", message_id)


def _plan(unit: Unit, person: Person, value: str, message_id: int) -> None:
    onsite.check_duty(unit, person, duties.by_id(unit, int(value)))
    _ask(unit, person, "day", value)


def _begin(unit: Unit, person: Person, value: str, message_id: int) -> None:
    _turn(unit, person, onsite.begin(unit, person, duties.by_id(unit, int(value))), message_id)


def _adhoc(unit: Unit, person: Person, value: str, message_id: int) -> None:
    if not onsite.ad_hoc_agencies(unit, person):
        raise RuleViolation("onsite-not-yours")
    _ask(unit, person, "agency", "0")


def _mark(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item, mark = value.split(":")
    audit = inspections.find(unit, int(id_))
    onsite.check_open(unit, person, audit)
    if Mark(mark) is Mark.NO:
        _ask(unit, person, "note", f"{id_}:{item}")
    else:
        onsite.mark(unit, person, audit, item, Finding(Mark(mark)))
        _turn(unit, person, audit, message_id)


def _propose(unit: Unit, person: Person, value: str, message_id: int) -> None:
    onsite.check_open(unit, person, inspections.find(unit, int(value)))
    _ask(unit, person, "proposal", value)


def _council(unit: Unit, person: Person, value: str, message_id: int) -> None:
    audit = inspections.find(unit, int(value))
    onsite.check_open(unit, person, audit)
    inspections.change(unit, audit.id, to_council=not audit.to_council)
    _turn(unit, person, audit, message_id)


def _record(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    audit = inspections.find(unit, int(value))
    done = onsite.record(unit, person, audit)
    _turn(unit, person, audit, message_id)
    return done


def _fixed(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item = _audit(value)
    audit = inspections.find(unit, id_)
    onsite.check_audited(person, audit)
    onsite.at_stage(unit, audit, item, Stage.OPEN)
    _ask(unit, person, "document", value)


def _accept(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    id_, item = _audit(value)
    audit = inspections.find(unit, id_)
    done = onsite.accept(unit, person, audit, item)
    _turn(unit, person, audit, message_id)
    return done


def _return(unit: Unit, person: Person, value: str, message_id: int) -> None:
    id_, item = _audit(value)
    audit = inspections.find(unit, id_)
    onsite.check_accepts(unit, person, audit)
    onsite.at_stage(unit, audit, item, Stage.REPORTED)
    _ask(unit, person, "why", value)


def _rules(unit: Unit, person: Person, value: str, message_id: int) -> None:
    _ask(unit, person, "rules", person.agency)


def _print(unit: Unit, person: Person, value: str, message_id: int) -> Phrase:
    return onsite_report.send(unit, person, inspections.find(unit, int(value)))


TAPS: Mapping[str, Callable[[Unit, Person, str, int], Phrase | None]] = {
    "plan": _plan,
    "begin": _begin,
    "adhoc": _adhoc,
    "mark": _mark,
    "propose": _propose,
    "council": _council,
    "record": _record,
    "fixed": _fixed,
    "accept": _accept,
    "return": _return,
    "rules": _rules,
    "print": _print,
}

# --- questions -------------------------------------------------------------------------------------------------------


def _ask(unit: Unit, person: Person, what: str, about: str, *chosen: str) -> None:
    type_ = TYPES.get(what, QuestionType.TEXT)
    asking.ask(unit, person, Question(ONSITE, f"{ONSITE}:{about}", what, type_, chosen=chosen))


def _about(question: Question) -> str:
    return question.matter.partition(":")[2]


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    if question.field == "agency":
        return Asked((say("ask-onsite-agency"),), (*_agencies(unit, person, int(_about(question))), (CANCEL,)))
    example = roc_short(unit.today) if question.type is QuestionType.DATE else say(f"example-onsite-{question.field}")
    lines = (say(f"ask-onsite-{question.field}"), say("example", text=example))
    return Asked(lines, (*_days(unit, question), (CANCEL,)))


def _days(unit: Unit, question: Question) -> tuple[tuple[Choice, ...], ...]:
    if question.type is not QuestionType.DATE:
        return ()
    last = duties.by_id(unit, int(_about(question))).due_on if question.field == "day" else date.max
    offered = rules.days_to_offer(unit.today, calendars.office(unit), last)
    choices: list[Choice] = [("type", roc_short(day), say("button-day", day=day)) for day in offered]
    return tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))


def _agencies(unit: Unit, person: Person, at: int) -> tuple[tuple[Choice, ...], ...]:
    """Ten a page; the operator also enters what the Bureau has audited."""
    found = onsite.ad_hoc_agencies(unit, person)
    rows: list[tuple[Choice, ...]] = []
    for code in found[at : at + lists.PAGE]:
        name = people.agency(unit, code).name
        row: list[Choice] = [("agency", f"{Sort.ADHOC}:{code}", say("verbatim", text=name))]
        if Role.OPERATOR in person.roles:
            row.append(("agency", f"{Sort.BUREAU}:{code}", say("button-onsite-bureau", agency=name)))
        rows.append(tuple(row))
    turns: list[Choice] = [("page", str(at - lists.PAGE), say("button-earlier"))] if at else []
    turns += [("page", str(at + lists.PAGE), say("button-more"))] if at + lists.PAGE < len(found) else []
    return (*rows, tuple(turns)) if turns else tuple(rows)


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    return ACTS[question.field](unit, person, question, action, value)


def _text(unit: Unit, value: str) -> str:
    return str(read(NOTE, value, Facts(unit.today, {})))


def _date(unit: Unit, value: str) -> date:
    return date.fromisoformat(str(read(DAY, value, Facts(unit.today, {}))))


def _finish(unit: Unit, person: Person, done: Phrase | None = None, at: str = "board:0") -> None:
    if done is not None:
        telling.tell(unit, person, done)
    asking.finish(unit, person)
    lists.show(unit, person, ONSITE, at)


def _act_day(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    duty = duties.by_id(unit, int(_about(question)))
    _finish(unit, person, onsite.plan(unit, person, duty, _date(unit, value)))


def _act_agency(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action == "page":
        _ask(unit, person, "agency", value)
    elif action == "agency":
        sort, _, code = value.partition(":")
        audit = onsite.begin_ad_hoc(unit, person, code, Sort(sort))
        _finish(unit, person, at=f"audit:{audit.id}")
    else:
        raise RuleViolation("tap-the-buttons")


def _act_note(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    """What is wrong; then until when it has to be mended."""
    id_, item = _audit(_about(question))
    finding = Finding(Mark.NO, _text(unit, value))
    onsite.mark(unit, person, inspections.find(unit, id_), item, finding)
    _ask(unit, person, "deadline", _about(question))


def _act_deadline(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = _audit(_about(question))
    day = _date(unit, value)
    rules.check_day(day, unit.today, calendars.office(unit), person.locale)
    note = inspections.findings(unit, id_)[item].note
    onsite.mark(unit, person, inspections.find(unit, id_), item, Finding(Mark.NO, note, day, Stage.OPEN))
    _finish(unit, person, at=f"audit:{id_}")


def _act_proposal(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    audit = inspections.find(unit, int(_about(question)))
    onsite.check_open(unit, person, audit)
    inspections.change(unit, audit.id, proposal=_text(unit, value))
    _finish(unit, person, at=f"audit:{audit.id}")


def _act_document(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = _audit(_about(question))
    document = documents.read(value, unit.today)
    _finish(unit, person, onsite.report(unit, person, inspections.find(unit, id_), item, document), f"audit:{id_}")


def _act_why(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    id_, item = _audit(_about(question))
    done = onsite.give_back(unit, person, inspections.find(unit, id_), item, _text(unit, value))
    _finish(unit, person, done, f"audit:{id_}")


def _act_rules(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    _finish(unit, person, onsite.keep_rules(unit, person, documents.read(value, unit.today)))


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("onsite-unchanged"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    may = bool(person.roles & onsite.SEEN_BY)
    return may and (question.field != "deadline" or _is_wrong(unit, question))


def _is_wrong(unit: Unit, question: Question) -> bool:
    """The line may have been put right since its deadline was asked."""
    id_, item = _audit(_about(question))
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
}
asking.PURPOSES[ONSITE] = Purpose(_look, _act, _give_up, _stands)
reminding.ACTIONS[ONSITE] = bring
