"""Point 6(2): an agency's items, from the first question over the review and the Bureau to the granted right."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import PEOPLE, roster
from tests.forms.printouts import flat, text_of
from tests.journeys.steps import everything
from tests.rig import TAIPEI, Rig

KIND = "機關查調項目增減（附表三）"
NUMBER = "115-I3-0001"
WORDS = (
    "社會救助法",
    "第44條之3",
    "得請相關機關提供必要資料",
    "府社助字第1150012345號",
    "資格審核",
    "僅查目前加保",
    "30",
)
ITEMS = (("LI-01", "目前加保"), ("LI-03", "投保年資"), ("LI-06", "投保單位"), ("EI-01", "就保投保"))


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A using agency that has one item, held by one officer; the catalogue knows three more."""
    sheets = roster(
        (*PEOPLE, ("A2", "蘇管理", "TB", "administrator", "su", "2025-01-06")),
        items=[{"code": c, "name": n, "programme": "勞保", "subject": "person"} for c, n in ITEMS],
        agency_items=[{"agency": "TB", "item": "LI-06", "legal_basis": "公路法第77條", "business": ""}],
        accounts=[
            {
                "staff_no": "O1",
                "kind": "officer",
                "opened_on": "2026-10-01",
                "password_changed_on": "2026-11-02",
                "items": "LI-06",
            }
        ],
    )
    async with Rig(tmp_path, sheets, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def tap_all(rig: Rig, phone: Phone, *labels: str) -> None:
    for label in labels:
        await rig.tap(phone, label)


async def say_all(rig: Rig, phone: Phone, *words: str) -> None:
    for each in words:
        await rig.say(phone, each)


async def ask_for(rig: Rig, phone: Phone, *items: str) -> None:
    """Fill the form up to the preview; what is said of the first item holds for the rest."""
    await rig.say(phone, "/apply")
    await tap_all(rig, phone, KIND, "增", *items, "選好了")
    await say_all(rig, phone, "低收入戶審核", *WORDS)
    if len(items) > 1:
        await rig.tap(phone, "其餘各項都與前一項相同" if len(items) > 2 else "與前一項相同")
    await rig.tap(phone, "普通件（每步驟 6 個工作日）")


async def to_the_bureau(rig: Rig, operator: Phone) -> None:
    await rig.tap(operator, "已送勞保局")
    await rig.say(operator, "府資安字第1150067890號")


async def given_up(rig: Rig) -> tuple[Phone, Phone]:
    """The agency has given up its only item; its administrator, and the officer who holds it."""
    applicant, reviewer, operator, officer = await rig.link("A1", "LD", "IC", "O1")
    await rig.say(applicant, "/apply")
    await tap_all(rig, applicant, KIND, "減", "LI-06 投保單位", "選好了")
    await rig.say(applicant, "業務已移撥")
    await tap_all(rig, applicant, "速件（每步驟 3 個工作日）", "送出")
    await rig.tap(reviewer, "核准")
    await to_the_bureau(rig, operator)
    await rig.tap(operator, "全部核准")
    await answered(rig, operator)
    await rig.tap(operator, "完成")
    return applicant, officer


async def answered(rig: Rig, operator: Phone) -> None:
    await rig.say(operator, "保資字第1150098765號")
    await rig.tap(operator, "今天 115年11月23日(一)")


async def test_items_are_reviewed_one_by_one_granted_in_part_and_the_refused_asked_for_again(rig: Rig) -> None:
    applicant, reviewer, operator, officer = await rig.link("A1", "LD", "IC", "O1")
    await ask_for(rig, applicant, "LI-01 目前加保", "LI-03 投保年資", "EI-01 就保投保")

    assert "審核：勞動審核" in applicant.last.text
    assert "首長核章" not in applicant.last.text

    await rig.tap(applicant, "送出")

    assert rig.saw(applicant, NUMBER)

    await tap_all(rig, reviewer, "逐項審核", "同意", "同意", "不同意", "無業務需要")

    assert "函送勞保局" in rig.card(operator, NUMBER).text
    assert rig.saw(applicant, "不同意理由：無業務需要")

    await to_the_bureau(rig, operator)

    assert rig.card(operator, NUMBER).labels == ("全部核准", "部分核准", "不准")

    await rig.tap(operator, "部分核准")
    await rig.say(operator, "僅限近三年")
    await rig.tap(operator, "不准")
    await answered(rig, operator)

    assert rig.card(operator, NUMBER).labels == ("完成",)
    assert "核准範圍：僅限近三年" in rig.card(operator, NUMBER).text

    await rig.say(officer, "/apply")
    await tap_all(rig, officer, "查調項目權限（附表二）")

    assert "新增" not in officer.last.labels

    await rig.tap(officer, "取消")
    await rig.tap(operator, "完成")

    assert rig.saw(applicant, "貴機關現可使用：LI-01 目前加保（僅獲部分核准：僅限近三年）")
    assert rig.saw(applicant, "未獲核准：LI-03 投保年資、EI-01 就保投保")
    assert rig.saw(applicant, "業務承辦者自即日起可用 /apply")

    await rig.tap(operator, "列印表單")
    form = text_of(operator.last.file or b"")

    assert flat("1 LI-01 目前加保 ■同意 □不同意 □全部核准 ■部分核准 □不准 僅限近三年") in form
    assert flat("2 LI-03 投保年資 ■同意 □不同意 □全部核准 □部分核准 ■不准") in form
    assert flat("3 EI-01 就保投保 □同意 ■不同意 無業務需要 □全部核准 □部分核准 □不准") in form

    await rig.say(officer, "/apply")
    await tap_all(rig, officer, "查調項目權限（附表二）", "新增")

    assert officer.last.labels[0] == "LI-01 目前加保"
    assert "LI-03 投保年資" not in officer.last.labels

    await rig.tap(applicant, "就未准項目再申請")

    assert "增加的查調項目：LI-03 投保年資、EI-01 就保投保" in applicant.last.text
    assert applicant.last.text.count("法規名稱：社會救助法") == 2

    await rig.tap(applicant, "送出")

    assert rig.saw(applicant, "115-I3-0002")


async def test_an_item_given_up_ends_with_the_officers_when_the_administrator_has_seen_to_it(rig: Rig) -> None:
    applicant, officer = await given_up(rig)

    assert rig.saw(applicant, "林承辦 科員：LI-06 投保單位")
    assert rig.saw(applicant, "貴機關已停用：LI-06 投保單位")
    assert rig.saw(applicant, "尚有 1 位業務承辦者持有停用的項目，請用 /desk 逐一收回")
    assert rig.saw(officer, "請即停止使用，權限將由機關管理者收回：LI-06 投保單位")

    await rig.say(officer, "/apply")
    await tap_all(rig, officer, "查調項目權限（附表二）")

    assert officer.last.labels[0] == "刪除"
    assert "新增" not in officer.last.labels

    await rig.say(applicant, "/desk")
    await rig.tap(applicant, "收回 林承辦 的權限")
    await tap_all(rig, applicant, "完成", "今天 115年11月23日(一)", "已於勞保查調系統移除")

    assert rig.saw(applicant, "已辦理，移除日 115年11月23日(一)：已於勞保查調系統移除")
    assert rig.saw(officer, "您的下列查調權限已由 陳管理 科員 收回，移除日 115年11月23日(一)：LI-06 投保單位")

    await rig.say(applicant, "/desk")

    assert "目前沒有待辦事項" in applicant.last.text


async def test_the_applicant_may_withdraw_until_it_was_sent_to_the_bureau(rig: Rig) -> None:
    applicant, reviewer, operator = await rig.link("A1", "LD", "IC")
    await ask_for(rig, applicant, "LI-01 目前加保")
    await rig.tap(applicant, "送出")
    await rig.tap(reviewer, "核准")

    assert "撤回" in rig.card(applicant, NUMBER).labels

    await to_the_bureau(rig, operator)

    assert "撤回" not in rig.card(applicant, NUMBER).labels


async def test_to_disagree_to_every_item_is_to_reject(rig: Rig) -> None:
    applicant, reviewer, operator = await rig.link("A1", "LD", "IC")
    await ask_for(rig, applicant, "LI-01 目前加保", "LI-03 投保年資")
    await rig.tap(applicant, "送出")
    await tap_all(rig, reviewer, "逐項審核", "不同意", "無法令依據", "不同意", "無業務需要")

    assert "已駁回" in rig.card(applicant, NUMBER).text
    assert rig.saw(applicant, "LI-01：無法令依據、LI-03：無業務需要")
    assert "就未准項目再申請" in rig.card(applicant, NUMBER).labels
    assert not rig.saw(operator, NUMBER)


async def test_an_identity_number_in_the_reasons_of_two_items_is_turned_away(rig: Rig) -> None:
    applicant, reviewer = await rig.link("A1", "LD")
    await ask_for(rig, applicant, "LI-01 目前加保", "LI-03 投保年資")
    await rig.tap(applicant, "送出")
    await tap_all(rig, reviewer, "逐項審核", "不同意")
    await rig.say(reviewer, "已查過 A12345")
    await rig.tap(reviewer, "不同意")
    await rig.say(reviewer, "6789")

    assert rig.saw(reviewer, "身分證", 2)
    assert "已駁回" not in rig.card(applicant, NUMBER).text


async def test_what_the_bureau_refuses_altogether_ends_there(rig: Rig) -> None:
    applicant, reviewer, operator = await rig.link("A1", "LD", "IC")
    await ask_for(rig, applicant, "LI-01 目前加保")
    await rig.tap(applicant, "送出")
    await rig.tap(reviewer, "核准")
    await to_the_bureau(rig, operator)
    await rig.tap(operator, "不准")
    await answered(rig, operator)

    assert "已駁回" in rig.card(applicant, NUMBER).text
    assert "勞保局審核結果：不准" in rig.card(applicant, NUMBER).text
    assert rig.card(operator, NUMBER).labels == ()


async def test_a_document_number_must_look_like_one(rig: Rig) -> None:
    applicant, reviewer, operator = await rig.link("A1", "LD", "IC")
    await ask_for(rig, applicant, "LI-01 目前加保")
    await rig.tap(applicant, "送出")
    await rig.tap(reviewer, "核准")
    await rig.tap(operator, "已送勞保局")
    await rig.say(operator, "明天補")

    assert "無法辨識公文文號" in operator.last.text

    await rig.say(operator, "府資安字第1990067890號")

    assert "199 年還沒到" in operator.last.text

    await rig.say(operator, "府資安字第0912345678號")

    assert "像是手機號碼，已拒收並刪除" in operator.last.text
    assert "0912345678" not in everything(rig)
