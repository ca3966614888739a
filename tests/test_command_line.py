"""The command line: 0 done, 1 refused or found wrong, 2 wrong usage or setting, and one clear sentence on stderr."""

import asyncio
import csv
import json
import os
import re
import signal
import sqlite3
import sys
import zipfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import app
from bot.rules.codes import ALPHABET, LENGTH, hashed
from bot.rules.roster import Sheet
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.phone import Phone
from bot.sandbox.server import Served, create_app, serve
from bot.sandbox.telegram import Telegram
from bot.services import filing, linking, roster
from storage import inbox, ledger, migrate, opened, people, questions, rights
from storage.inbox import Arrival
from tests.calendars import year_rows
from tests.city import roster as city
from tests.forms.printouts import ANSWERS, text_of

TOKEN = "4242:sandbox"
ZONE = ZoneInfo("Asia/Taipei")
MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SENTENCE = re.compile(r"[^\n]*[ 一-鿿][^\n]*\n")  # one line, and more than a name
PATIENCE = 15.0


class Shell:
    """Commands in the environment of one office; in this process where nothing needs another."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.file = folder / "office.db"
        self.patch = patch
        for name in [each for each in os.environ if each.startswith("BOT_")]:
            patch.delenv(name)
        patch.setenv("BOT_DATABASE", self.address)

    @property
    def address(self) -> str:
        return f"sqlite:///{self.file}"

    def __call__(self, *words: str, **settings: str) -> Result:
        return CliRunner().invoke(
            app, list(words), env={f"BOT_{name.upper()}": each for name, each in settings.items()}
        )

    def fill(self) -> None:
        with self.unit() as unit:
            roster.import_roster(unit, city())

    def unit(self) -> Any:
        migrate.upgrade(self.address)
        return opened.unit(self.address, MOMENT, ZONE)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(sql).fetchall()


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder without a database."""
    return Shell(tmp_path, monkeypatch)


@pytest.fixture
def shell(bare: Shell) -> Shell:
    """A small city."""
    bare.fill()
    return bare


def refused(result: Result, code: int) -> str:
    """The one sentence on stderr; nothing on stdout."""
    assert result.exit_code == code, (result.output, result.exception)
    assert result.stdout == ""
    assert SENTENCE.fullmatch(result.stderr), result.stderr
    return result.stderr


def rows(result: Result) -> list[dict[str, Any]]:
    """The one JSON list on stdout; nothing else anywhere."""
    assert result.exit_code == 0, (result.output, result.exception)
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


