"""/evidence: all of an agency's year in one file, for those who may have it, and whole by its own hashes."""

import csv
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone
from storage import ledger, people
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.forms.printouts import text_of
from tests.journeys.steps import apply_for_account, everything
from tests.journeys.test_onsite import ACCOUNTS, audit, keep_rules, plan
from tests.rig import TAIPEI, Rig

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)
STAFF = (*PEOPLE, ("LR", "無帳號審核", "LD", "reviewer", "", ""))


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    files = {**roster(STAFF), "accounts": Sheet.of("accounts.csv", ACCOUNTS[:2])}
    async with Rig(tmp_path, files, NOW) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def ask(rig: Rig, phone: Phone, year: str = "115", agency: str = "") -> None:
    await rig.say(phone, "/evidence")
    if agency:
        await rig.tap(phone, agency)
    await rig.say(phone, year)


def unpacked(phone: Phone) -> dict[str, bytes]:
    packed = next(each.file for each in reversed(phone.messages) if (each.file or b"").startswith(b"PK"))
    assert packed is not None
    with zipfile.ZipFile(io.BytesIO(packed)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    """As Excel reads it."""
    content = next(content for path, content in files.items() if path.endswith(f"-{name}.csv"))
    assert content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


async def test_a_years_evidence_holds_tables_forms_and_checklists(rig: Rig) -> None:
    administrator, reviewer, officer = await rig.link("A1", "LR", "O1")
    await keep_rules(rig, administrator, "府交字第1150012345號", "115/3/2")
    await rig.say(officer, "/password")
    await rig.tap(officer, "我已變更密碼")
    await rig.say(officer, "115/11/23")
    await plan(rig, reviewer, "115/11/24")
    await audit(rig, reviewer, 1)
    await ask(rig, administrator)
    files = unpacked(administrator)

    assert table(files, "機關使用規定")[0]["公文文號"] == "府交字第1150012345號"
    assert table(files, "帳號")[0]["人員"] == "林承辦（O1）"
    assert table(files, "帳號")[0]["開設日（民國）"] == "115.11.02"
    assert table(files, "密碼變更日")[0]["密碼變更日（民國）"] == "115.11.23"
    assert {"LI-01", "LI-06"} == {each["項目代碼"] for each in table(files, "機關查調項目")}
    assert table(files, "現場及不定期稽核")[0]["排定日"] == "2026-11-24"
    assert table(files, "現場及不定期稽核")[0]["辦理情形"] == "已登錄結果"
    assert table(files, "檢核表")[0]["檢核結果"] == "不符合"
    assert len(table(files, "檢核表")) == 15
    assert "登記簿少登2筆" in text_of(files["稽核檢核表/115-OS-0001.pdf"])


async def test_a_case_comes_with_its_course_and_its_form(rig: Rig) -> None:
    administrator, head, officer = await rig.link("A1", "H1", "O2")
    await rig.office.store.write(give_account_name)
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await ask(rig, administrator)
    files = unpacked(administrator)

    assert [each["決定"] for each in table(files, "簽核歷程") if each["編號"] == number] == ["已送出", "核准"]
    assert number in text_of(files[f"申請表/{number}.pdf"])


def give_account_name(unit: Unit) -> None:
    """What the form would ask for first."""
    person = people.by_staff_no(unit, "O2")
    assert person is not None
    people.change(unit, person.id, egov_account="new", egov_on=NOW.date(), certificate_on=NOW.date())


async def test_every_file_is_in_the_list_of_hashes_and_the_ledger_stands_behind_it(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await ask(rig, administrator)
    files = unpacked(administrator)
    sums = files.pop("SHA256SUMS.txt").decode().splitlines()
    head = next(line.removeprefix("# ledger ") for line in sums if line.startswith("# ledger "))
    listed = dict(reversed(line.split("  ", 1)) for line in sums if not line.startswith("#"))

    assert listed == {name: sha256(content).hexdigest() for name, content in files.items()}
    number, _, digest = head.partition(":")
    assert await rig.office.store.read(lambda unit: ledger.verify(unit, (int(number), digest))) == []
    assert head in files["00-說明.txt"].decode()
    assert "evidence_handed_out" in everything(rig)


async def test_the_reviewer_of_an_authority_chooses_among_the_agencies(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await ask(rig, reviewer, "2026", "文化局")

    assert table(unpacked(reviewer), "帳號")[0]["人員"] == "外機關（O9）"
    said = [each.text for each in reviewer.messages if each.file or "正在整理文化局 115 年度的佐證資料" in each.text]
    assert len(said) == 2 and "正在整理" in said[0]


async def test_a_year_with_nothing_says_so_and_asks_again(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await ask(rig, administrator, "113")

    assert rig.saw(administrator, "交通局 113 年度沒有任何資料，請確認年度")

    await rig.say(administrator, "一一五")

    assert rig.saw(administrator, "「一一五」不是年度")

    await rig.say(administrator, "115")

    assert unpacked(administrator)


async def test_nobody_else_gets_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/evidence")

    assert rig.saw(officer, "佐證資料限資訊中心承辦人")


async def test_the_head_reads_the_evidence_of_the_own_agency_without_being_asked_which(rig: Rig) -> None:
    (head,) = await rig.link("H1")
    await ask(rig, head)

    assert table(unpacked(head), "使用者及職務")


async def test_what_somebody_wrote_is_no_formula_in_excel(rig: Rig) -> None:
    administrator, reviewer = await rig.link("A1", "LR")
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "交通局")
    await rig.tap(reviewer, "開始檢核")
    for _ in range(15):
        await rig.tap(reviewer, "符合")
    await rig.tap(reviewer, "獎懲建議")
    await rig.say(reviewer, "=1+1 建請敘獎")
    await rig.tap(reviewer, "登錄結果")
    await ask(rig, administrator)

    assert table(unpacked(administrator), "現場及不定期稽核")[0]["獎懲建議"] == "'=1+1 建請敘獎"
