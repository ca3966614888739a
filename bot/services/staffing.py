"""What a roster says about people beyond their own row: seats, links that end, and what phones should show."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, TypeAlias

from bot.rules.people import Seat
from bot.rules.roster import Content
from storage import invitations, people, roster
from storage.unit import Unit

from . import leaving, menus, moving

Key: TypeAlias = tuple[str, ...]
News: TypeAlias = Mapping[Key, Mapping[str, Content]]
Rows: TypeAlias = Mapping[Key, Mapping[str, Any]]
SEATING = frozenset({"roles", "agency", "left_on"})
MOVING = frozenset({"roles", "agency"})
MENU = frozenset({"roles", "locale"})


def settle(
    unit: Unit, news: News, before: Rows, held: Mapping[int, Collection[Seat]], ids: Mapping[str, int]
) -> tuple[str, ...]:
    """Give the seats that the roster gives, cut off leavers, and show it to who is concerned; whose link ended."""
    roster.seat(unit, {ids[key[0]]: _roles(each) for key, each in news.items() if "roles" in each})
    gone = [key for key, each in news.items() if "left_on" in each and _is_out(unit, before.get(key, {}), each)]
    invitations.cut(unit, [ids[key[0]] for key in gone])
    moved = {ids[key[0]] for key, each in news.items() if SEATING & each.keys()}
    now = roster.seats_held(unit) if moved else {}
    leaving.show_seats(unit, {seat for each in moved for seat in (*held.get(each, ()), *now.get(each, ()))})
    for key in (each for each in gone if not _is_gone(unit, news[each])):
        leaving.come_back(unit, ids[key[0]], people.by_id(unit, ids[key[0]]).agency)
    _move(unit, news, before, held, ids)
    if moved:
        leaving.see_to_leavers(unit)
    _show_menus(unit, news, before)
    cut = {key[0]: before[key]["user_id"] for key in gone if before.get(key, {}).get("user_id") is not None}
    for chat_id in cut.values():
        menus.hide(unit, chat_id)
    return tuple(cut)


def _move(unit: Unit, news: News, before: Rows, held: Mapping[int, Collection[Seat]], ids: Mapping[str, int]) -> None:
    """Whoever is in another agency now, or at other seats."""
    known = {ids[key[0]]: before[key] for key, each in news.items() if MOVING & each.keys() and key in before}
    for person_id, person in people.by_ids(unit, known).items():
        moving.settle(unit, person, known[person_id], held.get(person_id, ()))


def _roles(values: Mapping[str, Content]) -> tuple[str, ...]:
    roles = values["roles"]
    assert isinstance(roles, tuple)
    return roles


def _is_out(unit: Unit, before: Mapping[str, Any], values: Mapping[str, Content]) -> bool:
    """Out of post by today, or was until this import: who is back is invited anew."""
    days = (before.get("left_on"), values["left_on"])
    return any(isinstance(day, date) and day <= unit.today for day in days)


def _is_gone(unit: Unit, values: Mapping[str, Content]) -> bool:
    day = values["left_on"]
    return isinstance(day, date) and day <= unit.today


def _show_menus(unit: Unit, news: News, before: Rows) -> None:
    for key, values in news.items():
        if MENU & values.keys() and before.get(key, {}).get("user_id") is not None:
            person = people.by_staff_no(unit, key[0])
            if person is not None and person.user_id is not None:
                menus.show(unit, person)
