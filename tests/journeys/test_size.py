"""Much of everything: a hundred items to choose from, long names, many rounds."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone
from tests.city import roster
from tests.journeys.steps import KIND, WORDS, apply_for_account
from tests.rig import TAIPEI, Rig

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)


def city(count: int, name: str = "項目") -> Mapping[str, Sheet]:
    items = [
        {"code": f"LI-{n:03}", "name": f"{name}{n:03}", "programme": "勞保", "subject": "person"} for n in range(count)
    ]
    held = [{"agency": "TB", "item": each["code"], "legal_basis": "", "business": ""} for each in items]
    return roster(items=items, agency_items=held)


async def asked(rig: Rig) -> Phone:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    return officer


async def test_what_is_chosen_on_one_page_stays_chosen_on_the_others(tmp_path: Path) -> None:
    async with Rig(tmp_path, city(120), MONDAY) as rig:
        officer = await asked(rig)

        assert "第 1 頁，共 4 頁" in officer.last.text
        assert len(officer.last.labels) <= 35

        await rig.tap(officer, "LI-003 項目003")
        await rig.tap(officer, "下一頁")
        await rig.tap(officer, "LI-031 項目031")

        assert "✅ LI-031 項目031" in officer.last.labels

        await rig.tap(officer, "下一頁")
        await rig.tap(officer, "下一頁")
        await rig.tap(officer, "LI-119 項目119")

        assert "下一頁" not in officer.last.labels

        for _ in range(3):
            await rig.tap(officer, "上一頁")

        assert "✅ LI-003 項目003" in officer.last.labels
        assert "上一頁" not in officer.last.labels

        await rig.tap(officer, "選好了")
        for words in WORDS:
            await rig.say(officer, words)
        await rig.tap(officer, "普通件（每步驟 6 個工作日）")

        assert "LI-003 項目003、LI-031 項目031、LI-119 項目119" in officer.last.text
        assert rig.telegram.violations == []


async def test_a_few_items_stand_on_one_page(tmp_path: Path) -> None:
    async with Rig(tmp_path, city(30), MONDAY) as rig:
        officer = await asked(rig)

        assert "下一頁" not in officer.last.labels
        assert "頁" not in officer.last.text


async def test_a_form_with_many_long_items_has_its_preview_and_its_card(tmp_path: Path) -> None:
    async with Rig(tmp_path, city(90, "長" * 50), MONDAY) as rig:
        (head,) = await rig.link("H1")
        officer = await asked(rig)
        await rig.say(officer, " ".join(f"LI-{n:03}" for n in range(90)))
        for words in ("&" * 100, "&" * 200, "&" * 300):
            await rig.say(officer, words)
        await rig.tap(officer, "普通件（每步驟 6 個工作日）")

        assert "等共 90 項" in officer.last.text

        await rig.tap(officer, "送出")

        assert "▶" in rig.card(head, "115-A2-0001").text
        assert rig.telegram.violations == []


async def test_after_many_rounds_the_card_still_says_who_holds_it(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    for n in range(9):
        await rig.tap(head, "退回補正")
        await rig.say(head, f"第{n}次" + "補" * 290)
        await rig.tap(officer, "修改後再送")
        await rig.tap(officer, "送出")
    shown = next(each.text for each in reversed(officer.messages) if "辦理情形" in each.text)

    assert shown.startswith(number)
    assert "第0次" in shown and "第8次" in shown and "第4次" not in shown
    assert "（中間 13 筆略）" in shown
    assert "▶" in shown


@pytest.mark.parametrize("text", ["<b>" * 90, "&" * 300])
async def test_marks_in_an_answer_neither_break_nor_lengthen_the_card(rig: Rig, text: str) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.say(head, text)

    assert rig.saw(officer, text)
