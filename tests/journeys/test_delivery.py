"""A message on its way: only Telegram's own word ends it, and a cut link stops it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import letters
from bot import outbox as sender
from bot.rules.phrases import say
from bot.rules.roster import Sheet
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.groups import invite_bot
from bot.sandbox.phone import Phone
from bot.sandbox.violations import ViolationKind
from bot.services import agenda, boards, checkup, inviting, linking, lists, roster, telling, views
from storage import cards, outbox, people
from storage.unit import Unit
from storage.unit_thread import StorageAway
from tests.city import PEOPLE
from tests.city import roster as city
from tests.journeys.steps import KIND, apply_for_account, fill, has_button
from tests.journeys.test_faults import fail, query, said, until
from tests.rig import Rig

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta.*")

ODD = [
    (200, "<html>login</html>"),
    (200, ""),
    (200, "[]"),
    (200, '{"ok":false}'),
    (200, '{"ok":true,"result":{"message_id":'),
    (200, '{"ok":true,"result":null}'),
    (200, '{"ok":true,"result":true}'),
    (400, "<html>no</html>"),
    (403, "<html>forbidden</html>"),
    (404, "<html>not found</html>"),
    (429, "<html>slow down</html>"),
    (409, '{"ok":false,"error_code":409,"description":"Conflict"}'),
]


THE_HEAD = "(SELECT id FROM people WHERE staff_no = 'H1')"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "BACKOFF", (0.01, 0.02))
    monkeypatch.setattr(sender, "PUT_OFF_SECONDS", 0.3)


def answer_oddly(rig: Rig, method: str, status: int, body: str, phone: Phone | None = None, times: int = 1) -> None:
    chat_id = phone.user.id if phone else None
    fault = Fault(FaultKind.ODD_ANSWER, times=times, method=method, chat_id=chat_id, status=status, body=body)
    rig.telegram.faults.add(fault)


async def doctor(rig: Rig, phrase: str) -> dict[str, Any] | None:
    found = await rig.office.store.read(checkup.findings)
    return next((dict(each.params) for each in found if each.key == phrase), None)


@pytest.mark.parametrize(("status", "body"), ODD)
async def test_a_message_that_was_answered_oddly_is_sent_again(rig: Rig, status: int, body: str) -> None:
    (officer,) = await rig.link("O1")
    answer_oddly(rig, "sendMessage", status, body)
    await rig.say(officer, "/help")

    assert said(officer, "怎麼用") == 1


async def test_a_page_of_a_proxy_does_not_make_a_chat_blocked(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    answer_oddly(rig, "sendMessage", 403, "<html>forbidden</html>", officer)
    await rig.say(officer, "/help")

    assert not rig.saw(administrator, "無法送達")


async def test_a_card_comes_though_the_database_failed_while_it_was_drawn(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, head = await rig.link("O1", "H1")
    works, calls = views.card, 0

    def broken(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls < 3:
            raise OSError("disk")
        return works(*args)

    monkeypatch.setattr(views, "card", broken)
    await apply_for_account(rig, officer)

    assert has_button(head, "核准")


async def test_a_chat_that_telegram_does_not_find_is_told_to_the_administrator(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    body = '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}'
    answer_oddly(rig, "sendMessage", 400, body, officer)
    await rig.say(officer, "/help")

    assert rig.saw(administrator, "林承辦 科員 的對話目前無法送達")


async def test_an_edit_in_a_chat_that_is_gone_does_not_take_the_message_for_gone(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    body = '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}'
    answer_oddly(rig, "editMessageText", 400, body, officer)
    await rig.tap(head, "核准")

    assert query(rig, "SELECT count(*) FROM people WHERE blocked_at IS NOT NULL") == [(1,)]


async def test_doctor_tells_what_telegram_refused_lately(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    body = '{"ok":false,"error_code":400,"description":"Bad Request: message is too odd"}'
    answer_oddly(rig, "sendMessage", 400, body)
    await rig.say(officer, "/help")

    assert await doctor(rig, "doctor-refused") == {"count": 1, "error": "Message is too odd"}

    rig.clock.turn(rig.clock.now() + timedelta(days=8))

    assert await doctor(rig, "doctor-refused") is None


async def test_who_wrote_what_telegram_does_not_let_us_delete_is_asked_to_do_it(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    message_id = officer.say("/help")
    await rig.settle()
    rig.clock.turn(rig.clock.now() + timedelta(days=3))
    officer.edit(message_id, "A123456789")
    await rig.settle()
    found, rig.telegram.violations[:] = [each.method for each in rig.telegram.violations], []

    assert found == ["deleteMessage"]
    assert rig.saw(officer, "自行刪除", last=1)


async def test_what_is_deleted_already_needs_no_word(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    gone = '{"ok":false,"error_code":400,"description":"Bad Request: message to delete not found"}'
    answer_oddly(rig, "deleteMessage", 400, gone)
    await rig.say(officer, "A123456789")

    assert not rig.saw(officer, "自行刪除")


@pytest.mark.parametrize("method", ["sendMessage", "leaveChat"])
async def test_a_group_that_became_another_is_not_tried_for_ever(rig: Rig, method: str) -> None:
    (officer,) = await rig.link("O1")
    moved = (
        '{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat",'
        '"parameters":{"migrate_to_chat_id":-1001}}'
    )
    answer_oddly(rig, method, 400, moved, times=50)
    invite_bot(rig.telegram, rig.account, officer.user, "這一組")
    await rig.settle()

    assert query(rig, "SELECT state FROM outbox WHERE kind = 'leave'") == [("refused",)]


async def test_a_group_where_the_bot_may_not_speak_is_left_all_the_same(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    muted = '{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send text messages"}'
    answer_oddly(rig, "sendMessage", 400, muted)
    group = invite_bot(rig.telegram, rig.account, officer.user, "這一組")
    await rig.settle()

    assert query(rig, "SELECT state FROM outbox WHERE kind = 'leave'") == [("sent",)]
    assert not [each for each in group.messages.values() if "一對一" in each.words.text]


async def test_a_group_is_told_why_before_it_is_left_though_it_has_to_wait(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    answer_oddly(rig, "sendMessage", 502, "<html>")
    group = invite_bot(rig.telegram, rig.account, officer.user, "這一組")
    await rig.settle()

    assert [each for each in group.messages.values() if "一對一" in each.words.text]


async def test_a_message_that_always_fails_lets_the_others_of_its_chat_go_first(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, FaultKind.SERVER_ERROR, phone=officer, times=sender.TRIES)
    officer.say("/help")
    officer.say("/privacy")
    await until(lambda: said(officer, "個資與資安") == 1)

    assert said(officer, "怎麼用") == 0
    assert (await doctor(rig, "doctor-stuck") or {})["count"] == 1

    await rig.settle()

    assert said(officer, "怎麼用") == 1
    assert await doctor(rig, "doctor-stuck") is None


@pytest.mark.parametrize("restarted", [False, True])
async def test_an_edit_that_failed_too_often_does_not_undo_a_later_one(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, restarted: bool
) -> None:
    monkeypatch.setattr(sender, "PUT_OFF_SECONDS", 60 if restarted else 1.2)
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    for label in (KIND, "新增"):
        await rig.tap(officer, label)
    fail(rig, FaultKind.SERVER_ERROR, "editMessageText", phone=officer, times=sender.TRIES)
    for label in ("LI-01 目前加保", "LI-06 投保單位"):
        officer.tap(label)
    await until(lambda: "✅ LI-06 投保單位" in officer.last.labels)
    if restarted:
        await rig.restart()
    await rig.settle()

    assert officer.last.labels[:2] == ("✅ LI-01 目前加保", "✅ LI-06 投保單位")


async def test_while_nobody_can_be_reached_the_order_is_kept(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, FaultKind.DROPPED, phone=officer, times=sender.TRIES + 3)
    officer.say("/help")
    officer.say("/privacy")
    await rig.settle()
    titles = [each.text.splitlines()[0] for each in officer.messages if not each.mine]

    assert titles[-2:] == ["怎麼用", "個資與資安"]


async def test_while_the_database_is_away_the_order_is_kept(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows that were read before it went away, and are looked at again before they leave."""
    (officer,) = await rig.link("O1")
    glance, away = rig.office.store.glance, sender.TRIES + 3

    async def broken(look: Callable[[Unit], Any]) -> Any:
        nonlocal away
        away -= 1
        if away >= 0:
            raise StorageAway("OperationalError")
        return await glance(look)

    monkeypatch.setattr(rig.office.store, "glance", broken)
    fail(rig, FaultKind.DROPPED, phone=officer)
    monkeypatch.setattr(sender, "LOOK_AGAIN_SECONDS", -1.0)
    officer.say("/help")
    officer.say("/privacy")
    await rig.settle()
    titles = [each.text.splitlines()[0] for each in officer.messages if not each.mine]

    assert titles[-2:] == ["怎麼用", "個資與資安"]


