"""Taps on cards and receipts of duties: the matter's first word says who hears them."""

from collections.abc import Callable

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from storage import buttons
from storage.buttons import Tap
from storage.unit import Unit

HEARD: dict[str, Callable[[Unit, Person, Tap, int], Phrase | None]] = {}
"""By the sort of matter: what a tap does. Its person is the one it was offered to; the tables have the last word."""


def tapped(unit: Unit, person: Person, button_id: str, message_id: int) -> Phrase | None:
    tap = buttons.find(unit, button_id)
    sort = tap.matter.partition(":")[0] if tap else ""
    if tap is None or tap.person_id != person.id or sort not in HEARD:
        raise RuleViolation("button-unknown")
    return HEARD[sort](unit, person, tap, message_id)
