"""/invite: one-time links for colleagues who are not in the chat, to the one who asked for them and to nobody else."""

import re

from bot.rules.codes import VALID_FOR
from bot.rules.fields import QuestionType
from bot.rules.oversight import INVITES, check_invited, may_see, sees_all
from bot.rules.people import Person, Seat
from bot.rules.phrases import Message, Phrase, RuleViolation, say
from storage import counters, outbox, people, staff
from storage.outbox import Lane
from storage.questions import Question
from storage.unit import Unit

from . import asking, chains, linking, picking, telling
from .asking import Asked, Purpose
from .picking import AT, PAGE, Row
from .showing import CANCEL

INVITE, INVITATIONS = "invite", "invitations"
AGENCY = "agency"
A_MESSAGE = 10
Looks = tuple[tuple[Phrase, ...], tuple[Row, ...]]


def begin(unit: Unit, person: Person) -> None:
    """Whom to invite: a colleague, or all who are not linked; the operators choose the agency first."""
    seats = people.acts_for(unit, person)
    if not any(each.role in INVITES for each in seats):
        raise RuleViolation("invite-no-seat")
    if sees_all(seats):
        if not any(away for _, _, _, away in staff.agencies_with(unit)):
            raise RuleViolation("ask-invite-nobody-anywhere")
        _ask(unit, person, {})
    else:
        if not staff.unlinked(unit, person.agency):
            raise RuleViolation("ask-invite-nobody", agency=people.agency(unit, person.agency).name)
        _ask(unit, person, {AGENCY: person.agency})


def _ask(unit: Unit, person: Person, answers: dict[str, str]) -> None:
    chosen = tuple(f"{name}={value}" for name, value in answers.items())
    asking.ask(unit, person, Question(INVITE, f"{INVITE}:{person.id}", "who", QuestionType.TEXT, chosen=chosen))


def _given(question: Question) -> dict[str, str]:
    pairs = (each.partition("=") for each in question.chosen)
    return {name: value for name, _, value in pairs}


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    given = _given(question)
    at = int(given.get(AT, "0"))
    lines, rows = _of_agency(unit, given[AGENCY], at) if AGENCY in given else _agencies(unit, at)
    return Asked(lines, (*rows, (CANCEL,)))


def _of_agency(unit: Unit, code: str, at: int) -> Looks:
    found = staff.unlinked(unit, code)
    agency = people.agency(unit, code).name
    if not found:
        return (say("ask-invite-nobody", agency=agency),), ()
    everybody: tuple[Row, ...] = ((("all", "", say("button-invite-all", count=len(found))),),)
    lines = (say("ask-invite", agency=agency, count=len(found)), say("example", text=found[0].staff_no))
    return lines, (*everybody, *picking.rows(found, at))


def _agencies(unit: Unit, at: int) -> Looks:
    found = [each for each in staff.agencies_with(unit) if each[3]]
    if not found:
        return (say("ask-invite-nobody-anywhere"),), ()
    rows: list[Row] = [
        ((AGENCY, code, say("button-agency", agency=name, count=away)),)
        for code, name, _, away in found[at : at + PAGE]
    ]
    example = say("example", text=staff.unlinked(unit, found[0][0])[0].staff_no)
    lines = (say("ask-invite-agency", count=sum(each[3] for each in found)), example)
    return lines, (*rows, *picking.turns(at, len(found)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
    given = _given(question)
    if action == "cancel":
        _give_up(unit, person, question)
    elif action == "page":
        _ask(unit, person, {**given, AT: value})
    elif action == AGENCY:
        _ask(unit, person, {AGENCY: value})
    else:
        numbers = (
            [each.staff_no for each in staff.unlinked(unit, given[AGENCY])] if action == "all" else _numbers(value)
        )
        request(unit, person, numbers)
        asking.finish(unit, person)
    return None


def _numbers(typed: str) -> list[str]:
    return list(dict.fromkeys(each for each in re.split(r"[\s,;\u3001\uff0c\uff1b]+", typed.strip()) if each))


def request(unit: Unit, person: Person, numbers: list[str]) -> None:
    """Queue the links, for all of these or for nobody. They are made when they leave, so that no table holds a code."""
    seats = people.acts_for(unit, person)
    invited = [_invited(unit, seats, each) for each in numbers]
    if not invited:
        raise RuleViolation("answer-none-chosen")
    for start in range(0, len(invited), A_MESSAGE):
        ids = [each.id for each in invited[start : start + A_MESSAGE]]
        outbox.queue(unit, INVITATIONS, Lane.REPLY, {"people": ids}, person=person)


def _invited(unit: Unit, seats: tuple[Seat, ...], number: str) -> Person:
    return check_invited(seats, number, people.by_staff_no(unit, number), unit.today)


def made(unit: Unit, person_id: int, ids: list[int]) -> Message:
    """The links as they leave: made now, for those who may still have one; what was made before is void."""
    by = people.by_id(unit, person_id)
    seats = people.acts_for(unit, by)
    known = people.by_ids(unit, ids)
    invited = [known[each] for each in ids if _may_have(unit, seats, known[each])]
    if not invited:
        return Message((say("invite-nobody-left"),))
    codes = dict(linking.invite(unit, [each.staff_no for each in invited], by=by.staff_no))
    name = counters.recall(unit, "bot_name") or ""
    lines = tuple(_line(each, name, codes[each.staff_no]) for each in invited)
    return Message((say("invitations", days=VALID_FOR.days), *lines))


def _may_have(unit: Unit, seats: tuple[Seat, ...], person: Person) -> bool:
    return may_see(seats, person.agency, INVITES) and person.in_post(unit.today) and person.user_id is None


def _line(person: Person, bot: str, code: str) -> Phrase:
    who, link = chains.title_of(person), f"https://t.me/{bot}?start={code}"
    return say("invitation", who=who, number=person.staff_no, link=link, code=code)


def _give_up(unit: Unit, person: Person, question: Question) -> None:
    telling.tell(unit, person, say("invite-not-done"))
    asking.finish(unit, person)


def _stands(unit: Unit, person: Person, question: Question) -> bool:
    seats = people.acts_for(unit, person)
    agency = _given(question).get(AGENCY)
    return may_see(seats, agency, INVITES) if agency else sees_all(seats)


asking.PURPOSES[INVITE] = Purpose(_look, _act, _give_up, _stands)
