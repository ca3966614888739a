"""Updates wait in their queue until an offset confirms them."""

import asyncio

import pytest

from bot.sandbox.updates import UpdateKind, UpdateQueue


@pytest.fixture
def queue() -> UpdateQueue:
    queue = UpdateQueue(first_id=10)
    for number in range(3):
        queue.put(UpdateKind.MESSAGE, {"message_id": number})
    return queue


def ids(updates) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_an_update_stays_until_a_later_offset(api, phone):
    first = await api("getUpdates")
    again = await api("getUpdates")
    number = first.result[0]["update_id"]
    confirmed = await api("getUpdates", offset=number + 1)

    assert first.result == again.result
    assert confirmed.result == []


async def test_the_offset_of_the_update_itself_confirms_only_what_lies_before(queue):
    assert ids(await queue.poll(11, 100, 0)) == [11, 12]
    assert ids(await queue.poll(0, 100, 0)) == [11, 12]


async def test_a_negative_offset_keeps_that_many_from_the_end(queue):
    assert ids(await queue.poll(-1, 100, 0)) == [12]
    assert ids(await queue.poll(0, 100, 0)) == [12]


async def test_limit_cuts_the_batch_and_loses_nothing(queue):
    assert ids(await queue.poll(0, 2, 0)) == [10, 11]
    assert ids(await queue.poll(0, 100, 0)) == [10, 11, 12]


async def test_limit_is_brought_into_its_bounds(api, phone):
    for number in range(120):
        phone.say(str(number))

    assert len((await api("getUpdates", limit=1000)).result) == 100
    assert len((await api("getUpdates", limit=0)).result) == 1


async def test_a_long_poll_ends_with_the_first_update(queue):
    queue.clear()
    poll = asyncio.create_task(queue.poll(0, 100, 5))
    await asyncio.sleep(0)
    queue.put(UpdateKind.MESSAGE, {})

    assert ids(await poll) == [13]


async def test_a_long_poll_without_updates_ends_empty_in_time(api):
    async with asyncio.timeout(3):
        assert (await api("getUpdates", timeout=1)).result == []


async def test_of_two_pollers_the_older_gets_the_conflict(api, phone, telegram, kinds):
    telegram.only_bot().queue.clear()
    older = asyncio.create_task(api("getUpdates", timeout=5))
    while telegram.only_bot().queue._poll is None:
        await asyncio.sleep(0.001)
    older_poll = telegram.only_bot().queue._poll
    newer = asyncio.create_task(api("getUpdates", timeout=5))
    while telegram.only_bot().queue._poll is older_poll:
        await asyncio.sleep(0.001)
    phone.say("hello")

    assert (await older).refusal == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    assert (await newer).result[0]["message"]["text"] == "hello"
    assert kinds() == ["conflict"]


async def test_a_poller_that_went_away_leaves_no_conflict(served, session, telegram, phone, api, kinds):
    bot = telegram.only_bot()
    bot.queue.clear()
    gone = asyncio.create_task(api("getUpdates", timeout=5))
    while bot.queue._poll is None:
        await asyncio.sleep(0.001)
    gone.cancel()
    while bot.queue._poll is not None:
        await asyncio.sleep(0.001)
    phone.say("hello")

    assert (await api("getUpdates", timeout=5)).result[0]["message"]["text"] == "hello"
    assert kinds() == []


async def test_polling_is_refused_while_a_webhook_is_set(api, kinds):
    await api("setWebhook", url="http://127.0.0.1:9/hook")

    assert (await api("getUpdates")).refusal == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert kinds() == ["conflict"]


async def test_setting_a_webhook_ends_the_waiting_poll(api, telegram):
    poll = asyncio.create_task(api("getUpdates", timeout=5))
    while telegram.only_bot().queue._poll is None:
        await asyncio.sleep(0.001)
    await api("setWebhook", url="http://127.0.0.1:9/hook")

    assert (await poll).refusal == (409, "Conflict: terminated by setWebhook request")


async def test_allowed_updates_are_remembered_until_others_are_named(api, phone):
    tap_target = (await api("sendMessage", chat_id=phone.user.id, text="?")).result["message_id"]
    await api("getUpdates", offset=2**31, allowed_updates=["callback_query"])
    phone.say("not wanted")
    phone.tap_data(tap_target, "wanted")

    assert [list(update)[1] for update in (await api("getUpdates")).result] == ["callback_query"]


async def test_an_empty_list_allows_all_again(api, phone):
    await api("getUpdates", offset=2**31, allowed_updates=["callback_query"])
    await api("getUpdates", allowed_updates=[])
    phone.say("wanted")

    assert len((await api("getUpdates")).result) == 1


async def test_an_update_can_be_delivered_a_second_time(queue):
    update = queue.first(1)[0]
    queue.confirm(13)
    queue.put_again(update)

    assert ids(queue.first(10)) == [10]
