"""Journeys: what people say, tap and read, through the whole office."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.city import roster
from tests.rig import TAIPEI, Rig


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The city on a Monday morning."""
    async with Rig(tmp_path, roster(), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations
