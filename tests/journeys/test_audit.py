"""Points 4(4)5 and 8(1)1: the monthly audit in the chat, from the first record to the head's reading."""

import hashlib
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.rules.audits import sample
from bot.rules.duties import Duty
from bot.rules.people import Capacity, Deputyship
from bot.rules.phrases import RuleViolation
from bot.sandbox.phone import Phone
from bot.services import audit_report, deputies
from bot.services import audits as auditing
from storage import audits, duties, ledger, people
from storage.unit import Unit
from tests.forms.printouts import flat, text_of
from tests.journeys.months import (
    SEATS,
    SEND,
    board,
    counts,
    draw,
    look_at_all,
    morning,
    office,
    report_normal,
    send_nil,
    send_record,
)
from tests.rig import TAIPEI, Rig

HEAD_ALSO_USES = ("HO", "吳副局長", "TB", "head;officer", "wu", "2025-01-06")
USING_ADMINISTRATOR = ("A1", "陳管理", "TB", "administrator;officer", "chen", "2025-01-06")


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """Five officers, on the morning their month is opened."""
    async with office(tmp_path, 5) as rig:
        await morning(rig, 1)
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def all_in(rig: Rig) -> tuple[Phone, Phone]:
    """Three have used the system, two have not; administrator and head."""
    staff = await rig.link("P01", "P02", "P03", "P04", "P05")
    for phone, queries in zip(staff[:3], (10, 120, 3), strict=True):
        await send_record(rig, phone, queries)
    for phone in staff[3:]:
        await send_nil(rig, phone)
    administrator, head = await rig.link("A1", "H1")
    return administrator, head


async def test_the_board_counts_who_is_in_and_follows_what_comes_in(rig: Rig) -> None:
    first, second, administrator = await rig.link("P01", "P02", "A1")
    await rig.say(administrator, "/audit")

    assert counts(administrator) == (5, 0, 0, 0, 5)
    await send_nil(rig, first)
    await send_record(rig, second, 7)
    assert counts(administrator) == (5, 2, 1, 0, 3)
    assert "未送 3 人：承辦03、承辦04、承辦05" in board(administrator)


async def test_one_tap_asks_the_missing_once_a_working_day(rig: Rig) -> None:
    first, administrator = await rig.link("P01", "A1")
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "催送未送者")

    assert "陳管理 請您儘速送交115年11月使用及查調紀錄" in first.last.text
    await rig.tap(administrator, "催送未送者")
    assert "今天已經催送過" in administrator.last.text
    await rig.tap(first, "無使用")
    await rig.tap(first, SEND)
    assert counts(administrator)[:3] == (5, 1, 1)


