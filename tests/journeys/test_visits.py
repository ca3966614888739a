"""Point 9: an authority that entrusts a district office with two businesses audits each of them, on one day or two."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import PEOPLE, roster
from tests.journeys.test_onsite import FRESH, fill, shown
from tests.rig import TAIPEI, Rig

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)
KINDS = {"IC": "information_center", "LD": "labour", "SA": "using", "ZL": "district"}
NAMES = {"IC": "資訊中心", "LD": "勞動局", "SA": "社會局", "ZL": "中壢區公所"}
STAFF = (
    *(each for each in PEOPLE if each[2] in KINDS),
    ("SR", "社會審核", "SA", "reviewer", "", ""),
    ("ZA", "公所管理", "ZL", "administrator", "za", "2025-01-06"),
    ("ZO", "公所承辦", "ZL", "officer", "zo", "2025-01-06"),
)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The Social Affairs entrust a district office with relief and with allowances."""
    agencies = [
        {"code": code, "name": NAMES[code], "kind": kind, "head_signs_annex3": "0"} for code, kind in KINDS.items()
    ]
    delegations = [{"district": "ZL", "authority": "SA", "business": each} for each in ("社會救助", "老人津貼")]
    item = {"agency": "ZL", "item": "LI-01", "legal_basis": "社會救助法第44條之3", "business": "社會救助"}
    account = {"staff_no": "ZO", "kind": "officer", **FRESH}
    files = roster(STAFF, agencies=agencies, agency_items=[item], accounts=[account], delegations=delegations)
    async with Rig(tmp_path, files, NOW) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def plan(rig: Rig, reviewer: Phone, business: str, day: str, button: str = "安排日期") -> None:
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, f"中壢區公所（{business}）")
    await rig.tap(reviewer, button)
    await rig.say(reviewer, day)


async def record(rig: Rig, reviewer: Phone, business: str) -> None:
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, f"中壢區公所（{business}）")
    await rig.tap(reviewer, "開始檢核")
    await fill(rig, reviewer)
    await rig.tap(reviewer, "登錄結果")


