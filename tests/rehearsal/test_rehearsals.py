"""A rehearsal beside the sandbox's city: a process of its own, its progress, and what it wrote."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from bot.rehearsals import Rehearsals


@pytest.fixture
async def rehearsals() -> AsyncIterator[Rehearsals]:
    rehearsals = Rehearsals(timedelta(days=7), "--agencies", "4", "--people", "16")
    yield rehearsals
    await rehearsals.close()


async def until(rehearsals: Rehearsals, *states: str) -> None:
    async with asyncio.timeout(60):
        while rehearsals.state()["state"] not in states:
            await asyncio.sleep(0.05)


async def test_it_runs_beside_us_and_leaves_tables_and_a_picture(rehearsals: Rehearsals) -> None:
    assert (rehearsals.state()["state"], rehearsals.file("heat.png")) == ("idle", None)

    rehearsals.start(date(2027, 2, 1))
    rehearsals.start(date(2027, 3, 1))  # one at a time

    assert (rehearsals.state()["state"], rehearsals.file("heat.png")) == ("running", None)

    await until(rehearsals, "done", "failed")
    found = rehearsals.state()
    table = rehearsals.file("days.csv")

    assert found["state"] == "done"
    assert found["lines"][0].startswith("預演 116年2月1日(一) 至 116年2月8日(一)")
    assert any(each.startswith("・使用及查調紀錄　月初：") for each in found["lines"])
    assert found["progress"].startswith("預演至 116年2月8日")
    assert table is not None and "2027-02-08" in table.read_text("utf-8-sig")
    assert rehearsals.file("heat.png") is not None
    assert rehearsals.file("../rehearsal.db") is None


async def test_one_that_cannot_be_says_so_and_can_be_asked_for_again(rehearsals: Rehearsals) -> None:
    rehearsals._options = ("--people", "1")
    rehearsals.start(date(2027, 2, 1))
    await until(rehearsals, "done", "failed")

    assert rehearsals.state()["state"] == "failed"


async def test_closing_ends_one_that_is_under_way() -> None:
    rehearsals = Rehearsals()
    rehearsals.start(date(2027, 2, 1))
    await asyncio.sleep(0.05)
    await rehearsals.close()

    assert rehearsals.file("heat.png") is None