async def test_words_that_this_version_does_not_have_hold_nobody_up(rig: Rig) -> None:
    (officer,) = await rig.link("O1")

    def queue(unit: Unit) -> list[Any]:
        person = unit.connection.exec_driver_sql("SELECT id FROM people WHERE staff_no = 'O1'").scalar_one()
        telling.tell(unit, people.by_id(unit, person), say("a-sentence-of-another-version"))
        return unit.queued

    rig.office.sender.take(await rig.office.store.write(queue))
    officer.say("/help")
    await until(lambda: said(officer, "怎麼用") == 1)

    assert (await doctor(rig, "doctor-stuck") or {})["count"] == 1


# --- a link that is cut while a message waits -------------------------------------------------------------------------


async def cut(rig: Rig, staff_no: str) -> None:
    await rig.office.store.write(lambda unit: linking.unlink(unit, staff_no))


async def relinked(rig: Rig, staff_no: str) -> Phone:
    """The person opens a new invitation on another account."""
    phone = Phone(rig.telegram, rig.telegram.add_user(f"{staff_no} again"))
    codes = dict(await rig.office.store.write(lambda unit: linking.invite(unit, [staff_no])))
    phone.say(f"/start {codes[staff_no]}")
    return phone


async def waiting_card(rig: Rig, officer: Phone, head: Phone) -> None:
    """The card that the head should get waits, for Telegram wants silence in that chat."""
    fail(rig, FaultKind.TOO_MANY_REQUESTS, phone=head, retry_after=2)
    await fill(rig, officer)
    officer.tap("送出")
    await until(lambda: not rig.telegram.faults.waiting())


