"""In which seats of an agency somebody acts today: as a holder, or as the deputy whose turn it is."""

from collections.abc import Iterable

from bot.rules.people import Person, Role, Seat, entitled
from storage import people
from storage.unit import Unit


def roles(unit: Unit, person: Person, agency: str, among: Iterable[Role]) -> frozenset[Role]:
    """A deputy acts only for colleagues: elsewhere nobody has a seat."""
    if person.agency != agency:
        return frozenset()
    return frozenset(each for each in among if _acts(unit, person, Seat(each, agency)))


def _acts(unit: Unit, person: Person, seat: Seat) -> bool:
    found = entitled(people.staffed(unit, seat), frozenset(), unit.today)
    return any(each.person.id == person.id for each in found)
