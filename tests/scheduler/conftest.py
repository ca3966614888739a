"""The small office, fresh for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scheduler.office import CHANGED, EVE, LATE, Office, morning


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.engine.dispose()


@pytest.fixture
def eve(office: Office) -> Office:
    """The morning before the due day."""
    office.hire("P1", "officer", changed=CHANGED)
    office.sweep(morning(EVE))
    return office


@pytest.fixture
def late(office: Office) -> Office:
    """Two officers are three working days late; their administrator hears of both."""
    office.hire("A1", "administrator")
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("P2", "officer", changed=CHANGED)
    office.sweep(morning(LATE))
    return office
