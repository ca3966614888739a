"""What networks, servers, people and our own faults do to the bot: nothing is lost, nothing happens twice."""

import asyncio
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot import inbox as worker
from bot import outbox as sender
from bot.rules.phrases import RuleViolation, say
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.phone import Phone
from bot.sandbox.violations import ViolationKind
from bot.services import asking, lists, telling
from bot.services import cases as deciding
from storage import inbox, ledger, outbox, people, unit_thread
from storage.outbox import Lane
from storage.unit import Unit
from tests.journeys.steps import KIND, apply_for_account, has_button
from tests.rig import Rig

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta.*")

FAILURES = (FaultKind.SERVER_ERROR, FaultKind.BAD_GATEWAY, FaultKind.DROPPED)
WAIT = 1


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is tried again soon, and alone: a fault in a group would run its turn a second time at once."""
    monkeypatch.setattr(unit_thread, "GROUP_SIZE", 1)
    monkeypatch.setattr(worker, "RETRIES", (0.01, 0.01, 0.02, 0.02))
    monkeypatch.setattr(worker, "PAUSES", (0.01, 0.01))
    monkeypatch.setattr(sender, "BACKOFF", (0.01, 0.02, 0.05))


def query(rig: Rig, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(rig.address.removeprefix("sqlite:///"))) as connection:
        return connection.execute(sql).fetchall()


def decisions(rig: Rig) -> list[str]:
    return [each[0] for each in query(rig, "SELECT verdict FROM decisions ORDER BY id")]


def said(phone: Phone, words: str) -> int:
    """How many messages of the bot say this."""
    return sum(words in each.text and not each.mine for each in phone.messages)


def fail(rig: Rig, kind: FaultKind, method: str = "sendMessage", phone: Phone | None = None, **more: Any) -> None:
    rig.telegram.faults.add(Fault(kind, method=method, chat_id=phone.user.id if phone else None, **more))


async def until(is_so: Callable[[], bool], seconds: float = 8) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.005)


# --- told to wait ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("whole_bot", [False, True], ids=["chat", "whole bot"])
async def test_a_flood_wait_is_obeyed_and_the_message_comes_after_it(rig: Rig, whole_bot: bool) -> None:
    officer, other = await rig.link("O1", "O2")
    fail(rig, FaultKind.TOO_MANY_REQUESTS, phone=officer, retry_after=WAIT, whole_bot=whole_bot)
    began = time.monotonic()
    officer.say("/help")
    await until(lambda: not rig.telegram.faults.waiting())
    other.say("/help")
    await rig.settle()

    assert time.monotonic() - began >= WAIT
    assert [said(each, "怎麼用") for each in (officer, other)] == [1, 1]


async def test_a_flood_wait_of_an_edit_is_obeyed(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    fail(rig, FaultKind.TOO_MANY_REQUESTS, "editMessageText", head, retry_after=WAIT)
    await rig.tap(head, "核准")

    assert "核准" in rig.card(head, number).text
    assert not rig.card(head, number).labels


async def test_a_flood_wait_of_a_toast_is_obeyed_by_the_next_toast(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    fail(rig, FaultKind.TOO_MANY_REQUESTS, "answerCallbackQuery", retry_after=WAIT)
    rig.account.flood.grace = 0
    await rig.tap(head, "核准")
    await until(lambda: not rig.telegram.faults.waiting())
    officer.tap_data(officer.last.message_id, "cxxxxxxxxxxxxxxxx")
    await rig.settle()
    await asyncio.sleep(WAIT)
    found, rig.telegram.violations[:] = list(rig.telegram.violations), []

    assert found == []


# --- servers and wires that fail -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FAILURES)
async def test_a_message_is_sent_again_until_it_is_delivered(rig: Rig, kind: FaultKind) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, kind, times=4)
    await rig.say(officer, "/help")

    assert said(officer, "怎麼用") == 1


@pytest.mark.parametrize("kind", FAILURES)
async def test_messages_to_a_chat_keep_their_order_when_the_first_fails(rig: Rig, kind: FaultKind) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, kind, times=2)
    officer.say("/help")
    officer.say("/privacy")
    await rig.settle()
    titles = [each.text.splitlines()[0] for each in officer.messages if not each.mine]

    assert titles[-2:] == ["怎麼用", "個資與資安"]


async def test_a_chat_that_fails_holds_up_no_other(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "BACKOFF", (1.0,))
    officer, other = await rig.link("O1", "O2")
    fail(rig, FaultKind.SERVER_ERROR, phone=officer)
    officer.say("/help")
    await until(lambda: not rig.telegram.faults.waiting())
    other.say("/help")
    await until(lambda: said(other, "怎麼用") == 1)

    assert said(officer, "怎麼用") == 0

    await rig.settle()

    assert said(officer, "怎麼用") == 1


@pytest.mark.parametrize("kind", FAILURES)
async def test_every_card_is_brought_up_to_date_though_edits_fail(rig: Rig, kind: FaultKind) -> None:
    officer, head, other = await rig.link("O1", "H1", "H2")
    number = await apply_for_account(rig, officer)
    fail(rig, kind, "editMessageText", times=4)
    await rig.tap(head, "核准")

    assert all("核准" in rig.card(each, number).text for each in (officer, head, other))
    assert not has_button(other, "核准")


@pytest.mark.parametrize("kind", [*FAILURES, FaultKind.REPLY_LOST])
async def test_updates_survive_a_poll_that_fails(rig: Rig, kind: FaultKind) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, kind, "getUpdates")
    await rig.say(officer, "/help")  # ends the poll under way; the next one fails
    await until(lambda: not rig.telegram.faults.waiting())
    await rig.say(officer, "/privacy")
    await until(lambda: said(officer, "個資與資安") > 0)
    await rig.settle()

    assert [said(officer, words) for words in ("怎麼用", "個資與資安")] == [1, 1]


async def test_what_telegram_answers_is_never_logged(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, FaultKind.BAD_GATEWAY)
    await rig.say(officer, "/help")

    assert "Bad Gateway" not in caplog.text


async def test_a_poll_that_is_told_to_wait_waits(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, FaultKind.TOO_MANY_REQUESTS, "getUpdates", retry_after=WAIT)
    await rig.say(officer, "/help")
    await until(lambda: not rig.telegram.faults.waiting())
    officer.say("/privacy")
    await until(lambda: said(officer, "個資與資安") == 1)


# --- executed, but the reply is lost ---------------------------------------------------------------------------------


async def test_a_lost_reply_repeats_a_message_at_most_once(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    fail(rig, FaultKind.REPLY_LOST)
    await rig.say(officer, "/help")

    assert said(officer, "怎麼用") == 2


async def test_a_lost_reply_to_a_card_leaves_one_decision_and_both_messages_follow_the_tap(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    fail(rig, FaultKind.REPLY_LOST, phone=head)
    number = await apply_for_account(rig, officer)
    first, second = [each for each in head.messages if each.text.startswith(f"🔔 {number}")]
    for each in (first, second):
        head.tap("核准", message=each)
    await rig.settle()
    shown = [each for each in head.messages if each.message_id in (first.message_id, second.message_id)]

    assert decisions(rig) == ["file", "approve"]
    assert all("核准" in each.text and not each.labels for each in shown)


async def test_a_lost_reply_to_an_edit_changes_nothing(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    fail(rig, FaultKind.REPLY_LOST, "editMessageText", head)
    await rig.tap(head, "核准")
    repeated = rig.telegram.violations.pop()

    assert repeated.kind is ViolationKind.UNMODIFIED_EDIT
    assert not rig.card(head, number).labels
    assert query(rig, "SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


@pytest.mark.parametrize("kind", [*FAILURES, FaultKind.REPLY_LOST, FaultKind.TOO_MANY_REQUESTS])
async def test_a_toast_that_fails_does_no_harm(rig: Rig, kind: FaultKind) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    fail(rig, kind, "answerCallbackQuery")
    await rig.tap(head, "核准")

    assert decisions(rig) == ["file", "approve"]
    assert not rig.card(head, number).labels


# --- looking for what waits, while it is being done ------------------------------------------------------------------


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot looks into its tables all the time: what it has just read may be done by the time it has read it."""
    monkeypatch.setattr(worker, "LOOK_AGAIN_SECONDS", 0)
    monkeypatch.setattr(sender, "LOOK_AGAIN_SECONDS", 0)


