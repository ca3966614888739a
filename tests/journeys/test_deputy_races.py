"""Holder and deputy decide at the same moment, at the edges of a deputyship: one decides, the other learns why not."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

import pytest

from bot.sandbox.phone import Phone
from tests.journeys.steps import apply_for_account
from tests.journeys.test_deputy import CASE, away_from_tuesday_to_wednesday, morning, name
from tests.rig import TAIPEI, Rig

FIRST = [("H1", "O2"), ("O2", "H1")]
LATE = "已由"


def decided(rig: Rig) -> list[str]:
    """Who decided the head's step, and how."""
    query = (
        "SELECT staff_no || ' ' || verdict FROM decisions JOIN people ON people.id = person_id"
        " WHERE verdict NOT IN ('file', 'send_again') ORDER BY version"
    )
    with sqlite3.connect(rig.address.removeprefix("sqlite:///")) as connection:
        return [each for (each,) in connection.execute(query)]


def at(rig: Rig, day: int, hour: int, minute: int, second: int = 0) -> None:
    rig.clock.turn(datetime(2026, 11, day, hour, minute, second, tzinfo=TAIPEI))


async def has_one_winner(rig: Rig, *phones: Phone) -> None:
    """One of the taps decided; the other was told who did."""
    said = [phone.toasts[-1] for phone in phones]

    assert len(decided(rig)) == 1
    assert sum(LATE in each for each in said) == 1
    assert all(rig.card(phone, CASE).labels == () for phone in phones)


@pytest.mark.parametrize("order", FIRST)
async def test_of_holder_and_deputy_who_tap_at_once_one_decides(rig: Rig, order: tuple[str, str]) -> None:
    await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    phones = [rig.phones[each] for each in order]
    for phone in phones:
        phone.tap("核准")
    await rig.settle()

    await has_one_winner(rig, *phones)


@pytest.mark.parametrize("order", FIRST)
async def test_in_the_first_minute_the_deputy_decides_as_well_as_the_holder(rig: Rig, order: tuple[str, str]) -> None:
    await away_from_tuesday_to_wednesday(rig)
    at(rig, 24, 0, 0)
    await rig.say(rig.phones["O2"], "/desk")
    await rig.tap(rig.phones["O2"], f"查看 {CASE}")
    phones = [rig.phones[each] for each in order]
    for phone in phones:
        phone.tap("核准")
    await rig.settle()

    await has_one_winner(rig, *phones)


@pytest.mark.parametrize("order", FIRST)
async def test_a_reason_that_comes_after_the_others_tap_does_not_decide_again(rig: Rig, order: tuple[str, str]) -> None:
    await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    slow, quick = (rig.phones[each] for each in order)
    await rig.tap(slow, "駁回")
    slow.say("資料不全")
    quick.tap("核准")
    await rig.settle()

    assert len(decided(rig)) == 1
    if decided(rig)[0].endswith("approve"):
        assert rig.saw(slow, LATE, last=3)
    else:
        assert LATE in quick.toasts[-1]


@pytest.mark.parametrize("order", FIRST)
async def test_a_tap_on_the_last_evening_that_is_read_after_midnight_is_the_holders_alone(
    rig: Rig, order: tuple[str, str]
) -> None:
    """The bot was away over midnight: what counts is who may decide when it is decided."""
    await away_from_tuesday_to_wednesday(rig)
    await morning(rig, 24)
    at(rig, 25, 23, 59, 58)
    await rig.stop()
    for each in order:
        rig.phones[each].tap("核准")
    at(rig, 26, 0, 0)
    await rig.start()
    await rig.settle()

    assert decided(rig) == ["H1 approve"]
    assert rig.saw(rig.phones["O2"], "這個步驟須由機關首長處理") or rig.saw(rig.phones["O2"], LATE)


def end(rig: Rig) -> None:
    rig.phones["H1"].tap("結束 謝新人 的代理（115年11月23日(一) 起）")


def decide(rig: Rig) -> None:
    rig.phones["O2"].tap("核准")


@pytest.mark.parametrize("order", [(end, decide), (decide, end)])
async def test_a_deputy_decides_while_the_holder_ends_the_deputyship(
    rig: Rig, order: tuple[Callable[[Rig], None], ...]
) -> None:
    officer, head, deputy = await rig.link("O1", "H1", "O2")
    await apply_for_account(rig, officer)
    await name(rig, head, "115/11/23", "115/11/24")
    await rig.say(head, "/deputy")
    for each in order:
        each(rig)
    await rig.settle()

    assert "已結束" in head.last.text or rig.saw(head, "已結束", last=3)
    if decided(rig):
        assert decided(rig) == ["O2 approve"]
    else:
        assert "核准" in rig.card(head, CASE).labels
        assert rig.saw(deputy, "這個步驟須由機關首長處理")
    assert rig.card(deputy, CASE).labels == ()
