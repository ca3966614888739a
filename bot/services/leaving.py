"""Leaving, and moving on: from the first day out of post a person has no link, no valid code, no running account; who
goes to another agency or gives up a seat keeps the link. What stays behind passes to who takes over, and until then is
named to who sees to it."""

from collections.abc import Collection, Iterable

from bot.rules.duties import Duty
from bot.rules.leaving import SEES_TO_IT, Departure, answerable, passes_on
from bot.rules.people import AgencyKind, Person, Role, Seat
from storage import buttons, cards, deputies, duties, handovers, invitations, ledger, people, rights
from storage import cases as filed_cases
from storage.buttons import Letter
from storage.cases import Filed
from storage.deputies import Named
from storage.duties import Owed
from storage.rights import Account
from storage.unit import Unit

from . import case_cards, digests, effects, menus, task_cards

RULE = effects.LEAVER
MINE, CHOOSE, DELETE = "mine", "choose", "delete"
OFFERED = ((MINE, ""), (CHOOSE, ""), (DELETE, "officer"), (DELETE, "administrator"))


def matter_of(departure: Departure) -> str:
    return effects.departure_matter(departure)


def named(unit: Unit, matter: str) -> tuple[Person, str]:
    """Who is gone, and from which agency."""
    _, id_, agency = matter.split(":")
    return people.by_id(unit, int(id_)), agency


def cut_leavers(unit: Unit) -> list[Person]:
    """Cut off everybody whose first day out of post has come; those whose link was cut. Again changes nothing."""
    linked = cut(unit, uncut(unit))
    see_to_leavers(unit)
    return linked


def uncut(unit: Unit) -> list[int]:
    return invitations.leavers_with_ties(unit)


def cut(unit: Unit, person_ids: Collection[int]) -> list[Person]:
    """Of these people, those who are out of post have no link any more; whose it was."""
    leavers = _out_of_post(unit, person_ids)
    linked = [each for each in leavers if each.user_id is not None]
    invitations.cut(unit, [each.id for each in leavers])
    for each in linked:
        assert each.user_id is not None
        menus.hide(unit, each.user_id)
        ledger.append(unit, "left", person=each.staff_no, left_on=each.left_on)
    show_seats(unit, {Seat(role, each.agency) for each in leavers for role in each.roles})
    return linked


def show_seats(unit: Unit, touched: Collection[Seat]) -> None:
    """Who sits at these seats has changed: the cards of what waits there say so."""
    task_cards.follow(unit, {each.agency for each in touched if each.role is Role.ADMINISTRATOR})
    for each in filed_cases.open_cases(unit) if touched else ():
        if each.seat in touched:
            case_cards.announce(unit, each.case)
        elif Seat(Role.ADMINISTRATOR, each.case.agency) in touched:
            case_cards.find_recorders(unit, each.case)


def see_to_leavers(unit: Unit) -> None:
    """The accounts of who is gone are suspended; what stands in their name passes on, or is named on a card."""
    suspend(unit)
    see_to(unit, left_behind(unit))


def suspend(unit: Unit) -> None:
    if suspended := rights.suspend_leavers(unit):
        ledger.append(unit, "accounts_suspended", people=suspended, on=unit.today)


def left_behind(unit: Unit) -> list[int]:
    return handovers.left_behind(unit)


def see_to(unit: Unit, person_ids: Collection[int]) -> None:
    """Somebody may be back since they were looked up."""
    for person in people.by_ids(unit, person_ids).values():
        for departure in handovers.departures(unit, person):
            if heir := handovers.heir(unit, person.id, departure.agency):
                pass_on(unit, departure, heir)
            if leaves_something(unit, departure):
                show(unit, departure)


def _out_of_post(unit: Unit, person_ids: Collection[int]) -> list[Person]:
    """Somebody may be back since they were looked up."""
    return [each for each in people.by_ids(unit, person_ids).values() if not each.in_post(unit.today)]


def come_back(unit: Unit, person_id: int, agency: str) -> None:
    """There again: the accounts run as they did before, the handover is over."""
    handovers.forget(unit, person_id, agency)
    rights.resume(unit, person_id)
    cards.refresh(unit, f"{RULE}:{person_id}:{agency}")


def show(unit: Unit, departure: Departure) -> None:
    """Everybody who sees to it has the card; it is brought up to date when something happens."""
    for person in seeing_to(unit, departure):
        if cards.find(unit, person.id, matter_of(departure)) is None:
            offer(unit, person, departure)
            cards.want(unit, person, matter_of(departure))


def offer(unit: Unit, person: Person, departure: Departure) -> None:
    matter = matter_of(departure)
    there = buttons.offered(unit, person.id, matter, 0)
    buttons.offer(unit, Letter.DUTY, person.id, matter, 0, [each for each in OFFERED if each not in there])


def seeing_to(unit: Unit, departure: Departure) -> tuple[Person, ...]:
    """The agency's administrators; if there is none, its heads; else the operators of the Information Center."""
    centers = [each.code for each in people.all_agencies(unit) if each.kind is AgencyKind.INFORMATION_CENTER]
    seats = [Seat(role, departure.agency) for role in SEES_TO_IT] + [Seat(Role.OPERATOR, each) for each in centers]
    groups = ([each for each in people.holders(unit, seat) if each.id != departure.person.id] for seat in seats)
    return answerable([*groups], unit.today)


# --- what stays behind -----------------------------------------------------------------------------------------------


def leaves_something(unit: Unit, departure: Departure) -> bool:
    looks = (accounts_of, cases_of, records_of, ships_of, handovers.vacated)
    return any(look(unit, departure) for look in looks)


def accounts_of(unit: Unit, departure: Departure) -> list[Account]:
    held = rights.open_accounts(unit, departure.person.id, departure.agency)
    return [each for each in held if departure.ends(each.kind)]


def cases_of(unit: Unit, departure: Departure) -> list[Filed]:
    """What needs an applicant."""
    filed = filed_cases.of_party(unit, departure.person.id)
    return [each for each in filed if passes_on(each.case, departure)]


def records_of(unit: Unit, departure: Departure) -> list[Owed]:
    owed = duties.open_of_person(unit, Duty.RECORD, departure.person.id)
    return [each for each in owed if each.agency == departure.agency and departure.ends(Role.OFFICER)]


def ships_of(unit: Unit, departure: Departure) -> list[Named]:
    """Deputyships among that agency's people."""
    person = departure.person
    found = (*deputies.of_holder(unit, person.id), *deputies.of_deputy(unit, person.id))
    return [each for each in found if departure.is_whole and departure.agency in _houses(each, person)]


def _houses(named: Named, person: Person) -> Iterable[str]:
    """Where the other of the two works."""
    return (each.agency for each in (named.holder, named.ship.deputy) if each.id != person.id)


def pass_on(unit: Unit, departure: Departure, successor: Person) -> None:
    """These cases and records are the successor's from now on; nothing happens when there are none."""
    filed, owed = cases_of(unit, departure), records_of(unit, departure)
    for each in filed:
        filed_cases.hand_over(unit, each.case.id, successor.id)
        case_cards.announce(unit, filed_cases.load(unit, each.case.id).case)
    for duty in owed:
        duties.hand_over(unit, duty.id, successor.id)
        digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
    if filed or owed:
        ledger.append(
            unit,
            "handed_over",
            person=departure.person.staff_no,
            agency=departure.agency,
            successor=successor.staff_no,
            cases=[each.case.number for each in filed],
            records=[each.occurrence for each in owed],
        )
