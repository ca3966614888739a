"""An office whose officers owe a record each month, and the steps of its record and its audit."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.sandbox.phone import Phone
from tests.city import roster
from tests.rig import TAIPEI, Rig

NIL, SEND = "無使用", "送出"
Staff = tuple[str, str, str, str, str, str]


def officers(count: int) -> list[Staff]:
    return [(f"P{n:02}", f"承辦{n:02}", "TB", "officer", f"p{n:02}", "2025-01-06") for n in range(1, count + 1)]


SEATS: Sequence[Staff] = (
    ("A1", "陳管理", "TB", "administrator", "chen", "2025-01-06"),
    ("H1", "李局長", "TB", "head", "", ""),
    ("AU", "周專委", "TB", "authorised", "", ""),
    ("A9", "外管理", "CB", "administrator", "", ""),
    ("H9", "外首長", "CB", "head", "", ""),
)


def office(folder: Path, count: int, seats: Sequence[Staff] = SEATS) -> Rig:
    """Before the office opens on the first working day of December; November is owed."""
    staff = [*seats, *officers(count)]
    opened = {"kind": "officer", "opened_on": "2026-02-02", "password_changed_on": "2026-11-16", "items": ""}
    accounts = [{"staff_no": each[0], **opened} for each in staff if "officer" in each[3]]
    at = datetime(2026, 12, 1, 7, 30, tzinfo=TAIPEI)
    return Rig(folder, roster(staff, accounts=accounts), at)


async def morning(rig: Rig, day: int, month: int = 12) -> None:
    at = datetime(2026, month, day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def send_nil(rig: Rig, phone: Phone) -> None:
    await rig.say(phone, "/record")
    await rig.tap(phone, NIL)
    await rig.tap(phone, SEND)


async def send_record(rig: Rig, phone: Phone, queries: int) -> None:
    await rig.say(phone, "/record")
    await rig.say(phone, str(queries))
    await rig.tap(phone, f"與系統相同（{queries}）")
    await rig.tap(phone, f"全部（{queries}）")
    await rig.tap(phone, "未列印")
    await rig.say(phone, "府交字第1150012345號")
    await rig.tap(phone, SEND)


async def draw(rig: Rig, auditor: Phone) -> None:
    await rig.say(auditor, "/audit")
    await rig.tap(auditor, "抽樣")
    await rig.tap(auditor, "抽樣")


async def look_at_all(rig: Rig, auditor: Phone) -> int:
    """Everything is in order; how many entries there were."""
    count = 0
    while "下一筆" in auditor.last.labels:
        await rig.tap(auditor, "下一筆")
        count += 1
    return count


async def report_normal(rig: Rig, auditor: Phone) -> None:
    await rig.tap(auditor, "正常")
    await rig.tap(auditor, SEND)


def board(phone: Phone, period: str = "115年11月") -> str:
    """The newest card of the audit on this phone."""
    return [each.text for each in phone.messages if each.text.startswith(f"🔍 {period}使用情形稽核")][-1]


def counts(phone: Phone) -> tuple[int, ...]:
    """Owed, in, nil, late, missing, as the card says."""
    found = re.search(r"應送 (\d+)　已送 (\d+)（無使用 (\d+)、逾期 (\d+)）　未送 (\d+)", board(phone))
    assert found, board(phone)
    return tuple(map(int, found.groups()))
