"""The bot by webhook: 200 means kept; only Telegram, which knows the secret, is heard."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.clock import Clock
from bot.running import Instance
from bot.sandbox.phone import Phone
from bot.sandbox.server import create_app, serve
from bot.sandbox.telegram import Telegram
from bot.services import linking, roster
from bot.settings import Mode, Settings
from bot.webhook import PATH, SECRET_HEADER
from storage import migrate, opened
from tests.city import roster as city
from tests.rig import TAIPEI, TOKEN

SECRET = "a-secret-of-the-two"


@pytest.fixture
async def office(tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[tuple[Phone, str]]:
    """A running instance that Telegram reaches by webhook; one phone, already linked."""
    clock, telegram = Clock(), Telegram()
    served = await serve(create_app(telegram))
    door = f"http://127.0.0.1:{unused_tcp_port}"
    settings = Settings(
        token=SecretStr(TOKEN), api_base=served.url, database=f"sqlite:///{tmp_path / 'office.db'}", mode=Mode.WEBHOOK,
        webhook_url=door, webhook_secret=SecretStr(SECRET), listen=f"127.0.0.1:{unused_tcp_port}",
    )  # fmt: skip
    migrate.upgrade(settings.database)
    with opened.unit(settings.database, clock.now(), TAIPEI) as unit:
        roster.import_roster(unit, city())
        ((_, code),) = linking.invite(unit, ["O1"])
    running = asyncio.create_task(Instance(settings, clock).run())
    while not telegram.bots or next(iter(telegram.bots.values())).webhook is None:
        await asyncio.sleep(0.01)
    phone = Phone(telegram, telegram.add_user("林承辦"))
    phone.say(f"/start {code}")
    await heard(phone, "您好")
    yield phone, door
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await served.stop()


async def heard(phone: Phone, text: str) -> None:
    async with asyncio.timeout(8):
        while not any(text in each.text for each in phone.messages if not each.mine):
            await asyncio.sleep(0.01)


async def test_what_comes_by_webhook_is_answered(office: tuple[Phone, str]) -> None:
    phone, _ = office
    phone.say("/apply")

    await heard(phone, "請選擇申請種類")


async def test_who_does_not_know_the_secret_is_refused(office: tuple[Phone, str]) -> None:
    phone, door = office
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": phone.user.id, "type": "private"}}}
    async with aiohttp.ClientSession() as session:
        async with session.post(door + PATH, json=update, headers={SECRET_HEADER: "guess"}) as response:
            guessed = response.status
        async with session.post(door + PATH, json=update) as response:
            silent = response.status
    host, port = door.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: ".encode() + b"\xff\xfe\r\nContent-Length: 2\r\n\r\n{}"
    )
    garbled = int((await reader.readline()).split()[1])
    writer.close()

    assert (guessed, silent, garbled) == (403, 403, 403)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "x"}'])
async def test_what_is_no_update_is_refused_and_the_next_one_still_heard(
    office: tuple[Phone, str], body: bytes
) -> None:
    phone, door = office
    async with (
        aiohttp.ClientSession() as session,
        session.post(door + PATH, data=body, headers={SECRET_HEADER: SECRET}) as response,
    ):
        status = response.status
    phone.say("/apply")
    await heard(phone, "請選擇申請種類")

    assert status == 400


async def test_metrics_count_what_waits_and_name_nobody(office: tuple[Phone, str]) -> None:
    _, door = office
    async with aiohttp.ClientSession() as session, session.get(door + "/metrics") as response:
        page, kind = await response.text(), response.content_type

    found = dict(line.split() for line in page.splitlines() if not line.startswith("#"))
    assert kind == "text/plain"
    assert (found["chadiao_leads"], found["chadiao_database_up"]) == ("1.0", "1.0")
    assert found['chadiao_inbox_rows{state="parked"}'] == "0.0"
    assert float(found['chadiao_people{linked="yes"}']) >= 1
    assert float(found["chadiao_ledger_entries"]) >= 1


async def test_health_says_who_leads(office: tuple[Phone, str]) -> None:
    _, door = office
    async with aiohttp.ClientSession() as session, session.get(door + "/health") as response:
        state = await response.json()

    assert state == {"ok": True, "leads": True}
