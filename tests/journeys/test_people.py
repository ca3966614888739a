"""/people and the suspension at once (point 4(4)2, domain A3): what an agency sees of its staff, and what it may do."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import PEOPLE, roster
from tests.journeys.steps import KIND, everything
from tests.rig import TAIPEI, Rig

ITEMS = "查調項目權限（附表二）"
NOW = "立即停權"
ACCOUNTS = [
    {
        "staff_no": "O1",
        "kind": "officer",
        "opened_on": "2026-01-05",
        "password_changed_on": "2026-11-02",
        "items": "LI-01",
    },
    {"staff_no": "A1", "kind": "administrator", "opened_on": "2026-01-05", "password_changed_on": "", "items": ""},
]


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The city, with an officer's and an administrator's account open, after hours: no digest comes in between."""
    async with Rig(tmp_path, roster(accounts=ACCOUNTS), datetime(2026, 11, 23, 19, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def page_of(rig: Rig, phone: Phone, name: str) -> None:
    await rig.say(phone, "/people")
    await rig.tap(phone, name)


async def suspend(rig: Rig, phone: Phone, name: str = "林承辦", why: str = "自然人憑證遺失") -> None:
    await page_of(rig, phone, name)
    await rig.tap(phone, NOW)
    await rig.tap(phone, why)


async def test_the_administrator_sees_who_is_linked_with_accounts_items_password_and_certificate(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/people")

    assert "交通局人員（6 人）" in administrator.last.text
    assert "・林承辦 科員　未連結\n　帳號：業務承辦者使用中（1 項）" in administrator.last.text
    assert "密碼應於 116年2月2日(二) 以前變更；自然人憑證已上傳" in administrator.last.text
    assert "⚠️ 密碼已逾期" in administrator.last.text
    assert "謝新人 科員　未連結" in administrator.last.text
    assert "外機關" not in administrator.last.text


async def test_a_persons_page_names_the_items_and_goes_back_to_the_list(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    count = len(administrator.messages) + 2
    await page_of(rig, administrator, "林承辦")

    assert "LI-01 目前加保" in administrator.last.text
    assert administrator.last.labels == (NOW, "產生邀請", "登錄離職（調職）", "回人員名單")

    await rig.tap(administrator, "回人員名單")

    assert "交通局人員" in administrator.last.text
    assert len(administrator.messages) == count


async def test_a_suspension_is_at_once_and_says_what_paper_must_follow(rig: Rig) -> None:
    administrator, officer, head = await rig.link("A1", "O1", "H1")
    await suspend(rig, administrator)

    assert "已於 115年11月23日(一) 停權：林承辦 科員" in administrator.last.text
    assert "以附表二申請「刪除」" in administrator.last.text
    assert "已由 陳管理 科員 停權，原因：「自然人憑證遺失」" in officer.last.text
    assert "林承辦 科員 的勞保查調系統帳號已由 陳管理 科員 停權" in head.last.text
    assert "account_suspended" in everything(rig)

    await page_of(rig, administrator, "林承辦")

    assert "⛔ 業務承辦者停權中（115年11月23日(一) 起）" in administrator.last.text
    assert NOW not in administrator.last.labels


async def test_a_suspended_officer_gets_items_only_by_reinstatement(rig: Rig) -> None:
    administrator, officer, head = await rig.link("A1", "O1", "H1")
    await suspend(rig, administrator)
    await rig.say(officer, "/mine")

    assert "⛔ 您的勞保查調系統帳號自 115年11月23日(一) 起停權" in officer.last.text

    await rig.say(officer, "/apply")
    await rig.tap(officer, ITEMS)

    assert "起停權，不能申請查調項目" in officer.last.text

    await rig.tap(officer, KIND)

    assert officer.last.labels == ("復權", "刪除", "取消")

    for label in ("復權", "LI-06 投保單位", "選好了"):
        await rig.tap(officer, label)
    for words in ("運輸業稽查", "公路法第77條", "憑證已補發"):
        await rig.say(officer, words)
    for label in ("普通件（每步驟 6 個工作日）", "送出"):
        await rig.tap(officer, label)

    assert "⛔ 停權中，115年11月23日(一) 起" in rig.card(head, "115-A2-0001").text

    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await page_of(rig, administrator, "林承辦")

    assert "業務承辦者使用中（1 項）" in administrator.last.text
    assert "LI-06" in administrator.last.text
    assert "LI-01" not in administrator.last.text


async def test_items_under_way_are_not_granted_to_who_was_suspended_meanwhile(rig: Rig) -> None:
    administrator, officer, head = await rig.link("A1", "O1", "H1")
    await rig.say(officer, "/apply")
    for label in (ITEMS, "新增", "LI-06 投保單位", "選好了"):
        await rig.tap(officer, label)
    for words in ("運輸業稽查", "公路法第77條", "業務調整"):
        await rig.say(officer, words)
    for label in ("普通件（每步驟 6 個工作日）", "送出"):
        await rig.tap(officer, label)
    await rig.tap(head, "核准")
    await suspend(rig, administrator)

    assert "⛔ 停權中" in rig.card(administrator, "115-I2-0001").text

    await rig.tap(administrator, "完成")

    assert "復權前不能開設查調項目" in administrator.last.text


async def test_nobody_suspends_himself_the_head_does(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await page_of(rig, administrator, "陳管理")

    assert NOW not in administrator.last.labels

    await suspend(rig, head, "陳管理", "離職或調職")

    assert "以附表一申請「刪除」" in head.last.text
    assert "已由 李局長 科員 停權" in administrator.last.text


async def test_the_operator_sees_every_agency_and_suspends_there(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/people")

    assert "交通局（6 人，未連結 6）" in operator.last.labels

    await rig.tap(operator, "交通局（6 人，未連結 6）")
    await rig.tap(operator, "林承辦")
    await rig.tap(operator, NOW)
    await rig.say(operator, "接獲通報，先行停用")

    assert "停權：林承辦 科員" in operator.last.text


async def test_a_suspension_that_is_cancelled_changes_nothing(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await page_of(rig, administrator, "林承辦")
    await rig.tap(administrator, NOW)
    await rig.tap(administrator, "取消")

    assert administrator.last.text == "已取消，未停權。"
    assert "account_suspended" not in everything(rig)


async def test_a_second_suspension_says_that_it_is_so_already(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await page_of(rig, head, "林承辦")
    await suspend(rig, administrator)
    await rig.tap(head, NOW)

    assert "的帳號已於 115年11月23日(一) 停權" in head.last.text


async def test_an_officer_has_no_list_of_people_and_is_told_whose_it_is(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await rig.say(officer, "/people")

    assert "人員名單由機關管理者、機關首長與資訊中心承辦人查看" in officer.last.text

    await rig.say(officer, "/menu")
    await rig.say(administrator, "/menu")

    assert "/people" not in officer.last.text
    assert "/people" in administrator.last.text


async def test_the_list_of_a_large_agency_turns_its_pages(tmp_path: Path) -> None:
    staff = (*PEOPLE, *((f"Z{n:02}", f"員工{n:02}", "TB", "officer", "", "") for n in range(10)))
    async with Rig(tmp_path, roster(staff), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        (administrator,) = await rig.link("A1")
        await rig.say(administrator, "/people")
        await rig.tap(administrator, "下一頁")

        assert "第 2 頁，共 2 頁" in administrator.last.text
        assert "員工09" in administrator.last.text


@pytest.mark.parametrize("is_suspended", [True, False])
async def test_a_suspended_account_needs_no_new_password(rig: Rig, is_suspended: bool) -> None:
    administrator, officer = await rig.link("A1", "O1")
    if is_suspended:
        await suspend(rig, administrator)
    rig.clock.turn(datetime(2027, 1, 19, 8, 30, tzinfo=TAIPEI))
    await rig.office.bell.ring(rig.clock.now())
    await rig.settle()

    assert rig.saw(officer, "密碼請於") is not is_suspended


async def test_where_the_office_wants_it_the_digest_proposes_a_suspension_and_one_taps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_PROPOSE_SUSPENSION", "true")
    async with Rig(tmp_path, roster(accounts=ACCOUNTS), datetime(2026, 11, 23, 19, 0, tzinfo=TAIPEI)) as rig:
        (head,) = await rig.link("H1")
        await page_of(rig, head, "陳管理")

        assert "⛔ 密碼逾期，建議停權。" in head.last.text

        rig.clock.turn(datetime(2026, 11, 24, 8, 30, tzinfo=TAIPEI))
        await rig.office.bell.ring(rig.clock.now())
        await rig.settle()
        digest = head.last

        assert "⛔ 密碼逾期，建議停權。" in digest.text

        await rig.tap(head, NOW)
        await rig.tap(head, "密碼逾期未變更（要點七）")

        assert "停權：陳管理 科員" in head.last.text
        assert "建議停權" not in next(each for each in head.messages if each.message_id == digest.message_id).text

        await page_of(rig, head, "陳管理")

        assert "建議停權" not in head.last.text
        assert rig.telegram.violations == []
