"""HTTP to Telegram: what a call looks like on the wire, and which way it takes."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InputFile

from bot import transport
from bot.transport import AiohttpRequest

TOKEN = "4242:wire"
SENT = {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}}


class Wire:
    """A server that remembers what it was asked."""

    def __init__(self) -> None:
        self.hosts: list[str] = []
        self.kinds: list[str] = []
        self.fields: list[dict[str, str]] = []
        self.files: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.hosts.append(request.host)
        self.kinds.append(request.content_type)
        posted = await (request.json() if request.content_type == "application/json" else request.post())
        self.fields.append({name: value for name, value in posted.items() if isinstance(value, str)})
        self.files += [value.filename for value in posted.values() if isinstance(value, web.FileField)]
        return web.json_response(SENT)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
async def address(wire: Wire) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", wire.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    transport._proxy.cache_clear()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    transport._proxy.cache_clear()
    await runner.cleanup()


async def called(base: str, *, file: bool = False) -> None:
    request = AiohttpRequest()
    await request.initialize()
    bot = Bot(TOKEN, f"{base}/bot", request=request)
    try:
        if file:
            await bot.send_document(7, InputFile(b"%PDF-", "附表二.pdf"), caption="附表")
        else:
            await bot.send_message(7, "您好，<b>核准</b>", parse_mode="HTML")
    finally:
        await request.shutdown()


async def test_a_call_carries_its_parameters_as_json(wire: Wire, address: str) -> None:
    await called(address)

    assert wire.kinds == ["application/json"]
    assert wire.fields == [{"chat_id": "7", "text": "您好，<b>核准</b>", "parse_mode": "HTML"}]


async def test_a_file_goes_beside_its_parameters_and_keeps_its_name(wire: Wire, address: str) -> None:
    await called(address, file=True)

    assert wire.kinds == ["multipart/form-data"]
    assert wire.fields[0]["caption"] == "附表"
    assert wire.files == ["附表二.pdf"]


async def test_the_proxy_of_the_environment_is_taken(wire: Wire, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("no_proxy", "")
    await called("http://telegram.invalid")

    assert wire.hosts == ["telegram.invalid"]


async def test_a_server_that_the_environment_excepts_is_called_directly(
    wire: Wire, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    await called(address)

    assert wire.hosts == [address.removeprefix("http://")]
