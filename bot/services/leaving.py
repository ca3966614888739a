"""Leaving: from the first day no longer in post a person has no link, no valid code, and nothing half-filled."""

from collections.abc import Collection

from bot.rules.people import Person, Seat
from storage import cases as filed_cases
from storage import invitations, ledger, people
from storage.unit import Unit

from . import case_cards, menus


def cut_leavers(unit: Unit) -> list[Person]:
    """Cut off everybody whose first day out of post has come; those whose link was cut. Again changes nothing."""
    leavers = people.by_ids(unit, invitations.leavers_with_ties(unit))
    linked = [each for each in leavers.values() if each.user_id is not None]
    invitations.cut(unit, leavers)
    for each in linked:
        assert each.user_id is not None
        menus.hide(unit, each.user_id)
        ledger.append(unit, "left", person=each.staff_no, left_on=each.left_on)
    show_seats(unit, {Seat(role, each.agency) for each in leavers.values() for role in each.roles})
    return linked


def show_seats(unit: Unit, touched: Collection[Seat]) -> None:
    """Who sits at these seats has changed: the cards of what waits there say so."""
    for each in filed_cases.open_cases(unit) if touched else ():
        if each.seat in touched:
            case_cards.announce(unit, each.case)
