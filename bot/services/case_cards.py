"""The card of a case: whose phones show it, which buttons it bears, and how it comes to the end of the chat."""

from bot.rules import actions
from bot.rules.actions import PAPER, PRINT, SHOW, Action
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Button, Message, RuleViolation, say
from bot.rules.requests import Case
from storage import buttons, cards, cases, people
from storage.buttons import Letter
from storage.cases import Filed
from storage.outbox import Lane
from storage.unit import Unit

from . import chains, hands, lists, telling
from .hands import Hands
from .lists import Listed, Offer

CASE = "case"


def matter_of(case: Case) -> str:
    return f"{CASE}:{case.id}"


def announce(unit: Unit, case: Case) -> None:
    """Bring the card of everybody concerned up to date: parties, who may decide now, and whose phone shows it."""
    now = hands.of(unit, case)
    copied = {each.id for each in chains.copied(unit, case)}
    concerned = people.by_ids(unit, {*now.all, *copied, *case.spokesmen, *cards.viewers(unit, matter_of(case))})
    for person in concerned.values():
        if not person.in_post(unit.today):
            continue
        is_news = offer(unit, case, person, now)
        if is_news and person.id in now.all:
            _move_down(unit, person, case)
        cards.want(unit, person, matter_of(case))


def offer(unit: Unit, case: Case, person: Person, now: Hands) -> bool:
    """The buttons of one person's card at this version of the case; whether there were new ones."""
    known = buttons.offered(unit, person.id, matter_of(case), case.version)
    new = [each for each in actions_for(case, person, now) if each not in known]
    buttons.offer(unit, Letter.CASE, person.id, matter_of(case), case.version, new)
    return bool(new)


def _move_down(unit: Unit, person: Person, case: Case) -> None:
    """What waits for a decision comes as a new message, for an edited one does not ring; the old one says so."""
    for message_id in cards.take_down(unit, person.id, matter_of(case)):
        moved = Message((say("card-moved", number=case.number),))
        telling.change(unit, person, message_id, moved, Lane.BROADCAST)


def actions_for(case: Case, person: Person, now: Hands) -> list[Action]:
    """What the card offers; everybody who sees a closed one can have its form, to be filed."""
    verdicts = actions.verdicts(case) if person.id in now.deciders else []
    recording = [(PAPER, "")] if person.id in now.recorders else []
    printing = [(PRINT, "")] if case.is_ended else []
    return [*verdicts, *recording, *actions.of_applicant(case, person), *printing]


def present(unit: Unit, person: Person) -> None:
    """Cards of all that waits for somebody who has just been linked or seated, and of the own open cases."""
    waiting = at_hand(unit, person)
    own = [each for each in cases.of_party(unit, person.id) if not each.case.is_ended]
    for filed in {each.case.id: each for each in (*waiting, *own)}.values():
        now = hands.of(unit, filed.case)
        if person.id in now.all | filed.case.spokesmen:
            offer(unit, filed.case, person, now)
            cards.want(unit, person, matter_of(filed.case))


def at_hand(unit: Unit, person: Person) -> list[Filed]:
    """Open cases that this person may have to decide, or to record from paper, the most urgent first."""
    seats = people.acts_for(unit, person)
    signed = {Seat(Role.HEAD, each.agency) for each in seats if each.role is Role.ADMINISTRATOR}
    found = cases.at_seats(unit, {*seats, *signed})
    if any(each.role is Role.REVIEWER for each in seats):
        found += [each for each in cases.of_administrators(unit) if each.seat not in signed]
    return found


def show_signing(unit: Unit, person: Person) -> None:
    """Somebody has come into the chat or left it: what waits for the person's signature is, or is not, one on paper."""
    for filed in cases.at_seats(unit, people.acts_for(unit, person)):
        is_signed = filed.seat is not None and filed.seat.role is Role.HEAD
        if is_signed and person.id in hands.of(unit, filed.case).deciders:
            announce(unit, filed.case)


def find_recorders(unit: Unit, case: Case) -> None:
    """Who has just come to record this case's signature from paper gets its card."""
    now = hands.of(unit, case)
    for each in now.recording:
        if offer(unit, case, each.person, now):
            cards.want(unit, each.person, matter_of(case))


def show(unit: Unit, person: Person, case_id: int) -> None:
    """Bring the card to the end of the chat, for whom the case concerns."""
    case = cases.load(unit, case_id).case
    concerned = hands.of(unit, case).all | case.spokesmen
    if person.id not in concerned and cards.find(unit, person.id, matter_of(case)) is None:
        raise RuleViolation("button-unknown")
    bring(unit, person, case)


def bring(unit: Unit, person: Person, case: Case) -> None:
    """The card as the newest message, with the buttons of this moment."""
    offer(unit, case, person, hands.of(unit, case))
    _move_down(unit, person, case)
    cards.want(unit, person, matter_of(case), Lane.REPLY)


def show_offer(case: Case) -> Offer:
    """The button that brings the case's card."""
    return Offer(say("button-show", number=case.number), matter_of(case), SHOW, revision=case.version)


def print_offer(case: Case) -> Offer:
    return Offer(say(f"button-{PRINT}"), matter_of(case), PRINT, revision=case.version)


def show_button(unit: Unit, person: Person, case: Case) -> Button:
    return lists.dressed(unit, person.id, Listed((), ((show_offer(case),),))).buttons[0][0]
