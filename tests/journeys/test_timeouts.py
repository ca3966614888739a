"""Each single call to Telegram is answered too late once: what it was for happens all the same, and holds up nobody."""

from collections.abc import Awaitable, Callable

import pytest

from bot import outbox as sender
from bot import transport
from bot.sandbox.faults import FaultKind
from bot.sandbox.groups import invite_bot
from bot.sandbox.violations import ViolationKind
from tests.journeys.steps import apply_for_account
from tests.journeys.test_faults import fail, query, said
from tests.rig import Rig

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta.*")

REPEATED = {ViolationKind.UNMODIFIED_EDIT, ViolationKind.UNKNOWN_MESSAGE}
PATIENCE = 0.2
ACTED_MS, NOT_YET_MS = 300, 1200
"""Half of it passes before Telegram acts, so that our patience ends after the act, or before."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "READ_SECONDS", PATIENCE)
    monkeypatch.setattr(sender, "BACKOFF", (0.01, 0.02))


async def sends(rig: Rig) -> bool:
    await rig.say(rig.phones["O1"], "/help")
    return 1 <= said(rig.phones["O1"], "怎麼用") <= 2


async def edits(rig: Rig) -> bool:
    await rig.tap(rig.phones["H1"], "核准")
    return not rig.card(rig.phones["H1"], "115-A2-0001").labels


async def deletes(rig: Rig) -> bool:
    await rig.say(rig.phones["O1"], "A123456789")
    return not [each for each in rig.phones["O1"].messages if "A123456789" in each.text]


async def sends_a_file(rig: Rig) -> bool:
    officer = rig.phones["O1"]
    await rig.say(officer, "/mine")
    await rig.tap(officer, "列印表單")
    return 1 <= sum(each.file is not None for each in officer.messages) <= 2


async def answers_a_tap(rig: Rig) -> bool:
    await rig.tap(rig.phones["H1"], "核准")
    return "核准" in rig.card(rig.phones["O1"], "115-A2-0001").text


async def shows_the_menu(rig: Rig) -> bool:
    await rig.link("A1")
    return query(rig, "SELECT DISTINCT state FROM outbox WHERE kind = 'commands'") == [("sent",)]


async def leaves_a_group(rig: Rig) -> bool:
    group = invite_bot(rig.telegram, rig.account, rig.phones["O1"].user, "這一組")
    await rig.settle()
    told = [each for each in group.messages.values() if "一對一" in each.words.text]
    waiting = query(rig, "SELECT count(*) FROM outbox WHERE kind = 'leave' AND done_at IS NULL")
    return len(told) <= 2 and waiting == [(0,)]


CALLS = {
    "sendMessage": sends,
    "editMessageText": edits,
    "deleteMessage": deletes,
    "sendDocument": sends_a_file,
    "answerCallbackQuery": answers_a_tap,
    "setMyCommands": shows_the_menu,
    "leaveChat": leaves_a_group,
}


@pytest.mark.parametrize("latency", [ACTED_MS, NOT_YET_MS])
@pytest.mark.parametrize("method", CALLS)
async def test_a_call_that_is_answered_too_late_is_made_again(rig: Rig, method: str, latency: int) -> None:
    does: Callable[[Rig], Awaitable[bool]] = CALLS[method]
    officer, _ = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    fail(rig, FaultKind.LATENCY, method, latency_ms=latency)

    assert await does(rig)
    assert rig.telegram.faults.waiting() == ()
    assert query(rig, "SELECT kind FROM outbox WHERE state IN ('refused', 'failed')") == []
    assert query(rig, "SELECT count(*) FROM people WHERE blocked_at IS NOT NULL") == [(0,)]
    assert {each.kind for each in rig.telegram.violations} <= REPEATED
    rig.telegram.violations.clear()
