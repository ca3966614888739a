"""A Telegram with its own clock, served on a free port, and the shortest ways to call it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.sandbox.phone import Phone
from bot.sandbox.server import Served, create_app, serve
from bot.sandbox.telegram import Telegram

TOKEN = "1001001:sandbox-token"


@dataclass
class Clock:
    """Stands still until a test turns it; also the stopwatch."""

    moment: datetime = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()

    def turn(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        assert not self.body["ok"], self.body
        return self.status, self.body["description"]


Api = Callable[..., Awaitable[Answer]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    telegram = Telegram(now=clock.now, stopwatch=clock.seconds)
    telegram.add_bot(TOKEN).flood.grace = 0
    return telegram


@pytest.fixture
async def served(telegram: Telegram) -> AsyncIterator[Served]:
    served = await serve(create_app(telegram))
    yield served
    await served.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(served: Served, session: aiohttp.ClientSession) -> Api:
    """Calls a method with JSON, as the bot of the one known token."""

    async def call(method: str, **params: Any) -> Answer:
        async with session.post(f"{served.url}/bot{TOKEN}/{method}", json=params) as response:
            return Answer(response.status, await response.json())

    return call


@pytest.fixture
def phone(telegram: Telegram) -> Phone:
    """A person who has said /start; the bot has not yet fetched it."""
    phone = Phone(telegram, telegram.add_user("小明", last_name="王", language_code="zh-hant"))
    phone.say("/start")
    return phone


@pytest.fixture
def kinds(telegram: Telegram) -> Callable[[], list[str]]:
    """The kinds of violations found so far."""
    return lambda: [violation.kind.value for violation in telegram.violations]
