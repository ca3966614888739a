"""The ready-made situations: each begins in a fresh city and leaves somebody something to do."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.town import Town, opened


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with opened(port=0) as town:
        yield town


async def test_on_the_ninth_the_administrator_knows_the_three_who_are_missing(town: Town) -> None:
    await town.run("day-nine")
    (named,) = (each.text for each in town.phone("SW003").messages if "使用及查調紀錄者" in each.text)

    assert [name in named for name in ("謝宗翰", "洪佩君", "王冠宇", "賴思妤", "歐陽承恩")] == [False] * 2 + [True] * 3
    assert "今天" in town.phone("SW008").last.text or "以前送交" in town.phone("SW008").last.text


async def test_with_the_head_on_leave_the_deputy_decides(town: Town) -> None:
    await town.run("head-on-leave")
    town.phone("LD002").tap("核准")
    await town.settle()

    assert "張淑芬 科長 核准" in town.phone("LD005").last.text


async def test_a_leavers_two_cases_are_still_at_the_head(town: Town) -> None:
    await town.run("leaver")
    cards = [each for each in town.phone("SW001").messages if "謝宗翰" in each.text]

    assert len(cards) == 2
    assert town.phone("SW004").messages[-1].mine is False


async def test_a_leaver_is_known_to_have_left_and_whom_nobody_invited_is_not(town: Town) -> None:
    assert await town.left() == []
    await town.run("leaver")
    leaver = town.phone("SW004").user.id

    assert await town.left() == [leaver]
    assert leaver not in await town.linked()


async def test_every_situation_is_named_in_both_languages_and_begins_afresh(town: Town) -> None:
    for situation in town.situations():
        assert {"zh-TW", "en"} == set(situation.title) == set(situation.hint)
        await town.run(situation.name)
        assert len(town.personas) == len(town.phones)


async def test_a_situation_that_there_is_not_is_refused(town: Town) -> None:
    with pytest.raises(LookupError):
        await town.run("nowhere")


async def test_two_people_are_not_linked_yet_and_an_invitation_links_them(town: Town) -> None:
    officer = town.phone("IP003").user.id
    assert officer not in await town.linked()
    await town.say("IP002", "/invite")
    town.phone("IP002").tap("伍麗香 約僱人員（尚未連結）")
    await town.settle()
    link = next(word for word in town.phone("IP002").last.text.split() if word.startswith("https://t.me/"))
    town.phone("IP003").open_link(link)
    await town.settle()

    assert len(await town.linked()) == len(town.personas) - 1


async def test_a_turn_to_a_far_day_ends_where_the_city_is_begun_anew(town: Town) -> None:
    begun = town.clock.now()
    turning = asyncio.create_task(town.turn(begun + timedelta(days=36_500)))
    await asyncio.sleep(0)
    await town.reset()

    assert turning.done()
    assert town.clock.now() - begun < timedelta(days=1)


async def test_the_clock_goes_to_the_next_reminder(town: Town) -> None:
    before = town.clock.now()
    sent = await town.clock.seek()

    assert before < town.clock.now() < before + timedelta(days=31)
    assert any("提醒事項" in each["what"] for each in sent)