# --- usage and settings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        [],
        ["invite"],
        ["inbox", "dance"],
        ["inbox", "retry"],
        ["inbox", "retry", "one"],
        ["ledger", "--wrong"],
        ["remind", "--at"],
        ["roster", "import"],
        ["calendar"],
        ["calendar", "import"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(bare: Shell, words: list[str]) -> None:
    result = bare(*words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_run_without_a_token_says_what_is_missing(bare: Shell) -> None:
    assert "BOT_TOKEN" in refused(bare("run"), 2)


@pytest.mark.parametrize(
    ("name", "value"),
    [("mode", "pigeon"), ("rate", "0"), ("rate", "many"), ("chat_rate", "-1"), ("timezone", "Mars"), ("locale", "xx")],
)
def test_a_wrong_setting_is_named(bare: Shell, name: str, value: str) -> None:
    assert f"BOT_{name.upper()}" in refused(bare("inbox", "list", **{name: value}), 2)


def test_a_token_that_cannot_be_one_is_named(bare: Shell) -> None:
    assert "BOT_TOKEN" in refused(bare("run", token="nonsense"), 2)


@pytest.mark.parametrize("words", [["inbox", "list"], ["ledger", "verify"], ["remind"], ["invite", "O1"]], ids=" ".join)
@pytest.mark.parametrize("database", ["sqlite:////nowhere/at/all.db", "nonsense", "oracle://somewhere/office"])
def test_a_database_that_cannot_be_opened_is_said(bare: Shell, words: list[str], database: str) -> None:
    assert "BOT_DATABASE" in refused(bare(*words, database=database), 1)


def test_what_is_wrong_with_a_setting_never_shows_its_value(bare: Shell) -> None:
    shown = bare("inbox", "list", database="postgresql://me:secret-word@127.0.0.1:1/office").output

    assert "secret-word" not in shown


def test_a_command_brings_a_new_sqlite_file_up_to_date(bare: Shell) -> None:
    assert rows(bare("inbox", "list", "--json")) == []
    assert migrate.is_current(bare.address)


def test_sentences_are_in_the_language_of_the_setting(bare: Shell) -> None:
    assert refused(bare("run", locale="en"), 2).isascii()


# --- invite, unlink --------------------------------------------------------------------------------------------------


def test_an_invitation_without_a_token_has_no_link_and_a_valid_code(shell: Shell) -> None:
    (found,) = rows(shell("invite", "O1", "--json"))
    with shell.unit() as unit:
        linking.start(unit, None, 4711, hashed(found["code"]))
        linked = people.by_user(unit, 4711)

    assert (found["staff_no"], found["link"]) == ("O1", None)
    assert len(found["code"]) == LENGTH and set(found["code"]) <= set(ALPHABET)
    assert linked is not None and linked.staff_no == "O1"


def test_each_of_several_people_gets_a_code_of_their_own(shell: Shell) -> None:
    found = rows(shell("invite", "O1", "H1", "A1", "--json"))

    assert [each["staff_no"] for each in found] == ["O1", "H1", "A1"]
    assert len({each["code"] for each in found}) == 3


def test_an_unknown_staff_number_makes_no_code_for_anybody(shell: Shell) -> None:
    said = refused(shell("invite", "O1", "X9", "--json"), 1)

    assert "X9" in said and "O1" not in said
    assert shell.query("SELECT count(*) FROM invitations") == [(0,)]


def test_a_leaver_is_not_invited(shell: Shell) -> None:
    with shell.unit() as unit:
        people.change(unit, people.by_staff_no(unit, "O1").id, left_on=date(2026, 1, 1))  # type: ignore[union-attr]

    assert "O1" in refused(shell("invite", "O1"), 1)


def test_codes_are_kept_only_as_their_hash(shell: Shell) -> None:
    (found,) = rows(shell("invite", "O1", "--json"))

    assert shell.query("SELECT code_hash FROM invitations") == [(hashed(found["code"]),)]


def test_the_link_of_an_unknown_staff_number_cannot_be_cut(shell: Shell) -> None:
    assert "X9" in refused(shell("unlink", "X9"), 1)


def test_a_link_is_cut_on_request(shell: Shell) -> None:
    with shell.unit() as unit:
        people.link(unit, people.by_staff_no(unit, "O1").id, 4711)  # type: ignore[union-attr]
    result = shell("unlink", "O1")

    assert (result.exit_code, result.stderr) == (0, "")
    assert shell.query("SELECT count(*) FROM people WHERE user_id IS NOT NULL") == [(0,)]


# --- roster ----------------------------------------------------------------------------------------------------------


def write(folder: Path, sheets: Mapping[str, Sheet]) -> Path:
    folder.mkdir()
    for name, sheet in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(sheet.rows)
    return folder


def with_faults() -> dict[str, Sheet]:
    """Four faults in two files."""
    sheets = city()
    people = [list(each) for each in sheets["people"].rows]
    column = people[0].index
    people[1][column("agency")] = "XX"
    people[2][column("certificate_on")] = "115/13/01"
    people[3][column("staff_no")] = people[4][column("staff_no")]
    items = [list(each) for each in sheets["items"].rows]
    items[1][items[0].index("subject")] = "dog"
    return {
        **sheets,
        "people": Sheet("people.csv", tuple(map(tuple, people))),
        "items": Sheet("items.csv", tuple(map(tuple, items))),
    }


def test_a_good_roster_is_imported_and_counted(bare: Shell) -> None:
    result = bare("roster", "import", str(write(bare.folder / "roster", city())))

    assert (result.exit_code, result.stderr) == (0, "")
    assert bare.query("SELECT count(*) FROM people") == [(10,)]


def test_a_refused_roster_lists_every_fault_by_file_row_and_column(bare: Shell) -> None:
    result = bare("roster", "import", str(write(bare.folder / "roster", with_faults())))
    told = result.stderr.splitlines()

    assert (result.exit_code, result.stdout) == (1, "")
    assert [next(each for each in told if part in each) for part in ("第 2 列「agency」", "第 3 列「certificate_on」")]
    assert any(each.startswith("items.csv 第 2 列「subject」") for each in told)
    assert any("「staff_no」" in each and "重複" in each for each in told)
    assert len(told) == 4


def test_of_a_refused_roster_nothing_is_imported(bare: Shell) -> None:
    bare("roster", "import", str(write(bare.folder / "roster", with_faults())))

    assert bare.query("SELECT count(*) FROM agencies") == [(0,)]
    assert bare.query("SELECT count(*) FROM people") == [(0,)]


def test_a_roster_that_is_not_there_is_said(bare: Shell) -> None:
    assert "nowhere" in refused(bare("roster", "import", str(bare.folder / "nowhere")), 1)


def test_a_template_does_not_overwrite_a_file(bare: Shell) -> None:
    path = bare.folder / "roster.xlsx"
    path.write_text("mine")

    assert "roster.xlsx" in refused(bare("roster", "template", str(path)), 2)
    assert path.read_text() == "mine"


def test_a_template_can_be_imported_as_it_is(bare: Shell) -> None:
    path = str(bare.folder / "roster.xlsx")

    assert bare("roster", "template", path).exit_code == 0
    assert bare("roster", "import", path).exit_code == 0


# --- calendar --------------------------------------------------------------------------------------------------------


def calendar(bare: Shell, rows: list[tuple[str, ...]], encoding: str = "utf-8-sig") -> str:
    path = bare.folder / "116.csv"
    path.write_bytes("\r\n".join(",".join(row) for row in rows).encode(encoding))
    return str(path)


def of_2027() -> list[tuple[str, ...]]:
    return year_rows(2027, {date(2027, 1, 1): "開國紀念日", date(2027, 10, 11): "補假"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp950"])
def test_an_official_calendar_is_imported_in_either_encoding(bare: Shell, encoding: str) -> None:
    result = bare("calendar", "import", calendar(bare, of_2027(), encoding))

    assert (result.exit_code, result.stderr) == (0, "")
    assert "116 年" in result.stdout and "106 日" in result.stdout
    assert bare.query("SELECT note FROM calendar_days ORDER BY day") == [("開國紀念日",), ("補假",)]


def test_the_same_calendar_twice_changes_nothing(bare: Shell) -> None:
    path = calendar(bare, of_2027())
    bare("calendar", "import", path)
    result = bare("calendar", "import", path)

    assert (result.exit_code, "沒有變更" in result.stdout) == (0, True)
    assert bare.query("SELECT count(*) FROM ledger WHERE verb = 'calendar_imported'") == [(1,)]


def test_a_refused_calendar_lists_every_fault_by_row_and_nothing_is_imported(bare: Shell) -> None:
    rows = [*of_2027()]
    rows[3] = ("20270103", "一", "2", "")
    rows[5] = ("20270199", "二", "0", "")
    rows[7] = ("20270107", "四", "1", "")
    result = bare("calendar", "import", calendar(bare, rows))
    told = result.stderr.splitlines()

    assert (result.exit_code, result.stdout) == (1, "")
    assert [each.split("：")[0] for each in told] == [
        "116.csv 第 4 列「星期」",
        "116.csv 第 6 列「西元日期」",
        "116.csv 第 8 列「是否放假」",
    ]
    assert bare.query("SELECT (SELECT count(*) FROM calendar_days) + (SELECT count(*) FROM calendar_years)") == [(0,)]


def test_a_calendar_that_is_not_there_or_no_text_is_said(bare: Shell) -> None:
    (bare.folder / "picture.csv").write_bytes(b"\x89PNG\xff\xfe\x00")

    assert "nowhere" in refused(bare("calendar", "import", str(bare.folder / "nowhere.csv")), 1)
    assert "picture" in refused(bare("calendar", "import", str(bare.folder / "picture.csv")), 1)


# --- rehearse --------------------------------------------------------------------------------------------------------


def test_a_rehearsal_writes_its_tables_and_a_picture_and_touches_no_database_of_ours(bare: Shell) -> None:
    out = bare.folder / "out"
    days = ("--from", "2027-02-01", "--to", "2027-02-05", "--agencies", "4", "--people", "16")
    result = bare("rehearse", *days, "--out", str(out))
    table = (out / "days.csv").read_text("utf-8-sig").splitlines()

    assert result.exit_code == 0, (result.output, result.exception)
    assert "116年2月5日(五)" in result.stderr and "業務承辦者" in result.stdout
    assert (out / "heat.png").read_bytes().startswith(b"\x89PNG")
    assert (out / "messages.csv").exists() and len(table) == 6
    assert not bare.file.exists()


@pytest.mark.parametrize(
    "days",
    [
        ("2027-02-01", "2027-01-01"),
        ("2027-02-01", "2032-01-01"),
        ("yesterday", "2027-01-01"),
        ("2027-02-01", "2027-02-05", "--outage", "2027-01-01", "2027-02-02"),
    ],
)
def test_days_that_make_no_sense_are_not_rehearsed(bare: Shell, days: tuple[str, ...]) -> None:
    refused(bare("rehearse", "--from", days[0], "--to", *days[1:]), 2)


# --- inbox -----------------------------------------------------------------------------------------------------------


def park(shell: Shell, update_id: int = 7) -> int:
    with shell.unit() as unit:
        (row,) = inbox.store(unit, 4242, [Arrival(update_id, 4711, "text", None, {"update_id": update_id})], unit.now)
        inbox.failed(unit, row.id, "ArithmeticError", True)
        people.link(unit, people.by_staff_no(unit, "O1").id, 4711)  # type: ignore[union-attr]
        return row.id


@pytest.mark.parametrize("verb", ["retry", "drop"])
def test_an_unknown_row_of_the_inbox_is_refused(shell: Shell, verb: str) -> None:
    assert "99" in refused(shell("inbox", verb, "99"), 1)


def test_the_inbox_lists_what_is_not_done_and_never_what_was_said(shell: Shell) -> None:
    row = park(shell)

    assert rows(shell("inbox", "list", "--json")) == [
        {
            "id": row,
            "update_id": 7,
            "staff_no": "O1",
            "state": "parked",
            "attempts": 1,
            "received_at": MOMENT.isoformat(),
            "error": "ArithmeticError",
        }
    ]


def test_a_parked_row_is_put_back_once(shell: Shell) -> None:
    row = str(park(shell))

    assert shell("inbox", "retry", row).exit_code == 0
    assert rows(shell("inbox", "list", "--json"))[0]["state"] == "waiting"
    assert row in refused(shell("inbox", "retry", row), 1)


def test_a_dropped_row_is_closed_and_the_ledger_says_so(shell: Shell) -> None:
    row = str(park(shell))

    assert shell("inbox", "drop", row).exit_code == 0
    assert rows(shell("inbox", "list", "--json")) == []
    assert row in refused(shell("inbox", "drop", row), 1)
    assert shell.query("SELECT verb FROM ledger ORDER BY id DESC LIMIT 1") == [("inbox_dropped",)]


# --- form ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def filed(shell: Shell) -> str:
    """The number of an officer's request."""
    with shell.unit() as unit:
        officer = people.by_staff_no(unit, "O1")
        assert officer is not None
        draft = questions.begin_draft(unit, officer.id, "officer_account", ANSWERS)
        filing.send(unit, draft, officer)
    return "115-A2-0001"


def test_a_cases_form_is_written_as_pdf_and_written_again_when_asked_again(shell: Shell, filed: str) -> None:
    out = shell.folder / "form.pdf"
    results = [shell("form", filed, "-o", str(out)) for _ in range(2)]

    assert [each.exit_code for each in results] == [0, 0]
    assert filed in text_of(out.read_bytes())


@pytest.mark.parametrize("annex", ["annex1", "annex2", "annex3"])
def test_an_empty_form_is_written_without_a_number(shell: Shell, annex: str) -> None:
    out = shell.folder / "blank.pdf"

    assert shell("form", "--blank", annex, "-o", str(out)).exit_code == 0
    assert "□普通件" in text_of(out.read_bytes())


def test_the_form_of_an_unknown_case_is_refused_and_nothing_is_written(shell: Shell) -> None:
    out = shell.folder / "form.pdf"

    assert "115-A2-0404" in refused(shell("form", "115-A2-0404", "-o", str(out)), 1)
    assert not out.exists()


@pytest.mark.parametrize("words", [[], ["115-A2-0001", "--blank", "annex1"]], ids=["neither", "both"])
def test_a_form_is_either_of_a_case_or_empty(shell: Shell, words: list[str]) -> None:
    refused(shell("form", *words, "-o", str(shell.folder / "form.pdf")), 2)


def test_a_form_that_cannot_be_written_is_said(shell: Shell, filed: str) -> None:
    assert "nowhere" in refused(shell("form", filed, "-o", str(shell.folder / "nowhere" / "form.pdf")), 2)


# --- evidence --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", ["115", "2026"])
@pytest.mark.parametrize("agency", ["TB", "交通局"])
def test_an_agencys_evidence_is_written_with_a_head_that_the_ledger_knows(
    shell: Shell, filed: str, agency: str, year: str
) -> None:
    out = shell.folder / "evidence.zip"

    assert shell("evidence", agency, year, "-o", str(out)).exit_code == 0
    with zipfile.ZipFile(out) as zipped:
        names = zipped.namelist()
        sums = zipped.read("SHA256SUMS.txt").decode()
    assert f"申請表/{filed}.pdf" in names
    head = re.findall(r"^# ledger (.*)$", sums, re.MULTILINE)[0]
    assert shell("ledger", "verify", "--head", head).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("TB", "114"), 1, "沒有任何資料"),
        (("TB", "116"), 1, "沒有任何資料"),
        (("XX", "115"), 1, "查無機關"),
        (("TB", "abc"), 2, "不是年度"),
    ],
)
def test_evidence_that_there_is_not_is_refused_and_nothing_is_written(
    shell: Shell, filed: str, words: tuple[str, str], code: int, why: str
) -> None:
    out = shell.folder / "evidence.zip"

    assert why in refused(shell("evidence", *words, "-o", str(out)), code)
    assert not out.exists()


def test_evidence_that_cannot_be_written_is_said(shell: Shell, filed: str) -> None:
    out = shell.folder / "nowhere" / "evidence.zip"

    assert "nowhere" in refused(shell("evidence", "TB", "115", "-o", str(out)), 2)


# --- ledger ----------------------------------------------------------------------------------------------------------


def head(shell: Shell) -> str:
    with shell.unit() as unit:
        number, digest = ledger.head(unit)
        return f"{number}:{digest}"


def test_a_whole_ledger_is_verified_and_its_head_is_printed(shell: Shell) -> None:
    result = shell("ledger", "verify")

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{head(shell)}\n", "")


def test_a_broken_ledger_is_found(shell: Shell) -> None:
    with closing(sqlite3.connect(shell.file)) as connection:
        connection.execute("DROP TRIGGER ledger_no_update")
        connection.execute("UPDATE ledger SET verb = 'forged' WHERE id = 1")
        connection.commit()
    result = shell("ledger", "verify")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "changed 1" in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_witnessed_head_that_still_stands_is_accepted(shell: Shell) -> None:
    witnessed = head(shell)
    shell("invite", "O1")

    assert shell("ledger", "verify", "--head", witnessed).exit_code == 0


def test_a_cut_tail_is_found_with_a_witnessed_head(shell: Shell) -> None:
    shell("invite", "O1")
    witnessed = head(shell)
    with closing(sqlite3.connect(shell.file)) as connection:
        connection.execute("DROP TRIGGER ledger_no_delete")
        connection.execute("DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger)")
        connection.commit()

    assert shell("ledger", "verify").exit_code == 0
    assert shell("ledger", "verify", "--head", witnessed).exit_code == 1


@pytest.mark.parametrize("witnessed", ["nonsense", "1", "x:y", ":"])
def test_a_head_that_cannot_be_read_is_wrong_usage(shell: Shell, witnessed: str) -> None:
    refused(shell("ledger", "verify", "--head", witnessed), 2)


def test_the_ledger_is_exported_line_by_line_with_all_that_its_hashes_are_made_of(shell: Shell) -> None:
    result = shell("ledger", "export")
    lines = [json.loads(each) for each in result.stdout.splitlines()]

    assert (result.exit_code, result.stderr) == (0, "")
    assert [each["id"] for each in lines] == list(range(1, len(lines) + 1))
    assert all({"verb", "at", "previous", "payload_hash", "hash", "payload"} <= each.keys() for each in lines)


# --- remind ----------------------------------------------------------------------------------------------------------


def give_account(shell: Shell) -> None:
    """O1's password was changed on the first of September: due on the first of December."""
    with shell.unit() as unit:
        person = people.by_staff_no(unit, "O1")
        assert person is not None
        rights.open_new(unit, person.id, "officer", date(2026, 9, 1))
        rights.set_password(unit, person.id, date(2026, 9, 1), date(2026, 12, 1))


AT = ("--at", "2026-11-24T08:30", "--json")


def test_a_dry_run_lists_the_same_every_time(shell: Shell) -> None:
    give_account(shell)
    first, second = (rows(shell("remind", *AT, "--dry-run")) for _ in range(2))

    assert "O1/2026-09-01" in [each["matter"] for each in first]
    assert second == first


def test_what_was_listed_once_is_not_listed_again(shell: Shell) -> None:
    give_account(shell)
    foreseen = rows(shell("remind", *AT, "--dry-run"))

    assert [json.loads(shell("remind", *AT).stdout) for _ in range(2)] == [foreseen, []]


def test_a_reminder_is_listed_with_its_matter_rung_due_day_and_clause(shell: Shell) -> None:
    give_account(shell)
    (found,) = (each for each in rows(shell("remind", *AT, "--dry-run")) if each["code"] == "password")

    assert found.pop("why").startswith("7 ")
    assert found == {
        "code": "password",
        "staff_no": "O1",
        "matter": "O1/2026-09-01",
        "rung": "-7",
        "due": "2026-12-01",
    }


@pytest.mark.parametrize("at", ["tomorrow", "2026-13-01T08:30", "8:30"])
def test_a_moment_that_cannot_be_read_is_wrong_usage(shell: Shell, at: str) -> None:
    assert at in refused(shell("remind", "--at", at, "--dry-run"), 2)


def test_rungs_of_a_moment_far_ahead_count_as_said_and_that_is_told(shell: Shell) -> None:
    result = shell("remind", "--at", "2099-01-05T08:30", "--json")

    assert (result.exit_code, type(json.loads(result.stdout))) == (0, list)
    assert SENTENCE.fullmatch(result.stderr)


# --- backup ----------------------------------------------------------------------------------------------------------


def test_a_backup_holds_what_the_database_holds(shell: Shell) -> None:
    copy = shell.folder / "copy.db"
    result = shell("backup", str(copy))
    with closing(sqlite3.connect(copy)) as connection:
        count = connection.execute("SELECT count(*) FROM people").fetchone()

    assert (result.exit_code, count) == (0, (10,))


def test_a_backup_does_not_overwrite_a_file(shell: Shell) -> None:
    assert "office.db" in refused(shell("backup", str(shell.file)), 2)


# --- a bot that runs -------------------------------------------------------------------------------------------------


class Running:
    """A bot process at a sandbox, and commands beside it."""

    def __init__(self, telegram: Telegram, served: Served, shell: Shell) -> None:
        self.telegram = telegram
        self.environment = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE": served.url,
            "BOT_DATABASE": shell.address,
        }

    async def start(self, *words: str, **settings: str) -> Process:
        environment = {**self.environment, **{f"BOT_{name.upper()}": each for name, each in settings.items()}}
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *words, env=environment, stdout=PIPE, stderr=PIPE
        )

    async def command(self, *words: str, **settings: str) -> tuple[int | None, str, str]:
        process = await self.start(*words, **settings)
        async with asyncio.timeout(PATIENCE):
            out, err = await process.communicate()
        return process.returncode, out.decode(), err.decode()

    async def until_it_polls(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while TOKEN not in self.telegram.bots or self.telegram.bots[TOKEN].queue._poll is None:
                await asyncio.sleep(0.02)


@pytest.fixture
async def running(shell: Shell) -> AsyncIterator[Running]:
    telegram = Telegram()
    served = await serve(create_app(telegram))
    yield Running(telegram, served, shell)
    await served.stop()


@pytest.fixture
async def leader(running: Running) -> AsyncIterator[Process]:
    process = await running.start("run")
    await running.until_it_polls()
    yield process
    if process.returncode is None:
        process.kill()
    await process.communicate()


async def test_a_second_run_refuses_while_one_runs(running: Running, leader: Process) -> None:
    code, out, err = await running.command("run")

    assert (code, out) == (1, "")
    assert SENTENCE.fullmatch(err)
    assert leader.returncode is None


async def test_other_commands_work_beside_a_running_bot(running: Running, leader: Process) -> None:
    """The invitation made beside it is good, its link names the bot, and the bot itself hears of it."""
    (code, out, err), (verified, _, _) = await asyncio.gather(
        running.command("invite", "O1", "--json"), running.command("ledger", "verify")
    )
    (invited,) = json.loads(out)
    phone = Phone(running.telegram, running.telegram.add_user("林承辦"))
    phone.open_link(invited["link"])
    async with asyncio.timeout(PATIENCE):
        while not any("已完成連結" in each.text for each in phone.messages):
            await asyncio.sleep(0.02)

    assert (code, err, verified) == (0, "", 0)
    assert invited["link"] == f"https://t.me/sandbox_bot?start={invited['code']}"


async def test_a_bot_that_is_asked_to_stop_stops_and_another_may_run(running: Running, leader: Process) -> None:
    leader.send_signal(signal.SIGTERM)
    async with asyncio.timeout(PATIENCE):
        _, err = await leader.communicate()
    second = await running.start("run")
    running.telegram.bots[TOKEN].queue._poll = None
    await running.until_it_polls()
    second.kill()
    await second.communicate()

    assert leader.returncode == 0
    assert b"Traceback" not in err


async def test_a_token_that_telegram_does_not_know_ends_the_run(running: Running) -> None:
    strict = await serve(create_app(Telegram(tokens=["1:other"])))
    code, out, err = await running.command("run", api_base=strict.url)
    await strict.stop()

    assert (code, out) == (2, "")
    assert "BOT_TOKEN" in err and SENTENCE.fullmatch(err)


async def test_an_invitation_whose_token_is_wrong_has_no_link_but_a_code(running: Running) -> None:
    strict = await serve(create_app(Telegram(tokens=["1:other"])))
    code, out, _ = await running.command("invite", "O1", "--json", api_base=strict.url)
    await strict.stop()

    assert code == 0
    assert json.loads(out)[0]["link"] is None


async def test_the_bots_name_is_remembered_for_when_telegram_is_away(running: Running) -> None:
    await running.command("invite", "O1", "--json")
    _, out, _ = await running.command("invite", "O1", "--json", token="")

    assert json.loads(out)[0]["link"].startswith("https://t.me/sandbox_bot?start=")


@pytest.mark.parametrize("listen", ["nonsense", "127.0.0.1:", "127.0.0.1:99999", "http://127.0.0.1:80", ":0"])
def test_where_to_listen_must_be_a_place(shell: Shell, listen: str) -> None:
    result = shell("doctor", listen=listen)

    assert result.exit_code == 2
    assert "BOT_LISTEN" in result.stderr
    assert SENTENCE.fullmatch(result.stderr)


async def test_a_port_that_is_taken_ends_the_run_with_a_sentence(running: Running) -> None:
    taken = running.environment["BOT_API_BASE"].removeprefix("http://")
    process = await running.start("run", listen=taken)
    async with asyncio.timeout(PATIENCE):
        _, err = await process.communicate()

    assert process.returncode == 2
    assert taken in err.decode()
    assert SENTENCE.fullmatch(err.decode())


async def test_without_a_network_the_bot_goes_on_trying_and_says_so(running: Running) -> None:
    running.telegram.faults.add(Fault(FaultKind.DROPPED, times=2, method="getMe"))
    running.telegram.faults.add(Fault(FaultKind.BAD_GATEWAY, times=2, method="deleteWebhook"))
    process = await running.start("run")
    await running.until_it_polls()
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(PATIENCE):
        _, err = await process.communicate()

    assert process.returncode == 0
    assert b"cannot be reached" in err
    assert b"Traceback" not in err
