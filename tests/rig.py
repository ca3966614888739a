"""A whole office for a journey: the sandbox's Telegram over HTTP, the real bot on a SQLite file, phones to hold."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot import logs
from bot.app import Office
from bot.clock import Clock
from bot.rules.roster import Sheet
from bot.sandbox.bots import BotAccount
from bot.sandbox.phone import Phone, ShownMessage
from bot.sandbox.server import create_app, serve
from bot.sandbox.telegram import Telegram
from bot.services import linking, roster
from bot.settings import Settings
from storage import migrate

TOKEN = "4242:sandbox"
TAIPEI = ZoneInfo("Asia/Taipei")
PATIENCE = 8.0

logs.configure()


class Rig:
    """One city on one database; `restart` lets the bot die and start again on the same file."""

    def __init__(self, folder: Path, files: Mapping[str, Sheet], at: datetime) -> None:
        self.clock = Clock()
        self.clock.turn(at)
        self.telegram = Telegram(now=self.clock.now)
        self.address = f"sqlite:///{folder / 'office.db'}"
        self.files = files
        self.allowed_violations: list[object] = []
        self.phones: dict[str, Phone] = {}

    async def __aenter__(self) -> Self:
        migrate.upgrade(self.address)
        self.served = await serve(create_app(self.telegram))
        await self.start()
        try:
            await self.office.store.write(lambda unit: roster.import_roster(unit, self.files))
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
        await self.served.stop()

    async def start(self) -> None:
        settings = Settings(
            token=SecretStr(TOKEN), api_base=self.served.url, database=self.address, rate=10_000, chat_rate=1_000
        )
        self.office = Office(settings, self.clock)
        await self.office.start()
        with suppress(TimeoutError):  # the ring of the start is over, unless something was broken on purpose
            async with asyncio.timeout(PATIENCE):
                await self.office.bell.rang.wait()
        self.polling = asyncio.create_task(self.office.poll())

    async def stop(self) -> None:
        self.polling.cancel()
        await asyncio.gather(self.polling, return_exceptions=True)
        await self.office.stop()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def link(self, *staff_nos: str) -> list[Phone]:
        """Each person opens the invitation on a phone of their own."""
        codes = await self.office.store.write(lambda unit: linking.invite(unit, list(staff_nos)))
        for number, code in codes:
            self.phones[number] = Phone(self.telegram, self.telegram.add_user(number))
            self.phones[number].say(f"/start {code}")
        await self.settle()
        return [self.phones[number] for number in staff_nos]

    async def settle(self) -> None:
        """Wait until every update is worked off and every message has left."""
        async with asyncio.timeout(PATIENCE):
            quiet = 0
            while quiet < 3:
                await asyncio.sleep(0.003)
                quiet = quiet + 1 if len(self.account.queue) == 0 and self.office.idle else 0

    @property
    def account(self) -> BotAccount:
        return self.telegram.bots[TOKEN]

    def card(self, phone: Phone, number: str) -> ShownMessage:
        """The newest message that shows the case on this phone."""
        found = [each for each in phone.messages if each.text.removeprefix("🔔 ").startswith(number)]
        assert found, f"no card of {number} on\n{phone}"
        return found[-1]

    def saw(self, phone: Phone, text: str, last: int = 100) -> bool:
        """Whether one of the last messages says this."""
        return any(text in each.text for each in phone.messages[-last:] if not each.mine)

    async def say(self, phone: Phone, text: str) -> None:
        phone.say(text)
        await self.settle()

    async def tap(self, phone: Phone, label: str) -> None:
        phone.tap(label)
        await self.settle()
