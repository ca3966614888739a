"""Importing a roster: all or nothing, twice is once, and what was done in chat stands."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.rules.fields import QuestionType
from bot.rules.people import Person, Role
from bot.services import linking
from bot.services.roster import RosterRefused, Summary, cut_leavers, import_roster
from storage import cards, cases, ledger, people, questions, rights
from storage import tables as t
from storage.questions import Question
from storage.unit import Unit
from tests.rosters import Files, alter, city, record, sheets

LINKED = 4711


def bring(unit: Unit, files: Files) -> Summary:
    return import_roster(unit, sheets(files))


def person(unit: Unit, staff_no: str = "S003") -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def link(unit: Unit, staff_no: str = "S003") -> int:
    people.link(unit, person(unit, staff_no).id, LINKED)
    return person(unit, staff_no).id


def count(unit: Unit, table: str) -> int:
    return unit.connection.execute(select(func.count()).select_from(t.metadata.tables[table])).scalar_one()


def everything(unit: Unit) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: [tuple(row) for row in unit.connection.execute(select(table).order_by(*table.primary_key.columns))]
        for table in t.metadata.sorted_tables
    }


def taken_away(unit: Unit, item: str) -> None:
    rows = t.agency_items.update().where(t.agency_items.c.item == item)
    unit.connection.execute(rows.values(removed_on=unit.today))


def waiting_for_the_head(unit: Unit) -> int:
    applicant = person(unit).id
    case = {"kind": "officer_account", "agency": "SA", "subject_id": applicant, "filed_by_id": applicant}
    seat = {"seat_role": "head", "seat_agency": "SA"}
    state = {"answers": {"change": "add"}, "state": "open", "step": 0, "opened": 1, "version": 1}
    return cases.file(unit, "A2", {**case, **seat, **state}).case.id


def tomorrow(unit: Unit, days: int = 1) -> None:
    unit.now += timedelta(days=days)


def test_a_roster_fills_an_empty_city(unit: Unit) -> None:
    summary = bring(unit, city())

    assert {name: (each.rows, each.added, each.changed) for name, each in summary.files.items()} == {
        "agencies": (4, 4, 0),
        "delegations": (1, 1, 0),
        "items": (2, 2, 0),
        "people": (5, 5, 0),
        "agency_items": (2, 2, 0),
        "accounts": (2, 2, 0),
    }


def test_a_person_is_what_the_row_says(unit: Unit) -> None:
    bring(unit, city())

    assert person(unit) == Person(
        id=person(unit).id,
        staff_no="S003",
        name="王承辦",
        title="科員",
        agency="SA",
        locale="en",
        roles=frozenset({Role.OFFICER}),
        egov_account="wang03",
        certificate_on=date(2026, 1, 6),
    )


def test_who_has_no_language_gets_the_offices(unit: Unit) -> None:
    import_roster(unit, sheets(city()), locale="en")

    assert person(unit, "S001").locale == "en"


def test_the_same_roster_again_changes_nothing(unit: Unit) -> None:
    bring(unit, city())
    before = everything(unit)

    assert bring(unit, city()).changes == 0
    assert everything(unit) == before


def test_an_import_is_one_entry_of_the_ledger_without_names(unit: Unit) -> None:
    bring(unit, city())
    [(entry, body)] = ledger.entries(unit)

    assert entry.verb == "roster"
    assert body is not None and '"people":[5,0]' in body and "王" not in body


def test_a_roster_with_faults_imports_nothing(unit: Unit) -> None:
    files = city()
    alter(files, "agencies", "SA", kind="bureau")
    alter(files, "people", "S003", left_on="someday")
    alter(files, "accounts", "S003", staff_no="S009")
    with pytest.raises(RosterRefused) as refused:
        bring(unit, files)

    assert [(each.file, each.row, each.column) for each in refused.value.faults] == [
        ("agencies.csv", 4, "kind"),
        ("people.csv", 4, "left_on"),
        ("accounts.csv", 3, "staff_no"),
    ]
    assert not any(everything(unit).values())


def test_what_was_changed_in_chat_stands(unit: Unit) -> None:
    bring(unit, city())
    people.change(unit, person(unit).id, locale="zh-TW", egov_account="new")
    files = city()
    alter(files, "people", "S003", title="股長")
    bring(unit, files)

    assert (person(unit).locale, person(unit).egov_account, person(unit).title) == ("zh-TW", "new", "股長")


def test_until_the_file_says_something_new(unit: Unit) -> None:
    bring(unit, city())
    people.change(unit, person(unit).id, egov_account="new")
    files = city()
    alter(files, "people", "S003", egov_account="newer")
    bring(unit, files)

    assert person(unit).egov_account == "newer"


def test_a_seat_given_otherwise_stands_until_the_cell_changes(unit: Unit) -> None:
    bring(unit, city())
    unit.connection.execute(t.seats.insert(), {"person_id": person(unit).id, "role": "authorised"})
    bring(unit, city())
    assert person(unit).roles == {Role.OFFICER, Role.AUTHORISED}
    files = city()
    alter(files, "people", "S003", roles="head; officer")
    bring(unit, files)

    assert person(unit).roles == {Role.OFFICER, Role.HEAD}


def test_an_emptied_cell_empties(unit: Unit) -> None:
    bring(unit, city())
    files = city()
    alter(files, "people", "S003", egov_account="", certificate_on="", roles="", title="", locale="")
    alter(files, "agencies", "SA", head_signs_annex3="")
    bring(unit, files)
    now = person(unit)

    assert (now.egov_account, now.certificate_on, now.roles, now.title, now.locale) == (
        None,
        None,
        frozenset(),
        "",
        "zh-TW",
    )
    assert not people.agency(unit, "SA").head_signs_annex3


def test_a_missing_row_column_or_file_changes_nothing(unit: Unit) -> None:
    files = city()
    for each in files["people"]:
        each["certificate_until"] = "2031-01-01"
    bring(unit, files)
    before = everything(unit)

    assert bring(unit, {"people": city()["people"][:2]}).changes == 0
    assert everything(unit) == before


def test_the_authority_of_a_business_can_change(unit: Unit) -> None:
    bring(unit, city())
    files = city()
    alter(files, "delegations", "FX", authority="LB")
    bring(unit, files)

    assert [(each.district, each.authority) for each in people.all_delegations(unit)] == [("FX", "LB")]


def test_whose_day_has_come_is_cut_off_in_the_import(unit: Unit) -> None:
    bring(unit, city())
    number = link(unit)
    linking.invite(unit, ["S003"])
    questions.save(unit, number, Question("field", "form:1", "reason", QuestionType.TEXT))
    questions.begin_draft(unit, number, "officer_account", {})
    files = city()
    alter(files, "people", "S003", left_on="115/11/23")

    assert bring(unit, files).cut == ("S003",)
    assert people.by_user(unit, LINKED) is None
    assert [count(unit, each) for each in ("invitations", "questions", "drafts")] == [0, 0, 0]


def test_who_leaves_later_is_cut_off_by_the_first_sweep_of_that_day(unit: Unit) -> None:
    bring(unit, city())
    link(unit)
    files = city()
    alter(files, "people", "S003", left_on="2026-11-25")
    assert bring(unit, files).cut == ()
    tomorrow(unit)
    assert cut_leavers(unit) == []
    tomorrow(unit)

    assert [each.staff_no for each in cut_leavers(unit)] == ["S003"]
    assert people.linked(unit) == []
    assert [entry.verb for entry, _ in ledger.entries(unit)][-2:] == ["left", "accounts_suspended"]


def test_cutting_off_twice_is_once(unit: Unit) -> None:
    bring(unit, city())
    link(unit)
    people.change(unit, person(unit).id, left_on=unit.today)
    cut_leavers(unit)
    before = everything(unit)

    assert cut_leavers(unit) == []
    assert everything(unit) == before


def test_who_is_back_is_invited_anew(unit: Unit) -> None:
    bring(unit, city())
    link(unit)
    files = city()
    alter(files, "people", "S003", left_on="2026-11-24")
    bring(unit, files)
    tomorrow(unit)
    bring(unit, city())

    assert person(unit).in_post(unit.today)
    assert person(unit).user_id is None


def test_a_leaving_called_off_in_time_leaves_the_link(unit: Unit) -> None:
    bring(unit, city())
    link(unit)
    files = city()
    alter(files, "people", "S003", left_on="2026-12-31")
    bring(unit, files)
    bring(unit, city())

    assert person(unit).user_id == LINKED


def test_a_new_seat_changes_the_menu_of_who_is_linked(unit: Unit) -> None:
    bring(unit, city())
    link(unit)
    files = city()
    alter(files, "people", "S003", roles="officer;administrator")
    bring(unit, files)

    assert [each.kind for each in unit.queued] == ["commands"]


def test_a_new_account_counts_from_its_opening_where_no_change_is_known(unit: Unit) -> None:
    bring(unit, city())

    assert rights.password_of(unit, person(unit).id) == (date(2026, 2, 1), date(2026, 5, 1))
    assert rights.password_of(unit, person(unit, "S002").id) == (date(2026, 10, 1), date(2027, 1, 1))


def test_a_new_account_has_its_items_from_its_opening(unit: Unit) -> None:
    bring(unit, city())
    account = rights.open_account(unit, person(unit).id, "officer", person(unit).agency)
    assert account is not None

    assert account.opened_on == date(2026, 2, 1)
    assert rights.items_held(unit, account.id) == ["LI-01", "LI-06"]


@pytest.mark.parametrize(
    ("told", "held"), [("2026-11-01", "2026-11-01"), ("2026-09-01", "2026-10-15"), ("", "2026-10-15")]
)
def test_a_password_date_only_moves_forward(unit: Unit, told: str, held: str) -> None:
    bring(unit, city())
    rights.set_password(unit, person(unit).id, date(2026, 10, 15), date(2027, 1, 15))
    files = city()
    alter(files, "accounts", "S003", password_changed_on=told)
    bring(unit, files)
    changed = rights.password_of(unit, person(unit).id)

    assert changed is not None and changed[0] == date.fromisoformat(held)


def test_an_account_that_was_closed_is_not_opened_again(unit: Unit) -> None:
    bring(unit, city())
    account = rights.open_account(unit, person(unit).id, "officer", person(unit).agency)
    assert account is not None
    rights.close(unit, account.id, unit.today)
    files = city()
    alter(files, "accounts", "S003", password_changed_on="2026-11-20")
    bring(unit, files)

    assert rights.open_account(unit, person(unit).id, "officer", person(unit).agency) is None
    assert rights.password_of(unit, person(unit).id) == (date(2026, 2, 1), date(2026, 5, 1))


def test_an_item_that_was_taken_away_does_not_come_back(unit: Unit) -> None:
    bring(unit, city())
    taken_away(unit, "LI-06")
    bring(unit, city())

    assert rights.agency_item_codes(unit, "SA") == ("LI-01",)


def test_a_person_with_two_accounts_has_one_password_clock(unit: Unit) -> None:
    files = city()
    files["accounts"].append(
        record(files, "accounts", "S002") | {"kind": "officer", "password_changed_on": "2026-11-02"}
    )
    bring(unit, files)
    changed = rights.password_of(unit, person(unit, "S002").id)

    assert changed is not None and changed[0] == date(2026, 11, 2)


def test_files_that_are_none_of_a_roster_are_named(unit: Unit) -> None:
    assert import_roster(unit, sheets(city() | {"calendar": []})).ignored == ("calendar.csv",)


def test_another_opening_day_of_a_known_account_says_nothing(unit: Unit) -> None:
    bring(unit, city())
    files = city()
    alter(files, "accounts", "S003", opened_on="2026-11-01")

    assert bring(unit, files).changes == 0
    assert rights.password_of(unit, person(unit).id) == (date(2026, 2, 1), date(2026, 5, 1))


def test_the_information_center_can_move_in_one_file(unit: Unit) -> None:
    bring(unit, city())
    files = city()
    alter(files, "agencies", "IC", kind="using")
    alter(files, "agencies", "SA", kind="information_center")

    assert bring(unit, files).files["agencies"].changed == 2


def test_a_new_account_cannot_have_an_item_that_was_taken_away(unit: Unit) -> None:
    bring(unit, city())
    taken_away(unit, "LI-06")
    files = city()
    alter(files, "accounts", "S002", kind="officer", items="LI-06")
    with pytest.raises(RosterRefused) as refused:
        bring(unit, files)

    assert [(each.row, each.column) for each in refused.value.faults] == [(2, "items")]


def test_an_item_given_back_can_be_had_again(unit: Unit) -> None:
    bring(unit, city())
    taken_away(unit, "LI-01")
    unit.connection.execute(t.agency_items.insert(), {"agency": "SA", "item": "LI-01", "granted_on": unit.today})
    files = city()
    alter(files, "accounts", "S002", kind="officer", items="LI-01")

    assert bring(unit, files).files["accounts"].added == 1


def test_what_was_removed_meanwhile_stays_away_until_the_file_says_something_new(unit: Unit) -> None:
    bring(unit, city())
    unit.connection.execute(t.delegations.delete())
    bring(unit, city())
    assert people.all_delegations(unit) == ()
    files = city()
    alter(files, "delegations", "FX", authority="LB")
    bring(unit, files)

    assert [each.business for each in people.all_delegations(unit)] == ["社會救助"]


def test_of_a_person_who_was_removed_meanwhile_everything_is_new_again(unit: Unit) -> None:
    bring(unit, city())
    unit.connection.execute(t.seats.delete().where(t.seats.c.person_id == person(unit, "L001").id))
    unit.connection.execute(t.people.delete().where(t.people.c.staff_no == "L001"))
    files = city()
    alter(files, "people", "L001", title="專員")
    bring(unit, files)

    assert (person(unit, "L001").name, person(unit, "L001").roles) == ("張審核", {Role.REVIEWER})


def test_what_waits_at_a_seat_is_shown_to_who_is_seated(unit: Unit) -> None:
    bring(unit, city())
    case = waiting_for_the_head(unit)
    files = city()
    alter(files, "people", "S002", roles="head")
    bring(unit, files)

    assert person(unit, "S002").id in cards.viewers(unit, f"case:{case}")


def test_the_applicant_sees_that_the_decider_has_left(unit: Unit) -> None:
    bring(unit, city())
    case = waiting_for_the_head(unit)
    link(unit, "S001")
    people.change(unit, person(unit, "S001").id, left_on=unit.today)
    cut_leavers(unit)

    assert person(unit).id in cards.viewers(unit, f"case:{case}")


DAYS = st.sampled_from(["", "2026-11-20", "115/11/23", "2026-12-24"])
ROLES = st.lists(st.sampled_from([each.value for each in Role]), max_size=3).map(";".join)


def altered(title: str, roles: str, left_on: str, changed_on: str) -> Files:
    files = city()
    alter(files, "people", "S003", title=title, roles=roles, left_on=left_on)
    alter(files, "accounts", "S003", password_changed_on=changed_on)
    return files


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rosters=st.lists(st.builds(altered, st.sampled_from(["", "科員"]), ROLES, DAYS, DAYS), min_size=1, max_size=3))
def test_any_roster_again_changes_nothing(unit: Unit, rosters: list[Files]) -> None:
    for files in rosters:
        bring(unit, files)
    before = everything(unit)

    assert bring(unit, rosters[-1]).changes == 0
    assert everything(unit) == before
