"""Points 5(1) and 9: an administrator's account goes over the head and the reviewing authority to the Center."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import roster
from tests.forms.printouts import flat, text_of
from tests.rig import TAIPEI, Rig

KIND = "機關管理者帳號（附表一）"
PEOPLE = (
    ("DA", "江管理", "DX", "administrator", "chiang", "2025-01-06"),
    ("DB", "葉管理", "DX", "administrator", "", ""),
    ("DH", "高區長", "DX", "head", "", ""),
    ("LD", "林勞動", "LD", "reviewer", "", ""),
    ("SW", "周社會", "SW", "reviewer", "", ""),
    ("CA", "方民政", "CA", "reviewer", "", ""),
    ("IC", "曾資訊", "IC", "operator", "", ""),
    ("TA", "陳管理", "TB", "administrator", "chen", "2025-01-06"),
    ("TH", "李局長", "TB", "head", "", ""),
)
AGENCIES = (
    ("IC", "資訊中心", "information_center"),
    ("LD", "勞動局", "labour"),
    ("SW", "社會局", "using"),
    ("CA", "民政局", "using"),
    ("TB", "交通局", "using"),
    ("DX", "復興區公所", "district"),
)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A district office that two authorities have entrusted with work, and a using agency."""
    sheets = roster(
        PEOPLE,
        agencies=[{"code": c, "name": n, "kind": k, "head_signs_annex3": "0"} for c, n, k in AGENCIES],
        delegations=[
            {"district": "DX", "authority": "SW", "business": "社會救助"},
            {"district": "DX", "authority": "CA", "business": "殯葬補助"},
        ],
        agency_items=[{"agency": "TB", "item": "LI-01", "legal_basis": "公路法第77條", "business": ""}],
    )
    async with Rig(tmp_path, sheets, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def ask_for_own_account(rig: Rig, phone: Phone, *choices: str) -> None:
    await rig.say(phone, "/apply")
    for label in (KIND, *choices, "新增", "略過"):
        await rig.tap(phone, label)
    await rig.say(phone, "新任管理者")
    await rig.tap(phone, "普通件（每步驟 6 個工作日）")


async def test_a_using_agencys_form_is_reviewed_by_the_department_of_labor(rig: Rig) -> None:
    applicant, head, labour, center = await rig.link("TA", "TH", "LD", "IC")
    await ask_for_own_account(rig, applicant)

    assert "審核：林勞動" in applicant.last.text

    await rig.tap(applicant, "送出")
    await rig.tap(head, "核准")
    await rig.tap(labour, "核准")
    await rig.tap(center, "完成")

    assert "115-A1-0001 已由 曾資訊 科員 辦理完成" in applicant.last.text
    assert "115年11月的使用情形請於 115年12月10日(四) 以前用 /audit 稽核並提報核閱" in applicant.last.text
    assert "密碼請於 116年2月23日(二) 以前變更" in applicant.last.text


@pytest.mark.parametrize(
    ("business", "reviewer"), [("社會救助", "周社會"), ("殯葬補助", "方民政"), ("本所自有業務", "林勞動")]
)
async def test_entrusted_business_is_reviewed_by_who_entrusts_it(rig: Rig, business: str, reviewer: str) -> None:
    applicant, _ = await rig.link("DA", "DB")
    await ask_for_own_account(rig, applicant, "江管理 科員", business)

    assert f"審核：{reviewer}" in applicant.last.text


async def test_the_other_authorities_read_the_case_but_cannot_decide_it(rig: Rig) -> None:
    applicant, _, social, civil, labour = await rig.link("DA", "DB", "SW", "CA", "LD")
    await ask_for_own_account(rig, applicant, "江管理 科員", "社會救助")
    await rig.tap(applicant, "送出")

    for phone in (civil, labour):
        assert "首長核章" in rig.card(phone, "115-A1-0001").text
        assert not rig.card(phone, "115-A1-0001").labels
    assert not rig.saw(social, "115-A1-0001")


async def test_the_other_authorities_print_the_form_once_the_case_is_closed(rig: Rig) -> None:
    applicant, head, social, civil, center = await rig.link("DA", "DH", "SW", "CA", "IC")
    await ask_for_own_account(rig, applicant, "江管理 科員", "社會救助")
    for phone, label in ((applicant, "送出"), (head, "核准"), (social, "核准"), (center, "完成")):
        await rig.tap(phone, label)
    await rig.tap(civil, "列印表單")
    words = text_of(civil.last.file or b"")

    assert flat("委託業務 社會救助") in words
    assert flat("審核 社會局 資訊中心辦理 資訊中心") in words
    assert flat("周社會 科員 本人 系統核准 1123/1000") in words


async def test_the_present_administrator_files_for_the_designated_one_whose_prerequisites_count(rig: Rig) -> None:
    applicant, other = await rig.link("DA", "DB")
    await rig.say(applicant, "/apply")
    for label in (KIND, "葉管理 科員", "社會救助", "新增"):
        await rig.tap(applicant, label)

    assert "e政府公務帳號" in applicant.last.text

    for label in ("是", "今天 115年11月23日(一)", "是", "今天 115年11月23日(一)", "略過"):
        await rig.tap(applicant, label)
    await rig.say(applicant, "接任")
    await rig.tap(applicant, "普通件（每步驟 6 個工作日）")
    await rig.tap(applicant, "送出")

    assert "葉管理" in rig.card(other, "115-A1-0001").text


async def test_a_returned_form_stays_about_the_administrator_it_was_sent_for(rig: Rig) -> None:
    applicant, other, head = await rig.link("DA", "DB", "DH")
    await ask_for_own_account(rig, applicant, "江管理 科員", "社會救助")
    await rig.tap(applicant, "送出")
    await rig.tap(head, "退回補正")
    await rig.say(head, "請補交接情形")
    for label in ("修改後再送", "修改", "申請對象", "葉管理 科員"):
        await rig.tap(applicant, label)
    for label in ("是", "今天 115年11月23日(一)", "是", "今天 115年11月23日(一)"):
        await rig.tap(applicant, label)
    await rig.tap(applicant, "送出")

    assert "115-A1-0001 是為 江管理 科員 提出的案件，補正時不能改為他人" in applicant.last.text
    assert not rig.saw(other, "115-A1-0001")
