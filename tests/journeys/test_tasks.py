"""Domain A19: rights that an agency has lost are taken back from its officers, whoever sits at the seat by then."""

from datetime import datetime

from bot.sandbox.phone import Phone
from bot.services import roster as importing
from tests.city import PEOPLE, roster
from tests.journeys.test_agency_items import given_up, rig, tap_all
from tests.rig import TAIPEI, Rig

__all__ = ["rig"]

TASK = "收回查調權限（115-I3-0001）"
DONE = ("完成", "今天 115年11月23日(一)", "已於勞保查調系統移除")
MORE = ("A2", "蘇管理", "TB", "administrator", "su", "2025-01-06")


async def morning(rig: Rig, month: int, day: int) -> None:
    at = datetime(2026, month, day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def seated(rig: Rig, **roles: str) -> None:
    """The roster gives these people other seats."""
    told = [(*row[:3], roles.get(row[0], row[3]), *row[4:]) for row in (*PEOPLE, MORE)]
    queued = await rig.office.store.write(
        lambda unit: (importing.import_roster(unit, {"people": roster(told)["people"]}), unit.queued)[1]
    )
    rig.office.sender.take(queued)
    await rig.settle()


def has_task(phone: Phone) -> bool:
    return any(TASK in each.text and each.labels == ("完成",) for each in phone.messages)


async def test_a_task_is_reminded_of_until_it_is_done_and_the_head_hears_when_it_is_late(rig: Rig) -> None:
    administrator, _ = await given_up(rig)
    (head,) = await rig.link("H1")
    await morning(rig, 11, 30)

    assert (
        "請於 115年12月1日(二) 以前收回 林承辦 科員 已無依據的查調權限（115-I3-0001），還有 1 天"
        in administrator.last.text
    )

    await morning(rig, 12, 4)

    assert rig.saw(
        head, "林承辦 科員 已無依據的查調權限（115-I3-0001）應於 115年12月1日(二) 以前收回，機關管理者尚未辦理"
    )

    await rig.tap(administrator, "收回權限（O1）")
    await tap_all(rig, administrator, "完成", "今天 115年12月4日(五)", "已於勞保查調系統移除")
    await morning(rig, 12, 7)

    assert not any(
        "12月7日" in each.text and "查調權限" in each.text for each in (*administrator.messages, *head.messages)
    )


async def test_the_task_comes_to_the_deputy_on_the_first_day(rig: Rig) -> None:
    administrator, _ = await given_up(rig)
    (deputy,) = await rig.link("O2")
    await rig.say(administrator, "/deputy")
    await tap_all(rig, administrator, "設定代理人", "謝新人 科員")
    await rig.say(administrator, "115/11/24")
    await rig.say(administrator, "115/11/25")
    await tap_all(rig, administrator, "代理", "公假")

    assert not has_task(deputy)

    await morning(rig, 11, 24)

    assert has_task(deputy)


async def test_the_task_comes_to_who_is_made_administrator_and_leaves_who_was(rig: Rig) -> None:
    administrator, _ = await given_up(rig)
    (successor,) = await rig.link("O2")
    await seated(rig, A1="officer", O2="officer;administrator")

    assert has_task(successor)
    assert not has_task(administrator)

    await tap_all(rig, successor, *DONE)

    assert any("謝新人 科員 已辦理" in each.text for each in administrator.messages)


async def test_an_administrator_who_links_later_finds_the_task(rig: Rig) -> None:
    await given_up(rig)
    (other,) = await rig.link("A2")

    assert has_task(other)


async def test_the_deletion_of_the_account_ends_the_task_too(rig: Rig) -> None:
    administrator, officer = await given_up(rig)
    (head,) = await rig.link("H1")
    await rig.say(officer, "/apply")
    await tap_all(rig, officer, "業務承辦者帳號（附表二）", "刪除")
    await rig.say(officer, "115.11.23")
    await rig.say(officer, "職務調整")
    await tap_all(rig, officer, "普通件（每步驟 6 個工作日）", "送出")
    await rig.tap(head, "核准")
    card = rig.card(administrator, "115-A2-0001")
    administrator.tap("完成", message=card.message_id)
    await rig.settle()

    assert rig.saw(administrator, "已辦理，移除日 115年11月23日(一)：115-A2-0001")

    await rig.say(administrator, "/desk")

    assert "目前沒有待辦事項" in administrator.last.text
