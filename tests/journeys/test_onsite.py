"""/onsite: a visit is planned and moved, the checklist filled by taps, corrections chased and accepted."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.onsite import CHECKLIST
from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone, ShownMessage
from bot.services import onsite_report
from tests.city import PEOPLE, roster
from tests.journeys.steps import everything
from tests.rig import TAIPEI, Rig

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)
STAFF = (
    *PEOPLE,
    ("LX", "帶帳號審核", "LD", "reviewer;officer", "lx", "2025-01-06"),
    ("LR", "無帳號審核", "LD", "reviewer", "", ""),
    ("LH", "勞動局長", "LD", "head", "", ""),
)
FRESH = {"opened_on": "2026-11-02", "password_changed_on": "", "items": ""}
ACCOUNTS = [{"staff_no": each, "kind": "officer", **FRESH} for each in ("O1", "O9", "LX")]


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The city with accounts in three agencies, on a Monday morning in November."""
    files = {**roster(STAFF), "accounts": Sheet.of("accounts.csv", ACCOUNTS)}
    async with Rig(tmp_path, files, NOW) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


def shown(phone: Phone) -> ShownMessage:
    """The newest page or question, whatever digest has come after it."""
    return next(each for each in reversed(phone.messages) if each.labels and "提醒事項" not in each.text)


async def open_agency(rig: Rig, reviewer: Phone, agency: str = "交通局") -> None:
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, agency)


async def plan(rig: Rig, reviewer: Phone, day: str, button: str = "安排日期") -> None:
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, button)
    await rig.say(reviewer, day)


async def fill(rig: Rig, auditor: Phone, *wrong: int) -> None:
    """Every line in order but these, which have to be corrected by 1 December."""
    for number in range(1, len(CHECKLIST) + 1):
        if number in wrong:
            await rig.tap(auditor, "不符合")
            await rig.say(auditor, "登記簿少登 2 筆")
            await rig.say(auditor, "115/12/1")
        else:
            await rig.tap(auditor, "符合")


async def audit(rig: Rig, reviewer: Phone, *wrong: int, agency: str = "交通局") -> None:
    await open_agency(rig, reviewer, agency)
    await rig.tap(reviewer, "開始檢核")
    await fill(rig, reviewer, *wrong)
    await rig.tap(reviewer, "登錄結果")


