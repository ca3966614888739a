"""Boards stay within what Telegram takes, however much there is to do."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import insert

from storage import people, rights, tables, tasks
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.rig import TAIPEI, Rig

OFFICERS = tuple((f"Z{n:03}", f"承辦{n:03}", "TB", "officer", f"z{n}", "2025-01-06") for n in range(120))


async def test_a_desk_with_more_tasks_than_a_message_takes_buttons_shows_the_first_and_counts_the_rest(
    tmp_path: Path,
) -> None:
    accounts = [
        {"staff_no": each[0], "kind": "officer", "opened_on": "2026-11-02", "password_changed_on": "", "items": "LI-06"}
        for each in OFFICERS
    ]
    files = roster((*PEOPLE, *OFFICERS), accounts=accounts)
    async with Rig(tmp_path, files, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        (administrator,) = await rig.link("A1")
        await rig.office.store.write(lose_an_item)
        await rig.say(administrator, "/desk")

        assert "待辦事項（120 件）" in administrator.last.text
        assert len(administrator.last.labels) <= 100
        await rig.tap(administrator, "下一頁")
        assert "收回 承辦015 的權限" in administrator.last.labels
        assert rig.telegram.violations == rig.allowed_violations


def lose_an_item(unit: Unit) -> None:
    """A request has taken the item from the agency, and left a task for each officer who still has it."""
    by = people.by_staff_no(unit, "A1")
    assert by is not None
    row = {"number": "115-I3-0001", "kind": "agency_items", "agency": "TB", "subject_id": by.id, "filed_by_id": by.id}
    row |= {"answers": "{}", "state": "done", "step": 4, "opened": 4, "version": 5}
    row |= {"filed_at": unit.now, "step_since": unit.now}
    unit.connection.execute(insert(tables.cases), row)
    tasks.add(unit, 1, rights.holders_of(unit, "TB", ["LI-06"]))
