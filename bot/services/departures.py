"""A leaving recorded in the chat: the first day no longer in post; from that day on everything else follows."""

from datetime import date, timedelta

from bot.rules.fields import Facts, Field, QuestionType, read
from bot.rules.oversight import check_departure, check_left_on
from bot.rules.people import Person, Seat
from bot.rules.phrases import Phrase, say
from bot.rules.roc import roc_short
from storage import ledger, people
from storage.questions import Question
from storage.unit import Unit

from . import asking, chains, leaving, telling
from .asking import Asked, Purpose
from .showing import CANCEL

LEAVE = "leave"
LEFT_ON = Field("left_on", QuestionType.DATE, "4.4.2")
_DAY = timedelta(days=1)


def ask(unit: Unit, person: Person, subject: Person) -> None:
    """The button on the person's page."""
    check_departure(person, people.acts_for(unit, person), subject)
    asking.ask(unit, person, Question(LEAVE, f"{LEAVE}:{subject.id}", LEFT_ON.name, LEFT_ON.type))


def record(unit: Unit, by: Person, subject: Person, day: date) -> Phrase:
    """A day that has come takes effect at once, one to come by the first sweep of that day."""
    check_departure(by, people.acts_for(unit, by), subject)
    check_left_on(day, unit.today)
    people.change(unit, subject.id, left_on=day)
    ledger.append(unit, "leaving_recorded", person=subject.staff_no, left_on=day, by=by.staff_no)
    if day <= unit.today:
        leaving.cut_leavers(unit)
        leaving.show_seats(unit, {Seat(role, subject.agency) for role in subject.roles})
    key = "departure-done" if day <= unit.today else "departure-planned"
    return say(key, name=chains.title_of(subject), day=day)


def _subject(unit: Unit, question: Question) -> Person:
    return people.by_id(unit, int(question.matter.partition(":")[2]))


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    ask_day = say("ask-departure", name=chains.title_of(_subject(unit, question)))
    days = (
        ("type", roc_short(unit.today), say("button-today", day=unit.today)),
        ("type", roc_short(unit.today + _DAY), say("button-tomorrow", day=unit.today + _DAY)),
    )
    return Asked((ask_day, say("example", text=roc_short(unit.today))), (days, (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    day = date.fromisoformat(str(read(LEFT_ON, value, Facts(unit.today, {}))))
    done = record(unit, person, _subject(unit, question), day)
    telling.tell(unit, person, done)
    asking.finish(unit, person)
    return done


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("departure-not-recorded"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    return _subject(unit, question).left_on is None


asking.PURPOSES[LEAVE] = Purpose(_look, _act, _give_up, _stands)
