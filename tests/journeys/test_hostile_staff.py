"""What hostile or hasty hands try with leavers, suspensions and tasks: nothing is taken twice, nothing comes undone."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.roster import Sheet
from bot.services import roster as importing
from storage import handovers, people, rights
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.rig import TAIPEI, Rig

STAFF = (*PEOPLE, ("A2", "蘇管理", "TB", "administrator", "su", "2025-01-06"))
FRESH = {"kind": "officer", "password_changed_on": "", "items": "LI-01"}
ACCOUNTS = [{"staff_no": "O1", "opened_on": "2026-11-02", **FRESH}]


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """An agency with two administrators, on a Monday morning."""
    files = roster(STAFF, accounts=ACCOUNTS)
    async with Rig(tmp_path, files, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def leave(rig: Rig, *staff_nos: str) -> None:
    """The roster says that these people have left today, and nobody else."""
    header, *rows = rig.files["people"].rows
    records = [dict(zip(header, each, strict=True)) for each in rows]
    changed = [{**each, "left_on": "2026-11-23" if each["staff_no"] in staff_nos else ""} for each in records]
    files = {"people": Sheet.of("people.csv", changed)}
    queued = await rig.office.store.write(lambda unit: (importing.import_roster(unit, files), unit.queued)[1])
    rig.office.sender.take(queued)
    await rig.settle()


def id_of(unit: Unit, staff_no: str) -> int:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found.id


async def test_of_two_administrators_the_first_takes_over_and_the_second_is_told_who_did(rig: Rig) -> None:
    first, second = await rig.link("A1", "A2")
    await leave(rig, "O1")
    first.tap("由我接手")
    second.tap("由我接手")
    await rig.settle()

    heir = await rig.office.store.read(lambda unit: handovers.heir(unit, id_of(unit, "O1"), "TB"))
    told = sorted(toast for phone in (first, second) for toast in phone.toasts)

    assert heir is not None
    assert len(told) == 2
    assert sum(f"已由 {heir.name} {heir.title} 接手，無須再辦" in each for each in told) == 1


async def test_who_was_suspended_for_misuse_stays_so_when_a_leaving_is_taken_back(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/people")
    await rig.tap(administrator, "林承辦")
    await rig.tap(administrator, "立即停權")
    await rig.say(administrator, "疑似不當查調")
    await leave(rig, "O1")
    await leave(rig)

    held = await rig.office.store.read(lambda unit: rights.open_accounts(unit, id_of(unit, "O1"), "TB"))

    assert [each.suspended_on is not None for each in held] == [True]


@pytest.mark.parametrize("day", ["101/1/1", "215/12/1"])
async def test_a_leaving_far_from_today_is_taken_for_a_slip_of_the_pen(rig: Rig, day: str) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/people")
    await rig.tap(administrator, "林承辦")
    await rig.tap(administrator, "登錄離職（調職）")
    await rig.say(administrator, day)

    assert rig.saw(administrator, "離今天超過一年")
    assert await rig.office.store.read(lambda unit: people.by_id(unit, id_of(unit, "O1")).left_on) is None