async def test_nothing_is_sent_twice_however_often_the_sender_looks(restless: None, rig: Rig) -> None:
    phones = await rig.link("O1", "O2", "H1", "H2", "A1", "O9")

    def broadcast(unit: Unit) -> list[Any]:
        for number in range(50):
            for person in people.linked(unit):
                telling.tell(unit, person, say("answer-too-long", limit=number, length=number), lane=Lane.BROADCAST)
        return unit.queued

    rig.office.sender.take(await rig.office.store.write(broadcast))
    await rig.settle()
    repeated = [Counter(each.text for each in phone.messages if "字以內" in each.text) for phone in phones]

    assert [max(each.values()) for each in repeated] == [1] * len(phones)


async def test_a_tap_is_answered_once_however_often_the_worker_looks(restless: None, rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    for _ in range(40):
        officer.tap_data(officer.last.message_id, "cxxxxxxxxxxxxxxxx")
        await rig.settle()
    found, rig.telegram.violations[:] = [each.kind for each in rig.telegram.violations], []

    assert found == []


async def test_a_parked_turn_stays_parked_however_often_the_worker_looks(
    restless: None, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", FOR_EVER)
    for _ in range(8):
        await rig.say(officer, "/mine")

    assert unfinished(rig) == [("parked", 5, "ArithmeticError")] * 8


def look_late(rig: Rig, monkeypatch: pytest.MonkeyPatch, row: type, is_idle: Callable[[], bool]) -> None:
    """Looks that find rows of this sort tell of them only when all of them have been done."""
    works = rig.office.store.read

    async def read(look: Callable[[Unit], Any]) -> Any:
        found = await works(look)
        if isinstance(found, list) and found and isinstance(found[0], row):
            await until(is_idle)
        return found

    monkeypatch.setattr(rig.office.store, "read", read)


async def test_a_message_seen_waiting_is_not_sent_again_when_it_was_sent_meanwhile(
    restless: None, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (officer,) = await rig.link("O1")
    look_late(rig, monkeypatch, outbox.Row, lambda: rig.office.sender.idle)
    fail(rig, FaultKind.LATENCY, latency_ms=200)
    await rig.say(officer, "/help")
    await asyncio.sleep(0.1)

    assert said(officer, "怎麼用") == 1


async def test_a_turn_seen_waiting_is_not_tried_again_when_it_was_parked_meanwhile(
    restless: None, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (officer,) = await rig.link("O1")
    look_late(rig, monkeypatch, inbox.Row, lambda: rig.office.worker.idle)
    Broken(monkeypatch, lists, "show", FOR_EVER)
    await rig.say(officer, "/mine")
    await asyncio.sleep(0.1)

    assert unfinished(rig) == [("parked", 5, "ArithmeticError")]


async def test_a_tap_older_than_fifteen_seconds_gets_no_toast(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    works = asking.buttons.find

    def find(*args: Any) -> Any:
        rig.clock.turn(rig.clock.now() + timedelta(seconds=16))
        return works(*args)

    monkeypatch.setattr(asking.buttons, "find", find)
    tap = officer.tap_data(officer.last.message_id, "fxxxxxxxxxxxxxxxx")
    await rig.settle()

    assert not officer.is_answered(tap)
    assert rig.saw(officer, "按鈕已經失效")


@pytest.mark.parametrize("limit", [0.2, 15.0])
async def test_a_toast_that_would_have_to_wait_too_long_is_not_tried(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, limit: float
) -> None:
    (officer,) = await rig.link("O1")
    monkeypatch.setattr(sender, "TOAST_SECONDS", limit)
    rig.office.sender._no_toast_before = time.monotonic() + 0.5
    tap = officer.tap_data(officer.last.message_id, "fxxxxxxxxxxxxxxxx")
    await rig.settle()
    await asyncio.sleep(0.7)

    assert officer.is_answered(tap) == (limit > 0.5)


# --- a person who blocks the bot -------------------------------------------------------------------------------------


async def test_the_card_comes_again_after_unblocking(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    head.block()
    await rig.settle()
    number = await apply_for_account(rig, officer)

    assert not has_button(head, "核准")

    head.unblock()
    await until(lambda: has_button(head, "核准"))

    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_the_administrator_is_told_once_that_a_chat_cannot_be_reached(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    rig.account.queue.allowed = frozenset({"message", "callback_query"})  # Telegram does not tell of the block
    head.block()
    await apply_for_account(rig, officer)
    await rig.tap(officer, "撤回")
    head.block()  # it tells late
    await rig.settle()

    assert said(administrator, "李局長 科員 的對話目前無法送達") == 1


async def test_the_administrator_is_told_of_a_block_that_telegram_told_us_of(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    head.block()
    await rig.settle()
    await apply_for_account(rig, officer)
    await rig.tap(officer, "撤回")

    assert said(administrator, "李局長 科員 的對話目前無法送達") == 1


async def test_a_case_decided_while_a_phone_was_blocked_shows_it_after_unblocking(rig: Rig) -> None:
    officer, head, other = await rig.link("O1", "H1", "H2")
    number = await apply_for_account(rig, officer)
    head.block()
    await rig.settle()
    await rig.tap(other, "核准")
    head.unblock()
    await until(lambda: not has_button(head, "核准"), seconds=3)

    assert not rig.card(head, number).labels
    assert "王副局長" in rig.card(head, number).text


async def test_unblocking_leaves_a_card_alone_that_has_not_changed(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    head.block()
    await rig.settle()
    head.unblock()
    await rig.settle()
    found, rig.telegram.violations[:] = list(rig.telegram.violations), []

    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")
    assert found == []


async def test_what_a_person_asked_for_before_blocking_breaks_nothing(rig: Rig) -> None:
    officer, other = await rig.link("O1", "O2")
    officer.say("/help")
    officer.block()
    await rig.settle()
    await rig.say(other, "/help")

    assert said(other, "怎麼用") == 1


# --- a turn that fails by our fault ----------------------------------------------------------------------------------


class Broken:
    """Part of a service that raises the next times it is called."""

    def __init__(self, patch: pytest.MonkeyPatch, place: Any, name: str, times: int) -> None:
        self.calls = 0
        self._times = times
        self._works = getattr(place, name)
        patch.setattr(place, name, self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        if self.calls <= self._times:
            raise ArithmeticError("broken on purpose")
        return self._works(*args, **kwargs)


FOR_EVER = 10**6


def unfinished(rig: Rig) -> list[tuple[Any, ...]]:
    return query(rig, "SELECT state, attempts, error FROM inbox WHERE done_at IS NULL")


async def test_a_turn_that_fails_is_tried_again_until_it_works(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    broken = Broken(monkeypatch, lists, "show", 3)
    await rig.say(officer, "/mine")

    assert broken.calls == 4
    assert said(officer, "目前沒有案件") == 1
    assert unfinished(rig) == []


async def test_between_the_tries_the_pauses_grow(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "RETRIES", (0.05, 0.1, 0.2))
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", 3)
    began = time.monotonic()
    await rig.say(officer, "/mine")

    assert 0.35 <= time.monotonic() - began < 2


async def test_a_turn_that_keeps_failing_is_parked(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    broken = Broken(monkeypatch, lists, "show", FOR_EVER)
    await rig.say(officer, "/mine")

    assert broken.calls == 5
    assert unfinished(rig) == [("parked", 5, "ArithmeticError")]


async def test_operators_see_a_parked_turn_and_whose_it_is(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", FOR_EVER)
    await rig.say(officer, "/mine")
    (row,) = await rig.office.store.read(inbox.unfinished)

    assert (row["staff_no"], row["state"], row["error"]) == ("O1", "parked", "ArithmeticError")


async def test_the_person_is_told_once_that_it_is_parked(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", FOR_EVER)
    await rig.say(officer, "/mine")

    assert said(officer, "因系統問題尚未完成") == 1


async def test_a_parked_turn_that_is_put_back_succeeds(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", 5)
    await rig.say(officer, "/mine")
    (row,) = await rig.office.store.read(inbox.unfinished)
    await rig.office.store.write(lambda unit: inbox.retry(unit, row["id"]))
    await until(lambda: said(officer, "目前沒有案件") == 1)
    await rig.settle()

    assert unfinished(rig) == []


async def test_a_parked_turn_holds_up_nothing_that_comes_later(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    officer, other = await rig.link("O1", "O2")
    Broken(monkeypatch, lists, "show", FOR_EVER)
    officer.say("/mine")
    officer.say("/help")
    other.say("/help")
    await rig.settle()

    assert [said(each, "怎麼用") for each in (officer, other)] == [1, 1]


async def test_a_turn_that_is_tried_again_keeps_its_place_before_later_ones(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (officer,) = await rig.link("O1")
    Broken(monkeypatch, lists, "show", 2)
    officer.say("/mine")
    officer.say("/help")
    await rig.settle()
    answers = [each.text.splitlines()[0] for each in officer.messages if not each.mine]

    assert ["目前沒有案件" in answers[-2], answers[-1]] == [True, "怎麼用"]


async def test_a_tap_whose_turn_fails_is_answered_at_once_and_done_later(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    Broken(monkeypatch, deciding, "_tell_parties", 2)
    await rig.tap(head, "核准")

    assert head.toasts[-1] == "處理中，稍後回覆"
    assert decisions(rig) == ["file", "approve"]
    assert "核准" in rig.card(head, number).text


async def test_what_a_failing_turn_had_written_is_undone(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    before = query(rig, "SELECT count(*) FROM ledger")
    Broken(monkeypatch, deciding, "_tell_parties", FOR_EVER)
    await rig.tap(head, "核准")

    assert decisions(rig) == ["file"]
    assert query(rig, "SELECT count(*) FROM ledger") == before
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")
    assert not rig.saw(officer, "您的案件")


def states(rig: Rig) -> list[str]:
    return [each[0] for each in query(rig, "SELECT state FROM inbox WHERE done_at IS NOT NULL ORDER BY id")]


async def test_what_came_of_a_turn_stands_in_its_row(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    for words in ("/help", "/cancel", "/fly"):
        await rig.say(officer, words)

    assert states(rig)[-3:] == ["done", "refused", "unanswered"]


async def test_what_a_refused_turn_had_written_is_undone_and_nothing_of_it_is_sent(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)

    def refuse(*_: Any) -> None:
        raise RuleViolation("nothing-asked")

    monkeypatch.setattr(deciding, "_tell_parties", refuse)
    await rig.tap(head, "核准")

    assert decisions(rig) == ["file"]
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")
    assert states(rig)[-1] == "refused"


async def test_a_row_that_another_instance_has_done_is_not_acted_on(rig: Rig) -> None:
    """Both had it at hand; the one that lost the lead comes second."""
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/help")
    mine = await rig.office.store.read(again)
    rig.office.worker.take([mine])
    await rig.settle()

    assert said(officer, "怎麼用") == 1


def again(unit: Unit) -> inbox.Row:
    """The newest row, as whoever took it before it was done still has it."""
    row = unit.connection.execute(text("SELECT * FROM inbox ORDER BY id DESC LIMIT 1")).one()
    body = json.loads(row.body)
    return inbox.Row(row.id, row.update_id, row.user_id, row.kind, row.guard, body, unit.now)


async def test_a_refusal_is_never_tried_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (officer,) = await rig.link("O1")
    counted = Broken(monkeypatch, asking, "_present", 0)
    await rig.say(officer, "/cancel")

    assert counted.calls == 1
    assert said(officer, "目前沒有可以取消的問題") == 1


async def test_a_turn_that_failed_before_the_bot_died_is_done_after_it_starts(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "RETRIES", (30.0,))
    (officer,) = await rig.link("O1")
    broken = Broken(monkeypatch, lists, "show", 1)
    officer.say("/mine")
    await until(lambda: broken.calls == 1 and unfinished(rig) == [("waiting", 1, "ArithmeticError")])
    rig.office.worker._tasks.clear()  # it dies
    await rig.restart()
    await until(lambda: said(officer, "目前沒有案件") == 1)

    assert unfinished(rig) == []


# --- a database that fails -------------------------------------------------------------------------------------------


async def limit_pages(rig: Rig, spare: int | None) -> None:
    """A disk with this many pages to spare, or one that is large enough again."""

    def work(unit: Unit) -> None:
        pages = unit.connection.execute(text("PRAGMA page_count")).scalar_one()
        most = 1_073_741_823 if spare is None else pages + spare
        unit.connection.execute(text(f"PRAGMA max_page_count = {most}"))

    await rig.office.store.write(work)


async def test_while_the_disk_is_full_nothing_is_confirmed_and_then_everything_is_done(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await limit_pages(rig, 0)
    for _ in range(5):
        officer.say("x" * 4000)
    officer.say("/help")
    await asyncio.sleep(0.2)

    assert len(rig.account.queue) > 0
    assert said(officer, "怎麼用") == 0

    await limit_pages(rig, None)
    await rig.settle()

    assert said(officer, "怎麼用") == 1


async def test_a_ledger_that_two_turns_reach_at_once_stays_whole(rig: Rig) -> None:
    officer, head, other, _ = await rig.link("O1", "H1", "H2", "A1")
    await apply_for_account(rig, officer)
    for phone in (head, other):
        phone.tap("核准")
    officer.tap("撤回")
    await rig.settle()

    assert await rig.office.store.read(ledger.verify) == []


# --- out of service --------------------------------------------------------------------------------------------------


async def test_after_more_than_a_day_out_of_service_everybody_who_is_linked_is_told_once(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await rig.stop()
    rig.clock.turn(rig.clock.now() + timedelta(hours=25))
    await rig.start()
    await rig.settle()
    await rig.restart()
    await rig.settle()

    assert [said(each, "停機超過一天") for each in (officer, head)] == [1, 1]


async def test_a_night_out_of_service_is_not_spoken_of(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.stop()
    rig.clock.turn(rig.clock.now() + timedelta(hours=23))
    await rig.start()
    await rig.settle()

    assert said(officer, "停機") == 0


async def test_a_bot_that_ran_for_days_was_not_out_of_service_when_it_starts_anew(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    for _ in range(3):
        rig.clock.turn(rig.clock.now() + timedelta(days=1))
        await rig.office.bell.ring(rig.clock.now())
    await rig.settle()
    await rig.restart()
    await rig.settle()

    assert said(officer, "停機") == 0


# --- old buttons, and what is put aside ------------------------------------------------------------------------------


async def test_an_old_button_to_mend_a_case_opens_no_form_once_it_was_sent_again(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")
    card = rig.card(officer, number)
    mend = next(each.data for row in card.buttons for each in row if each.label == "修改後再送")
    await rig.tap(officer, "修改後再送")
    await rig.tap(officer, "送出")
    officer.tap_data(card.message_id, mend or "")
    await rig.settle()

    assert officer.last.labels != ("送出", "修改", "取消")


async def test_what_was_ticked_before_a_question_was_put_aside_is_ticked_when_it_comes_back(rig: Rig) -> None:
    mixed, officer = await rig.link("HO", "O1")
    number = await apply_for_account(rig, officer)
    await rig.say(mixed, "/apply")
    await rig.tap(mixed, KIND)
    await rig.tap(mixed, "新增")
    await rig.tap(mixed, "LI-01 目前加保")
    mixed.tap("退回補正", message=rig.card(mixed, number).message_id)
    await rig.settle()
    await rig.say(mixed, "請補充業務說明")

    assert "✅ LI-01 目前加保" in mixed.last.labels


async def test_a_dialogue_of_several_questions_keeps_what_it_put_aside(rig: Rig) -> None:
    (mixed,) = await rig.link("HO")
    for words in ("/apply", KIND, "新增"):
        await (rig.say if words.startswith("/") else rig.tap)(mixed, words)
    asked = mixed.last.labels
    await rig.say(mixed, "/deputy")
    for label in ("設定代理人", "陳管理 科員（尚未連結）", "取消"):
        await rig.tap(mixed, label)

    assert mixed.last.labels == asked


async def test_a_reason_for_another_case_puts_the_first_aside_and_brings_it_back(rig: Rig) -> None:
    head, *officers = await rig.link("H1", "O1", "HO")
    numbers = [await apply_for_account(rig, each) for each in officers]
    for number in numbers:
        head.tap("駁回", message=rig.card(head, number).message_id)
        await rig.settle()
    await rig.say(head, "無業務需要")
    await rig.say(head, "已移撥他科")

    assert ["駁回" in rig.card(head, number).text for number in numbers] == [True, True]
