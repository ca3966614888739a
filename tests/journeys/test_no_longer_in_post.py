"""What a case may still do when its applicant has left, or no longer holds the seat that files it."""

from bot.rules.roster import Sheet
from bot.services import roster as importing
from tests.city import PEOPLE, roster
from tests.journeys.steps import KIND, WORDS, apply_for_account
from tests.journeys.test_faults import query
from tests.rig import Rig

COLUMNS = ("staff_no", "name", "agency", "roles", "egov_account", "certificate_on")


async def changed(rig: Rig, **cells: str) -> None:
    """The roster says something new about the officer O1."""
    plain = {"title": "科員", "left_on": "", "locale": "zh-TW"}
    rows = [{**dict(zip(COLUMNS, each, strict=True)), **plain} for each in PEOPLE]
    told = [each | cells if each["staff_no"] == "O1" else each for each in rows]
    sheets = roster() | {"people": Sheet.of("people.csv", told)}
    await rig.office.store.write(lambda unit: importing.import_roster(unit, sheets))
    await rig.settle()


async def test_who_is_no_officer_any_more_does_not_send_a_returned_case_again(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.say(head, "補條項")
    await rig.tap(officer, "修改後再送")
    await changed(rig, roles="authorised")
    await rig.tap(officer, "送出")

    assert "須由" in officer.last.text
    assert query(rig, "SELECT state FROM cases") == [("returned",)]


async def test_nothing_is_approved_for_who_has_left_but_it_can_be_rejected(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await changed(rig, left_on="2026-11-23")
    await rig.tap(head, "核准")

    assert "已離職" in head.toasts[-1]

    await rig.tap(head, "駁回")
    await rig.tap(head, "申請人已非業務承辦者")

    assert "駁回" in rig.card(head, number).text


async def test_the_account_of_who_has_left_can_still_be_closed(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "刪除")
    await rig.say(officer, "115.11.23")
    await rig.say(officer, WORDS[-1])
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")
    await rig.tap(officer, "送出")
    await changed(rig, left_on="2026-11-23")
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    assert "已完成" in rig.card(administrator, "115-A2-0002").text
