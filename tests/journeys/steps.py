"""Steps that many journeys take."""

import re
import sqlite3

from bot.sandbox.phone import Phone
from tests.rig import Rig

KIND = "業務承辦者帳號（附表二）"
WORDS = ("運輸業稽查", "公路法第77條", "接辦稽查業務")


async def fill(rig: Rig, officer: Phone, *, begun: bool = False) -> None:
    """Answer the form for a new account, up to the preview."""
    if not begun:
        await rig.say(officer, "/apply")
        await rig.tap(officer, KIND)
        await rig.tap(officer, "新增")
    await rig.tap(officer, "LI-01 目前加保")
    await rig.tap(officer, "選好了")
    for words in WORDS:
        await rig.say(officer, words)
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")


async def apply_for_account(rig: Rig, officer: Phone) -> str:
    """File a request for a new account; the case number as the answer tells it."""
    await fill(rig, officer)
    await rig.tap(officer, "送出")
    told = next(each.text for each in reversed(officer.messages) if "已送出，案號" in each.text)
    return re.findall(r"115-A2-\d{4}", told)[0]


def has_button(phone: Phone, label: str) -> bool:
    return any(label in each.labels for each in phone.messages)


def everything(rig: Rig) -> str:
    """All that the database holds, as text."""
    with sqlite3.connect(rig.address.removeprefix("sqlite:///")) as connection:
        return "\n".join(connection.iterdump())
