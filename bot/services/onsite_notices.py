"""What auditors and audited are told, each notice with the button of its own matter; the buttons of /onsite."""

from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Phrase, Value, say
from storage import people
from storage.duties import Owed
from storage.outbox import Lane
from storage.unit import Unit

from . import lists, telling
from .lists import Listed, Offer

ONSITE = "onsite"
MATTER = f"{ONSITE}:"
GO, SEE = "page", "see"


def offer(key: str, action: str, *parts: object, **params: Value) -> Offer:
    return Offer(say(f"button-onsite-{key}", **params), MATTER, action, ":".join(map(str, parts)))


def tell(unit: Unit, roles: tuple[Role, ...], agency: str, place: str, *told: Phrase) -> None:
    """Whoever holds one of these seats, with a button to a page of /onsite."""
    found = {each.id: each for role in roles for each in people.holders(unit, Seat(role, agency))}
    for each in found.values():
        _tell(unit, each, place, told)


def _tell(unit: Unit, person: Person, place: str, told: tuple[Phrase, ...]) -> None:
    button = Offer(say("button-onsite"), MATTER, SEE, place)
    telling.show(unit, person, lists.dressed(unit, person.id, Listed(told, ((button,),))), Lane.DECISION)


def name_of(unit: Unit, agency: str, business: str) -> Value:
    name = people.agency(unit, agency).name
    return say("agency-business", agency=name, business=business) if business else name


def name_of_duty(unit: Unit, duty: Owed) -> Value:
    return name_of(unit, duty.agency, duty.business)
