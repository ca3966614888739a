"""Rows that another version wrote, or that are damaged: nobody is made mute, the bot starts, and doctor names them."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from typing import Any

import pytest

from bot import outbox as sender
from bot.sandbox.phone import Phone
from bot.services import checkup, reminding
from storage import inbox
from tests.journeys.steps import KIND, apply_for_account, has_button
from tests.journeys.test_faults import until
from tests.rig import TAIPEI, Rig


def write(rig: Rig, sql: str, *values: Any) -> None:
    with closing(sqlite3.connect(rig.address.removeprefix("sqlite:///"), timeout=30)) as connection:
        connection.execute(sql, values)
        connection.commit()


async def doctor(rig: Rig) -> dict[object, object]:
    """Table -> rows that cannot be read."""
    found = await rig.office.store.read(checkup.findings)
    return {each.params["table"]: each.params["rows"] for each in found if each.key == "doctor-unreadable"}


async def asked(rig: Rig) -> Phone:
    """An officer in the middle of the form."""
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    return officer


@pytest.mark.parametrize("damage", ["purpose = 'fortune'", "type = 'colour'"])
@pytest.mark.parametrize("answer", ["選好了", "words"])
async def test_a_question_that_cannot_be_read_is_said_and_the_form_goes_on(rig: Rig, damage: str, answer: str) -> None:
    officer = await asked(rig)
    write(rig, f"UPDATE questions SET {damage}")
    await rig.restart()

    assert await doctor(rig) == {"questions": ("O1",)}

    if answer == "words":
        await rig.say(officer, "運輸業稽查")
    else:
        await rig.tap(officer, answer)

    assert "已無法繼續" in officer.last.text
    assert await doctor(rig) == {}

    await rig.say(officer, "/apply")
    await rig.tap(officer, "繼續填寫")

    assert "LI-01 目前加保" in officer.last.labels


@pytest.mark.parametrize("aside", ['[["fortune","x","","choice"]]', '[["field","form:1","items","colour"]]', "no json"])
async def test_a_question_put_aside_that_cannot_be_read_is_said_when_its_turn_comes(rig: Rig, aside: str) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/language")
    write(rig, "UPDATE questions SET aside = ?", aside)
    await rig.tap(officer, "正體中文")

    assert "已無法繼續" in officer.last.text


@pytest.mark.parametrize("damage", ["kind = 'fortune'", "answers = '{'", "answers = '[1]'"])
async def test_a_form_that_cannot_be_read_is_given_up_and_a_new_one_begun(rig: Rig, damage: str) -> None:
    officer = await asked(rig)
    write(rig, f"UPDATE drafts SET {damage}")

    assert await doctor(rig) == {"drafts": ("O1",)}

    await rig.tap(officer, "選好了")

    assert "已作廢" in officer.last.text

    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)

    assert "第 1 題" in officer.last.text


async def test_apply_gives_up_a_form_that_cannot_be_read(rig: Rig) -> None:
    officer = await asked(rig)
    write(rig, "UPDATE drafts SET kind = 'fortune'")
    write(rig, "DELETE FROM questions")
    await rig.say(officer, "/apply")

    assert rig.saw(officer, "已作廢", last=2)
    assert KIND in officer.last.labels


async def test_a_role_that_this_version_does_not_know_takes_nothing_from_the_person(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    write(rig, "INSERT INTO seats SELECT id, 'oracle' FROM people WHERE staff_no IN ('O1', 'H1')")
    await rig.restart()
    await apply_for_account(rig, officer)

    assert has_button(head, "核准")
    assert await doctor(rig) == {"seats": ("H1 oracle", "O1 oracle")}


DAMAGE = ("kind = 'fortune'", "state = 'dreaming'", "step = 9", "answers = '{'", "seat_role = 'oracle'")


async def decided_and_damaged(rig: Rig, damage: str) -> tuple[Phone, Phone, str]:
    """A case that waits for the second step, of an officer who has another that is whole."""
    officer, head, administrator = await rig.link("HO", "H1", "A1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    write(rig, f"UPDATE cases SET {damage}")
    await rig.restart()
    return officer, administrator, number


@pytest.mark.parametrize("damage", DAMAGE)
async def test_a_case_that_cannot_be_read_is_passed_over_and_named(rig: Rig, damage: str) -> None:
    officer, administrator, number = await decided_and_damaged(rig, damage)

    assert await doctor(rig) == {"cases": (number,)}

    for phone, command in ((officer, "/mine"), (administrator, "/desk"), (officer, "/calendar"), (officer, "/help")):
        await rig.say(phone, command)

        assert number not in phone.last.text

    administrator.tap("完成", message=rig.card(administrator, number))
    await rig.settle()

    assert "無法讀取" in administrator.toasts[-1]
    assert await rig.office.store.read(inbox.unfinished) == []


@pytest.mark.parametrize("damage", DAMAGE)
async def test_the_sweep_passes_over_a_case_that_cannot_be_read(rig: Rig, damage: str) -> None:
    _, _, number = await decided_and_damaged(rig, damage)
    other, head = await rig.link("O1", "H1")
    whole = await apply_for_account(rig, other)
    rig.clock.turn(datetime(2026, 12, 14, 8, 30, tzinfo=TAIPEI))
    await rig.office.bell.ring(rig.clock.now())
    await rig.settle()
    listed = await rig.office.store.write(lambda unit: reminding.listing(unit, 0, rig.clock.now()))

    numbers = {str(each["matter"]).partition("/")[0] for each in listed}

    assert whole in head.last.text
    assert whole in numbers
    assert not (number in numbers and "kind" in damage)


@pytest.mark.parametrize("damage", DAMAGE)
async def test_a_question_about_a_case_that_cannot_be_read_mutes_nobody(rig: Rig, damage: str) -> None:
    officer, head = await rig.link("O1", "HO")
    number = await apply_for_account(rig, officer)
    head.tap("退回補正", message=rig.card(head, number))
    await rig.settle()
    write(rig, f"UPDATE cases SET {damage}")
    await rig.say(head, "請補充業務說明")

    assert "無法讀取" in head.last.text

    await rig.say(head, "/apply")

    assert KIND in head.last.labels


async def test_nobody_files_twice_because_the_first_case_cannot_be_read(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await apply_for_account(rig, officer)
    write(rig, "UPDATE cases SET step = 9")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)

    assert "無法讀取" in officer.last.text


async def test_a_card_of_a_case_that_cannot_be_read_waits_for_the_version_that_can(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "PUT_OFF_SECONDS", 0.1)
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.stop()
    write(rig, "UPDATE cases SET kind = 'fortune'")
    write(rig, "DELETE FROM copies")
    write(rig, "UPDATE outbox SET done_at = NULL, state = 'waiting' WHERE kind = 'card'")
    await rig.start()
    head.say("/help")
    await until(lambda: "怎麼用" in head.last.text)
    write(rig, "UPDATE cases SET kind = 'officer_account'")
    await rig.settle()

    assert number in head.last.text
    assert head.last.labels == ("核准", "退回補正", "駁回")


@pytest.mark.parametrize("body", ["{", "[]", "null", '{"$p": 1}', "{}"])
async def test_an_update_that_cannot_be_read_is_parked_alone(rig: Rig, body: str) -> None:
    officer, other = await rig.link("O1", "O2")
    await rig.stop()
    columns = "bot_id, update_id, user_id, kind, body, received_at"
    values = (4242, 9, officer.user.id, "text", body, "2026-11-23 02:00:00.000000")
    write(rig, f"INSERT INTO inbox ({columns}) VALUES (?, ?, ?, ?, ?, ?)", *values)
    await rig.start()
    for phone in (officer, other):
        await rig.say(phone, "/help")

    assert all(rig.saw(phone, "怎麼用") for phone in (officer, other))
    assert rig.saw(officer, "因系統問題尚未完成")


@pytest.mark.parametrize(("kind", "lane", "body"), [("fax", 0, "{}"), ("say", 9, "{}"), ("say", 0, "{")])
async def test_a_message_that_cannot_be_read_holds_up_no_other(rig: Rig, kind: str, lane: int, body: str) -> None:
    (officer,) = await rig.link("O1")
    columns = "person_id, lane, kind, body, created_at"
    theirs = "SELECT id, ?, ?, ?, '2026-11-23 00:00:00.000000' FROM people WHERE staff_no = 'O1'"
    write(rig, f"INSERT INTO outbox ({columns}) {theirs}", lane, kind, body)
    await asyncio.sleep(1.2)  # the sender has looked
    await rig.say(officer, "/help")
    found = await rig.office.store.read(checkup.findings)

    assert "怎麼用" in officer.last.text
    assert any(each.key == "doctor-stuck" for each in found)
