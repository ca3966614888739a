"""Faults that a test orders, pauses that a bot must keep, and the limits of sending."""

import time

import aiohttp
import pytest

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.flood import Limits
from bot.sandbox.phone import Phone

TOKEN = "1001001:sandbox-token"


@pytest.fixture
def send(api, phone):
    return lambda **more: api("sendMessage", **({"chat_id": phone.user.id, "text": "x"} | more))


async def test_a_pause_is_asked_for_and_then_over(send, telegram, clock, kinds):
    telegram.faults.add(Fault(FaultKind.TOO_MANY_REQUESTS, retry_after=3))
    refused = await send()
    clock.turn(seconds=3)

    assert refused.refusal == (429, "Too Many Requests: retry after 3")
    assert refused.body["parameters"] == {"retry_after": 3}
    assert (await send()).body["ok"]
    assert kinds() == []


async def test_a_call_during_the_pause_is_refused_again_and_written_down(send, telegram, clock, kinds):
    telegram.faults.add(Fault(FaultKind.TOO_MANY_REQUESTS, retry_after=3))
    await send()
    clock.turn(seconds=1)

    assert (await send()).refusal == (429, "Too Many Requests: retry after 2")
    assert kinds() == ["call_during_retry_after"]


async def test_a_pause_concerns_the_chat_that_it_hit(api, send, telegram, kinds):
    other = Phone(telegram, telegram.add_user("李"))
    other.say("/start")
    telegram.faults.add(Fault(FaultKind.TOO_MANY_REQUESTS))
    await send()

    assert (await send(chat_id=other.user.id)).body["ok"]
    assert kinds() == []


async def test_a_pause_may_concern_the_whole_bot_but_never_the_poll(api, send, telegram, kinds):
    other = Phone(telegram, telegram.add_user("李"))
    other.say("/start")
    telegram.faults.add(Fault(FaultKind.TOO_MANY_REQUESTS, whole_bot=True))
    await send()

    assert (await send(chat_id=other.user.id)).status == 429
    assert (await api("getUpdates")).body["ok"]
    assert kinds() == ["call_during_retry_after"]


async def test_a_fault_waits_for_its_method_and_chat(api, send, telegram, phone):
    telegram.faults.add(Fault(FaultKind.SERVER_ERROR, method="sendmessage", chat_id=phone.user.id, times=2))

    assert (await api("getMe")).body["ok"]
    assert [(await send()).status for _ in range(3)] == [500, 500, 200]


async def test_a_fault_without_a_method_spares_the_poll(api, telegram):
    telegram.faults.add(Fault(FaultKind.SERVER_ERROR))

    assert (await api("getUpdates")).body["ok"]
    assert (await api("getMe")).refusal == (500, "Internal Server Error")


async def test_a_bad_gateway_speaks_html(served, session, telegram):
    telegram.faults.add(Fault(FaultKind.BAD_GATEWAY))
    async with session.get(f"{served.url}/bot{TOKEN}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")


async def test_a_dropped_call_was_not_executed(send, telegram, phone):
    telegram.faults.add(Fault(FaultKind.DROPPED))
    with pytest.raises(aiohttp.ClientError):
        await send()

    assert len(phone.messages) == 1


async def test_a_call_with_a_lost_reply_was_executed(send, telegram, phone):
    telegram.faults.add(Fault(FaultKind.REPLY_LOST))
    with pytest.raises(aiohttp.ClientError):
        await send(text="there")

    assert phone.last.text == "there"


async def test_a_lost_batch_of_updates_comes_again(api, telegram, phone):
    telegram.faults.add(Fault(FaultKind.REPLY_LOST, method="getUpdates"))
    with pytest.raises(aiohttp.ClientError):
        await api("getUpdates")

    assert len((await api("getUpdates")).result) == 1


@pytest.mark.parametrize("permanent", [True, False])
async def test_latency_delays_the_answer(api, telegram, permanent):
    if permanent:
        telegram.faults.latency_ms = 40
    else:
        telegram.faults.add(Fault(FaultKind.LATENCY, latency_ms=40))
    begun = time.perf_counter()
    await api("getMe")

    assert time.perf_counter() - begun >= 0.04


async def test_without_limits_a_burst_is_fine(send):
    assert all([(await send()).body["ok"] for _ in range(40)])


async def test_one_chat_takes_a_short_burst_then_one_a_second(send, telegram, clock, kinds):
    telegram.only_bot().flood.limits = Limits()
    burst = [(await send()).status for _ in range(6)]
    clock.turn(seconds=1)

    assert burst == [200] * 5 + [429]
    assert (await send()).status == 200
    assert kinds() == ["flood"]


async def test_all_chats_together_take_thirty_a_second(api, telegram):
    phones = [Phone(telegram, telegram.add_user(str(number))) for number in range(31)]
    for phone in phones:
        phone.say("/start")
    telegram.only_bot().flood.limits = Limits()
    statuses = [(await api("sendMessage", chat_id=phone.user.id, text="x")).status for phone in phones]

    assert statuses == [200] * 30 + [429]


async def test_taps_and_typing_are_not_limited(api, telegram, phone):
    telegram.only_bot().flood.limits = Limits()

    assert all([(await api("sendChatAction", chat_id=phone.user.id, action="typing")).body["ok"] for _ in range(40)])