async def test_a_message_that_waits_does_not_reach_a_chat_whose_link_was_cut(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await waiting_card(rig, officer, head)
    await cut(rig, "H1")
    await rig.settle()

    assert not has_button(head, "核准")


async def test_after_linking_anew_a_waiting_card_comes_to_the_new_chat(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await waiting_card(rig, officer, head)
    await cut(rig, "H1")
    phone = await relinked(rig, "H1")
    await rig.settle()

    assert has_button(phone, "核准")
    assert not has_button(head, "核准")

    # Away and back: the applicant's card is drawn twice and looks the same.
    rig.telegram.violations[:] = [
        each for each in rig.telegram.violations if each.kind is not ViolationKind.UNMODIFIED_EDIT
    ]


async def test_a_waiting_message_does_not_reach_who_has_left(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await waiting_card(rig, officer, head)
    columns = ("staff_no", "name", "agency", "roles", "egov_account", "certificate_on")
    rows = [
        {**dict(zip(columns, each, strict=True)), "title": "科員", "locale": "zh-TW"}
        | {"left_on": "2026-11-23" if each[0] == "H1" else ""}
        for each in PEOPLE
    ]
    sheets = city(people=[]) | {"people": Sheet.of("people.csv", rows)}
    await rig.office.store.write(lambda unit: roster.import_roster(unit, sheets))
    await rig.settle()

    assert not has_button(head, "核准")
    assert query(rig, f"SELECT count(*) FROM outbox WHERE done_at IS NULL AND person_id = {THE_HEAD}") == [(0,)]


async def test_after_linking_anew_a_decided_case_is_not_edited_into_the_new_chat(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    old = rig.card(officer, number)
    phone = await relinked(rig, "O1")
    await rig.settle()
    await rig.tap(head, "核准")
    shown = next(each for each in officer.messages if each.message_id == old.message_id)

    assert shown.text == old.text
    assert "核准" in rig.card(phone, number).text


async def test_a_card_that_arrives_while_its_person_links_anew_is_not_taken_for_one_of_the_new_chat(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    rig.telegram.faults.add(Fault(FaultKind.LATENCY, method="sendMessage", chat_id=head.user.id, latency_ms=400))
    await fill(rig, officer)
    officer.tap("送出")
    await until(lambda: not rig.telegram.faults.waiting())
    phone = await relinked(rig, "H1")
    await rig.settle()

    theirs = f"SELECT message_id FROM copies WHERE card_id IN (SELECT id FROM cards WHERE person_id = {THE_HEAD})"

    assert query(rig, theirs) == [(rig.card(phone, "115-A2-0001").message_id,)]


async def test_a_chat_that_was_left_is_not_the_new_one_that_is_blocked(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await waiting_card(rig, officer, head)
    rig.account.queue.allowed = frozenset({"message", "callback_query"})  # Telegram does not tell of the block
    head.block()
    await relinked(rig, "H1")
    await rig.settle()

    assert not rig.saw(administrator, "無法送達")


async def test_an_edit_of_the_old_chat_is_not_made_in_the_new_one(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/language")
    fail(rig, FaultKind.TOO_MANY_REQUESTS, "editMessageText", phone=officer, retry_after=2)
    officer.tap("正體中文")
    await until(lambda: not rig.telegram.faults.waiting())
    await relinked(rig, "O1")
    await rig.settle()

    assert query(rig, "SELECT state FROM outbox WHERE kind = 'edit'") == [("overtaken",)]


async def test_a_page_of_a_list_is_not_turned_in_the_new_chat(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    officer.block()
    await rig.settle()

    def turn_page(unit: Unit) -> None:
        person = people.by_staff_no(unit, "O1")
        assert person is not None
        lists.show(unit, person, "mine", message_id=officer.last.message_id)

    await rig.office.store.write(turn_page)
    await relinked(rig, "O1")
    await rig.settle()

    assert query(rig, "SELECT state FROM outbox WHERE kind = 'list'") == [("overtaken",)]


async def test_the_command_menu_goes_with_the_link(rig: Rig) -> None:
    officer, other = await rig.link("O1", "O2")
    await cut(rig, "O1")
    await relinked(rig, "O2")
    await rig.say(other, "/menu")  # the sender looks for what other programs queued
    await until(lambda: not officer.commands)

    assert not officer.commands
    assert not other.commands


# --- right before the call -------------------------------------------------------------------------------------------


async def test_an_edit_that_is_being_rendered_waits_when_its_chat_is_told_to(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, head = await rig.link("O1", "H1")
    rig.account.flood.grace = 0
    number = await apply_for_account(rig, officer)
    works = letters.Letters._rendered

    def rendered(self: letters.Letters, row: Any, message: Any) -> Any:
        """While the card is drawn, the chat is told to be silent."""
        if any(each.key == "way-title" for each in message.lines) and not rig.account.flood._pauses:
            rig.account.flood.pause(1, chat_id=officer.user.id)
            lanes = rig.office.sender._lanes
            lanes._chats[officer.user.id].paused_until = asyncio.get_running_loop().time() + 1.1
        return works(self, row, message)

    monkeypatch.setattr(letters.Letters, "_rendered", rendered)
    await rig.tap(head, "核准")
    monkeypatch.undo()
    found, rig.telegram.violations[:] = list(rig.telegram.violations), []

    assert found == []
    assert "核准" in rig.card(officer, number).text


BODIES: dict[str, dict[str, Any]] = {
    "say": {"lines": [say("menu-hint")], "buttons": []},
    "edit": {"lines": [say("menu-hint")], "buttons": [], "message_id": 1},
    "delete": {"message_id": 1},
    "document": {"document": agenda.FILE},
    "commands": {"names": ["help"]},
    "list": {"name": boards.MINE, "at": "", "message_id": None},
    "leave": {"lines": [say("private-only")]},
    inviting.INVITATIONS: {"people": []},
}


@pytest.mark.parametrize("kind", BODIES)
async def test_nothing_is_called_for_a_chat_that_was_told_to_wait_meanwhile(rig: Rig, kind: str) -> None:
    (administrator,) = await rig.link("A1")
    person = await rig.office.store.read(lambda unit: people.by_staff_no(unit, "A1"))
    assert person is not None
    office = rig.office
    paused = letters.Letters(office.bot, office.store, office.texts, lambda chat_id: 1.0)
    row = outbox.Row(1, person.id, administrator.user.id, outbox.Lane.REPLY, kind, BODIES[kind], None, "zh-TW")

    assert paused.knows(row)
    with pytest.raises(letters.Paused):
        await paused.carry(row, waited=False)


NOT_THERE = '{"ok":false,"error_code":400,"description":"Bad Request: message to edit not found"}'
TOO_OLD = '{"ok":false,"error_code":400,"description":"Bad Request: message can\'t be edited"}'


@pytest.mark.parametrize("answer", [NOT_THERE, TOO_OLD])
async def test_a_card_whose_message_is_gone_comes_as_a_new_one(rig: Rig, answer: str) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    number = await apply_for_account(rig, officer)
    before = rig.card(officer, number).message_id
    answer_oddly(rig, "editMessageText", 400, answer, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    assert rig.card(officer, number).message_id > before
    assert "已完成" in rig.card(officer, number).text


@pytest.mark.parametrize("answer", [NOT_THERE, TOO_OLD])
async def test_a_list_whose_message_is_gone_comes_as_a_new_one(rig: Rig, answer: str) -> None:
    (officer,) = await rig.link("O1")
    for words in ("/apply", "/mine"):
        await rig.say(officer, words)
        if words == "/apply":
            await rig.tap(officer, KIND)
    before = officer.last.message_id
    answer_oddly(rig, "editMessageText", 400, answer, officer)
    await rig.tap(officer, "刪除草稿")

    assert any("目前沒有案件" in each.text and each.message_id > before for each in officer.messages)


async def test_at_night_a_card_comes_without_a_ring_but_not_the_one_that_was_asked_for(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    rig.clock.turn(rig.clock.now() + timedelta(hours=12))
    number = await apply_for_account(rig, officer)

    assert rig.card(head, number).silent

    await rig.say(head, "/desk")
    await rig.tap(head, next(each for each in head.last.labels if number in each))

    assert not rig.card(head, number).silent


# --- what is old -----------------------------------------------------------------------------------------------------


async def test_what_was_sent_is_forgotten_after_thirty_days_and_what_waits_is_not(rig: Rig) -> None:
    officer, _ = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    waits = query(rig, "SELECT count(*) FROM outbox WHERE done_at IS NULL")
    rig.clock.turn(rig.clock.now() + timedelta(days=29))
    await rig.office.bell.tidy()

    assert query(rig, "SELECT count(*) FROM outbox WHERE done_at IS NOT NULL")[0][0] > 0

    rig.clock.turn(rig.clock.now() + timedelta(days=2))
    await rig.office.bell.tidy()

    assert query(rig, "SELECT count(*) FROM outbox WHERE done_at IS NOT NULL") == [(0,)]
    assert query(rig, "SELECT count(*) FROM outbox WHERE done_at IS NULL") == waits
    assert rig.card(officer, number).labels
    assert query(rig, "SELECT count(*) FROM copies")[0][0] > 0


async def test_used_and_expired_codes_and_tries_are_forgotten_after_thirty_days(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.office.store.write(lambda unit: linking.invite(unit, ["O2"]))
    await rig.say(officer, "/start 222222222222")
    rig.clock.turn(rig.clock.now() + timedelta(days=36))
    await rig.office.bell.tidy()

    assert query(rig, "SELECT (SELECT count(*) FROM link_attempts), (SELECT count(*) FROM invitations)") == [(0, 1)]

    rig.clock.turn(rig.clock.now() + timedelta(days=2))
    await rig.office.bell.tidy()

    assert query(rig, "SELECT count(*) FROM invitations") == [(0,)]


async def test_a_card_that_would_look_the_same_is_not_edited(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    answer_oddly(rig, "editMessageText", 403, '{"ok":false,"error_code":403,"description":"Forbidden"}', head)
    await rig.office.store.write(lambda unit: cards.refresh(unit, "case:1"))
    await rig.settle()

    assert "核准" in rig.card(head, number).labels
    assert len(rig.telegram.faults.waiting()) == 1
