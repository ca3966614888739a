"""The card of somebody who is gone: what stands in that name, who took it over, and what is still to be done."""

from bot.rules.duties import period
from bot.rules.leaving import Departure, kind_that_deletes
from bot.rules.people import Person, Role
from bot.rules.phrases import Button, Message, Phrase, say
from storage import buttons, cases, handovers, people
from storage.rights import Account
from storage.unit import Unit

from . import chains, deputies, leaving


def view(unit: Unit, person: Person, id_: str) -> Message:
    leaver, code = leaving.named(unit, f"{leaving.RULE}:{id_}")
    agency = people.agency(unit, code).name
    departure = handovers.departure(unit, leaver, code)
    if departure is None:
        return Message((say("leaver-back", leaver=chains.title_of(leaver), agency=agency),))
    affairs = (
        *_accounts(unit, departure),
        *_to_pass_on(unit, departure),
        *_seats(unit, departure),
        *_ships(unit, departure),
    )
    lines = (_title(unit, departure, agency), *(affairs or (say("leaver-nothing"),)), *_taken(unit, departure))
    return Message(lines, _buttons(unit, person, departure))


def _title(unit: Unit, departure: Departure, agency: str) -> Phrase:
    """Who has left, who works in another agency now, or who only gave up seats."""
    leaver, day = chains.title_of(departure.person), departure.on
    if not departure.is_whole:
        given_up = tuple(say(f"role-{each}") for each in Role if each in departure.roles)
        return say("leaver-title-seats", leaver=leaver, agency=agency, day=day, roles=given_up)
    if departure.person.agency != departure.agency:
        to = people.agency(unit, departure.person.agency).name
        return say("leaver-title-moved", leaver=leaver, agency=agency, day=day, to=to)
    return say("leaver-title", leaver=leaver, agency=agency, day=day)


def _accounts(unit: Unit, departure: Departure) -> tuple[Phrase, ...]:
    return tuple(_account(unit, departure, each) for each in leaving.accounts_of(unit, departure))


def _account(unit: Unit, departure: Departure, account: Account) -> Phrase:
    kind = say(f"role-{account.kind}")
    number = _deletion(unit, departure, account.kind)
    since = account.suspended_on or say("nothing")
    if number is None:
        return say("leaver-account", kind=kind, day=since)
    return say("leaver-account-deleting", kind=kind, day=since, number=number)


def _deletion(unit: Unit, departure: Departure, account: str) -> str | None:
    """The number of the request that is under way for this account."""
    found = cases.under_way(unit, kind_that_deletes(account).code, departure.person.id, departure.agency)
    return found.case.number if found else None


def _to_pass_on(unit: Unit, departure: Departure) -> tuple[Phrase, ...]:
    filed = tuple(each.case.number for each in leaving.cases_of(unit, departure))
    months = tuple(period(each.occurrence) for each in leaving.records_of(unit, departure))
    lines = [say("leaver-cases", numbers=filed)] if filed else []
    return (*lines, say("leaver-records", months=months)) if months else tuple(lines)


def _seats(unit: Unit, departure: Departure) -> tuple[Phrase, ...]:
    vacant = handovers.vacated(unit, departure)
    waiting = tuple(each.case.number for each in cases.at_seats(unit, vacant)) if vacant else ()
    lines = tuple(say("leaver-seat", seat=say(f"role-{each.role}")) for each in vacant)
    return (*lines, say("leaver-waiting", numbers=waiting)) if waiting else lines


def _ships(unit: Unit, departure: Departure) -> tuple[Phrase, ...]:
    found = leaving.ships_of(unit, departure)
    return (say("leaver-ships"), *(deputies.line(each) for each in found)) if found else ()


def _taken(unit: Unit, departure: Departure) -> tuple[Phrase, ...]:
    found = handovers.of(unit, departure.person.id, departure.agency)
    if found is None:
        return ()
    return (say("leaver-taken", successor=chains.title_of(people.by_id(unit, found.successor_id)), day=found.on),)


def _buttons(unit: Unit, person: Person, departure: Departure) -> tuple[tuple[Button, ...], ...]:
    if person.id not in {each.id for each in leaving.seeing_to(unit, departure)}:
        return ()
    offered = buttons.offered(unit, person.id, leaving.matter_of(departure), 0)
    held = leaving.accounts_of(unit, departure)
    deletable = [each for each in held if not _deletion(unit, departure, each.kind)]
    wanted = [*_take(unit, person, departure), *((leaving.DELETE, each.kind) for each in deletable)]
    return tuple((Button(_label(*each), offered[each]),) for each in wanted if each in offered)


def _take(unit: Unit, person: Person, departure: Departure) -> list[tuple[str, str]]:
    """The ways to take it over, until somebody has."""
    if handovers.heir(unit, departure.person.id, departure.agency):
        return []
    is_colleague = person.agency == departure.agency
    return [*([(leaving.MINE, "")] if is_colleague else []), (leaving.CHOOSE, "")]


def _label(action: str, value: str) -> Phrase:
    return say(f"button-leaver-{action}", kind=say(f"role-{value}") if value else say("nothing"))
