"""Updates delivered to the bot's own address, again and again until it says yes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.sandbox.server import serve


class Hook:
    """The bot's own server: keeps what was posted and answers what the test wants."""

    def __init__(self) -> None:
        self.posted: asyncio.Queue[tuple[str | None, dict]] = asyncio.Queue()
        self.statuses: list[int] = []
        self.answer: dict = {}

    async def take(self, request: web.Request) -> web.Response:
        status = self.statuses.pop(0) if self.statuses else 200
        await self.posted.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.json_response(self.answer, status=status)

    async def next(self) -> tuple[str | None, dict]:
        return await asyncio.wait_for(self.posted.get(), 5)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    served = await serve(app)
    hook.url = f"{served.url}/hook"
    yield hook
    await served.stop()


async def emptied(telegram) -> None:
    async with asyncio.timeout(5):
        while len(telegram.only_bot().queue):
            await asyncio.sleep(0.001)


async def test_updates_are_posted_with_the_secret(api, phone, hook, telegram):
    await api("setWebhook", url=hook.url, secret_token="s3cret")
    secret, update = await hook.next()
    await emptied(telegram)

    assert (secret, update["message"]["text"]) == ("s3cret", "/start")


async def test_what_is_not_taken_comes_again_and_in_order(api, phone, hook, telegram):
    hook.statuses = [500, 404]
    phone.say("second")
    await api("setWebhook", url=hook.url)
    texts = [(await hook.next())[1]["message"]["text"] for _ in range(4)]
    await emptied(telegram)

    assert texts == ["/start", "/start", "/start", "second"]


async def test_the_last_error_can_be_asked_for(api, phone, hook):
    hook.statuses = [500]
    await api("setWebhook", url=hook.url, max_connections=7)
    for _ in range(2):
        await hook.next()
    info = (await api("getWebhookInfo")).result

    assert (info["url"], info["max_connections"]) == (hook.url, 7)
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")


async def test_a_bot_that_is_not_there_is_tried_again(api, phone, telegram):
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    async with asyncio.timeout(5):
        while not telegram.only_bot().delivery_error:
            await asyncio.sleep(0.001)

    assert (await api("getWebhookInfo")).result["pending_update_count"] == 1


async def test_the_answer_may_call_a_method(api, phone, hook, telegram):
    hook.answer = {"method": "sendMessage", "chat_id": phone.user.id, "text": "by return"}
    await api("setWebhook", url=hook.url)
    await hook.next()
    await emptied(telegram)

    assert phone.last.text == "by return"


async def test_without_a_webhook_polling_goes_on(api, phone, hook):
    hook.statuses = [500] * 9
    await api("setWebhook", url=hook.url)
    await hook.next()
    await api("deleteWebhook")

    assert (await api("getWebhookInfo")).result["url"] == ""
    assert len((await api("getUpdates")).result) == 1


async def test_pending_updates_can_be_dropped(api, phone):
    await api("deleteWebhook", drop_pending_updates=True)

    assert (await api("getUpdates")).result == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.com/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.tw/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://a.tw/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_webhook_that_is_wrong_is_refused(api, params, reason):
    assert (await api("setWebhook", **params)).refusal == (400, f"Bad Request: {reason}")
