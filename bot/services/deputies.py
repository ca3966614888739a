"""Deputies: named, ended, told; the cards of what waits at the seats concerned follow."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from bot.rules.deputies import check
from bot.rules.people import Capacity, Deputyship, Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import cases as filed_cases
from storage import deputies, ledger, people
from storage.cases import Filed
from storage.deputies import Named
from storage.outbox import Lane
from storage.unit import Unit

from . import case_cards, chains, task_cards, telling

DAY = timedelta(days=1)
REASONS = ("official_leave", "errand", "meeting", "leave")


def name(unit: Unit, holder: Person, ship: Deputyship) -> Phrase:
    """Keep the deputyship, tell the deputy, and move the open cases if it begins today."""
    check(holder, ship, [each.ship for each in deputies.of_holder(unit, holder.id)], unit.today)
    with _showing(unit, holder):
        deputies.name(unit, ship)
    ledger.append(
        unit,
        "deputy_named",
        holder=holder.staff_no,
        deputy=ship.deputy.staff_no,
        rank=ship.rank,
        from_day=ship.from_day,
        to_day=ship.to_day,
        capacity=ship.capacity.value,
        reason=ship.reason,
    )
    telling.tell(unit, ship.deputy, say("deputy-told-named", **_params(holder, ship)), lane=Lane.DECISION)
    return say("deputy-named", **_params(holder, ship))


def end(unit: Unit, person: Person, id_: int) -> Phrase:
    """End it now, as the holder or as the deputy; the other is told, and the open cases come back."""
    named = deputies.find(unit, id_)
    if named is None or person.id not in (named.holder.id, named.ship.deputy.id):
        raise RuleViolation("deputy-gone")
    return close(unit, person, named)


def close(unit: Unit, person: Person, named: Named) -> Phrase:
    """Whoever of the two did not end it and is there is told."""
    with _showing(unit, named.holder):
        deputies.end(unit, named)
    ledger.append(
        unit,
        "deputy_ended",
        holder=named.holder.staff_no,
        deputy=named.ship.deputy.staff_no,
        from_day=named.ship.from_day,
        to_day=named.ship.to_day,
        by=person.staff_no,
    )
    params = _params(named.holder, named.ship) | {"by": chains.title_of(person)}
    for other in (named.holder, named.ship.deputy):
        if other.id != person.id and other.in_post(unit.today):
            telling.tell(unit, other, say("deputy-told-ended", **params), lane=Lane.DECISION)
    return say("deputy-ended", **params)


def line(named: Named) -> Phrase:
    """One deputyship as a line of a list."""
    return say("deputy-line", **_params(named.holder, named.ship))


def reason_of(kept: str) -> Value:
    """A reason as it reads: one of those that can be tapped, or what was typed."""
    return say(f"deputy-reason-{kept}") if kept in REASONS else kept


def _params(holder: Person, ship: Deputyship) -> dict[str, Value]:
    return {
        "holder": chains.title_of(holder),
        "deputy": chains.title_of(ship.deputy),
        "capacity": say(f"capacity-{ship.capacity}"),
        "from": ship.from_day,
        "until": ship.to_day - DAY,
        "rank": ship.rank,
        "reason": reason_of(ship.reason),
    }


# --- open cases move at the start and return at the end --------------------------------------------------------------


def unshown(unit: Unit) -> list[int]:
    """Open cases at seats where a deputyship began or ended since this was last shown."""
    return [each.case.id for each in _waiting_at(unit, deputies.turning(unit, deputies.shown_on(unit)))]


def catch_up(unit: Unit, case_ids: Iterable[int]) -> None:
    """Of these cases, those that somebody else may decide than on the day they were last shown get new cards."""
    shown_on = deputies.shown_on(unit)
    for filed in (filed_cases.load(unit, each) for each in case_ids):
        last = max(shown_on, filed.step_since.astimezone(unit.zone).date())
        then = replace(unit, now=unit.now - (unit.today - last))
        if _deciders(then, filed) != _deciders(unit, filed):
            case_cards.announce(unit, filed.case)


def caught_up(unit: Unit) -> None:
    """All beginnings and ends until today have been shown; the few tasks there are follow at once."""
    task_cards.follow(unit, _agencies(unit, deputies.turning(unit, deputies.shown_on(unit))))
    deputies.note_shown(unit)


@contextmanager
def _showing(unit: Unit, holder: Person) -> Iterator[None]:
    """Who may decide changes inside: the cards of the cases concerned follow at once."""
    concerned = _waiting_at(unit, [holder.id])
    before = [_deciders(unit, each) for each in concerned]
    yield
    for filed, might in zip(concerned, before, strict=True):
        if _deciders(unit, filed) != might:
            case_cards.announce(unit, filed.case)
    task_cards.follow(unit, _agencies(unit, [holder.id]))


def _agencies(unit: Unit, holder_ids: Collection[int]) -> set[str]:
    """Of administrators among these people."""
    holders = people.by_ids(unit, holder_ids).values() if holder_ids else ()
    return {each.agency for each in holders if Role.ADMINISTRATOR in each.roles}


def _waiting_at(unit: Unit, holder_ids: Collection[int]) -> list[Filed]:
    """Open cases at the seats of these people, and of those whose deputies these are."""
    if not holder_ids:
        return []
    holders = people.by_ids(unit, {*holder_ids, *deputies.deputised_by(unit, holder_ids)})
    return filed_cases.at_seats(unit, {Seat(role, each.agency) for each in holders.values() for role in each.roles})


def _deciders(unit: Unit, filed: Filed) -> list[tuple[int, int, Capacity]]:
    return [(each.person.id, each.holder.id, each.capacity) for each in chains.deciders(unit, filed.case)]
