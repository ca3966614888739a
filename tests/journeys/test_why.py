"""/why: the clause behind a question or a step, why it is this seat, and by what right this person acts there."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.rules.people import Capacity, Deputyship
from bot.services import deputies
from storage import people
from storage.unit import Unit
from tests.city import roster
from tests.journeys.steps import apply_for_account
from tests.rig import TAIPEI, Rig

PEOPLE = (
    ("DA", "江管理", "DX", "administrator", "chiang", "2025-01-06"),
    ("DO", "林承辦", "DX", "officer", "lin", "2025-01-06"),
    ("DH", "高區長", "DX", "head", "", ""),
    ("DD", "秦主秘", "DX", "officer", "", ""),
    ("LD", "林勞動", "LD", "reviewer", "", ""),
    ("LA", "陳勞動", "LD", "administrator", "", ""),
    ("SW", "周社會", "SW", "reviewer", "", ""),
    ("IC", "曾資訊", "IC", "operator", "", ""),
)
AGENCIES = (
    ("IC", "資訊中心", "information_center"),
    ("LD", "勞動局", "labour"),
    ("SW", "社會局", "using"),
    ("DX", "復興區公所", "district"),
)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A district office whose head signs annex 3, with one entrusted business."""
    sheets = roster(
        PEOPLE,
        agencies=[{"code": c, "name": n, "kind": k, "head_signs_annex3": "1"} for c, n, k in AGENCIES],
        delegations=[{"district": "DX", "authority": "SW", "business": "社會救助"}],
        agency_items=[{"agency": "DX", "item": "LI-01", "legal_basis": "社會救助法", "business": ""}],
    )
    async with Rig(tmp_path, sheets, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def file_items(rig: Rig, business: str, staff_no: str = "DA") -> None:
    applicant = rig.phones[staff_no]
    await rig.say(applicant, "/apply")
    for label in ("機關查調項目增減（附表三）", *([business] if business else []), "增", "LI-06 投保單位", "選好了"):
        await rig.tap(applicant, label)
    while "例：" in applicant.last.text:
        await rig.say(applicant, applicant.last.text.rpartition("例：")[2])
    await rig.tap(applicant, "普通件（每步驟 6 個工作日）")


async def test_the_preview_is_explained_step_by_step(rig: Rig) -> None:
    applicant, _, _, _ = await rig.link("DA", "DH", "SW", "IC")
    await file_items(rig, "社會救助")
    await rig.say(applicant, "/why")

    assert "復興區公所設定附表三須經首長核章" in applicant.last.text
    assert "「社會救助」是社會局委託復興區公所的業務，故由社會局審核" in applicant.last.text
    assert "適用第四點第二款資料庫管理機關權責規定" in applicant.last.text


async def test_a_decider_learns_why_the_one_matter_on_the_desk_is_his(rig: Rig) -> None:
    applicant, head, reviewer, _ = await rig.link("DA", "DH", "SW", "IC")
    await file_items(rig, "社會救助")
    await rig.tap(applicant, "送出")
    await rig.tap(head, "核准")
    await rig.say(reviewer, "/why")

    assert "115-I3-0001 目前在「審核」，由審核人員處理：周社會 科員" in reviewer.last.text
    assert "四(二)2" in reviewer.last.text
    assert "委託復興區公所的業務" in reviewer.last.text


async def test_own_work_goes_to_the_department_of_labour_and_that_is_said(rig: Rig) -> None:
    applicant, head, _, reviewer = await rig.link("DA", "DH", "IC", "LD")
    await file_items(rig, "本所自有業務")
    await rig.tap(applicant, "送出")
    await rig.tap(head, "核准")
    await rig.say(reviewer, "/why")

    assert "資料庫管理機關（勞動局）的審核人員處理；本案不是委託業務" in reviewer.last.text


async def test_of_several_matters_one_is_chosen(rig: Rig) -> None:
    applicant, officer, head, _, _ = await rig.link("DA", "DO", "DH", "SW", "IC")
    await file_items(rig, "社會救助")
    await rig.tap(applicant, "送出")
    await apply_for_account(rig, officer)
    await rig.say(head, "/why")
    await rig.tap(head, "115-A2-0001　業務承辦者帳號（附表二）")

    assert "115-A2-0001 目前在「首長核章」" in head.last.text
    assert "五(二)1" in head.last.text


async def test_a_deputy_learns_for_whom_until_when_and_why(rig: Rig) -> None:
    applicant, _, deputy = await rig.link("DA", "DH", "DD")
    await rig.office.store.write(lambda unit: stand_in(unit, "DH", "DD"))
    await file_items(rig, "社會救助")
    await rig.tap(applicant, "送出")
    await rig.say(deputy, "/why")

    assert "秦主秘 自 115年11月23日(一) 至 115年11月24日(二) 代理 高區長，事由：赴會" in deputy.last.text


def stand_in(unit: Unit, holder: str, deputy: str) -> None:
    one, other = people.by_staff_no(unit, holder), people.by_staff_no(unit, deputy)
    assert one is not None and other is not None
    until = date(2026, 11, 23) + timedelta(days=2)
    deputies.name(unit, one, Deputyship(one.id, other, 1, date(2026, 11, 23), until, Capacity.ACTING, "赴會"))


async def test_a_case_of_the_authority_itself_is_marked_as_a_self_review(rig: Rig) -> None:
    applicant, _ = await rig.link("LA", "LD")
    await file_items(rig, "", "LA")

    assert "審核（自我審核）：林勞動 科員" in applicant.last.text


async def test_the_applicant_sees_that_the_own_case_is_for_others(rig: Rig) -> None:
    applicant, _ = await rig.link("DA", "DH")
    await file_items(rig, "社會救助")
    await rig.tap(applicant, "送出")
    await rig.say(applicant, "/why")

    assert "您是本案當事人" in applicant.last.text


async def test_an_open_question_cites_its_own_clause(rig: Rig) -> None:
    (applicant,) = await rig.link("DA")
    await rig.say(applicant, "/apply")
    await rig.tap(applicant, "機關查調項目增減（附表三）")
    await rig.say(applicant, "/why")

    assert "九" in applicant.last.text


async def test_seats_with_nobody_to_act_are_told_to_the_operator(rig: Rig) -> None:
    applicant, operator = await rig.link("DA", "IC")
    await file_items(rig, "社會救助")
    await rig.tap(applicant, "送出")

    assert rig.saw(operator, "審核：社會局審核人員尚未連結")
    assert not rig.saw(operator, "首長核章：")
