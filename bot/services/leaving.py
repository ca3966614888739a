"""Leaving: from the first day no longer in post a person has no link, no valid code, no running account; what stays
behind in the person's name passes to who takes over, and until then is named to who sees to it."""

from collections.abc import Collection

from bot.rules.duties import Duty
from bot.rules.leaving import SEES_TO_IT, answerable, passes_on
from bot.rules.people import AgencyKind, Person, Role, Seat
from storage import buttons, cards, duties, handovers, invitations, ledger, people, rights
from storage import cases as filed_cases
from storage.buttons import Letter
from storage.cases import Filed
from storage.duties import Owed
from storage.unit import Unit

from . import case_cards, digests, effects, menus

RULE = effects.LEAVER
MINE, CHOOSE, DELETE = "mine", "choose", "delete"
OFFERED = ((MINE, ""), (CHOOSE, ""), (DELETE, "officer"), (DELETE, "administrator"))


def matter_of(leaver: Person) -> str:
    return f"{RULE}:{leaver.id}"


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
    for each in filed_cases.open_cases(unit) if touched else ():
        if each.seat in touched:
            case_cards.announce(unit, each.case)
        elif Seat(Role.ADMINISTRATOR, each.case.agency) in touched:
            case_cards.find_recorders(unit, each.case)


def see_to_leavers(unit: Unit) -> None:
    """Leavers' accounts are suspended; what stands in their name passes to their successors, or is named on a card."""
    suspend(unit)
    see_to(unit, left_behind(unit))


def suspend(unit: Unit) -> None:
    if suspended := rights.suspend_leavers(unit):
        ledger.append(unit, "accounts_suspended", people=suspended, on=unit.today)


def left_behind(unit: Unit) -> list[int]:
    return handovers.left_behind(unit)


def see_to(unit: Unit, leaver_ids: Collection[int]) -> None:
    for leaver in _out_of_post(unit, leaver_ids):
        if heir := handovers.heir(unit, leaver.id):
            pass_on(unit, leaver, heir)
        show(unit, leaver)


def _out_of_post(unit: Unit, person_ids: Collection[int]) -> list[Person]:
    """Somebody may be back since they were looked up."""
    return [each for each in people.by_ids(unit, person_ids).values() if not each.in_post(unit.today)]


def come_back(unit: Unit, person_ids: Collection[int]) -> None:
    """In post again: their accounts run as they did before, the handover is over."""
    handovers.forget(unit, person_ids)
    rights.resume(unit, person_ids)
    for person_id in person_ids:
        cards.refresh(unit, f"{RULE}:{person_id}")


def show(unit: Unit, leaver: Person) -> None:
    """Everybody who sees to it has the card; it is brought up to date when something happens."""
    for person in seeing_to(unit, leaver):
        if cards.find(unit, person.id, matter_of(leaver)) is None:
            offer(unit, person, leaver)
            cards.want(unit, person, matter_of(leaver))


def offer(unit: Unit, person: Person, leaver: Person) -> None:
    there = buttons.offered(unit, person.id, matter_of(leaver), 0)
    buttons.offer(unit, Letter.DUTY, person.id, matter_of(leaver), 0, [each for each in OFFERED if each not in there])


def seeing_to(unit: Unit, leaver: Person) -> tuple[Person, ...]:
    """The agency's administrators; if there is none, its heads; else the operators of the Information Center."""
    centers = [each.code for each in people.all_agencies(unit) if each.kind is AgencyKind.INFORMATION_CENTER]
    groups = [people.holders(unit, Seat(role, leaver.agency)) for role in SEES_TO_IT]
    return answerable([*groups, *(people.holders(unit, Seat(Role.OPERATOR, each)) for each in centers)], unit.today)


# --- what passes on --------------------------------------------------------------------------------------------------


def cases_of(unit: Unit, leaver: Person) -> list[Filed]:
    """What needs an applicant."""
    return [each for each in filed_cases.of_party(unit, leaver.id) if passes_on(each.case, leaver.id)]


def records_of(unit: Unit, leaver: Person) -> list[Owed]:
    return duties.open_of_person(unit, Duty.RECORD, leaver.id)


def pass_on(unit: Unit, leaver: Person, successor: Person) -> None:
    """The leaver's cases and records are the successor's from now on; nothing happens when there are none."""
    filed, owed = cases_of(unit, leaver), records_of(unit, leaver)
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
            person=leaver.staff_no,
            successor=successor.staff_no,
            cases=[each.case.number for each in filed],
            records=[each.occurrence for each in owed],
        )
