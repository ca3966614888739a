"""Invariant 1 and 2 the hard way: kill -9 while forty people work; `python -m tests.soak` is the long version."""

import pytest

from tests.soak import one_round


@pytest.mark.parametrize("seed", [7, 8])
async def test_nothing_is_lost_and_nothing_happens_twice_when_the_bot_is_killed(seed: int) -> None:
    kills = await one_round(seed)

    assert kills > 0
