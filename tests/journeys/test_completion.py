"""Who asked hears at the end what has changed, and what is to be done now."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import roster
from tests.journeys.steps import KIND, WORDS, apply_for_account
from tests.rig import TAIPEI, Rig


async def opened(rig: Rig) -> Phone:
    """The officer, whose account the head and the administrator have just seen through."""
    officer, _, _ = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await carried_out(rig)
    return officer


async def carried_out(rig: Rig) -> None:
    await rig.tap(rig.phones["H1"], "核准")
    await rig.tap(rig.phones["A1"], "完成")


async def ask_to(rig: Rig, officer: Phone, change: str, *words: str, skip: bool = False) -> None:
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, change)
    if skip:
        await rig.tap(officer, "略過")
    for each in words:
        await rig.say(officer, each)
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")
    await rig.tap(officer, "送出")


async def test_a_new_account_brings_its_items_the_first_record_and_the_passwords_day(rig: Rig) -> None:
    officer = await opened(rig)

    assert "・帳號已開設，可以使用。" in officer.last.text
    assert "115年11月的使用紀錄請於 115年12月10日(四) 以前用 /record 送出" in officer.last.text
    assert "・已開設查調項目，可以使用：LI-01 目前加保" in officer.last.text
    assert "密碼請於 116年2月23日(二) 以前變更" in officer.last.text
    assert "目前沒有查調項目" not in officer.last.text


async def test_an_account_of_an_agency_without_items_says_how_it_gets_some(tmp_path: Path) -> None:
    of_others = [{"agency": "CB", "item": "LI-01", "legal_basis": "文化資產保存法第3條", "business": ""}]
    async with Rig(tmp_path, roster(agency_items=of_others), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        officer, _, _ = await rig.link("O1", "H1", "A1")
        await ask_to(rig, officer, "新增", *WORDS, skip=True)
        await carried_out(rig)

        assert "帳號目前沒有查調項目；貴機關取得查調項目後，請用 /apply" in officer.last.text


@pytest.mark.parametrize(
    ("change", "words", "told"),
    [
        ("異動", ("改為單一登入", "115.11.23", "配合公告"), "・帳號已依申請異動：改為單一登入"),
        ("刪除", ("115.11.23", "職務調整"), "115年11月的使用紀錄仍請於 115年12月10日(四) 以前用 /record 送出"),
    ],
)
async def test_a_changed_or_closed_account_says_so_and_what_is_still_owed(
    rig: Rig, change: str, words: tuple[str, ...], told: str
) -> None:
    officer = await opened(rig)
    await ask_to(rig, officer, change, *words)
    await carried_out(rig)

    assert told in officer.last.text