async def test_five_officers_are_audited_and_the_head_reads(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await draw(rig, administrator)

    assert await look_at_all(rig, administrator) == 4
    await report_normal(rig, administrator)
    assert "已提報，待核閱" in board(head)
    assert "稽核結果：正常　陳管理 提報" in board(head)
    await rig.tap(head, "核閱")
    assert "核閱：李局長" in board(head)
    assert "核閱：李局長" in board(administrator)
    await morning(rig, 9)
    await morning(rig, 18)
    assert not rig.saw(head, "請您核閱")
    assert not rig.saw(administrator, "已逾期")


async def test_the_sample_is_redrawn_from_the_revealed_seed_whose_hash_came_first(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await draw(rig, administrator)
    sealed = re.findall(r"前 16 碼 ([0-9a-f]{16})", "\n".join(each.text for each in administrator.messages))
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    seed = re.findall(r"[0-9a-f]{64}", board(head))[0]
    drawn = [int.from_bytes(hashlib.sha256(f"{seed}/P02/{n}".encode()).digest()) % 120 + 1 for n in (1, 2, 3)]
    first, second = list(dict.fromkeys(drawn))[:2]
    bodies = await rig.office.store.read(lambda unit: [(each.verb, body) for each, body in ledger.entries(unit)])

    said = [each.text for each in administrator.messages]
    assert any(f"承辦02 登記簿第 {first} 筆" in each for each in said)
    assert any(f"承辦02 登記簿第 {second} 筆" in each for each in said)
    digest = hashlib.sha256(seed.encode()).hexdigest()
    assert digest in str(next(body for verb, body in bodies if verb == "audit_seeds"))
    assert not sealed or sealed[0] == digest[:16]


async def test_before_the_report_nobody_is_shown_the_seed(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    secret = await rig.office.store.read(
        lambda unit: unit.connection.exec_driver_sql("SELECT seed FROM audit_seeds").scalar_one()
    )
    bodies = await rig.office.store.read(lambda unit: [str(body) for _, body in ledger.entries(unit)])

    assert not any(secret in each.text for each in administrator.messages)
    assert not any(secret in body for body in bodies)


async def test_an_anomaly_rings_at_the_heads_at_once_with_the_clock(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    rig.clock.turn(datetime(2026, 12, 5, 22, 0, tzinfo=TAIPEI))
    await draw(rig, administrator)
    await rig.tap(administrator, "✅ 有依據或同意")
    await rig.tap(administrator, "說明不符合之處")
    await rig.say(administrator, "登記簿未載明公文文號")

    alarm = next(each for each in head.messages if "異常通報" in each.text)
    assert not alarm.silent
    assert "不符合：有依據或同意。登記簿未載明公文文號" in alarm.text
    assert "應於知悉後 1 小時內通報，即 1205/2300 以前" in alarm.text
    await rig.tap(head, "已知悉")
    assert any("已知悉：李局長" in each.text for each in head.messages)


async def test_with_an_anomaly_the_result_is_explained_returned_mended_and_read(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "通報異常")
    await rig.say(administrator, "帳號於下班時間有查詢紀錄")
    await draw(rig, administrator)
    await look_at_all(rig, administrator)

    assert "正常" not in administrator.last.labels
    await rig.tap(administrator, "異常")
    await rig.say(administrator, "經查係加班")
    await rig.say(administrator, "已請當事人說明")
    await rig.tap(administrator, SEND)
    await rig.tap(head, "退回補正")
    await rig.say(head, "請補充加班核准文號")
    assert "退回原因：「請補充加班核准文號」" in board(administrator)
    await morning(rig, 9)
    assert rig.saw(administrator, "使用情形請於", 1)
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "提報")
    await rig.tap(administrator, "異常")
    await rig.say(administrator, "經查係加班，府交字第1150054321號核准")
    await rig.say(administrator, "已請當事人說明")
    await rig.tap(administrator, SEND)
    await rig.tap(head, "核閱")
    assert "核閱：李局長" in board(administrator)


async def test_the_report_is_printed_with_numbers_sample_anomaly_seed_and_the_heads_stamp(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await draw(rig, administrator)
    await rig.tap(administrator, "✅ 有依據或同意")
    await rig.tap(administrator, "說明不符合之處")
    await rig.say(administrator, "登記簿未載明公文文號")
    assert not any("列印報告" in each.labels for each in administrator.messages)
    await look_at_all(rig, administrator)
    await rig.tap(administrator, "異常")
    await rig.say(administrator, "1 筆未載明公文文號")
    await rig.say(administrator, "已補登並告知承辦人")
    await rig.tap(administrator, "送出")
    await rig.tap(head, "核閱")
    await rig.tap(head, "列印報告")
    seed = re.findall(r"[0-9a-f]{64}", board(head))[0]
    words = text_of(head.last.file or b"").replace("\u200b", "")

    for each in (
        "勞保查調系統使用情形稽核報告",
        "應送 5 人，已送 5 人（無使用 2 人、逾期 0 人），未送 0 人",
        "133 筆（使用 3 人）",
        "4 筆，不符合 1 筆",
        "登記簿未載明公文文號",
        "1 筆未載明公文文號",
        "已補登並告知承辦人",
        seed,
        hashlib.sha256(seed.encode()).hexdigest(),
        "機關首長 李局長 科員 已核閱",
    ):
        assert flat(each) in words


async def test_the_report_is_not_for_others_and_not_before_it_is_sent(rig: Rig) -> None:
    await all_in(rig)

    def printed(unit: Unit, staff_no: str) -> None:
        owed = duties.find(unit, Duty.AUDIT, "TB", "2026-11")
        assert owed is not None
        audit_report.send(unit, people.by_staff_nos(unit, [staff_no])[staff_no], owed)

    for who, why in (("P01", "audit-no-seat"), ("H1", "audit-not-reported")):
        with pytest.raises(RuleViolation, match=why):
            await rig.office.store.write(lambda unit, who=who: printed(unit, who))


async def test_an_identity_number_in_explanation_and_measures_is_turned_away(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await rig.tap(administrator, "異常")
    await rig.say(administrator, "查詢對象為 A12345")
    await rig.say(administrator, "6789，已請當事人說明")

    assert rig.saw(administrator, "身分證", 2)
    assert SEND not in administrator.last.labels


async def test_after_the_drawing_a_record_cannot_be_corrected(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    await draw(rig, administrator)
    officer = rig.phones["P01"]
    await rig.tap(officer, "更正")

    assert "已經抽樣稽核，紀錄不能再更正" in officer.last.text

    await rig.say(officer, "/record")

    assert "您目前沒有應送的使用及查調紀錄" in officer.last.text


async def test_who_is_missing_is_named_and_a_late_record_is_sampled_and_reported_after_all(rig: Rig) -> None:
    first, second, administrator, head = await rig.link("P01", "P02", "A1", "H1")
    await send_record(rig, first, 5)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)

    assert "提報時未送：承辦02、承辦03、承辦04、承辦05" in board(head)
    await rig.tap(head, "核閱")
    rig.clock.turn(datetime(2026, 12, 11, 10, 0, tzinfo=TAIPEI))
    await send_record(rig, second, 5)
    assert "逾期送件 1 人：承辦02" in board(administrator)
    await rig.tap(administrator, "開始抽查")
    assert "承辦02 登記簿第" in administrator.last.text
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    assert len(re.findall(r"[0-9a-f]{64}", board(head))) == 2
    await rig.tap(head, "核閱")
    assert "已核閱" in board(administrator)


async def test_another_agencys_administrator_and_an_officer_are_turned_away(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    (other,) = await rig.link("A9")
    await rig.say(other, "/audit")

    assert "交通局" not in other.last.text
    await rig.say(rig.phones["P01"], "/audit")
    assert "您目前沒有這些職務" in rig.phones["P01"].last.text
    await rig.say(administrator, "/audit")
    data = administrator.last.buttons[0][0].data
    other.tap_data(other.last.message_id, str(data))
    await rig.settle()
    assert "這個按鈕已經失效或不是給您的" in other.last.text


async def test_an_administrators_own_use_is_looked_at_by_the_head_before_reading(tmp_path: Path) -> None:
    seats = [USING_ADMINISTRATOR, *SEATS[1:]]
    async with office(tmp_path, 1, seats) as rig:
        await morning(rig, 1)
        first, administrator, head = await rig.link("P01", "A1", "H1")
        await send_record(rig, first, 5)
        await send_record(rig, administrator, 5)
        await draw(rig, administrator)
        assert "承辦01" in administrator.last.text
        assert await look_at_all(rig, administrator) == 1
        await report_normal(rig, administrator)

        assert "核閱" not in [label for each in head.messages for label in each.labels]
        await rig.tap(head, "開始抽查")
        assert "陳管理 登記簿第" in head.last.text
        assert await look_at_all(rig, head) == 1
        await rig.tap(head, "核閱")
        assert "抽查人員：陳管理，1 筆" in board(administrator)
        assert "抽查人員：李局長，1 筆" in board(administrator)


async def test_who_reports_in_the_administrators_place_does_not_read_it(rig: Rig) -> None:
    await all_in(rig)
    (authorised,) = await rig.link("AU")
    await draw(rig, authorised)
    await look_at_all(rig, authorised)
    await report_normal(rig, authorised)

    assert "核閱" not in [label for each in authorised.messages for label in each.labels]
    assert "核閱" in [label for each in rig.phones["H1"].messages for label in each.labels]

    def read(unit: Unit) -> None:
        who, owed = people.by_staff_no(unit, "AU"), duties.find(unit, Duty.AUDIT, "TB", "2026-11")
        assert who
        assert owed
        auditing.read(unit, who, owed, audits.find(unit, owed.id).version)

    with pytest.raises(RuleViolation, match="audit-own-report"):
        await rig.office.store.write(read)


async def test_a_changed_answer_shows_in_the_ledgers_verification(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)

    assert await rig.office.store.read(audits.verify) == []
    await rig.office.store.write(
        lambda unit: unit.connection.exec_driver_sql("UPDATE audit_items SET failed = 'basis' WHERE id = 1") and None
    )
    assert await rig.office.store.read(audits.verify) == ["audit item 1"]


async def test_the_months_there_have_been_can_be_opened(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    await rig.tap(head, "核閱")
    await rig.say(head, "/audit")

    assert "115年11月　已核閱　送 5/5　正常" in head.last.text
    await rig.tap(head, "查看 115年11月")
    assert "核閱：李局長" in head.last.text


async def test_a_correction_that_was_begun_before_the_drawing_is_not_taken_after_it(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    officer = rig.phones["P01"]
    await rig.tap(officer, "更正")
    await draw(rig, administrator)
    await rig.tap(officer, SEND)

    assert not any("第 2 版" in each.text for each in officer.messages)


async def test_a_late_record_is_drawn_with_a_seed_that_no_report_has_shown(rig: Rig) -> None:
    first, second, administrator, head = await rig.link("P01", "P02", "A1", "H1")
    await send_record(rig, first, 5)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    await send_record(rig, second, 9000)
    await rig.tap(administrator, "開始抽查")
    drawn = await rig.office.store.read(
        lambda unit: (
            unit.connection.exec_driver_sql("SELECT position FROM audit_items WHERE subject = 'P02' ORDER BY id")
            .scalars()
            .all()
        )
    )
    known, unknown = await rig.office.store.read(
        lambda unit: unit.connection.exec_driver_sql("SELECT seed FROM audit_seeds ORDER BY round").scalars().all()
    )

    assert known in board(head)
    assert not any(unknown in each.text for each in (*administrator.messages, *head.messages))
    assert tuple(drawn) == sample(unknown, "P02", 9000, 9000)


async def test_nobody_looks_at_his_own_entries(tmp_path: Path) -> None:
    seats = [*SEATS[:2], ("AU", "周專委", "TB", "authorised;officer", "chou", "2025-01-06"), *SEATS[3:]]
    async with office(tmp_path, 1, seats) as rig:
        await morning(rig, 1)
        first, authorised, administrator = await rig.link("P01", "AU", "A1")
        await send_record(rig, first, 5)
        await send_record(rig, authorised, 5)
        await draw(rig, authorised)

        assert "承辦01 登記簿第" in authorised.last.text
        assert await look_at_all(rig, authorised) == 1
        await rig.say(administrator, "/audit")
        await rig.tap(administrator, "開始抽查")
        assert "周專委 登記簿第" in administrator.last.text


async def test_when_no_head_can_be_reached_the_finder_is_told(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "通報異常")
    await rig.say(administrator, "帳號於下班時間有查詢紀錄")

    assert "請立即當面或以電話呈報首長" in administrator.last.text


async def test_an_audit_that_is_late_is_heard_of_by_the_head_who_can_open_it(rig: Rig) -> None:
    _, head = await rig.link("A1", "H1")
    for day in (11, 14, 15):
        await morning(rig, day)

    assert rig.saw(head, "使用情形的稽核結果應於", 1)
    await rig.tap(head, "稽核 115年11月")
    assert counts(head) == (5, 0, 0, 0, 5)


async def test_a_changed_report_shows_in_the_ledgers_verification(rig: Rig) -> None:
    administrator, head = await all_in(rig)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    await rig.tap(head, "核閱")

    assert await rig.office.store.read(audits.verify) == []
    await rig.office.store.write(
        lambda unit: unit.connection.exec_driver_sql("UPDATE audits SET result = 'anomaly'") and None
    )
    assert await rig.office.store.read(audits.verify) == ["audit TB/2026-11"]


async def test_an_anomaly_found_by_somebody_else_meanwhile_is_not_reported_as_normal(rig: Rig) -> None:
    administrator, _ = await all_in(rig)
    (authorised,) = await rig.link("AU")
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await rig.tap(administrator, "正常")
    await rig.say(authorised, "/audit")
    await rig.tap(authorised, "通報異常")
    await rig.say(authorised, "帳號於下班時間有查詢紀錄")
    await rig.tap(administrator, SEND)

    assert "稽核結果須為「異常」" in administrator.last.text


async def test_after_a_late_record_there_is_nothing_to_read_before_the_audit_is_reported_again(rig: Rig) -> None:
    first, second, administrator, head = await rig.link("P01", "P02", "A1", "H1")
    await send_record(rig, first, 5)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    rig.clock.turn(datetime(2026, 12, 14, 10, 0, tzinfo=TAIPEI))
    await send_record(rig, second, 5)
    await morning(rig, 15)

    assert not any("請您核閱" in each.text for each in head.messages)
    assert "115年11月使用情形" in administrator.messages[-1].text
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "開始抽查")
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    await rig.tap(head, "核閱")
    assert "已核閱" in board(administrator)


async def test_a_record_that_comes_while_the_report_is_returned_is_drawn_with_a_seed_nobody_has_seen(rig: Rig) -> None:
    first, second, administrator, head = await rig.link("P01", "P02", "A1", "H1")
    await send_record(rig, first, 5)
    await draw(rig, administrator)
    await look_at_all(rig, administrator)
    await report_normal(rig, administrator)
    await rig.tap(head, "退回補正")
    await rig.say(head, "請補充說明")
    await send_record(rig, second, 9000)
    drawn, seeds = await rig.office.store.read(
        lambda unit: (
            unit.connection.exec_driver_sql("SELECT position FROM audit_items WHERE subject = 'P02' ORDER BY id")
            .scalars()
            .all(),
            unit.connection.exec_driver_sql("SELECT seed FROM audit_seeds ORDER BY round").scalars().all(),
        )
    )

    assert tuple(drawn) == sample(seeds[1], "P02", 9000, 9000)
    assert seeds[1] not in board(head)
    assert "退回原因：「請補充說明」" in board(administrator)


async def test_looking_again_leaves_alone_what_somebody_else_has_looked_at(tmp_path: Path) -> None:
    second = ("A2", "丁管理", "TB", "administrator", "", "")
    async with office(tmp_path, 3, (*SEATS, second)) as rig:
        await morning(rig, 1)
        for phone in await rig.link("P01", "P02", "P03"):
            await send_record(rig, phone, 3)
        one, other, head = await rig.link("A1", "A2", "H1")
        await draw(rig, one)
        await rig.tap(one, "下一筆")
        await rig.say(one, "/cancel")
        await rig.say(other, "/audit")
        await rig.tap(other, "開始抽查")
        await look_at_all(rig, other)
        await report_normal(rig, other)
        await rig.tap(head, "退回補正")
        await rig.say(head, "請再查")
        await rig.say(one, "/audit")
        await rig.tap(one, "重新抽查")
        left = await rig.office.store.read(
            lambda unit: (
                unit.connection.exec_driver_sql("SELECT checked_by FROM audit_items WHERE failed IS NOT NULL")
                .scalars()
                .all()
            )
        )

        assert left == ["A2", "A2"]


async def test_who_audits_and_is_authorised_does_not_read_the_report_with_his_own_use(tmp_path: Path) -> None:
    both = ("A1", "陳管理", "TB", "administrator;officer;authorised", "chen", "2025-01-06")
    second = ("A2", "丁管理", "TB", "administrator", "", "")
    async with office(tmp_path, 1, (both, second, *SEATS[1:2])) as rig:
        await morning(rig, 1)
        user, auditor, head = await rig.link("A1", "A2", "H1")
        await send_record(rig, user, 3)
        await draw(rig, auditor)
        await rig.say(head, "/audit")
        await rig.tap(head, "開始抽查")
        await look_at_all(rig, head)
        await rig.say(auditor, "/audit")
        await rig.tap(auditor, "提報")
        await report_normal(rig, auditor)
        await rig.say(user, "/audit")

        assert "核閱" not in user.last.labels

        with pytest.raises(RuleViolation, match="audit-own-use-inside"):
            await rig.office.store.write(lambda unit: read_as(unit, "A1"))
        await rig.tap(head, "核閱")
        assert "核閱：李局長" in board(auditor)


async def test_a_head_who_alone_can_read_the_report_with_his_own_use_is_marked(tmp_path: Path) -> None:
    async with office(tmp_path, 1, (SEATS[0], HEAD_ALSO_USES)) as rig:
        await morning(rig, 1)
        head, administrator = await rig.link("HO", "A1")
        await send_record(rig, head, 3)
        await draw(rig, administrator)
        await look_at_all(rig, administrator)
        await report_normal(rig, administrator)
        await rig.tap(head, "核閱")

        assert "含核閱人員本人的使用" in board(administrator)


def read_as(unit: Unit, staff_no: str) -> None:
    owed = duties.find(unit, Duty.AUDIT, "TB", "2026-11")
    assert owed is not None
    auditing.read(unit, people.by_staff_nos(unit, [staff_no])[staff_no], owed, audits.find(unit, owed.id).version)


async def test_an_anomaly_in_a_heads_own_use_goes_to_whoever_else_reads(tmp_path: Path) -> None:
    async with office(tmp_path, 1, (SEATS[0], SEATS[2], HEAD_ALSO_USES)) as rig:
        await morning(rig, 1)
        head, administrator, authorised = await rig.link("HO", "A1", "AU")
        await send_record(rig, head, 3)
        await draw(rig, administrator)
        await rig.tap(administrator, "✅ 有依據或同意")
        await rig.tap(administrator, "說明不符合之處")
        await rig.say(administrator, "登記簿未載明公文文號")

        assert rig.saw(authorised, "登記簿未載明公文文號")
        assert not rig.saw(head, "登記簿未載明公文文號")


async def test_a_deputy_of_the_administrator_audits_all_but_his_own(rig: Rig) -> None:
    deputy, other, administrator = await rig.link("P01", "P02", "A1")
    await send_record(rig, deputy, 3)
    await send_record(rig, other, 3)
    await rig.office.store.write(stand_in)
    await draw(rig, deputy)

    assert await look_at_all(rig, deputy) == 1
    assert not any("承辦01 登記簿第" in each.text for each in deputy.messages)
    await rig.say(administrator, "/audit")
    await rig.tap(administrator, "開始抽查")
    assert "承辦01 登記簿第" in administrator.last.text


def stand_in(unit: Unit) -> None:
    found = people.by_staff_nos(unit, ["A1", "P01"])
    days = (unit.today, unit.today + timedelta(days=3))
    deputies.name(unit, found["A1"], Deputyship(found["A1"].id, found["P01"], 1, *days, Capacity.ACTING, "leave"))
