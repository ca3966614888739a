"""/audit and the questions of an audit: the drawing, each sampled entry in one message, the result, the report."""

from collections.abc import Callable, Mapping

from bot.rules.audits import Item, Result, State
from bot.rules.deadlines import nudge_day
from bot.rules.duties import Duty, period
from bot.rules.fields import Facts, Field, QuestionType, read
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, say
from storage import audits as kept
from storage import buttons, cards, duties, outbox, people
from storage.buttons import Tap
from storage.duties import Owed
from storage.outbox import Lane
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import (
    asking,
    audit_cards,
    audit_looks,
    audits,
    calendars,
    lists,
    record_form,
    records,
    reminding,
    telling,
)
from .asking import Purpose
from .audit_looks import Part
from .audits import Bench

TEXT = Field("text", QuestionType.TEXT, "8.1.1", limit=300)
BOARD = "board"
Given = Mapping[str, str]
EMPTY: Given = {}
Act = Callable[[Unit, Person, Owed, Question, str, str], Phrase | None]


def show(unit: Unit, person: Person) -> None:
    """What waits for this person in the agency's audits; else the months there have been."""
    bench = Bench.of(unit, person.agency)
    if person.id not in bench.auditors(unit) | bench.readers(unit):
        raise RuleViolation("audit-no-seat")
    code = Duty.AUDIT if person.id in bench.auditors(unit) else Duty.READING
    waiting = duties.open_of_agency(unit, code, person.agency)
    owed = duties.find(unit, Duty.AUDIT, person.agency, waiting[0].occurrence) if waiting else None
    if owed is None:
        lists.show(unit, person, audit_looks.MONTHS)
    else:
        audit_cards.bring(unit, person, owed)


# --- taps on the card ------------------------------------------------------------------------------------------------


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    owed = duties.by_id(unit, int(tap.matter.partition(":")[2]))
    if tap.action == audit_cards.SHOW:
        audit_cards.bring(unit, person, owed)
        return None
    if tap.action == audit_cards.MONTHS:
        lists.show(unit, person, audit_looks.MONTHS)
        return None
    cards.adopt(unit, person, tap.matter, message_id)
    return TAPPED[tap.action](unit, person, owed, tap.revision)


def _ask(
    unit: Unit,
    person: Person,
    owed: Owed,
    part: Part,
    about: str = "",
    chosen: tuple[str, ...] = (),
    given: Given = EMPTY,
) -> None:
    field = f"{part}:{about}" if about else part.value
    matter = f"{audit_looks.PURPOSE}:{owed.id}"
    question = Question(audit_looks.PURPOSE, matter, field, TYPES[part], chosen=chosen, given=given)
    asking.ask(unit, person, question)


