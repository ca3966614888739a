"""The roster's opening balance: items, accounts and password dates that are older than the bot."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.rules.calendar import three_months_after
from bot.rules.roster import Line
from storage import opening
from storage.opening import NewAccount
from storage.unit import Unit


def agency_items(unit: Unit, lines: Sequence[Line], known: Mapping[tuple[str, ...], bool]) -> int:
    """Add what no agency ever had; how many."""
    new = [each for each in lines if each.key not in known]
    opening.grant(unit, [{"legal_basis": "", **each.values} for each in new])
    return len(new)


def accounts(
    unit: Unit, lines: Sequence[Line], known: Mapping[tuple[str, ...], bool], ids: Mapping[str, int]
) -> tuple[int, int]:
    """Add accounts that nobody ever had and bring password dates forward; how many of each."""
    new = [each for each in lines if each.key not in known]
    opening.open_accounts(unit, [_account(each, ids) for each in new])
    moved = _passwords(unit, lines, known, ids)
    fresh = {ids[each.key[0]] for each in new}
    return len(new), len(moved - fresh)


def _account(line: Line, ids: Mapping[str, int]) -> NewAccount:
    opened_on, items = line.values["opened_on"], line.values.get("items", ())
    assert isinstance(opened_on, date) and isinstance(items, tuple)
    return NewAccount(ids[line.key[0]], line.key[1], opened_on, items)


def _passwords(
    unit: Unit, lines: Sequence[Line], known: Mapping[tuple[str, ...], bool], ids: Mapping[str, int]
) -> set[int]:
    """Point 7 counts for who has an account. A date only moves forward; a new account without one counts from its
    opening."""
    held = opening.password_days(unit)
    days = dict(held)
    for line in lines:
        if not known.get(line.key, True):
            continue
        changed_on = line.values["password_changed_on"] or (None if line.key in known else line.values["opened_on"])
        person_id = ids[line.key[0]]
        if isinstance(changed_on, date) and changed_on > days.get(person_id, date.min):
            days[person_id] = changed_on
    moved = {person_id: day for person_id, day in days.items() if held.get(person_id) != day}
    dues = {day: three_months_after(day) for day in set(moved.values())}
    opening.set_passwords(
        unit,
        [{"person_id": each, "changed_on": day, "due_on": dues[day]} for each, day in moved.items()],
    )
    return set(moved)
