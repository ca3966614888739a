"""/deputy: a colleague stands in for the holder of a seat; open cases move at the start and return at the end."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import PEOPLE, roster
from tests.forms.printouts import flat, text_of
from tests.journeys.steps import apply_for_account, everything
from tests.rig import TAIPEI, Rig

CASE = "115-A2-0001"


async def begin(rig: Rig, head: Phone, deputy: str = "謝新人 科員") -> None:
    await rig.say(head, "/deputy")
    await rig.tap(head, "設定代理人")
    await rig.tap(head, deputy)


async def name(rig: Rig, head: Phone, first: str, last: str, capacity: str = "代理") -> None:
    await begin(rig, head)
    for words in (first, last):
        await rig.say(head, words)
    await rig.tap(head, capacity)
    await rig.tap(head, "公假")


async def morning(rig: Rig, day: int, hour: int = 8, minute: int = 30) -> None:
    at = datetime(2026, 11, day, hour, minute, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def away_from_tuesday_to_wednesday(rig: Rig) -> tuple[Phone, Phone]:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/24", "115/11/25")
    return head, deputy


async def test_naming_a_deputy_is_confirmed_and_the_deputy_is_told(rig: Rig) -> None:
    head, deputy = await away_from_tuesday_to_wednesday(rig)

    assert "謝新人 科員 自 115年11月24日(二) 至 115年11月25日(三) 代理 李局長 科員，事由：公假" in head.last.text
    assert "李局長 科員 已指定您自 115年11月24日(二) 至 115年11月25日(三) 代理" in deputy.last.text
    assert "deputy_named" in everything(rig)


async def test_the_open_case_comes_to_the_deputy_on_the_first_day(rig: Rig) -> None:
    _, deputy = await away_from_tuesday_to_wednesday(rig)

    assert not rig.saw(deputy, CASE)

    await morning(rig, 24)

    assert "核准" in rig.card(deputy, CASE).labels
    assert "謝新人 科員（代理 李局長）" in rig.card(rig.phones["O1"], CASE).text


async def test_the_printed_form_says_for_whom_the_deputy_signed_and_why(rig: Rig) -> None:
    _, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    await rig.tap(deputy, "核准")
    await rig.say(rig.phones["O1"], "/mine")
    await rig.tap(rig.phones["O1"], "列印表單")

    assert flat("謝新人 科員 代理 李局長（公假） 系統核准") in text_of(rig.phones["O1"].last.file or b"")


async def test_nobodys_phone_rings_before_the_office_opens(rig: Rig) -> None:
    _, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24, hour=0)

    assert not rig.saw(deputy, CASE)

    await rig.say(deputy, "/desk")

    assert rig.saw(deputy, CASE)


async def test_a_sweep_that_rings_again_changes_nothing(rig: Rig) -> None:
    _, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    edited, seen = rig.card(deputy, CASE), len(deputy.messages)
    wanted = everything(rig).count('INSERT INTO "outbox"')
    await morning(rig, 24, hour=9)

    assert (rig.card(deputy, CASE), len(deputy.messages)) == (edited, seen)
    assert everything(rig).count('INSERT INTO "outbox"') == wanted


@pytest.mark.parametrize(
    ("capacity", "shown"),
    [("代理", "（代理 李局長）"), ("代行", "（代行 李局長）"), ("代為決行", "（為 李局長 代為決行）")],
)
async def test_what_the_deputy_decides_says_for_whom_and_in_which_capacity(rig: Rig, capacity: str, shown: str) -> None:
    officer, head, deputy, administrator = await rig.link("O1", "H1", "O2", "A1")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/23", "115/11/23", capacity)
    await rig.tap(deputy, "核准")

    assert f"首長核章：核准　謝新人 科員{shown}" in rig.card(officer, CASE).text
    assert f"首長核章：核准　謝新人 科員{shown}" in rig.card(administrator, CASE).text
    assert '"holder":"H1"' in everything(rig)
    assert '"capacity_reason":"official_leave"' in everything(rig)


async def test_the_holder_may_still_decide(rig: Rig) -> None:
    head, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    await rig.tap(head, "核准")

    assert rig.card(deputy, CASE).labels == ()


async def test_after_the_last_day_the_case_returns(rig: Rig) -> None:
    head, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    await morning(rig, 25)

    assert "核准" in rig.card(deputy, CASE).labels

    await morning(rig, 26)

    assert rig.card(deputy, CASE).labels == ()
    assert "代理" not in rig.card(rig.phones["O1"], CASE).text
    assert "核准" in rig.card(head, CASE).labels


async def test_an_old_button_is_refused_from_the_first_minute_after_the_end(rig: Rig) -> None:
    _, deputy = await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    rig.clock.turn(datetime(2026, 11, 26, 0, 0, tzinfo=TAIPEI))
    await rig.tap(deputy, "核准")

    assert rig.saw(deputy, "這個步驟須由機關首長處理")


async def test_a_start_that_was_slept_through_is_made_up_for(rig: Rig) -> None:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/24", "115/11/30")
    await morning(rig, 27)

    assert "核准" in rig.card(deputy, CASE).labels


async def test_a_case_that_arrives_before_the_first_sweep_shows_the_deputy_already(rig: Rig) -> None:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await name(rig, head, "115/11/24", "115/11/30")
    rig.clock.turn(datetime(2026, 11, 24, 8, 10, tzinfo=TAIPEI))
    await apply_for_account(rig, officer)

    assert "核准" in rig.card(deputy, CASE).labels

    seen = len(deputy.messages)
    await morning(rig, 24)

    assert len(deputy.messages) == seen


async def test_a_deputyship_from_today_moves_the_case_at_once(rig: Rig) -> None:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/23", "115/11/24")

    assert "核准" in rig.card(deputy, CASE).labels


@pytest.mark.parametrize(("who", "label"), [("H1", "結束 謝新人 的代理"), ("O2", "結束代理 李局長")])
async def test_holder_and_deputy_can_end_it_and_the_case_returns_at_once(rig: Rig, who: str, label: str) -> None:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/23", "115/11/24")
    ends = rig.phones[who]
    await rig.say(ends, "/deputy")
    await rig.tap(ends, f"{label}（115年11月23日(一) 起）")

    assert "已結束" in ends.last.text
    assert rig.saw(deputy if who == "H1" else head, "已結束 謝新人 科員 代理 李局長 科員")
    assert rig.card(deputy, CASE).labels == ()
    assert "deputy_ended" in everything(rig)

    await rig.say(head, "/deputy")

    assert "目前沒有代理" in head.last.text


async def test_one_that_has_not_begun_is_ended_before_it_begins(rig: Rig) -> None:
    head, deputy = await away_from_tuesday_to_wednesday(rig)
    await rig.say(head, "/deputy")
    await rig.tap(head, "結束 謝新人 的代理（115年11月24日(二) 起）")
    await morning(rig, 24)

    assert not rig.saw(deputy, CASE)


async def test_the_deputys_own_case_is_not_the_deputys_to_decide(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await begin(rig, head, "林承辦 科員")
    for label in ("今天 115年11月23日(一)", "115年11月23日(一)", "代理", "公假"):
        await rig.tap(head, label)
    await apply_for_account(rig, officer)

    assert rig.card(officer, CASE).labels == ("催辦", "撤回")
    assert "代理" not in rig.card(officer, CASE).text

    await rig.say(officer, "/desk")

    assert "目前沒有待辦事項" in officer.last.text


async def test_when_the_first_deputy_is_away_too_the_next_in_order_acts(rig: Rig) -> None:
    officer, head, first, second = await rig.link("O1", "H1", "H2", "O2")
    await apply_for_account(rig, officer)
    await rig.tap(first, "退回補正")
    await rig.say(first, "/cancel")
    for label in ("陳管理 科員（尚未連結）", "謝新人 科員"):
        await begin(rig, head, label)
        for words in ("115/11/23", "115/11/27"):
            await rig.say(head, words)
        await rig.tap(head, "代理")
        await rig.say(head, "赴中央開會")

    assert "第 2 順位" in head.last.text
    assert not rig.saw(second, CASE)

    (administrator,) = await rig.link("A1")
    await begin(rig, administrator, "林承辦 科員")
    for label in ("今天 115年11月23日(一)", "115年11月23日(一)", "代理", "公假"):
        await rig.tap(administrator, label)

    assert "核准" in rig.card(second, CASE).labels
    assert rig.card(administrator, CASE).labels == ()

    await morning(rig, 24)

    assert rig.card(second, CASE).labels == ()
    assert "核准" in rig.card(administrator, CASE).labels


# --- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("H1", "代理人不能是您本人"),
        ("O9", "不是貴機關人員"),
        ("X1", "名冊查無員工編號 X1"),
    ],
)
async def test_some_people_cannot_be_named(rig: Rig, number: str, why: str) -> None:
    (head,) = await rig.link("H1")
    await rig.say(head, "/deputy")
    await rig.tap(head, "設定代理人")
    await rig.say(head, number)

    assert why in head.last.text

    await rig.say(head, "O2")

    assert "自哪一天起代理" in head.last.text


async def test_days_that_are_over_and_an_end_before_the_start_are_refused(rig: Rig) -> None:
    (head,) = await rig.link("H1")
    await begin(rig, head, "謝新人 科員（尚未連結）")
    await rig.say(head, "115/11/22")

    assert "115年11月22日(日) 已經過了" in head.last.text

    await rig.say(head, "115/11/26")
    await rig.say(head, "115/11/25")

    assert "結束日不能早於起始日 115年11月26日(四)" in head.last.text

    await rig.say(head, "115/11/26")

    assert "以何種名義" in head.last.text


async def test_the_same_colleague_for_days_that_overlap_is_refused(rig: Rig) -> None:
    head, _ = await away_from_tuesday_to_wednesday(rig)
    await name(rig, head, "115/11/25", "115/11/27")

    assert "謝新人 自 115年11月24日(二) 起已有代理，期間重疊" in head.last.text


async def test_days_that_went_by_in_mid_dialogue_are_refused_and_can_be_chosen_anew(rig: Rig) -> None:
    (head,) = await rig.link("H1")
    await begin(rig, head, "謝新人 科員（尚未連結）")
    for label in ("今天 115年11月23日(一)", "115年11月23日(一)", "代理"):
        await rig.tap(head, label)
    rig.clock.turn(datetime(2026, 11, 24, 9, 0, tzinfo=TAIPEI))
    await rig.say(head, "開會")

    assert "起始日 115年11月23日(一) 已經過了" in head.last.text

    for _ in range(3):
        await rig.tap(head, "上一步")

    assert "自哪一天起代理" in head.last.text


async def test_who_holds_no_seat_that_decides_is_told_so(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/deputy")

    assert "不需在這裡設定代理人" in officer.last.text


# --- the dialogue ----------------------------------------------------------------------------------------------------


async def test_a_restart_in_mid_dialogue_loses_no_answer(rig: Rig) -> None:
    head, deputy = await rig.link("H1", "O2")
    await begin(rig, head)
    await rig.say(head, "115/11/24")
    await rig.restart()
    await rig.say(head, "115/11/25")
    await rig.restart()
    await rig.tap(head, "代為決行")
    await rig.restart()
    await rig.say(head, "赴中央開會")

    assert "已設定：謝新人 科員 自 115年11月24日(二) 至 115年11月25日(三) 代為決行" in head.last.text
    assert rig.saw(deputy, "事由：赴中央開會")


async def test_answers_survive_another_question_in_between(rig: Rig) -> None:
    head, _ = await rig.link("H1", "O2")
    await begin(rig, head)
    await rig.say(head, "115/11/24")
    await rig.say(head, "/language")
    await rig.tap(head, "正體中文")

    assert "自 115年11月24日(二) 起代理，到哪一天為止" in head.last.text

    await rig.say(head, "115/11/25")

    assert "以何種名義" in head.last.text


async def test_many_colleagues_come_in_pages(tmp_path: Path) -> None:
    more = [(f"Z{each}", f"員工{each}", "TB", "officer", "", "") for each in range(9)]
    async with Rig(tmp_path, roster([*PEOPLE, *more]), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        (head,) = await rig.link("H1")
        await rig.say(head, "/deputy")
        await rig.tap(head, "設定代理人")

        assert "下一頁" in head.last.labels and "前一頁" not in head.last.labels

        await rig.tap(head, "下一頁")
        await rig.tap(head, "員工8 科員（尚未連結）")

        assert "員工8 科員（尚未連結） 自哪一天起代理" in head.last.text


async def test_giving_up_changes_nothing(rig: Rig) -> None:
    head, _ = await rig.link("H1", "O2")
    await begin(rig, head)
    await rig.say(head, "/cancel")

    assert "代理未變動" in head.last.text


async def test_the_menu_names_the_command_to_whom_it_serves(rig: Rig) -> None:
    head, officer = await rig.link("H1", "O1")
    for phone in (head, officer):
        await rig.say(phone, "/menu")

    assert "/deputy" in head.last.text
    assert "/deputy" not in officer.last.text
