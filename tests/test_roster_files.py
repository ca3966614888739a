"""A folder of CSVs or a workbook becomes the same plain rows; the template explains itself and can be filled in."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot import roster_files
from bot.rules.roster import RosterRefused
from bot.rules.roster.files import FILES
from bot.rules.roster.reading import read as read_rows
from tests.rosters import Files, city

TODAY = date(2026, 11, 23)


def folder(path: Path, files: Files, encoding: str = "utf-8") -> Path:
    path.mkdir()
    for name, records in files.items():
        with (path / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, records[0], quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(records)
    return path


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def key_of(path: Path) -> str:
    with pytest.raises(RosterRefused) as refused:
        roster_files.read(path)
    return refused.value.faults[0].key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_folder_is_read_with_or_without_a_mark(tmp_path: Path, encoding: str) -> None:
    reading = read_rows(roster_files.read(folder(tmp_path / "roster", city(), encoding)), TODAY)

    assert reading.faults == ()
    assert len(reading.lines["people"]) == 5


def test_big5_is_refused_by_name(tmp_path: Path) -> None:
    path = folder(tmp_path / "roster", {"people": city()["people"]}, "cp950")

    assert roster_files.read(path)["people"].unreadable == "roster-is-big5"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"\xff\xfe\x00\xd8")

    assert roster_files.read(tmp_path)["people"].unreadable == "roster-not-utf8"


def test_an_unreadable_file_does_not_hide_the_faults_of_others(tmp_path: Path) -> None:
    path = folder(tmp_path / "roster", {"people": city()["people"]}, "cp950")
    (path / "items.csv").write_text("code,name,programme,subject\nLI-01,x,,nobody\n", encoding="utf-8")
    faults = read_rows(roster_files.read(path), TODAY).faults

    assert [(each.file, each.row, each.key) for each in faults] == [
        ("items.csv", 2, "roster-not-an-option"),
        ("people.csv", 0, "roster-is-big5"),
    ]


def test_other_files_of_the_folder_are_only_named(tmp_path: Path) -> None:
    path = folder(tmp_path / "roster", city())
    (path / "calendar.csv").write_text("x", encoding="utf-8")

    assert roster_files.read(path)["calendar"].rows == ()


def test_a_folder_without_a_roster_is_refused(tmp_path: Path) -> None:
    assert key_of(tmp_path) == "roster-nothing-found"


@pytest.mark.parametrize("name", ["none.xlsx", "roster.txt"])
def test_what_is_neither_folder_nor_workbook_is_refused(tmp_path: Path, name: str) -> None:
    assert key_of(tmp_path / name) == "roster-not-a-roster"


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "roster.xlsx").write_bytes(b"PK\x03\x04 no workbook")

    assert key_of(tmp_path / "roster.xlsx") == "roster-not-a-workbook"


def test_cells_of_a_workbook_are_read_as_they_are_seen(tmp_path: Path) -> None:
    row = ["007", 1150105, 12.0, datetime(2026, 1, 5), date(2026, 1, 6), True, None, 1.5]
    path = workbook(tmp_path / "roster.xlsx", people=[row])

    assert roster_files.read(path)["people"].rows == (
        ("007", "1150105", "12", "2026-01-05", "2026-01-06", "1", "", "1.5"),
    )


def test_a_gap_between_rows_keeps_their_numbers(tmp_path: Path) -> None:
    header = ["code", "name", "programme", "subject"]
    path = workbook(tmp_path / "roster.xlsx", items=[header, [], [], ["LI-01", "x", "", "nobody"]])

    assert [each.row for each in read_rows(roster_files.read(path), TODAY).faults] == [4]


def test_the_template_reads_as_an_empty_roster(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    roster_files.write_template(path, lambda key: key)
    reading = read_rows(roster_files.read(path), TODAY)

    assert reading.faults == ()
    assert not any(reading.lines.values())


def test_the_template_explains_every_column(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    said: list[str] = []

    def say(key: str) -> str:
        said.append(key)
        return key

    roster_files.write_template(path, say)
    book = load_workbook(path)

    assert {f"roster-column-{f.name}-{c.name}".replace("_", "-") for f in FILES for c in f.columns} <= set(said)
    assert all(book[file.name].cell(row=1, column=1).comment for file in FILES)


def test_the_template_keeps_days_and_leading_zeros_as_text(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    roster_files.write_template(path, lambda key: key)
    sheet = load_workbook(path)["people"]

    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].number_format == "@"