async def ring(rig: Rig, day: date) -> None:
    at = datetime(day.year, day.month, day.day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


def visits_said(phone: Phone) -> list[str]:
    """The lines about visits in the newest digest."""
    digest = next(each for each in reversed(phone.messages) if "提醒事項" in each.text)
    return [line for line in digest.text.splitlines() if "中壢區公所現場稽核" in line]


async def test_two_businesses_are_planned_for_two_days_each_by_itself(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await plan(rig, reviewer, "老人津貼", "115/12/8")

    assert rig.saw(administrator, "社會局訂於 115年12月3日(四) 到貴機關辦理現場稽核（社會救助）")
    assert rig.saw(administrator, "社會局訂於 115年12月8日(二) 到貴機關辦理現場稽核（老人津貼）")
    assert "📅 中壢區公所（社會救助）　訂於 115年12月3日(四)" in shown(reviewer).text
    assert "📅 中壢區公所（老人津貼）　訂於 115年12月8日(二)" in shown(reviewer).text


async def test_moving_one_business_leaves_the_other_where_it_is(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await plan(rig, reviewer, "老人津貼", "115/12/3")
    await plan(rig, reviewer, "老人津貼", "115/12/8", "改期")
    await rig.say(administrator, "/onsite")

    assert "社會局訂於 115年12月3日(四) 到貴機關現場稽核（社會救助）" in shown(administrator).text
    assert "社會局訂於 115年12月8日(二) 到貴機關現場稽核（老人津貼）" in shown(administrator).text


async def test_one_visit_for_both_is_announced_in_one_line_and_opens_both(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "中壢區公所（老人津貼）")
    await rig.tap(reviewer, "安排日期")

    assert shown(reviewer).labels[0] == "115年12月3日(四)"

    await rig.tap(reviewer, "115年12月3日(四)")
    await ring(rig, date(2026, 12, 2))

    (said,) = visits_said(administrator)
    assert "社會局訂於 115年12月3日(四) 到中壢區公所現場稽核，還有 1 天" in said
    assert len(visits_said(reviewer)) == 1

    await rig.say(administrator, "/onsite")

    assert "到貴機關現場稽核（社會救助、老人津貼）" in shown(administrator).text


async def test_recording_one_business_leaves_the_other_open_on_the_same_day(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await plan(rig, reviewer, "老人津貼", "115/12/3")
    rig.clock.turn(datetime(2026, 12, 3, 14, 0, tzinfo=TAIPEI))
    await record(rig, reviewer, "社會救助")
    await rig.say(reviewer, "/onsite")

    assert "本年已辦 1／2" in shown(reviewer).text
    assert "📅 中壢區公所（老人津貼）　訂於 115年12月3日(四)" in shown(reviewer).text

    await rig.say(administrator, "/onsite")

    assert "到貴機關現場稽核（老人津貼）" in shown(administrator).text

    await record(rig, reviewer, "老人津貼")
    await rig.say(administrator, "/onsite")

    assert "到貴機關" not in shown(administrator).text


async def test_a_visit_whose_day_has_passed_is_said_to_wait_for_its_result(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    rig.clock.turn(datetime(2026, 12, 4, 14, 0, tzinfo=TAIPEI))
    for phone in (reviewer, administrator):
        await rig.say(phone, "/onsite")

    assert "⏳ 中壢區公所（社會救助）　訂於 115年12月3日(四)，結果尚未登錄" in shown(reviewer).text
    assert "⏳ 社會局 115年12月3日(四) 的現場稽核（社會救助），結果尚未登錄" in shown(administrator).text


async def test_the_dept_of_labor_reads_its_copy(rig: Rig) -> None:
    reviewer, labour = await rig.link("SR", "LD")
    await record(rig, reviewer, "社會救助")

    assert rig.saw(labour, "副知：社會局已登錄 中壢區公所（社會救助）稽核結果")

    await rig.tap(labour, "查看稽核")

    assert "各項均符合" in shown(labour).text
    assert shown(labour).labels == ("列印檢核表", "上一步")


async def test_a_visit_that_was_made_is_recorded_and_not_moved(rig: Rig) -> None:
    (reviewer,) = await rig.link("SR")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    rig.clock.turn(datetime(2026, 12, 3, 14, 0, tzinfo=TAIPEI))
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "中壢區公所（社會救助）")
    await rig.tap(reviewer, "開始檢核")
    await rig.tap(reviewer, "符合")
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "中壢區公所（社會救助）")
    await rig.tap(reviewer, "改期")

    assert rig.saw(reviewer, "已到場並開始檢核，不能改期")


async def test_a_checklist_that_was_prepared_before_the_visit_was_held_on_its_day(rig: Rig) -> None:
    (reviewer,) = await rig.link("SR")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "中壢區公所（社會救助）")
    await rig.tap(reviewer, "開始檢核")
    await fill(rig, reviewer)
    rig.clock.turn(datetime(2026, 12, 4, 10, 0, tzinfo=TAIPEI))
    await rig.tap(reviewer, "登錄結果")

    assert "日期：115年12月3日(四)" in shown(reviewer).text


async def test_the_reminder_of_a_visit_opens_its_audit_or_those_it_is_for(rig: Rig) -> None:
    reviewer, administrator = await rig.link("SR", "ZA")
    await plan(rig, reviewer, "社會救助", "115/12/3")
    await ring(rig, date(2026, 12, 2))
    await see_visit(rig, reviewer)

    assert "開始檢核" in shown(reviewer).labels

    await plan(rig, reviewer, "老人津貼", "115/12/3")
    await see_visit(rig, reviewer)

    assert shown(reviewer).labels[:2] == ("中壢區公所（社會救助）", "中壢區公所（老人津貼）")

    await see_visit(rig, administrator)

    assert "到貴機關現場稽核（社會救助、老人津貼）" in shown(administrator).text


async def see_visit(rig: Rig, phone: Phone) -> None:
    """The button of the visit's line in the newest digest."""
    digest = next(each for each in reversed(phone.messages) if "提醒事項" in each.text)
    at = next(number for number, line in enumerate(digest.text.splitlines()[1:]) if "中壢區公所現場稽核" in line)
    button = digest.buttons[at][0]
    assert button.label == "查看稽核" and button.data is not None
    phone.tap_data(digest.message_id, button.data)
    await rig.settle()


async def test_a_day_after_the_deadline_can_be_planned_and_is_said_to_be_late(rig: Rig) -> None:
    (reviewer,) = await rig.link("SR")
    await plan(rig, reviewer, "社會救助", "116/1/5")

    assert rig.saw(reviewer, "這一天已過期限 115年12月31日(四)")
