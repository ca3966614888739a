"""Nothing is orphaned: whatever a leaver leaves behind has somebody in post who answers for it, or stands on a card."""

from datetime import date, timedelta
from itertools import product

import pytest

from bot.rules.duties import Duty
from bot.rules.leaving import Departure
from bot.rules.people import Capacity, Deputyship, Person, Role
from bot.rules.phrases import Phrase, RuleViolation
from bot.services import handover, handover_card, leaving
from bot.services.roster import import_roster
from storage import cards, cases, deputies, duties, handovers, invitations, people, rights
from storage.unit import Unit
from tests.city import roster

LEFT = date(2026, 11, 23)
DAY = timedelta(days=1)
WHO = ("A1", "O1")
THERE = tuple(frozenset(names) for names in (("A2", "H1"), ("A2",), ("H1",), ()))
PEOPLE = (
    ("O1", "甲", "TB", "officer", "lin", "2025-01-06"),
    ("O2", "乙", "TB", "officer", "", ""),
    ("A1", "丙", "TB", "administrator", "chen", "2025-01-06"),
    ("A2", "丁", "TB", "administrator", "", ""),
    ("H1", "戊", "TB", "head", "", ""),
    ("IC", "己", "IC", "operator", "", ""),
    ("LD", "庚", "LD", "reviewer", "", ""),
)


@pytest.fixture
def city(unit: Unit) -> Unit:
    import_roster(unit, roster(PEOPLE))
    for number, each in enumerate(PEOPLE):
        people.link(unit, person(unit, each[0]).id, 1000 + number)
    return unit


def person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def departure(unit: Unit, who: Person) -> Departure:
    found = handovers.departure(unit, people.by_id(unit, who.id), "TB")
    assert found is not None
    return found


def burden(unit: Unit, leaver: Person) -> None:
    """One of everything in this name."""
    rights.open_new(unit, leaver.id, "officer", LEFT - 30 * DAY)
    values = {"kind": "officer_items", "agency": "TB", "subject_id": leaver.id, "filed_by_id": leaver.id}
    state = {"answers": {}, "state": "open", "step": 0, "opened": 1, "version": 1}
    cases.file(unit, "I2", {**values, **state, "seat_role": "head", "seat_agency": "TB"})
    duties.open_one(unit, Duty.RECORD, leaver.staff_no, "2026-10", LEFT, "TB", person_id=leaver.id)
    for holder, deputy in ((leaver, person(unit, "O2")), (person(unit, "H1"), leaver)):
        days = (LEFT - DAY, LEFT + 9 * DAY)
        deputies.name(unit, Deputyship(holder.id, deputy, 1, *days, Capacity.ACTING, "leave"))


def gone(unit: Unit, *staff_nos: str) -> None:
    for each in staff_nos:
        people.change(unit, person(unit, each).id, left_on=LEFT)
    leaving.cut_leavers(unit)


def orphans(unit: Unit, leaver: Person) -> set[str]:
    """What is still in this name, seen from the tables."""
    filed = {each.case.number for each in cases.of_party(unit, leaver.id) if not in_charge(unit, each.case.in_charge)}
    owed = {each.occurrence for each in duties.open_of_person(unit, Duty.RECORD, leaver.id)}
    ships = {str(each.id) for each in (*deputies.of_holder(unit, leaver.id), *deputies.of_deputy(unit, leaver.id))}
    seats = {each.role.value for each in handovers.vacated(unit, departure(unit, leaver))}
    accounts = {each.kind for each in rights.open_accounts(unit, leaver.id, "TB")}
    return filed | owed | ships | seats | accounts


def in_charge(unit: Unit, person_id: int | None) -> bool:
    return person_id is not None and people.by_id(unit, person_id).in_post(unit.today)


def named_to(unit: Unit, leaver: Person) -> set[str]:
    return {
        people.by_id(unit, each).staff_no for each in cards.viewers(unit, leaving.matter_of(departure(unit, leaver)))
    }


def keys(unit: Unit, viewer: str, leaver: Person) -> set[str]:
    shown = handover_card.view(unit, person(unit, viewer), f"{leaver.id}:TB")
    return {each.key for each in shown.lines if isinstance(each, Phrase)}


@pytest.mark.parametrize(("leaver", "there"), list(product(WHO, THERE)))
def test_what_is_left_behind_is_named_to_whoever_is_there(city: Unit, leaver: str, there: frozenset[str]) -> None:
    who = person(city, leaver)
    burden(city, who)
    gone(city, *({leaver, "A1", "A2", "H1"} - there))
    named = {"A2"} if "A2" in there else {"H1"} if "H1" in there else {"IC"}

    assert named_to(city, person(city, leaver)) == named
    shown = keys(city, next(iter(named)), person(city, leaver))
    assert {"leaver-account", "leaver-cases", "leaver-records", "leaver-ships"} <= shown
    assert ("leaver-seat" in shown) is (leaver == "A1" and "A2" not in there)


@pytest.mark.parametrize("successor", ["O2", "A2", "H1"])
@pytest.mark.parametrize("leaver", WHO)
def test_one_tap_leaves_only_the_account_and_the_seat(city: Unit, leaver: str, successor: str) -> None:
    burden(city, person(city, leaver))
    gone(city, leaver)
    handover.take_over(city, person(city, "A2"), departure(city, person(city, leaver)), person(city, successor))

    assert orphans(city, person(city, leaver)) == {"officer"}
    assert len(duties.open_of_person(city, Duty.RECORD, person(city, successor).id)) == 1


def test_what_comes_later_goes_to_who_took_over_and_on_to_the_next(city: Unit) -> None:
    gone(city, "O1")
    handover.take_over(city, person(city, "A1"), departure(city, person(city, "O1")), person(city, "O2"))
    leaver = person(city, "O1")
    duties.open_one(city, Duty.RECORD, "O1", "2026-11", LEFT, "TB", person_id=leaver.id)
    leaving.see_to_leavers(city)

    assert [each.subject for each in duties.open_of_person(city, Duty.RECORD, person(city, "O2").id)] == ["O1"]

    gone(city, "O2")
    handover.take_over(city, person(city, "A1"), departure(city, person(city, "O2")), person(city, "H1"))

    assert [each.subject for each in duties.open_of_person(city, Duty.RECORD, person(city, "H1").id)] == ["O1"]


def test_a_successor_who_leaves_without_one_is_named(city: Unit) -> None:
    burden(city, person(city, "O1"))
    gone(city, "O1")
    handover.take_over(city, person(city, "A1"), departure(city, person(city, "O1")), person(city, "O2"))
    gone(city, "O2")

    assert {"leaver-cases", "leaver-records"} <= keys(city, "A1", person(city, "O2"))


def test_nobody_hands_over_for_another_agency(city: Unit) -> None:
    gone(city, "O1")

    with pytest.raises(RuleViolation, match="handover-not-yours"):
        handover.check(city, person(city, "LD"), departure(city, person(city, "O1")))


def test_a_leaver_with_nothing_in_his_name_makes_no_card(city: Unit) -> None:
    gone(city, "O1")

    assert named_to(city, person(city, "O1")) == set()


def test_running_it_twice_changes_nothing(city: Unit) -> None:
    burden(city, person(city, "O1"))
    gone(city, "O1")
    queued = len(city.queued)
    leaving.see_to_leavers(city)

    assert len(city.queued) == queued
    assert Role.OFFICER in person(city, "O1").roles
    assert invitations.leavers_with_ties(city) == []
