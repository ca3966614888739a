"""The card of a leaver: what stands in the person's name, who took it over, and what is still to be done."""

from bot.rules.duties import period
from bot.rules.leaving import kind_that_deletes
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, say
from storage import buttons, cases, handovers, people, rights
from storage import deputies as kept
from storage.rights import Account
from storage.unit import Unit

from . import chains, deputies, leaving


def view(unit: Unit, person: Person, id_: str) -> Message:
    leaver = people.by_id(unit, int(id_))
    agency = people.agency(unit, leaver.agency).name
    if leaver.left_on is None or leaver.in_post(unit.today):
        return Message((say("leaver-back", leaver=chains.title_of(leaver), agency=agency),))
    title = say("leaver-title", leaver=chains.title_of(leaver), agency=agency, day=leaver.left_on)
    affairs = (*_accounts(unit, leaver), *_to_pass_on(unit, leaver), *_seats(unit, leaver), *_ships(unit, leaver))
    lines = (title, *(affairs or (say("leaver-nothing"),)), *_taken(unit, leaver))
    return Message(lines, _buttons(unit, person, leaver))


def _accounts(unit: Unit, leaver: Person) -> tuple[Phrase, ...]:
    return tuple(_account(unit, leaver, each) for each in rights.open_accounts(unit, leaver.id))


def _account(unit: Unit, leaver: Person, account: Account) -> Phrase:
    kind = say(f"role-{account.kind}")
    number = _deletion(unit, leaver, account.kind)
    since = account.suspended_on or say("nothing")
    if number is None:
        return say("leaver-account", kind=kind, day=since)
    return say("leaver-account-deleting", kind=kind, day=since, number=number)


def _deletion(unit: Unit, leaver: Person, account: str) -> str | None:
    """The number of the request that is under way for this account."""
    found = cases.under_way(unit, kind_that_deletes(account).code, leaver.id)
    return found.case.number if found else None


def _to_pass_on(unit: Unit, leaver: Person) -> tuple[Phrase, ...]:
    filed = tuple(each.case.number for each in leaving.cases_of(unit, leaver))
    months = tuple(period(each.occurrence) for each in leaving.records_of(unit, leaver))
    lines = [say("leaver-cases", numbers=filed)] if filed else []
    return (*lines, say("leaver-records", months=months)) if months else tuple(lines)


def _seats(unit: Unit, leaver: Person) -> tuple[Phrase, ...]:
    vacant = handovers.vacated(unit, leaver)
    waiting = tuple(each.case.number for each in cases.at_seats(unit, vacant)) if vacant else ()
    lines = tuple(say("leaver-seat", seat=say(f"role-{each.role}")) for each in vacant)
    return (*lines, say("leaver-waiting", numbers=waiting)) if waiting else lines


def _ships(unit: Unit, leaver: Person) -> tuple[Phrase, ...]:
    found = (*kept.of_holder(unit, leaver.id), *kept.of_deputy(unit, leaver.id))
    return (say("leaver-ships"), *(deputies.line(each) for each in found)) if found else ()


def _taken(unit: Unit, leaver: Person) -> tuple[Phrase, ...]:
    found = handovers.of(unit, leaver.id)
    if found is None:
        return ()
    return (say("leaver-taken", successor=chains.title_of(people.by_id(unit, found.successor_id)), day=found.on),)


def _buttons(unit: Unit, person: Person, leaver: Person) -> tuple[tuple[Button, ...], ...]:
    if person.id not in {each.id for each in leaving.seeing_to(unit, leaver)}:
        return ()
    offered = buttons.offered(unit, person.id, leaving.matter_of(leaver), 0)
    is_colleague = person.agency == leaver.agency
    take = [(leaving.MINE, "")] if is_colleague else []
    take = [] if handovers.heir(unit, leaver.id) else [*take, (leaving.CHOOSE, "")]
    deletable = [each for each in rights.open_accounts(unit, leaver.id) if not _deletion(unit, leaver, each.kind)]
    wanted = [*take, *((leaving.DELETE, each.kind) for each in deletable)]
    return tuple((Button(_label(*each), offered[each]),) for each in wanted if each in offered)


def _label(action: str, value: str) -> Phrase:
    return say(f"button-leaver-{action}", kind=say(f"role-{value}") if value else say("nothing"))
