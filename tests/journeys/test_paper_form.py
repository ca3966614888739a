"""An officer without the chat: the administrator puts in what was applied for on paper."""

from datetime import datetime

import pytest

from bot.sandbox.phone import Phone
from bot.services.roster import import_roster
from tests.city import PEOPLE, roster
from tests.journeys.steps import KIND, WORDS, everything
from tests.rig import TAIPEI, Rig

ENTER = "代同仁登錄紙本申請"
DOCUMENT = "府交字第1150084422號"
SIGNED = "府交字第1150084423號"
ITEMS = "查調項目權限（附表二）"
NUMBER = "115-A2-0001"


async def choose(rig: Rig, phone: Phone, *labels: str) -> None:
    await rig.say(phone, "/apply")
    for label in (ENTER, *labels):
        await rig.tap(phone, label)


async def enter(rig: Rig, phone: Phone) -> None:
    """The officer's paper form, up to the preview."""
    await choose(rig, phone, "林承辦 科員（尚未連結）", KIND)
    await rig.say(phone, DOCUMENT)
    for label in ("新增", "LI-01 目前加保", "選好了"):
        await rig.tap(phone, label)
    for words in WORDS:
        await rig.say(phone, words)
    await rig.tap(phone, "普通件（每步驟 6 個工作日）")


async def test_a_paper_form_is_the_officers_case_and_who_entered_it_carries_it_out(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await enter(rig, administrator)

    assert f"紙本申請人：林承辦 科員　文號：{DOCUMENT}" in administrator.last.text

    await rig.tap(administrator, "送出")

    assert f"✔ 申請：已送出　林承辦 科員　1123/1000　（紙本 {DOCUMENT}，陳管理登錄）" in rig.card(head, NUMBER).text

    await rig.tap(head, "核准")

    assert "完成" in rig.card(administrator, NUMBER).labels

    await rig.tap(administrator, "完成")

    assert "open_account" in everything(rig)


async def test_both_form_and_signature_on_paper_the_signature_may_be_older_than_the_entry(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await enter(rig, administrator)
    await rig.tap(administrator, "送出")
    for label in ("登錄紙本核章", "核准", "李局長 科員", "本人"):
        await rig.tap(administrator, label)
    for words in (SIGNED, "115/11/20"):
        await rig.say(administrator, words)
    await rig.tap(administrator, "登錄")
    await rig.say(administrator, "/mine")

    assert f"紙本 {DOCUMENT}、{SIGNED}" in administrator.last.text


@pytest.mark.parametrize(("words", "why"), [("114/11/20", "請核對紙本上的年份"), ("115/11/24", "還沒到")])
async def test_a_day_that_cannot_stand_beside_a_signature_is_asked_again(rig: Rig, words: str, why: str) -> None:
    (administrator,) = await rig.link("A1")
    await enter(rig, administrator)
    await rig.tap(administrator, "送出")
    for label in ("登錄紙本核章", "核准", "李局長 科員", "本人"):
        await rig.tap(administrator, label)
    for said in (SIGNED, words):
        await rig.say(administrator, said)

    assert rig.saw(administrator, why, 2)
    assert "登錄" not in administrator.last.labels


async def test_each_question_says_whose_paper_is_being_entered(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await choose(rig, administrator, "林承辦 科員（尚未連結）", KIND)
    await rig.say(administrator, DOCUMENT)

    assert f"登錄林承辦的紙本（{DOCUMENT}），請依紙本填寫" in administrator.last.text


async def test_a_returned_paper_form_is_mended_by_who_entered_it(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await enter(rig, administrator)
    await rig.tap(administrator, "送出")
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")
    for label in ("修改後再送", "修改", "法令依據"):
        await rig.tap(administrator, label)
    await rig.say(administrator, "公路法第77條第2項")
    await rig.tap(administrator, "送出")

    assert rig.card(head, NUMBER).text.count(f"紙本 {DOCUMENT}") == 2
    assert "核准" in rig.card(head, NUMBER).labels


async def test_an_officer_who_links_later_has_the_case(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await enter(rig, administrator)
    await rig.tap(administrator, "送出")
    (officer,) = await rig.link("O1")

    assert "撤回" in rig.card(officer, NUMBER).labels


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("O9", "外機關 不是貴機關人員"),
        ("HO", "吳首長兼辦 已連結"),
        ("H2", "王副局長 不是業務承辦者"),
        ("A1", "您自己的申請請直接以 /apply 提出"),
        ("X1", "名冊查無員工編號 X1"),
    ],
)
async def test_whose_form_cannot_be_entered_and_why(rig: Rig, number: str, why: str) -> None:
    administrator, _ = await rig.link("A1", "HO")
    await choose(rig, administrator)
    await rig.say(administrator, number)

    assert why in administrator.last.text


async def test_items_need_the_colleagues_account_first(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await choose(rig, administrator, "林承辦 科員（尚未連結）", ITEMS)

    assert "林承辦 目前沒有使用中的勞保查調系統帳號" in administrator.last.text


async def test_back_goes_to_the_colleague_and_to_the_kinds(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await choose(rig, administrator, "林承辦 科員（尚未連結）", "上一步")

    assert "要登錄哪一位同仁的紙本申請" in administrator.last.text

    await rig.tap(administrator, "上一步")

    assert ENTER in administrator.last.labels


async def test_an_officer_is_offered_no_paper_of_others(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")

    assert ENTER not in officer.last.labels


async def test_the_draft_from_paper_is_gone_on_with_from_my_list(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await choose(rig, administrator, "林承辦 科員（尚未連結）", KIND)
    await rig.say(administrator, DOCUMENT)
    await rig.say(administrator, "/mine")
    await rig.tap(administrator, "繼續填寫")

    assert "登錄林承辦的紙本" in administrator.last.text


async def test_who_has_lost_the_seat_meanwhile_cannot_send_the_form(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await enter(rig, administrator)
    people = tuple((*each[:3], "officer", *each[4:]) if each[0] == "A1" else each for each in PEOPLE)
    await rig.office.store.write(lambda unit: import_roster(unit, roster(people)))
    await rig.tap(administrator, "送出")

    assert rig.saw(administrator, "您目前不是貴機關的機關管理者，不能代同仁登錄紙本申請")


async def test_who_entered_it_is_reminded_that_it_was_returned(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await enter(rig, administrator)
    await rig.tap(administrator, "送出")
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")
    rig.clock.turn(datetime(2026, 11, 27, 8, 30, tzinfo=TAIPEI))
    await rig.office.bell.ring(rig.clock.now())
    await rig.settle()

    assert rig.saw(administrator, f"案件 {NUMBER} 已退回補正，請於")