def _draw(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    if kept.find(unit, owed.id).state is not State.OPEN:
        raise RuleViolation("audit-drawn")
    _ask(unit, person, owed, Part.DRAW)


def _check(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    """The next entry this person has to look at; after the last one the result is asked of who may report."""
    bench = Bench.of(unit, owed.agency)
    left = audits.to_check(unit, person, bench, kept.items(unit, owed.id))
    audit = kept.find(unit, owed.id)
    if left:
        kept.shown(unit, left[0].id)
        _ask(unit, person, owed, Part.ITEM, str(left[0].id))
    elif person.id in bench.auditors(unit) and audit.state in (State.DRAWN, State.RETURNED):
        _ask(unit, person, owed, Part.RESULT)
    else:
        telling.tell(unit, person, say("audit-part-done"))
        asking.finish(unit, person)


def _recheck(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    audits.look_again(unit, person, owed)
    audit_cards.announce(unit, owed)
    _check(unit, person, owed, version)


def _nag(unit: Unit, person: Person, owed: Owed, version: int) -> Phrase:
    """Ask those who are missing, once a working day."""
    audits.check_auditor(unit, person, owed)
    calendar = calendars.office(unit)
    owners = {each: people.by_id(unit, each.person_id) for each in audits.missing(unit, owed) if each.person_id}
    told = {each: who for each, who in owners.items() if who.user_id is not None and who.in_post(unit.today)}
    if not told:
        raise RuleViolation("audit-nobody-to-nag")
    if not kept.nudge(unit, owed.id, nudge_day(unit.today, calendar)):
        raise RuleViolation("audit-nagged", day=calendar.next_working(unit.today))
    for each, who in told.items():
        _remind(unit, person, who, each)
    return say("toast-audit-nagged", count=len(told))


def _remind(unit: Unit, by: Person, who: Person, record: Owed) -> None:
    actions = (record_form.FILL, record_form.NIL_ACTION)
    ids = buttons.offer(unit, who.id, records.matter_of(record), 0, [(each, "") for each in actions])
    month = period(record.occurrence)
    row = tuple(
        Button(say(f"button-{name}", whose=say("nothing"), period=month), f"d{id_}")
        for name, id_ in zip(actions, ids, strict=True)
    )
    line = say("audit-please-send", who=by.name, period=month, due=record.due_on)
    outbox.queue(unit, "say", Lane.DECISION, telling.body_of(Message((line,), (row,))), person=who)


def _read(unit: Unit, person: Person, owed: Owed, version: int) -> Phrase:
    toast = audits.read(unit, person, owed, version)
    audit_cards.announce(unit, owed)
    return toast


def _return(unit: Unit, person: Person, owed: Owed, version: int) -> None:
    audits.check_reader(unit, person, owed)
    _ask(unit, person, owed, Part.RETURN, str(version))


TAPPED: Mapping[str, Callable[[Unit, Person, Owed, int], Phrase | None]] = {
    audit_cards.DRAW: _draw,
    audit_cards.CHECK: _check,
    audit_cards.REPORT: _check,
    audit_cards.RECHECK: _recheck,
    audit_cards.NAG: _nag,
    audit_cards.INCIDENT: lambda unit, person, owed, version: _ask(unit, person, owed, Part.INCIDENT),
    audit_cards.READ: _read,
    audit_cards.RETURN: _return,
}


def seen(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase:
    """The head has read of an anomaly."""
    cards.adopt(unit, person, tap.matter, message_id)
    toast = audits.see(unit, person, int(tap.matter.partition(":")[2]))
    for each in people.by_ids(unit, cards.viewers(unit, tap.matter)).values():
        cards.want(unit, each, tap.matter)
    return toast


# --- the questions ---------------------------------------------------------------------------------------------------


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    part, _ = audit_looks.part_of(question)
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    return ACTS[part](unit, person, audit_looks.owed_of(unit, question), question, action, value)


def _drawn(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    _only(action, "draw")
    audits.draw(unit, person, owed)
    board = audit_cards.Board.of(unit, owed)
    own_part = any(each.of_head for each in board.items)
    audit_cards.announce(unit, owed, fresh=board.bench.readers(unit).keys() if own_part else ())
    _check(unit, person, owed, 0)


def _looked(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    """All in order goes on at once; a no is explained first."""
    _only(action, "next")
    item = _item(unit, question)
    if question.chosen:
        _ask(unit, person, owed, Part.NOTE, str(item.id), question.chosen)
    else:
        _keep(unit, person, owed, item, (), "")


def _noted(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    _keep(unit, person, owed, _item(unit, question), question.chosen, _text(unit, action, value))


def _keep(unit: Unit, person: Person, owed: Owed, item: Item, failed: tuple[str, ...], note: str) -> None:
    audits.answer(unit, person, owed, item, failed, note)
    if failed:
        _ring(unit, person, owed, audits.what_failed(unit, item, failed, note))
    audit_cards.announce(unit, owed)
    _check(unit, person, owed, 0)


def _ring(unit: Unit, person: Person, owed: Owed, what: str | Phrase) -> None:
    anomaly_id, readers = audits.find_wrong(unit, person, owed, what)
    audit_cards.show_anomaly(unit, anomaly_id, readers)
    reached = any(each.user_id is not None for each in readers)
    telling.tell(unit, person, say("anomaly-told", at=unit.now) if reached else say("anomaly-nobody"))


def _item(unit: Unit, question: Question) -> Item:
    return kept.item(unit, int(audit_looks.part_of(question)[1]))


def _resulted(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    _only(action, "result")
    if value == Result.NORMAL:
        _ask(unit, person, owed, Part.PREVIEW, given={"result": value})
    else:
        _ask(unit, person, owed, Part.EXPLANATION)


def _explained(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    answers = {"result": Result.ANOMALY.value, "explanation": _text(unit, action, value)}
    _ask(unit, person, owed, Part.MEASURES, given=answers)


def _measured(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    answers = {**asking.answered(question), "measures": _text(unit, action, value)}
    _ask(unit, person, owed, Part.PREVIEW, given=answers)


def _reported(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> Phrase | None:
    if action == "edit":
        _ask(unit, person, owed, Part.RESULT)
        return None
    _only(action, "send")
    answers = asking.answered(question)
    texts = {name: answers.get(name, "") for name in ("explanation", "measures")}
    result = Result(answers["result"])
    toast = audits.report(unit, person, owed, result, texts)
    lane = Lane.REPLY if result is Result.ANOMALY else Lane.DECISION
    readers = Bench.of(unit, owed.agency).readers(unit).keys() - {person.id}
    audit_cards.announce(unit, owed, lane, fresh=readers)
    telling.tell(unit, person, toast)
    asking.finish(unit, person)
    return toast


def _incident(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    audits.check_auditor(unit, person, owed)
    _ring(unit, person, owed, _text(unit, action, value))
    asking.finish(unit, person)


def _returned(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> Phrase:
    version = int(audit_looks.part_of(question)[1])
    toast = audits.give_back(unit, person, owed, version, _text(unit, action, value))
    audit_cards.announce(unit, owed, fresh=Bench.of(unit, owed.agency).auditors(unit).keys())
    telling.tell(unit, person, toast)
    asking.finish(unit, person)
    return toast


def _only(action: str, expected: str) -> None:
    if action != expected:
        raise RuleViolation("tap-the-buttons")


def _text(unit: Unit, action: str, value: str) -> str:
    _only(action, "type")
    return str(read(TEXT, value, Facts(unit.today, {})))


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("audit-put-off"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    """What is asked is still to be done, and by this person."""
    part, about = audit_looks.part_of(question)
    owed = audit_looks.owed_of(unit, question)
    bench, audit = Bench.of(unit, owed.agency), kept.find(unit, owed.id)
    if part in (Part.ITEM, Part.NOTE):
        item = kept.item(unit, int(about))
        return bool(audits.to_check(unit, person, bench, [item]))
    if part is Part.RETURN:
        return audit.version == int(about) and person.id in bench.readers(unit)
    states = {Part.DRAW: (State.OPEN,), Part.INCIDENT: tuple(State)}.get(part, (State.DRAWN, State.RETURNED))
    return audit.state in states and person.id in bench.auditors(unit)


TYPES = {
    Part.DRAW: QuestionType.CHOICE,
    Part.ITEM: QuestionType.SEVERAL,
    Part.NOTE: QuestionType.TEXT,
    Part.RESULT: QuestionType.CHOICE,
    Part.EXPLANATION: QuestionType.TEXT,
    Part.MEASURES: QuestionType.TEXT,
    Part.PREVIEW: QuestionType.CHOICE,
    Part.INCIDENT: QuestionType.TEXT,
    Part.RETURN: QuestionType.TEXT,
}
ACTS: Mapping[Part, Act] = {
    Part.DRAW: _drawn,
    Part.ITEM: _looked,
    Part.NOTE: _noted,
    Part.RESULT: _resulted,
    Part.EXPLANATION: _explained,
    Part.MEASURES: _measured,
    Part.PREVIEW: _reported,
    Part.INCIDENT: _incident,
    Part.RETURN: _returned,
}


# --- buttons of a digest ---------------------------------------------------------------------------------------------


def _from_digest(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The audit of the agency and month that the reminder is about."""
    assert about is not None
    owed = duties.find(unit, Duty.AUDIT, about.subject, about.occurrence)
    assert owed is not None
    audit_cards.bring(unit, person, owed)


def _from_record(unit: Unit, person: Person, about: Reminder | None) -> None:
    """Who hears that a record is missing is shown the month's board."""
    assert about is not None
    record = duties.find(unit, Duty.RECORD, about.subject, about.occurrence)
    owed = duties.find(unit, Duty.AUDIT, record.agency, about.occurrence) if record else None
    assert owed is not None
    audit_cards.bring(unit, person, owed)


asking.PURPOSES[audit_looks.PURPOSE] = Purpose(audit_looks.look, _act, _give_up, _stands)
reminding.ACTIONS[audits.AUDIT] = _from_digest
reminding.ACTIONS[BOARD] = _from_record
