"""/desk and /mine: what waits, page by page, and the form that was never sent."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import PEOPLE, roster
from tests.journeys.steps import KIND, apply_for_account
from tests.rig import TAIPEI, Rig

CLERKS = tuple((f"C{n:02}", f"承辦{n:02}", "TB", "officer", "x", "2025-01-06") for n in range(11))
OWN = "機關管理者帳號（附表一）"


@pytest.fixture
async def busy(tmp_path: Path) -> AsyncIterator[Rig]:
    """A bureau with eleven clerks more."""
    administrators = (
        ("B1", "文化管理", "CB", "administrator", "wen", "2025-01-06"),
        ("B2", "文化副管", "CB", "administrator", "fu", "2025-01-06"),
    )
    staff = (*PEOPLE, *CLERKS, *administrators)
    async with Rig(tmp_path, roster(staff), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def eleven_cases(rig: Rig) -> Phone:
    (head,) = await rig.link("H1")
    for phone in await rig.link(*(each[0] for each in CLERKS)):
        await apply_for_account(rig, phone)
    return head


async def test_the_desk_shows_ten_a_page_with_the_count_at_the_top(busy: Rig) -> None:
    head = await eleven_cases(busy)
    await busy.say(head, "/desk")

    lines = head.last.text.splitlines()
    assert lines[:3] == ["待辦事項（11 件）", "第 1 頁，共 2 頁", "交通局（11 件）"]
    assert lines[3] == "・115-A2-0001　業務承辦者帳號（附表二）　承辦00 科員　115年12月1日(二) 前"
    assert len(lines) == 13
    assert head.last.labels[:3] == ("查看 115-A2-0001", "列印表單", "查看 115-A2-0002")
    assert head.last.labels[-1] == "下一頁"


async def test_the_desk_turns_in_place_and_back(busy: Rig) -> None:
    head = await eleven_cases(busy)
    await busy.say(head, "/desk")
    count = len(head.messages)
    await busy.tap(head, "下一頁")

    assert len(head.messages) == count
    assert "115-A2-0011" in head.last.text
    assert head.last.labels == ("查看 115-A2-0011", "列印表單", "前一頁")

    await busy.tap(head, "前一頁")

    assert head.last.labels[-1] == "下一頁"


async def test_a_page_that_is_gone_by_now_shows_the_last_there_is(busy: Rig) -> None:
    head = await eleven_cases(busy)
    await busy.say(head, "/desk")
    await busy.tap(busy.phones["C00"], "撤回")
    await busy.tap(head, "下一頁")

    assert "待辦事項（10 件）" in head.last.text
    assert "115-A2-0002" in head.last.text


async def ask_for_own_account(rig: Rig, phone: Phone, speed: str, *subject: str) -> None:
    await rig.say(phone, "/apply")
    for label in (OWN, *subject, "新增", "略過"):
        await rig.tap(phone, label)
    await rig.say(phone, "新任管理者")
    for label in (speed, "送出"):
        await rig.tap(phone, label)


async def test_the_desk_is_grouped_by_agency_the_most_urgent_first(busy: Rig) -> None:
    reviewer, head, other, first, second, third = await busy.link("LD", "H1", "H9", "A1", "B1", "B2")
    await ask_for_own_account(busy, first, "普通件（每步驟 6 個工作日）")
    await ask_for_own_account(busy, second, "速件（每步驟 3 個工作日）", "文化管理 科員")
    await ask_for_own_account(busy, third, "普通件（每步驟 6 個工作日）", "文化副管 科員")
    for phone in (head, other, other):
        await busy.tap(phone, "核准")
    await busy.say(reviewer, "/desk")

    heads = [each for each in reviewer.last.text.splitlines() if each.startswith(("文化局", "交通局"))]
    assert heads == ["文化局（2 件）", "交通局（1 件）"]


async def test_what_is_late_says_so(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    rig.clock.turn(datetime(2026, 12, 2, 10, 0, tzinfo=TAIPEI))
    await rig.say(head, "/desk")

    assert "⚠️ 115-A2-0001" in head.last.text
    assert "已逾期（115年12月1日(二)）" in head.last.text


async def test_a_desk_button_brings_the_card(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    await rig.say(head, "/desk")
    await rig.tap(head, "查看 115-A2-0001")

    assert head.last.labels == ("核准", "退回補正", "駁回")


async def test_my_list_names_the_form_i_have_not_sent_and_goes_on_with_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    for label in (KIND, "新增"):
        await rig.tap(officer, label)
    await rig.say(officer, "/mine")

    assert "尚未送出的「業務承辦者帳號（附表二）」" in officer.last.text
    assert officer.last.labels == ("繼續填寫", "刪除草稿")

    await rig.tap(officer, "繼續填寫")

    assert "第 2 題" in officer.last.text


async def test_the_draft_is_dropped_from_my_list_and_its_question_with_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    for label in (KIND, "新增"):
        await rig.tap(officer, label)
    await rig.say(officer, "/mine")
    await rig.tap(officer, "刪除草稿")

    assert officer.last.text == "您目前沒有案件。要提出申請，請用 /apply。"

    await rig.say(officer, "稽查")

    assert "目前沒有等您回答的問題" in officer.last.text


async def test_a_draft_button_of_a_form_that_is_gone_says_so(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.say(officer, "/mine")
    await rig.say(officer, "/cancel")
    await rig.tap(officer, "繼續填寫")

    assert "這份草稿已經送出或刪除" in officer.last.text
