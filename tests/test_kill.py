"""Invariant 1 and 2 the hard way: kill -9 while forty people work; `python -m tests.soak` is the long version."""

from pathlib import Path

from bot.settings import Mode
from tests.postgres import databases
from tests.soak import one_round


async def test_nothing_is_lost_and_nothing_happens_twice_when_the_bot_is_killed(tmp_path: Path) -> None:
    kills = await one_round(7, f"sqlite:///{tmp_path / 'soak.db'}")

    assert kills > 0


async def test_nor_by_webhook_on_postgresql(tmp_path: Path) -> None:
    with databases() as fresh:
        kills = await one_round(8, fresh(), Mode.WEBHOOK)

    assert kills > 0
