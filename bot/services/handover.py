"""Handover: what stands in a leaver's name is taken over in one tap, and the accounts are deleted from paper."""

from bot.rules import documents
from bot.rules.fields import QuestionType
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Change, Kind
from bot.rules.leaving import Departure, check_answerable, check_successor, kind_that_deletes
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import cards, handovers, people
from storage import cases as filed_cases
from storage.buttons import Tap
from storage.outbox import Lane
from storage.questions import Question
from storage.reminders import Reminder
from storage.unit import Unit

from . import asking, chains, deputies, filing, leaving, picking, reminding, telling
from .asking import Asked, Purpose
from .showing import CANCEL

WHO, PAPER = "handover", "leaver_paper"


def heard(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap on the leaver's card; the message follows from now on."""
    cards.adopt(unit, person, tap.matter, message_id)
    departure = departure_of(unit, tap.matter)
    check(unit, person, departure)
    if tap.action == leaving.MINE:
        return take_over(unit, person, departure, person)
    if tap.action == leaving.CHOOSE:
        asking.ask(unit, person, Question(WHO, tap.matter, "0", QuestionType.CHOICE))
    else:
        kind = kind_to_delete(unit, departure, tap.value)
        asking.ask(unit, person, Question(PAPER, tap.matter, kind.code, QuestionType.TEXT))
    return None


def bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of the reminder: the card comes to the end of the chat."""
    assert about is not None
    departure = of_reminder(unit, about.subject, about.occurrence)
    check(unit, person, departure)
    cards.take_down(unit, person.id, leaving.matter_of(departure))
    leaving.offer(unit, person, departure)
    cards.want(unit, person, leaving.matter_of(departure), Lane.REPLY)


def check(unit: Unit, person: Person, departure: Departure) -> None:
    agency = people.agency(unit, departure.agency).name
    check_answerable(person, leaving.seeing_to(unit, departure), agency)


def of_reminder(unit: Unit, staff_no: str, occurrence: str) -> Departure:
    leaver = people.by_staff_no(unit, staff_no)
    assert leaver is not None
    found = (each for each in handovers.departures(unit, leaver) if each.on.isoformat() == occurrence)
    if (departure := next(found, None)) is None:
        raise RuleViolation("handover-back", name=leaver.name)
    return departure


def departure_of(unit: Unit, matter: str) -> Departure:
    """Of somebody who is really gone."""
    leaver, agency = leaving.named(unit, matter)
    departure = handovers.departure(unit, leaver, agency)
    if departure is None:
        raise RuleViolation("handover-back", name=leaver.name)
    return departure


def take_over(unit: Unit, by: Person, departure: Departure, successor: Person) -> Phrase:
    """Everything in this name there is the successor's from now on; what comes later follows by itself."""
    leaver = departure.person
    if heir := handovers.heir(unit, leaver.id, departure.agency):
        raise RuleViolation("handover-taken-already", leaver=leaver.name, successor=chains.title_of(heir))
    check_successor(departure, successor, unit.today)
    handovers.keep(unit, departure, successor.id, by.id)
    leaving.pass_on(unit, departure, successor)
    for named in leaving.ships_of(unit, departure):
        deputies.close(unit, by, named)
    told = say("handover-taken", leaver=chains.title_of(leaver), successor=chains.title_of(successor))
    if successor.id != by.id:
        telling.tell(unit, successor, told, say("handover-what-now"), lane=Lane.DECISION)
    cards.refresh(unit, leaving.matter_of(departure))
    return told


# --- choosing the colleague ------------------------------------------------------------------------------------------


def _look_who(unit: Unit, person: Person, question: Question) -> Asked:
    departure = departure_of(unit, question.matter)
    found = people.others(unit, departure.agency, departure.person.id)
    lines = say("ask-handover-who" if found else "handover-nobody", leaver=chains.title_of(departure.person))
    return Asked((lines,), (*picking.rows(found, int(question.field)), (CANCEL,)))


def _who_stands(unit: Unit, person: Person, question: Question) -> bool:
    leaver, agency = leaving.named(unit, question.matter)
    return _stands(unit, person, question) and handovers.heir(unit, leaver.id, agency) is None


def _act_who(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    if action == "page":
        asking.ask(unit, person, Question(WHO, question.matter, value, QuestionType.CHOICE))
        return None
    successor = people.by_staff_no(unit, value.strip())
    if successor is None:
        raise RuleViolation("staff-unknown", number=value.strip())
    done = take_over(unit, person, departure_of(unit, question.matter), successor)
    telling.tell(unit, person, done)
    asking.finish(unit, person)
    return done


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("handover-unchanged"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    departure = handovers.departure(unit, *leaving.named(unit, question.matter))
    return departure is not None and person.id in {each.id for each in leaving.seeing_to(unit, departure)}


# --- the deletion of the account, from paper -------------------------------------------------------------------------


def kind_to_delete(unit: Unit, departure: Departure, account: str) -> Kind:
    """The kind of request that deletes this sort of account; one at a time."""
    kind = kind_that_deletes(account)
    if account not in {each.kind for each in leaving.accounts_of(unit, departure)}:
        raise RuleViolation("leaver-account-closed", name=departure.person.name)
    if present := filed_cases.under_way(unit, kind.code, departure.person.id, departure.agency):
        raise RuleViolation("leaver-case-under-way", number=present.case.number)
    return kind


def _look_paper(unit: Unit, person: Person, question: Question) -> Asked:
    leaver = chains.title_of(leaving.named(unit, question.matter)[0])
    lines = (say("ask-leaver-paper", leaver=leaver), say("example", text=say("example-leaver-paper")))
    return Asked(lines, ((CANCEL,),))


def _act_paper(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    if action == "cancel":
        _give_up(unit, person, question)
        return None
    departure = departure_of(unit, question.matter)
    kind = kind_of(question.field)
    kind_to_delete(unit, departure, kind.account)
    document = documents.read(value, unit.today)
    answers = {"change": Change.DELETE.value, "effective_on": unit.today.isoformat(), "reason": document}
    number, first = filing.file_for_leaver(unit, kind, departure, person, {**answers, "speed": "urgent"}, document)
    cards.refresh(unit, leaving.matter_of(departure))
    filed = say("leaver-deletion-filed", number=number, seat=say(f"role-{first.seat.role}"))
    telling.tell(unit, person, filed)
    asking.finish(unit, person)
    return filed


reminding.ACTIONS["handover"] = bring
asking.PURPOSES[WHO] = Purpose(_look_who, _act_who, _give_up, _who_stands)
asking.PURPOSES[PAPER] = Purpose(_look_paper, _act_paper, _give_up, _stands)
