"""The questions of an audit: the drawing, each sampled entry in one message, the result, the report."""

from collections.abc import Callable, Mapping

from bot.rules.audits import Item, Result, State
from bot.rules.fields import Facts, Field, QuestionType, read
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.privacy import check_together
from storage import audits as kept
from storage.duties import Owed
from storage.outbox import Lane
from storage.questions import Question
from storage.unit import Unit

from . import (
    asking,
    audit_cards,
    audit_looks,
    audit_rights,
    audits,
    telling,
)
from .asking import Purpose
from .audit_looks import Part
from .audit_rights import Bench

TEXT = Field("text", QuestionType.TEXT, "8.1.1", limit=300)
Given = Mapping[str, str]
EMPTY: Given = {}
Act = Callable[[Unit, Person, Owed, Question, str, str], Phrase | None]


def ask(
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


def go_on(unit: Unit, person: Person, owed: Owed) -> None:
    """The next entry this person has to look at; after the last one the result is asked of who may report."""
    bench = Bench.of(unit, owed.agency)
    left = audit_rights.to_check(unit, person, bench, kept.items(unit, owed.id))
    audit = kept.find(unit, owed.id)
    if left:
        kept.shown(unit, left[0].id)
        ask(unit, person, owed, Part.ITEM, str(left[0].id))
    elif person.id in bench.auditors(unit) and audit.state in (State.DRAWN, State.RETURNED):
        ask(unit, person, owed, Part.RESULT)
    else:
        telling.tell(unit, person, say("audit-part-done"))
        asking.finish(unit, person)


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
    go_on(unit, person, owed)


def _looked(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    """All in order goes on at once; a no is explained first."""
    _only(action, "next")
    item = _item(unit, question)
    if question.chosen:
        ask(unit, person, owed, Part.NOTE, str(item.id), question.chosen)
    else:
        _keep(unit, person, owed, item, (), "")


def _noted(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    _keep(unit, person, owed, _item(unit, question), question.chosen, _text(unit, action, value))


def _keep(unit: Unit, person: Person, owed: Owed, item: Item, failed: tuple[str, ...], note: str) -> None:
    audits.answer(unit, person, owed, item, failed, note)
    if failed:
        _ring(unit, person, owed, audits.what_failed(unit, item, failed, note), item.subject)
    audit_cards.announce(unit, owed)
    go_on(unit, person, owed)


def _ring(unit: Unit, person: Person, owed: Owed, what: str | Phrase, whose: str | None = None) -> None:
    anomaly_id, readers = audits.find_wrong(unit, person, owed, what, whose)
    audit_cards.show_anomaly(unit, anomaly_id, readers)
    reached = any(each.user_id is not None for each in readers)
    telling.tell(unit, person, say("anomaly-told", at=unit.now) if reached else say("anomaly-nobody"))


def _item(unit: Unit, question: Question) -> Item:
    return kept.item(unit, int(audit_looks.part_of(question)[1]))


def _resulted(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    _only(action, "result")
    if value == Result.NORMAL:
        ask(unit, person, owed, Part.PREVIEW, given={"result": value})
    else:
        ask(unit, person, owed, Part.EXPLANATION)


def _explained(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    answers = {"result": Result.ANOMALY.value, "explanation": _text(unit, action, value)}
    ask(unit, person, owed, Part.MEASURES, given=answers)


def _measured(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> None:
    answers = {**asking.answered(question), "measures": _text(unit, action, value)}
    check_together((answers["explanation"], answers["measures"]))
    ask(unit, person, owed, Part.PREVIEW, given=answers)


def _reported(unit: Unit, person: Person, owed: Owed, question: Question, action: str, value: str) -> Phrase | None:
    if action == "edit":
        ask(unit, person, owed, Part.RESULT)
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
    audit_rights.check_auditor(unit, person, owed)
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
        return bool(audit_rights.to_check(unit, person, bench, [item]))
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


asking.PURPOSES[audit_looks.PURPOSE] = Purpose(audit_looks.look, _act, _give_up, _stands)
