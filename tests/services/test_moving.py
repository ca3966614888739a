"""Who goes to another agency, or gives up a seat, leaves behind there what a leaver leaves, and keeps the link."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules.duties import Duty, month_term
from bot.rules.people import Capacity, Deputyship, Person
from bot.rules.phrases import Phrase, RuleViolation
from bot.services import effects, handover, handover_card, leaving
from bot.services.roster import import_roster
from storage import cards, cases, deputies, duties, handovers, ledger, people, reviews, rights
from storage.rights import Account
from storage.unit import Unit
from tests.city import roster

DAY = timedelta(days=1)
STAFF = {
    "O1": ("O1", "甲", "TB", "officer", "lin", "2025-01-06"),
    "O2": ("O2", "乙", "TB", "officer", "", ""),
    "A1": ("A1", "丙", "TB", "administrator", "chen", "2025-01-06"),
    "A2": ("A2", "丁", "TB", "administrator", "", ""),
    "H1": ("H1", "戊", "TB", "head", "", ""),
    "AC": ("AC", "壬", "CB", "administrator", "", ""),
    "IC": ("IC", "己", "IC", "operator", "", ""),
    "LD": ("LD", "庚", "LD", "reviewer", "", ""),
}
Changes = Mapping[str, tuple[str, str]]
"""Agency and roles by staff number."""


@pytest.fixture
def city(unit: Unit) -> Unit:
    import_roster(unit, roster(tuple(STAFF.values())))
    for number, each in enumerate(STAFF):
        people.link(unit, person(unit, each).id, 1000 + number)
    return unit


def imported(unit: Unit, changes: Changes) -> None:
    rows = [(*row[:2], *changes.get(row[0], row[2:4]), *row[4:]) for row in STAFF.values()]
    import_roster(unit, roster(tuple(rows)))


def person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def burden(unit: Unit, who: Person, kind: str = "officer") -> None:
    """One of everything in this name."""
    rights.open_new(unit, who.id, kind, unit.today - 30 * DAY)
    form = "officer_items" if kind == "officer" else "agency_items"
    values = {"kind": form, "agency": who.agency, "subject_id": who.id, "filed_by_id": who.id}
    state = {"answers": {}, "state": "open", "step": 0, "opened": 1, "version": 1}
    cases.file(unit, "I2", {**values, **state, "seat_role": "head", "seat_agency": who.agency})
    duties.open_one(unit, Duty.RECORD, who.staff_no, "2026-10", unit.today, who.agency, person_id=who.id)
    days = (unit.today - DAY, unit.today + 9 * DAY)
    deputies.name(unit, Deputyship(who.id, person(unit, "O2"), 1, *days, Capacity.ACTING, "leave"))


def account(unit: Unit, staff_no: str, kind: str = "officer", agency: str = "TB") -> Account:
    found = rights.open_account(unit, person(unit, staff_no).id, kind, agency)
    assert found is not None
    return found


def shown(unit: Unit, viewer: str, staff_no: str, agency: str = "TB") -> set[str]:
    message = handover_card.view(unit, person(unit, viewer), f"{person(unit, staff_no).id}:{agency}")
    return {each.key for each in message.lines if isinstance(each, Phrase)}


def viewers(unit: Unit, staff_no: str, agency: str = "TB") -> set[str]:
    matter = f"{leaving.RULE}:{person(unit, staff_no).id}:{agency}"
    return {people.by_id(unit, each).staff_no for each in cards.viewers(unit, matter)}


def told(unit: Unit, key: str) -> int:
    return sum(f'"{key}"' in str(each.body) or f"'{key}'" in str(each.body) for each in unit.queued)


def test_a_change_of_agency_suspends_at_once_and_is_named_to_the_old_agency(city: Unit) -> None:
    burden(city, person(city, "O1"))
    imported(city, {"O1": ("CB", "officer")})

    assert account(city, "O1").suspended_on == city.today
    assert person(city, "O1").user_id is not None
    assert viewers(city, "O1") == {"A1", "A2"}
    lines = shown(city, "A1", "O1")
    assert {"leaver-title-moved", "leaver-account", "leaver-cases", "leaver-records", "leaver-ships"} <= lines


def test_one_tap_takes_over_what_stood_there_and_nothing_else(city: Unit) -> None:
    mover = person(city, "O1")
    burden(city, mover)
    imported(city, {"O1": ("CB", "officer")})
    duties.open_one(city, Duty.RECORD, "O1", "2026-11", city.today, "CB", person_id=mover.id)
    gone = handovers.departure(city, person(city, "O1"), "TB")
    assert gone is not None
    handover.take_over(city, person(city, "A1"), gone, person(city, "O2"))

    assert [each.occurrence for each in duties.open_of_person(city, Duty.RECORD, person(city, "O2").id)] == ["2026-10"]
    assert [each.occurrence for each in duties.open_of_person(city, Duty.RECORD, mover.id)] == ["2026-11"]
    assert {each.case.in_charge for each in cases.of_party(city, mover.id)} == {person(city, "O2").id}
    assert deputies.of_holder(city, mover.id) == []
    assert shown(city, "A1", "O1") == {"leaver-title-moved", "leaver-account", "leaver-taken"}


def test_a_new_account_in_the_new_agency_does_not_wait_for_the_deletion_of_the_old(city: Unit) -> None:
    mover = person(city, "O1")
    burden(city, mover)
    imported(city, {"O1": ("CB", "officer")})
    rights.open_new(city, mover.id, "officer", city.today)
    leaving.see_to_leavers(city)

    assert account(city, "O1", agency="CB").suspended_on is None
    assert account(city, "O1", agency="TB").suspended_on == city.today
    assert rights.count_running(city, mover.id) == 1
    review = {"subject": "CB", "occurrence": "2026Q4", "due_on": city.today}
    duties.open_one(city, Duty.REVIEW, **review, agency="CB")
    (duty,) = duties.open_of_agency(city, Duty.REVIEW, "CB")
    assert [(each.agency, each.suspended_on) for each in reviews.entries(city, duty)] == [("CB", None)]


def test_the_month_of_the_move_is_owed_to_the_agency_whose_account_was_used(city: Unit) -> None:
    rights.open_new(city, person(city, "O1").id, "officer", city.today - 60 * DAY)
    imported(city, {"O1": ("CB", "officer")})
    later = replace(city, now=city.now + 10 * DAY)
    duties.open_records(later, month_term(later.today), later.today, *duties.accounts_span(later))
    duties.open_audits(later, month_term(later.today), later.today)

    owed = duties.find(later, Duty.RECORD, "O1", "2026-11")
    assert owed is not None
    assert owed.agency == "TB"
    assert duties.find(later, Duty.AUDIT, "CB", "2026-11") is None


def test_an_account_is_not_opened_by_the_former_agency(city: Unit) -> None:
    mover = person(city, "O1")
    burden(city, mover)
    (filed,) = cases.of_party(city, mover.id)
    giving = replace(filed.case, kind="officer_account", answers={"change": "add"})
    effects.check_subject(city, giving)
    imported(city, {"O1": ("CB", "officer")})

    with pytest.raises(RuleViolation, match="applicant-left"):
        effects.check_subject(city, giving)


def test_the_former_agency_deletes_its_own_account_and_not_the_new_one(city: Unit) -> None:
    mover = person(city, "O1")
    burden(city, mover)
    imported(city, {"O1": ("CB", "officer")})
    rights.open_new(city, mover.id, "officer", city.today)
    (filed,) = cases.of_party(city, mover.id)
    deleting = {"change": "delete", "effective_on": city.today.isoformat()}
    effects.carry_out(city, replace(filed.case, kind="officer_account", answers=deleting))

    assert rights.open_account(city, mover.id, "officer", "TB") is None
    assert account(city, "O1", agency="CB").suspended_on is None


def test_a_role_taken_away_ends_what_went_with_it_and_leaves_the_rest(city: Unit) -> None:
    who = person(city, "A1")
    burden(city, who, "administrator")
    rights.open_new(city, who.id, "officer", city.today)
    imported(city, {"A1": ("TB", "officer")})

    assert account(city, "A1", "administrator").suspended_on == city.today
    assert account(city, "A1", "officer").suspended_on is None
    assert viewers(city, "A1") == {"A2"}
    lines = shown(city, "A2", "A1")
    assert lines == {"leaver-title-seats", "leaver-account", "leaver-cases"}


def test_the_last_administrators_seat_stands_on_the_heads_card(city: Unit) -> None:
    imported(city, {"A1": ("TB", "officer"), "A2": ("CB", "administrator")})

    assert {"leaver-seat"} <= shown(city, "H1", "A1")
    assert {"leaver-seat"} <= shown(city, "H1", "A2")


@pytest.mark.parametrize("away", [("CB", "officer"), ("TB", ""), ("CB", "")])
def test_who_is_back_goes_on_as_before(city: Unit, away: tuple[str, str]) -> None:
    burden(city, person(city, "O1"))
    imported(city, {"O1": away})
    assert account(city, "O1").suspended_on is not None
    imported(city, {})

    assert account(city, "O1").suspended_on is None
    assert handovers.departure(city, person(city, "O1"), "TB") is None
    assert shown(city, "A1", "O1") == {"leaver-back"}


def test_who_was_suspended_for_another_reason_stays_so_when_back(city: Unit) -> None:
    burden(city, person(city, "O1"))
    rights.suspend(city, [account(city, "O1").id], city.today)
    imported(city, {"O1": ("CB", "officer")})
    imported(city, {})

    assert account(city, "O1").suspended_on is not None


def test_a_move_after_a_move_and_a_leaving_leaves_a_card_in_each_agency(city: Unit) -> None:
    burden(city, person(city, "O1"))
    imported(city, {"O1": ("CB", "officer")})
    rights.open_new(city, person(city, "O1").id, "officer", city.today)
    people.change(city, person(city, "O1").id, left_on=city.today)
    leaving.cut_leavers(city)

    assert viewers(city, "O1", "TB") == {"A1", "A2"}
    assert viewers(city, "O1", "CB") == {"AC"}
    assert {"leaver-account"} <= shown(city, "AC", "O1", "CB")
    assert account(city, "O1", agency="CB").suspended_on == city.today


def test_a_successor_who_moves_on_is_no_heir_any_more(city: Unit) -> None:
    burden(city, person(city, "O1"))
    imported(city, {"O1": ("CB", "officer")})
    gone = handovers.departure(city, person(city, "O1"), "TB")
    assert gone is not None
    handover.take_over(city, person(city, "A1"), gone, person(city, "O2"))
    imported(city, {"O1": ("CB", "officer"), "O2": ("CB", "officer")})

    assert handovers.heir(city, gone.person.id, "TB") is None
    assert {"leaver-cases", "leaver-records"} <= shown(city, "A1", "O2")


def test_the_mover_hears_of_it_and_running_it_twice_changes_nothing(city: Unit) -> None:
    burden(city, person(city, "O1"))
    imported(city, {"O1": ("CB", "officer")})
    assert told(city, "moved-told-account") == 1
    queued, written = len(city.queued), ledger.head(city)
    imported(city, {"O1": ("CB", "officer")})
    leaving.see_to_leavers(city)

    assert len(city.queued) == queued
    assert ledger.head(city) == written


def test_nobody_takes_over_from_himself_or_from_elsewhere(city: Unit) -> None:
    burden(city, person(city, "A1"), "administrator")
    imported(city, {"A1": ("TB", "officer")})
    (gone,) = handovers.departures(city, person(city, "A1"))

    for successor in ("A1", "AC"):
        with pytest.raises(RuleViolation, match="handover-no-colleague"):
            handover.take_over(city, person(city, "A2"), gone, person(city, successor))
    with pytest.raises(RuleViolation, match="handover-not-yours"):
        handover.check(city, person(city, "A1"), gone)
