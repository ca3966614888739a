"""Reading a roster: values, and every fault by file, row and column."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.rules.roster import Fault, Sheet
from bot.rules.roster.checks import Known, check
from bot.rules.roster.reading import Reading, read
from tests.rosters import Files, alter, city, record, sheets

TODAY = date(2026, 11, 23)
NOBODY = Known({}, frozenset(), {}, frozenset(), frozenset(), frozenset())
HEADER = ("staff_no", "name", "title", "agency", "roles", "egov_account", "certificate_on", "left_on", "locale")


def reading_of(files: Files) -> Reading:
    return read(sheets(files), TODAY)


def faults_of(files: Files, known: Known = NOBODY) -> list[tuple[str, int, str, str]]:
    reading = reading_of(files)
    news = {name: {each.key: each.values for each in lines if each.key} for name, lines in reading.lines.items()}
    return [_short(each) for each in (*reading.faults, *check(reading.lines, news, known))]


def people_of(*rows: Sequence[str], header: Sequence[str] = HEADER) -> list[tuple[str, int, str, str]]:
    return [_short(each) for each in read({"people": Sheet("people.csv", (header, *rows))}, TODAY).faults]


def _short(fault: Fault) -> tuple[str, int, str, str]:
    return fault.file, fault.row, fault.column, fault.key


def person(**cells: str) -> tuple[str, ...]:
    return tuple({"staff_no": "S1", "name": "王", "agency": "SA", **cells}.get(name, "") for name in HEADER)


def test_a_right_roster_has_no_fault() -> None:
    assert faults_of(city()) == []


def test_iso_and_roc_days_are_the_same_day() -> None:
    lines = reading_of(city()).lines["people"]

    assert [lines[1].values["certificate_on"], lines[2].values["certificate_on"]] == [
        date(2026, 1, 5),
        date(2026, 1, 6),
    ]


def test_another_spelling_of_a_day_is_no_news() -> None:
    line = reading_of(city()).lines["people"][1]

    assert "certificate_on" not in line.news({"certificate_on": "2026-01-05"})


def test_an_empty_cell_that_never_said_anything_is_no_news() -> None:
    line = reading_of(city()).lines["people"][0]

    assert "locale" not in line.news({})


def test_a_row_number_is_the_one_seen_in_the_file() -> None:
    assert people_of(person(), (), person(staff_no="S2", left_on="99/1/1")) == [
        ("people.csv", 4, "left_on", "roster-not-a-date")
    ]


def test_every_fault_is_told_at_once() -> None:
    files = city()
    alter(files, "agencies", "SA", kind="bureau")
    alter(files, "people", "S003", agency="XX", left_on="115/2/30", roles="officer;boss")
    files["people"].append(record(files, "people", "L001"))
    alter(files, "accounts", "S003", staff_no="S009", items="LI-99")

    assert faults_of(files) == [
        ("agencies.csv", 4, "kind", "roster-not-an-option"),
        ("people.csv", 4, "roles", "roster-unknown-role"),
        ("people.csv", 4, "left_on", "roster-not-a-date"),
        ("people.csv", 7, "staff_no", "roster-twice"),
        ("people.csv", 4, "agency", "roster-unknown-agency"),
        ("accounts.csv", 3, "staff_no", "roster-unknown-person"),
        ("accounts.csv", 3, "items", "roster-unknown-item"),
    ]


def test_a_wrong_column_is_also_a_missing_one() -> None:
    header = tuple("department" if name == "agency" else name for name in HEADER)

    assert people_of(person(), header=header) == [
        ("people.csv", 1, "department", "roster-column-unknown"),
        ("people.csv", 1, "agency", "roster-column-missing"),
    ]


def test_a_column_cannot_stand_twice() -> None:
    assert people_of((*person(), "x"), header=(*HEADER, "name")) == [("people.csv", 1, "name", "roster-column-twice")]


def test_a_cell_beyond_the_header_is_a_fault() -> None:
    assert people_of((*person(), "", "x")) == [("people.csv", 2, "11", "roster-cell-outside")]


def test_an_empty_file_is_a_fault() -> None:
    assert people_of() == []
    assert [each.key for each in read({"people": Sheet("people.csv")}, TODAY).faults] == ["roster-sheet-empty"]


@pytest.mark.parametrize("name", ["staff_no", "name", "agency"])
def test_what_names_a_person_cannot_be_empty(name: str) -> None:
    assert people_of(person(**{name: ""})) == [("people.csv", 2, name, "roster-cell-empty")]


@pytest.mark.parametrize("cell", ["A123456789", "Ａ１２３ 456-789", "0912-345-678", "身分證 1234567890"])
def test_what_the_guard_refuses_is_a_fault_and_never_repeated(cell: str) -> None:
    rows = (HEADER, person(title=cell), person(staff_no=cell))
    faults = read({"people": Sheet("people.csv", rows)}, TODAY).faults

    assert [_short(each) for each in faults] == [
        ("people.csv", 2, "title", "roster-guarded"),
        ("people.csv", 3, "staff_no", "roster-guarded"),
    ]
    assert not any(each.params for each in faults)


def test_a_header_that_the_guard_refuses_is_named_by_its_place() -> None:
    assert people_of((*person(), ""), header=(*HEADER, "A123456789")) == [("people.csv", 1, "10", "roster-guarded")]


def test_a_code_holds_no_separator() -> None:
    assert people_of(person(staff_no="S/1")) == [("people.csv", 2, "staff_no", "roster-not-a-code")]


def test_a_day_ten_years_ahead_is_a_slip_of_the_pen() -> None:
    assert people_of(person(left_on="1126/1/1"), person(staff_no="S2", left_on="215/01/01")) == [
        ("people.csv", 2, "left_on", "roster-not-a-date"),
        ("people.csv", 3, "left_on", "roster-date-too-far"),
    ]


def test_too_long_a_cell_is_a_fault() -> None:
    assert people_of(person(name="王" * 101)) == [("people.csv", 2, "name", "roster-too-long")]


def test_what_cannot_be_seen_is_dropped_and_rare_name_characters_stay() -> None:
    rows = (HEADER, person(name="\u200b王\u3000小\x00明\ue000"))

    assert read({"people": Sheet("people.csv", rows)}, TODAY).lines["people"][0].values["name"] == "王 小明\ue000"


def test_only_a_district_office_is_entrusted() -> None:
    files = city()
    alter(files, "delegations", "FX", district="LB")

    assert faults_of(files) == [("delegations.csv", 2, "district", "roster-not-a-district")]


def test_nobody_entrusts_himself() -> None:
    files = city()
    alter(files, "delegations", "FX", authority="FX")

    assert faults_of(files) == [("delegations.csv", 2, "authority", "roster-own-authority")]


def test_a_business_has_one_authority() -> None:
    files = city()
    files["delegations"].append(record(files, "delegations", "FX") | {"authority": "LB"})

    assert faults_of(files) == [("delegations.csv", 3, "district", "roster-twice")]


@pytest.mark.parametrize("kind", ["information_center", "labour"])
def test_there_is_one_information_center_and_one_labour_agency(kind: str) -> None:
    files = city()
    alter(files, "agencies", "SA", kind=kind)

    assert ("agencies.csv", 4, "kind", "roster-only-one") in faults_of(files)


def test_the_one_in_the_tables_counts_too() -> None:
    files = {"agencies": [record(city(), "agencies", "IC") | {"code": "IC2"}]}
    known = Known({"IC": "information_center"}, frozenset(), {}, frozenset(), frozenset(), frozenset())

    assert faults_of(files, known) == [("agencies.csv", 2, "kind", "roster-only-one")]


def test_an_accounts_items_are_among_its_agencys() -> None:
    files = city()
    files["agency_items"] = files["agency_items"][:1]

    assert faults_of(files) == [("accounts.csv", 3, "items", "roster-item-not-granted")]


def test_a_known_account_is_not_checked_again() -> None:
    files = city()
    files["agency_items"] = files["agency_items"][:1]
    known = Known({}, frozenset(), {}, frozenset(), frozenset(), frozenset({("S003", "officer")}))

    assert faults_of(files, known) == []


def test_the_tables_know_what_the_files_leave_out() -> None:
    known = Known({"SA": "using"}, frozenset({"LI-01"}), {"S003": "SA"}, frozenset(), frozenset(), frozenset())
    account = record(city(), "accounts", "S003") | {"items": "LI-01"}
    files = {"agency_items": city()["agency_items"][:1], "accounts": [account]}

    assert faults_of(files, known) == []