async def test_the_years_board_names_each_agency_that_has_to_be_audited(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await rig.say(reviewer, "/onsite")

    assert "本年已辦 0／3" in shown(reviewer).text
    assert "交通局　115年度尚未安排，期限 115年12月31日(四)" in shown(reviewer).text
    assert "勞動局（自我稽核）" in shown(reviewer).text


async def test_a_visit_is_planned_and_the_agency_is_told(rig: Rig) -> None:
    reviewer, administrator, head = await rig.link("LR", "A1", "H1")
    await plan(rig, reviewer, "115/12/3")

    for phone in (administrator, head):
        assert rig.saw(phone, "勞動局訂於 115年12月3日(四) 到貴機關辦理現場稽核")
    assert "📅 交通局　訂於 115年12月3日(四)" in shown(reviewer).text

    await rig.say(administrator, "/onsite")

    assert "勞動局訂於 115年12月3日(四) 到貴機關現場稽核" in shown(administrator).text


async def test_a_moved_visit_replaces_the_old_one(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await plan(rig, reviewer, "115/12/3")
    await plan(rig, reviewer, "115/12/7", "改期")

    assert rig.saw(
        administrator, "訂於 115年12月7日(一) 到貴機關辦理現場稽核（要點八(二)2）。（原訂 115年12月3日(四)）"
    )

    await rig.say(administrator, "/onsite")

    assert "12月3日" not in shown(administrator).text


@pytest.mark.parametrize(
    ("day", "why"),
    [("115/12/25", "行憲紀念日放假日"), ("115/12/5", "不上班"), ("115/11/20", "已經過了"), ("119/1/2", "一年內")],
)
async def test_a_closed_day_is_refused_with_the_reason(rig: Rig, day: str, why: str) -> None:
    (reviewer,) = await rig.link("LR")
    await plan(rig, reviewer, day)

    assert rig.saw(reviewer, why)


async def test_the_offered_days_are_office_days_and_a_tap_plans_one(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "安排日期")
    offered = [each for each in shown(reviewer).labels if "月" in each]

    assert offered[0] == "115年11月30日(一)" and offered[-1] == "115年12月28日(一)"

    await rig.tap(reviewer, offered[0])

    assert "📅 交通局" in shown(reviewer).text


async def test_the_example_of_a_day_is_accepted_on_a_saturday_too(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    rig.clock.turn(datetime(2026, 11, 28, 10, 0, tzinfo=TAIPEI))
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "安排日期")
    await rig.say(reviewer, shown(reviewer).text.splitlines()[-1])

    assert "📅 交通局　訂於 115年12月7日(一)" in shown(reviewer).text


async def test_seventy_agencies_are_chosen_from_page_by_page(tmp_path: Path) -> None:
    many = [{"code": f"G{n:02}", "name": f"第{n}機關", "kind": "using", "head_signs_annex3": "0"} for n in range(1, 71)]
    files = roster(STAFF)
    header, *rows = files["agencies"].rows
    houses = [*(dict(zip(header, each, strict=True)) for each in rows), *many]
    async with Rig(tmp_path, {**files, "agencies": Sheet.of("agencies.csv", houses)}, NOW) as rig:
        (operator,) = await rig.link("IC")
        await rig.say(operator, "/onsite")
        await rig.tap(operator, "不定期稽核")
        await rig.tap(operator, "下一頁")
        await rig.tap(operator, "第50機關")

        assert "受稽機關：第50機關" in shown(operator).text
        assert not rig.saw(operator, "接續剛才的問題")


async def test_a_recorded_audit_ends_the_years_duty_and_the_visit(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await rig.office.bell.ring(NOW)
    await rig.settle()
    await plan(rig, reviewer, "115/12/3")
    await audit(rig, reviewer)

    assert rig.saw(administrator, "勞動局已登錄 115-OS-0001 稽核結果：應改善 0 項")
    assert rig.saw(reviewer, "各項均符合，沒有應改善事項")

    await rig.say(reviewer, "/onsite")

    assert "✔ 交通局　115年度已於 115年11月23日(一) 辦理" in shown(reviewer).text
    assert "onsite_recorded" in everything(rig)


async def test_an_audit_recorded_after_its_visit_was_held_on_the_day_of_the_visit(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await plan(rig, reviewer, "115/11/24")
    rig.clock.turn(datetime(2026, 11, 26, 10, 0, tzinfo=TAIPEI))
    await audit(rig, reviewer)

    assert "日期：115年11月24日(二)" in shown(reviewer).text


async def test_a_finding_is_corrected_with_proof_returned_and_accepted(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 1)
    await rig.say(administrator, "/onsite")
    await rig.tap(administrator, "115-OS-0001")

    assert "登記簿少登 2 筆" in shown(administrator).text

    await rig.tap(administrator, "第 1 項已改善")
    await rig.say(administrator, "府交字第1150084422號")

    assert rig.saw(reviewer, "交通局提報 115-OS-0001/1 已改善（府交字第1150084422號），請複查")

    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "第 1 項退回")
    await rig.say(reviewer, "請補附更正紀錄")

    assert rig.saw(administrator, "退回：「請補附更正紀錄」")

    await rig.say(administrator, "/onsite")
    await rig.tap(administrator, "115-OS-0001")
    await rig.tap(administrator, "第 1 項已改善")
    await rig.say(administrator, "府交字第1150084423號")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "第 1 項通過")

    assert rig.saw(administrator, "115-OS-0001/1 經 無帳號審核 科員 複查通過")


async def test_both_sides_see_what_is_left_line_by_line(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 1, 4, 6)
    await rig.say(administrator, "/onsite")
    await rig.tap(administrator, "115-OS-0001")

    assert shown(administrator).labels[:3] == ("第 1 項已改善", "第 4 項已改善", "第 6 項已改善")

    await rig.say(reviewer, "/onsite")

    assert "辦理，待改善或待複查 3 項" in shown(reviewer).text


async def test_a_correction_is_chased_until_it_is_reported(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 13)
    at = datetime(2026, 11, 30, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()

    assert rig.saw(administrator, "，請於 115年12月1日(二) 以前改善並提報，還有 1 天")

    await rig.tap(administrator, "查看稽核")
    await rig.tap(administrator, "第 13 項已改善")
    await rig.say(administrator, "府交字第1150084422號")

    assert not rig.saw(administrator, "稽核應改善事項")


async def test_proposal_and_council_belong_to_the_yearly_audit(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "開始檢核")
    await fill(rig, reviewer)
    await rig.tap(reviewer, "提報市政會議")

    assert "提報市政會議（要點八(二)2）：是" in shown(reviewer).text

    await rig.tap(reviewer, "獎懲建議")
    await rig.say(reviewer, "管理完善，建請敘獎")
    await rig.tap(reviewer, "登錄結果")

    assert rig.saw(reviewer, "獎懲建議（要點八第三項）：管理完善，建請敘獎")


async def test_an_ad_hoc_audit_has_neither_and_leaves_the_duty_open(rig: Rig) -> None:
    operator, reviewer, administrator = await rig.link("IC", "LR", "A1")
    await rig.say(operator, "/onsite")
    await rig.tap(operator, "不定期稽核")
    await rig.tap(operator, "勞保局稽核：交通局")

    assert "勞動部勞工保險局" in shown(operator).text

    await fill(rig, operator)

    assert "獎懲建議" not in shown(operator).labels

    await rig.tap(operator, "登錄結果")

    assert rig.saw(administrator, "資訊中心已登錄 115-OS-0001 稽核結果")

    await rig.say(reviewer, "/onsite")

    assert "交通局　115年度尚未安排" in shown(reviewer).text


async def test_the_own_house_is_audited_by_a_reviewer_without_an_account(rig: Rig) -> None:
    with_account, without = await rig.link("LX", "LR")
    await open_agency(rig, with_account, "勞動局")

    assert rig.saw(with_account, "自我稽核須由沒有勞保查調系統帳號的審核人員辦理")

    await audit(rig, without, agency="勞動局")

    assert rig.saw(without, "現場稽核（自我稽核）")


async def keep_rules(rig: Rig, administrator: Phone, document: str, day: str) -> None:
    await rig.say(administrator, "/onsite")
    await rig.tap(administrator, "使用規定")
    await rig.tap(administrator, "登錄使用規定")
    await rig.say(administrator, document)
    await rig.say(administrator, day)


async def go_to_the_line_of_the_rules(rig: Rig, reviewer: Phone) -> str:
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "開始檢核")
    for _ in range(10):
        await rig.tap(reviewer, "符合")
    assert "已訂定機關使用規定" in shown(reviewer).text
    return shown(reviewer).text


async def test_the_rules_of_use_are_kept_with_number_and_date_and_shown_to_the_auditor(rig: Rig) -> None:
    administrator, reviewer = await rig.link("A1", "LR")
    await keep_rules(rig, administrator, "府交字第1150012345號", "115/3/2")

    assert rig.saw(administrator, "已登錄機關使用規定：府交字第1150012345號（115年3月2日(一)）")
    assert "府交字第1150012345號（115年3月2日(一)）" in await go_to_the_line_of_the_rules(rig, reviewer)


async def test_the_auditor_sees_that_no_rules_of_use_are_recorded(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")

    assert "機關使用規定（要點四(三)2）：尚未登錄" in await go_to_the_line_of_the_rules(rig, reviewer)


async def test_renewed_rules_of_use_replace_the_old_ones_which_stay_readable(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await keep_rules(rig, administrator, "府交字第1130000001號", "113/5/6")
    await keep_rules(rig, administrator, "府交字第1150012345號", "115/3/2")

    assert "機關使用規定（要點四(三)2）：府交字第1150012345號" in shown(administrator).text
    assert "前次：府交字第1130000001號（113年5月6日(一)）" in shown(administrator).text
    assert "府交字第1130000001號" in everything(rig)


async def test_rules_of_use_are_not_of_tomorrow(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await keep_rules(rig, administrator, "府交字第1150012345號", "115/11/24")

    assert rig.saw(administrator, "115年11月24日(二)")
    assert not rig.saw(administrator, "已登錄機關使用規定")


async def test_with_the_visit_the_agency_is_asked_for_the_rules_it_has_not_recorded(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await plan(rig, reviewer, "115/12/3")

    assert rig.saw(administrator, "現場稽核會查核，請先登錄文號及日期")

    await rig.tap(administrator, "查看稽核")
    await rig.tap(administrator, "使用規定")
    await rig.tap(administrator, "登錄使用規定")
    await rig.say(administrator, "府交字第1150012345號")
    await rig.say(administrator, "115/3/2")
    await plan(rig, reviewer, "115/12/4", "改期")
    told = next(each.text for each in reversed(administrator.messages) if "12月4日" in each.text)

    assert "請先登錄" not in told


async def test_each_notice_leads_to_its_own_matter(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 1)
    await rig.tap(administrator, "查看稽核")

    assert "第 1 項已改善" in shown(administrator).labels
    assert rig.saw(administrator, "勞動局已登錄 115-OS-0001 稽核結果：應改善 1 項")

    await rig.tap(administrator, "第 1 項已改善")
    await rig.say(administrator, "府交字第1150084422號")
    await rig.tap(reviewer, "查看稽核")

    assert "第 1 項通過" in shown(reviewer).labels


async def test_a_reminder_opens_the_audit_it_speaks_of(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await rig.office.bell.ring(NOW.replace(hour=8, minute=30))
    await rig.settle()
    digest = next(each for each in reviewer.messages if "提醒事項" in each.text)
    named = next(line for line in digest.text.splitlines() if "現場稽核尚未辦理" in line)
    await rig.tap(reviewer, "查看稽核")

    assert shown(reviewer).text.splitlines()[0].split("　")[0].lstrip("・").split("（")[0] in named
    assert "安排日期" in shown(reviewer).labels


async def test_the_heads_of_both_sides_look_on(rig: Rig) -> None:
    reviewer, boss, head = await rig.link("LR", "LH", "H1")
    await audit(rig, reviewer, 1)
    await rig.say(boss, "/onsite")
    await rig.tap(boss, "文化局")

    assert shown(boss).labels == ("上一步",)

    await open_agency(rig, boss)

    assert shown(boss).labels == ("列印檢核表", "上一步")

    await rig.tap(head, "查看稽核")

    assert "第 1 項已改善" in shown(head).labels


async def test_the_report_shows_the_rules_of_use_of_its_day(rig: Rig) -> None:
    administrator, reviewer = await rig.link("A1", "LR")
    await keep_rules(rig, administrator, "府交字第1130000001號", "113/5/6")
    await audit(rig, reviewer)
    rig.clock.turn(datetime(2026, 11, 24, 10, 0, tzinfo=TAIPEI))
    await keep_rules(rig, administrator, "府交字第1150012345號", "115/3/2")
    report = await rig.office.store.read(lambda unit: onsite_report.look(unit, 1, {"inspection": 1}))

    assert str(report.rules.params["document"]) == "府交字第1130000001號"


async def test_a_line_can_be_answered_again_before_recording_and_not_after(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "開始檢核")
    await fill(rig, reviewer)
    await rig.tap(reviewer, "3")
    await rig.tap(reviewer, "不適用")

    assert "－ 3. 抽查的查調內容與案卷相符（不適用）" in shown(reviewer).text


async def test_an_officer_has_no_part_in_audits(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/onsite")

    assert rig.saw(officer, "您的職務不需辦理稽核")


async def test_the_checklist_is_printed_for_both_sides(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 2)
    await rig.tap(reviewer, "列印檢核表")
    await rig.say(administrator, "/onsite")
    await rig.tap(administrator, "115-OS-0001")
    await rig.tap(administrator, "列印檢核表")

    for phone in (reviewer, administrator):
        assert any((each.file or b"").startswith(b"%PDF") for each in phone.messages)
