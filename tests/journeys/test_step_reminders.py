"""Cases that wait: reminders that bring the card, and the applicant's 催辦."""

from datetime import datetime

from tests.journeys.steps import apply_for_account
from tests.rig import TAIPEI, Rig


async def morning(rig: Rig, month: int, day: int) -> None:
    """Turn the clock to the morning and let the bell ring."""
    at = datetime(2026, month, day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def test_at_half_the_time_the_head_is_reminded_and_a_button_brings_the_card(rig: Rig) -> None:
    officer, head, _ = await rig.link("O1", "H1", "A1")
    number = await apply_for_account(rig, officer)
    await morning(rig, 11, 26)

    assert f"案件 {number} 等您處理，請於 115年12月1日(二) 以前辦理，還有 5 天" in head.last.text
    assert head.last.labels == (f"查看 {number}", "明天再提醒")

    digest = head.last.message_id
    await rig.tap(head, f"查看 {number}")

    assert head.last.labels == ("核准", "退回補正", "駁回")

    await rig.tap(head, "核准")

    assert next("都已完成" in each.text for each in head.messages if each.message_id == digest)


async def test_at_the_end_the_applicant_sees_it_and_at_twice_the_time_the_operator_who_may_look(rig: Rig) -> None:
    officer, _, _, operator = await rig.link("O1", "H1", "A1", "IC")
    number = await apply_for_account(rig, officer)
    await morning(rig, 12, 1)

    assert f"案件 {number} 這個步驟的期限為 115年12月1日(二)，目前尚未辦理" in officer.last.text
    assert not rig.saw(operator, number)

    await morning(rig, 12, 9)
    await rig.tap(operator, f"查看 {number}")

    assert rig.card(operator, number).labels == ()


async def test_a_returned_case_reminds_the_applicant_and_tells_who_returned_it(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")
    await morning(rig, 11, 27)

    assert f"案件 {number} 已退回補正，請於 115年11月30日(一) 以前修改後再送" in officer.last.text

    await morning(rig, 11, 30)

    assert f"您退回補正的案件 {number}" in head.last.text

    await rig.tap(officer, f"查看 {number}")

    assert officer.last.labels == ("修改後再送", "撤回")


async def test_the_applicant_asks_to_hurry_and_the_head_opens_the_card(rig: Rig) -> None:
    officer, head, other = await rig.link("O1", "H1", "H2")
    number = await apply_for_account(rig, officer)
    await rig.tap(officer, "催辦")

    assert officer.toasts[-1] == "已代您催辦，115年11月24日(二) 起可再催辦。"
    for phone in (head, other):
        assert f"林承辦 科員 催辦案件 {number}：首長核章等您處理，期限為 115年12月1日(二)" in phone.last.text
        assert phone.last.labels == (f"查看 {number}",)

    await rig.tap(head, f"查看 {number}")

    assert head.last.labels == ("核准", "退回補正", "駁回")


async def test_a_second_time_on_one_day_is_refused_and_on_the_next_it_goes_out_again(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(officer, "催辦")
    await rig.tap(officer, "催辦")

    assert officer.last.text == f"{number} 已經催辦過，115年11月24日(二) 起可再催辦。"
    assert sum("催辦案件" in each.text for each in head.messages) == 1

    rig.clock.turn(datetime(2026, 11, 24, 9, 0, tzinfo=TAIPEI))
    await rig.tap(officer, "催辦")

    assert sum("催辦案件" in each.text for each in head.messages) == 2


async def test_what_is_decided_has_no_button_to_hurry(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)

    assert rig.card(officer, number).labels == ("催辦", "撤回")

    await rig.tap(head, "駁回")
    await rig.tap(head, "無業務需要")

    assert rig.card(officer, number).labels == ("列印表單",)
