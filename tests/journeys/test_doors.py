"""At the door: strangers, channels, codes, what nobody can see, and what was received while the database was locked."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.phone import Phone
from bot.sandbox.updates import UpdateKind
from bot.services import linking
from tests.journeys.steps import everything, fill
from tests.journeys.test_faults import query, until
from tests.journeys.test_hostile import stranger
from tests.rig import Rig


def answers(phone: Phone) -> list[str]:
    return [each.text for each in phone.messages if not each.mine]


async def test_a_stranger_is_answered_at_most_once_a_minute(rig: Rig) -> None:
    phone = stranger(rig)
    for words in ("/start", "您好", "A123456789"):
        await rig.say(phone, words)

    assert len(answers(phone)) == 1

    rig.clock.turn(rig.clock.now() + timedelta(minutes=1))
    await rig.say(phone, "您好")

    assert len(answers(phone)) == 2


async def test_a_strangers_wrong_codes_are_answered_until_there_are_too_many(rig: Rig) -> None:
    phone = stranger(rig)
    for _ in range(9):
        await rig.say(phone, "/start 222222222222")

    assert len(answers(phone)) == 6


async def test_who_was_a_stranger_is_forgotten_after_a_day(rig: Rig) -> None:
    await rig.say(stranger(rig), "您好")
    rig.clock.turn(rig.clock.now() + timedelta(days=1, minutes=1))
    await rig.office.bell.tidy()

    assert query(rig, "SELECT count(*) FROM notes WHERE name LIKE 'stranger:%'") == [(0,)]


@pytest.mark.parametrize("kind", [UpdateKind.MY_CHAT_MEMBER, UpdateKind.MESSAGE])
async def test_a_channel_is_closed_silently(rig: Rig, kind: UpdateKind) -> None:
    (officer,) = await rig.link("O1")
    me = rig.account.user.as_json()
    channel = {"id": -1007, "type": "channel", "title": "x"}
    who = {"id": officer.user.id, "is_bot": False, "first_name": ""}
    member = {"new_chat_member": {"user": me, "status": "administrator"}}
    said = {"message_id": 3, "text": "/help"}
    more = member if kind is UpdateKind.MY_CHAT_MEMBER else said
    before = query(rig, "SELECT count(*) FROM outbox")
    rig.account.queue.put(kind, {"chat": channel, "from": who, "date": 1795399200, **more})
    await until(lambda: query(rig, "SELECT count(*) FROM inbox WHERE done_at IS NOT NULL") == [(2,)])

    assert query(rig, "SELECT count(*) FROM outbox") == before
    assert query(rig, "SELECT state FROM inbox ORDER BY id DESC LIMIT 1") == [("done",)]


@pytest.mark.parametrize(
    "shape", ["/start{}", "/START@sandbox_bot{}", "{} ", "spaced", "dashed", "small", "\u200b{}\u200b"]
)
async def test_a_code_links_and_is_kept_only_as_its_hash_however_it_was_typed(rig: Rig, shape: str) -> None:
    code = dict(await rig.office.store.write(lambda unit: linking.invite(unit, ["O1"])))["O1"]
    while shape == "small" and not any(map(str.isdigit, code)):
        code = dict(await rig.office.store.write(lambda unit: linking.invite(unit, ["O1"])))["O1"]
    shapes = {"spaced": f"{code[:4]} {code[4:8]}  {code[8:]}", "dashed": "-".join(code), "small": code.lower()}
    typed = shapes.get(shape, shape.format(code))
    phone = stranger(rig)
    await rig.say(phone, typed)

    assert rig.saw(phone, "已完成連結")
    assert code.upper() not in everything(rig).upper()
    assert typed.strip() not in everything(rig)


@pytest.mark.parametrize("invisible", ["\u200b\u200d", "\u2800", "\u3164 \uffa0", "\ufe0f"])
async def test_an_answer_that_nobody_can_see_is_empty(rig: Rig, invisible: str) -> None:
    officer, head = await rig.link("O1", "H1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    await rig.say(officer, invisible)

    assert "需要回答" in officer.last.text

    await rig.tap(officer, "上一步")
    await rig.tap(officer, "送出")
    await rig.tap(head, "駁回")
    await rig.say(head, invisible)

    assert "需要回答" in head.last.text


async def test_a_number_put_into_two_answers_is_refused_and_deleted(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "法令依據")
    await rig.say(officer, "A1234")
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    await rig.say(officer, "56789")

    assert "已拒收並刪除" in officer.last.text
    assert not any(each.text == "56789" for each in officer.messages)
    assert query(rig, "SELECT count(*) FROM drafts WHERE answers LIKE '%56789%'") == [(0,)]
    assert query(rig, "SELECT count(*) FROM inbox WHERE body LIKE '%56789%'") == [(0,)]


async def test_a_form_whose_answers_together_make_a_number_is_not_sent(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    with closing(sqlite3.connect(rig.address.removeprefix("sqlite:///"))) as connection:
        connection.execute("UPDATE drafts SET answers = replace(answers, '公路法第77條', 'A1234')")
        connection.execute("UPDATE drafts SET answers = replace(answers, '接辦稽查業務', '56789')")
        connection.commit()
    await rig.tap(officer, "送出")

    assert "身分證號" in officer.last.text
    assert query(rig, "SELECT count(*) FROM cases") == [(0,)]


async def test_what_was_refused_is_in_no_file_after_the_night(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    await rig.say(officer, "密件甲乙丙")
    await rig.tap(officer, "取消")
    with closing(sqlite3.connect(rig.address.removeprefix("sqlite:///"))) as connection:
        connection.execute("UPDATE inbox SET body = '{}'")
        connection.execute("UPDATE outbox SET body = '{}'")
        connection.commit()
    rig.clock.turn(rig.clock.now() + timedelta(days=1))
    await rig.office.bell.tidy()
    folder = Path(rig.address.removeprefix("sqlite:///")).parent

    assert not any("密件甲乙丙".encode() in each.read_bytes() for each in folder.iterdir())


class Locked:
    """The store as it answers while the database is locked: the writer is free a minute later."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig

    async def write(self, work: Any) -> Any:
        self._rig.clock.turn(self._rig.clock.now() + timedelta(minutes=1))
        return await self._rig.office.store.write(work)


async def test_the_age_of_a_tap_counts_from_its_arrival_though_the_database_was_locked(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (officer,) = await rig.link("O1")
    arrived = rig.clock.now()
    monkeypatch.setattr(rig.office.receiver, "_store", Locked(rig))
    await rig.say(officer, "/help")
    (received,) = query(rig, "SELECT received_at FROM inbox ORDER BY id DESC LIMIT 1")[0]

    assert received < (arrived + timedelta(seconds=30)).strftime("%Y-%m-%d %H:%M:%S")
