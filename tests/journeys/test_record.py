"""Point 4(5)3: the monthly record in the chat: nothing used, with a difference, corrected, late, from paper."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.rules.duties import Duty
from bot.rules.phrases import RuleViolation
from bot.rules.records import NIL as NOTHING
from bot.sandbox.phone import Phone
from bot.services import records as sending
from storage import duties, ledger, people, records
from storage.unit import Unit
from tests.city import roster
from tests.journeys.steps import everything
from tests.rig import TAIPEI, Rig

ACCOUNTS = [
    {"staff_no": each, "kind": "officer", "opened_on": "2026-02-02", "password_changed_on": "2026-11-02", "items": ""}
    for each in ("O1", "O2", "HO", "O9")
]
NIL, SEND = "無使用", "送出"


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The city with four account holders, on the first working day of December before the office opens."""
    at = datetime(2026, 12, 1, 7, 30, tzinfo=TAIPEI)
    async with Rig(tmp_path, roster(accounts=ACCOUNTS), at) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def morning(rig: Rig, day: int, month: int = 12) -> None:
    at = datetime(2026, month, day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def fill(rig: Rig, phone: Phone, *, registered: str = "10") -> None:
    """Ten queries, as the preview then shows them."""
    await rig.say(phone, "10")
    await rig.say(phone, registered)
    if registered != "10":
        await rig.tap(phone, "重複查詢，登記為一筆")
    await rig.tap(phone, "全部（10）")
    await rig.say(phone, "3")
    await rig.say(phone, "府交字第1150012345號")


def receipt(phone: Phone) -> str:
    return next(each.text for each in reversed(phone.messages) if "收件編號" in each.text)


async def test_nothing_used_is_two_taps_and_the_digest_loses_its_line(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await morning(rig, 1)
    digest = officer.last

    assert digest.labels[:2] == ("填報 115年11月", NIL)
    await rig.tap(officer, NIL)
    assert "無使用" in officer.last.text
    await rig.tap(officer, SEND)

    assert "115-R-0001" in receipt(officer)
    assert "逾期" not in receipt(officer)
    shown = next(each for each in officer.messages if each.message_id == digest.message_id)
    assert "使用及查調紀錄" not in shown.text
    assert shown.labels == ()


async def test_after_the_command_too_it_is_two_taps(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.tap(officer, NIL)
    await rig.tap(officer, SEND)

    assert "115年11月" in receipt(officer)


async def test_a_record_without_a_difference_asks_for_no_reason(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await fill(rig, officer)

    assert "差異原因" not in officer.last.text
    assert "有法令依據：10" in officer.last.text
    await rig.tap(officer, SEND)
    assert "115-R-0001" in receipt(officer)


async def test_a_difference_needs_its_reason_and_the_preview_shows_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.say(officer, "10")
    await rig.say(officer, "8")

    assert "系統 10 筆、登記簿 8 筆，差異原因為何？" in officer.last.text
    await rig.tap(officer, "重複查詢，登記為一筆")
    await rig.say(officer, "6")
    await rig.say(officer, "3")
    await rig.tap(officer, "未列印")
    await rig.say(officer, "檔案室115年第11卷")
    assert "差異原因：重複查詢，登記為一筆" in officer.last.text
    assert "有 1 筆未計入法令依據或當事人同意" in officer.last.text


async def test_a_part_cannot_be_more_than_the_whole(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.say(officer, "10")
    await rig.tap(officer, "與系統相同（10）")
    await rig.say(officer, "11")

    assert "這一題最多 10 筆" in officer.last.text


async def test_what_was_changed_to_nothing_takes_its_parts_with_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "系統查詢筆數")
    await rig.say(officer, "4")

    assert "系統 4 筆、登記簿 10 筆，差異原因為何？" in officer.last.text
    await rig.say(officer, "6 筆誤登")
    assert "4 筆中，有法令依據的幾筆？" in officer.last.text


async def test_a_correction_keeps_its_number_and_both_versions_stand_in_the_ledger(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await fill(rig, officer)
    await rig.tap(officer, SEND)
    await rig.tap(officer, "更正")
    await rig.tap(officer, "修改")
    await rig.tap(officer, "列印歸檔頁數")
    await rig.say(officer, "5")
    await rig.tap(officer, SEND)

    assert "115-R-0001（第 2 版）" in receipt(officer)
    entries = await rig.office.store.read(
        lambda unit: [body for each, body in ledger.entries(unit) if "usage_" in each.verb]
    )
    assert [re.findall(r'"pages":(\d)', str(each)) for each in entries] == [["3"], ["5"]]
    assert await rig.office.store.read(records.verify) == []


async def test_after_the_tenth_it_is_late_and_says_so(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    rig.clock.turn(datetime(2026, 12, 11, 10, 0, tzinfo=TAIPEI))
    await rig.say(officer, "/record")
    await rig.tap(officer, NIL)

    assert "將註記為逾期送件" in officer.last.text
    await rig.tap(officer, SEND)
    assert "逾期送件（期限 115年12月10日(四)）" in receipt(officer)


async def test_the_administrator_enters_an_officers_record_from_paper(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await morning(rig, 1)
    await rig.say(administrator, "/record")
    await rig.tap(administrator, "紙本代登 林承辦 115年11月")
    await rig.say(administrator, "府交字第1150009999號")
    await rig.tap(administrator, NIL)
    await rig.tap(administrator, SEND)

    assert "林承辦" in receipt(administrator)
    assert "已依紙本 府交字第1150009999號 代您登錄" in officer.last.text


async def test_another_agencys_officer_and_a_stranger_to_the_duty_are_refused(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H9")
    await morning(rig, 1)
    await rig.say(administrator, "/record")

    assert not any("外機關" in label for label in administrator.last.labels)
    await rig.say(head, "/record")
    assert "您目前沒有應送的使用及查調紀錄" in head.last.text


async def test_a_record_that_came_in_meanwhile_is_not_overwritten(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await rig.say(officer, "/record")
    await fill(rig, officer)
    await rig.say(administrator, "/record")
    await rig.tap(administrator, "紙本代登 林承辦 115年11月")
    await rig.say(administrator, "府交字第1150009999號")
    await rig.tap(administrator, NIL)
    await rig.tap(administrator, SEND)
    await rig.tap(officer, SEND)

    assert not any("115-R-0002" in each.text for each in officer.messages)
    assert '"queries":10' not in everything(rig)

    def send(unit: Unit) -> None:
        who, owed = people.by_staff_no(unit, "O1"), duties.find(unit, Duty.RECORD, "O1", "2026-11")
        assert who
        assert owed
        sending.send(unit, who, owed, NOTHING, 0)

    with pytest.raises(RuleViolation, match="record-came-in"):
        await rig.office.store.write(send)


async def test_the_seeds_hash_stands_in_the_ledger_before_the_first_record(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.tap(officer, NIL)
    await rig.tap(officer, SEND)
    verbs = await rig.office.store.read(lambda unit: [each.verb for each, _ in ledger.entries(unit)])

    assert verbs.index("audit_seeds") < verbs.index("usage_recorded")


async def test_a_changed_row_shows_in_the_ledgers_verification(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.tap(officer, NIL)
    await rig.tap(officer, SEND)
    await rig.office.store.write(
        lambda unit: unit.connection.exec_driver_sql("UPDATE usage_records SET queries = 1") and None
    )

    assert await rig.office.store.read(records.verify) == ["record 115-R-0001"]


async def test_a_record_changed_after_the_draw_shows_in_ledger_verify(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await rig.say(officer, "/record")
    await fill(rig, officer)
    await rig.tap(officer, SEND)
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "抽樣")
    await rig.tap(administrator, "抽樣")
    changed = "UPDATE usage_records SET registered = 9, version = version + 1"
    await rig.office.store.write(lambda unit: unit.connection.exec_driver_sql(changed) and None)
    monkeypatch.setenv("BOT_DATABASE", rig.address)
    told = await asyncio.to_thread(CliRunner().invoke, cli.app, ["ledger", "verify"])

    assert told.exit_code == 1
    assert "115-R-0001" in told.output


async def test_an_identity_number_in_an_answer_is_turned_away(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.say(officer, "10")
    await rig.say(officer, "8")
    await rig.say(officer, "A123456789 查兩次")

    assert "A123456789" not in everything(rig)


async def test_an_identity_number_in_two_answers_is_turned_away_and_not_kept(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.say(officer, "10")
    await rig.say(officer, "9")
    await rig.say(officer, "漏登 A12345")
    await rig.tap(officer, "全部（10）")
    await rig.say(officer, "3")
    await rig.say(officer, "6789")

    assert rig.saw(officer, "身分證", 3)
    assert SEND not in officer.last.labels


async def hand_over(rig: Rig, to: str) -> None:
    """O2's November is somebody else's to send."""

    def work(unit: Unit) -> None:
        owed, successor = duties.find(unit, Duty.RECORD, "O2", "2026-11"), people.by_staff_no(unit, to)
        assert owed
        assert successor
        duties.hand_over(unit, owed.id, successor.id)

    await rig.office.store.write(work)


async def test_who_took_over_a_leavers_month_enters_it_and_his_own_comes_first(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await morning(rig, 1)
    await hand_over(rig, "O1")
    for name in ("林承辦", "謝新人"):
        await rig.say(officer, "/record")
        await rig.tap(officer, NIL)
        await rig.tap(officer, SEND)

        assert f"已收到 {name} 115年11月" in receipt(officer)


@pytest.mark.parametrize("at_preview", [False, True])
async def test_a_month_that_passes_on_while_it_is_filled_is_not_sent_from_paper_without_its_number(
    rig: Rig, at_preview: bool
) -> None:
    (administrator,) = await rig.link("A1")
    await morning(rig, 1)
    await hand_over(rig, "A1")
    await rig.say(administrator, "/record")
    if at_preview:
        await rig.tap(administrator, NIL)
    await hand_over(rig, "O1")
    await rig.tap(administrator, SEND if at_preview else NIL)

    assert not rig.saw(administrator, "收件編號")
    assert rig.saw(administrator, "不需回答", 1)

    await rig.say(administrator, "/record")
    await rig.tap(administrator, "紙本代登 謝新人 115年11月")

    assert "文號" in administrator.last.text


async def test_an_administrator_who_corrects_what_the_owner_had_tapped_is_asked_for_the_paper(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await morning(rig, 1)
    await hand_over(rig, "A1")
    await rig.say(administrator, "/record")
    await fill(rig, administrator)
    await rig.tap(administrator, SEND)
    await hand_over(rig, "O1")
    await rig.tap(administrator, "更正")

    assert SEND not in administrator.last.labels
    assert "文號" in administrator.last.text


async def test_every_example_that_is_shown_is_taken(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/record")
    await rig.say(officer, "10")
    await rig.say(officer, "8")
    while "例：" in officer.last.text:
        words = officer.last.text.rpartition("例：")[2]
        await rig.say(officer, "6" if "有法令依據的幾筆" in officer.last.text else words)

    assert "當事人同意：4" in officer.last.text
    assert SEND in officer.last.labels
