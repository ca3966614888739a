"""A month of an agency with forty officers, from the opening notice to the head's reading, by chat."""

import hashlib
import json
import math
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from storage import ledger
from storage.tables import audit_items, duties, usage_records
from storage.unit import Unit
from tests.journeys.months import (
    board,
    counts,
    draw,
    look_at_all,
    morning,
    office,
    officers,
    report_normal,
    send_nil,
    send_record,
)
from tests.rig import TAIPEI, Rig

OFFICERS = 40
Counted = tuple[int, ...]


def _counted(unit: Unit) -> Counted:
    """Owed, in, nil, late, missing, as the tables have it."""
    owed = select(func.count()).select_from(duties).where(duties.c.code == "usage_record")
    sent = select(func.count()).select_from(usage_records)
    wanted = (
        owed,
        sent,
        sent.where(usage_records.c.queries + usage_records.c.registered == 0),
        sent.where(~usage_records.c.met),
        owed.where(duties.c.done_on.is_(None)),
    )
    return tuple(unit.connection.execute(each).scalar_one() for each in wanted)


async def tables(rig: Rig) -> Counted:
    return await rig.office.store.read(_counted)


async def sampled(rig: Rig) -> int:
    query = select(func.count()).select_from(audit_items)
    return await rig.office.store.read(lambda unit: unit.connection.execute(query).scalar_one())


# --- the sample, as README documents it and from the ledger alone -----------------------------------------------------


def redrawn(unit: Unit) -> set[tuple[str, int]]:
    said = [(each.verb, json.loads(body or "{}")) for each, body in ledger.entries(unit)]
    seed = next(body["seeds"][0] for verb, body in said if verb == "audit_reported")
    sealed = next(body["sha256"]["TB/2026-11"] for verb, body in said if verb == "audit_seeds")
    assert sealed == hashlib.sha256(seed.encode()).hexdigest()
    return {each for verb, body in said if verb == "usage_recorded" for each in entries_of(seed, body)}


def entries_of(seed: str, record: Mapping[str, Any]) -> set[tuple[str, int]]:
    who, queries, registered = record["subject"], record["queries"], record["registered"]
    entries, wanted = registered or queries, math.ceil((queries or registered) / 100)
    found: set[int] = set()
    draw = 1
    while len(found) < min(wanted, entries):
        found.add(int(hashlib.sha256(f"{seed}/{who}/{draw}".encode()).hexdigest(), 16) % entries + 1)
        draw += 1
    return {(who, each) for each in found}


def drawn(unit: Unit) -> set[tuple[str, int]]:
    rows = unit.connection.execute(select(audit_items.c.subject, audit_items.c.position))
    return {(row.subject, row.position) for row in rows}


async def send_all(rig: Rig, numbers: list[str]) -> None:
    """Three in four have used nothing."""
    for place, number in enumerate(numbers):
        phone = rig.phones[number]
        await (send_record(rig, phone, 10 * place + 1) if place % 4 == 0 else send_nil(rig, phone))


async def test_a_month_in_the_life_of_forty_officers(tmp_path: Path) -> None:
    numbers = [each[0] for each in officers(OFFICERS)]
    async with office(tmp_path, OFFICERS) as rig:
        administrator, head, *staff = await rig.link("A1", "H1", *numbers)
        await morning(rig, 1)
        assert all("115年11月使用及查調紀錄" in each.last.text for each in staff)
        await rig.say(administrator, "/audit")
        await send_all(rig, numbers[:36])
        await morning(rig, 7)
        assert "尚未送交115年11月使用及查調紀錄者 4 人" in administrator.last.text
        await rig.tap(administrator, "查看 115年11月 收件情形")
        assert "未送 4" in board(administrator)
        await send_all(rig, numbers[36:])
        assert counts(administrator) == await tables(rig) == (40, 40, 30, 0, 0)
        await draw(rig, administrator)
        assert await look_at_all(rig, administrator) == await sampled(rig)
        await report_normal(rig, administrator)
        await rig.tap(head, "核閱")
        assert "核閱：李局長" in board(administrator)
        assert await rig.office.store.read(redrawn) == await rig.office.store.read(drawn)
        said = [len(each.messages) for each in (administrator, head, *staff)]
        for day in (8, 9, 10, 11, 14):
            await morning(rig, day)
        assert [len(each.messages) for each in (administrator, head, *staff)] == said


async def test_the_same_with_a_mass_of_late_ones(tmp_path: Path) -> None:
    numbers = [each[0] for each in officers(OFFICERS)]
    async with office(tmp_path, OFFICERS) as rig:
        administrator, head, *_ = await rig.link("A1", "H1", *numbers)
        await morning(rig, 1)
        await rig.say(administrator, "/audit")
        await send_all(rig, numbers[:10])
        await morning(rig, 10)
        await draw(rig, administrator)
        await look_at_all(rig, administrator)
        await report_normal(rig, administrator)
        assert "提報時未送：承辦11" in board(head)
        await rig.tap(head, "核閱")
        for day in (11, 14, 15):
            await morning(rig, day)
        assert "尚未送交115年11月使用及查調紀錄者 30 人" in head.last.text
        rig.clock.turn(datetime(2026, 12, 15, 9, 0, tzinfo=TAIPEI))
        said = len(administrator.messages)
        await send_all(rig, numbers[10:])
        assert len(administrator.messages) == said + 1, "thirty late ones open the audit once"
        assert "這則提醒所列事項都已完成" in head.last.text
        assert counts(administrator) == await tables(rig) == (40, 40, 29, 30, 0)
        await rig.tap(administrator, "開始抽查")
        await look_at_all(rig, administrator)
        await report_normal(rig, administrator)
        await rig.tap(head, "核閱")
        assert "已核閱" in board(administrator)
