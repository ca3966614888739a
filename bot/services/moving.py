"""Moving on: who works in another agency, or no longer at a seat, has given up what went with it; the link stays."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import say
from storage import handovers, people, rights
from storage.outbox import Lane
from storage.unit import Unit

from . import digests, effects, leaving, telling


def settle(unit: Unit, person: Person, before: Mapping[str, Any], held: Collection[Seat]) -> None:
    """What the person gave up since the tables said this, and what the person has again."""
    house = before["agency"]
    has_moved = person.agency != house
    kept: Collection[Role] = () if has_moved else person.roles
    given_up = frozenset(each.role for each in held if each.role not in kept)
    if has_moved or (given_up and person.in_post(unit.today)):
        handovers.give_up(unit, person.id, house, given_up)
        _end_reminders(unit, person)
        _tell(unit, person, house, given_up)
    if handovers.take_back(unit, person.id, person.agency, person.roles):
        leaving.come_back(unit, person.id, person.agency)


def _end_reminders(unit: Unit, person: Person) -> None:
    """What cannot be used any more needs no new password: the digest follows."""
    if known := rights.password_of(unit, person.id):
        digests.refresh(unit, effects.PASSWORD, person.staff_no, known[0].isoformat())


def _tell(unit: Unit, person: Person, house: str, given_up: Collection[Role]) -> None:
    """The person hears of it; nobody else's account stops without a word either."""
    ended = [each for each in rights.open_accounts(unit, person.id, house) if each.suspended_on is None]
    if person.agency != house:
        names = {"former": people.agency(unit, house).name, "agency": people.agency(unit, person.agency).name}
        key = "moved-told-account" if ended else "moved-told"
        telling.tell(unit, person, say(key, **names, day=unit.today), lane=Lane.DECISION)
    elif kinds := [each.kind for each in ended if each.kind in given_up]:
        roles = tuple(say(f"role-{each}") for each in kinds)
        telling.tell(unit, person, say("seat-lost-told", roles=roles, day=unit.today), lane=Lane.DECISION)
