"""Lists: my own cases, and what waits for me."""

from bot.rules.people import Person
from bot.rules.phrases import Message, Phrase, say
from storage import cases
from storage.cases import Filed
from storage.unit import Unit

from . import calendars, case_cards, chains, telling
from . import cases as deciding

MOST = 20


def mine(unit: Unit, person: Person) -> None:
    """My cases, each with the button that brings its card."""
    _list(unit, person, cases.of_party(unit, person.id, MOST), "mine")


def desk(unit: Unit, person: Person) -> None:
    """What waits for my decision, the most urgent first."""
    _list(unit, person, deciding.waiting_for(unit, person), "desk", calendars.warning(unit, person))


def _list(unit: Unit, person: Person, found: list[Filed], name: str, more: tuple[Phrase, ...] = ()) -> None:
    if not found:
        telling.tell(unit, person, say(f"{name}-empty"), *more)
        return
    shown = found[:MOST]
    lines = (say(f"{name}-title", count=len(found)), *(_line(unit, each) for each in shown), *more)
    rows = tuple((case_cards.show_button(unit, person, each.case),) for each in shown)
    telling.show(unit, person, Message(lines, rows))


def _line(unit: Unit, filed: Filed) -> Phrase:
    case = filed.case
    seat = say(f"role-{filed.seat.role}") if filed.seat else say("nothing")
    who = chains.who(chains.deciders(unit, case), seat) if filed.seat else say("nothing")
    return say(f"list-{case.state}", number=case.number, kind=say(f"kind-{case.kind}"), who=who)
