"""A toy city behind the page, and a browser to look at it."""

import asyncio
import base64
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.sandbox.bots import BotAccount
from bot.sandbox.city import Persona, Situation
from bot.sandbox.keyboards import parse_markup
from bot.sandbox.phone import Phone
from bot.sandbox.server import create_app, serve
from bot.sandbox.telegram import Telegram
from bot.sandbox.words import formatted
from tests.browser import chromium

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
LONG_NAME = "歐陽菲菲李張秀英・瓦歷斯・諾幹一個很長很長的名字"


class City:
    """Three people, a clock that sends one reminder, one situation, one case."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
        self.telegram = Telegram(now=self.now)
        self.bot: BotAccount = self.telegram.add_bot("1:page")
        self.people: list[Persona] = []
        self.asked: list[str] = []
        self.known: set[int] = set()
        self.gone: set[int] = set()
        self.reminders = 1
        self.on_the_way = asyncio.Event()
        self.on_the_way.set()
        for number, (name, title) in enumerate(
            [("王小明", "局長"), ("陳怡君", "專員"), (LONG_NAME, "科員")], start=101
        ):
            self.settle(number, name, title, "勞動局" if number < 103 else "復興區公所")

    def settle(self, number: int, name: str, title: str, agency: str) -> Phone:
        self.known.add(number)
        self.people.append(Persona(number, f"A{number}", name, title, agency, ("承辦",)))
        return Phone(self.telegram, self.telegram.add_user(name, user_id=number))

    def phone(self, number: int) -> Phone:
        return Phone(self.telegram, self.telegram.users[number])

    def write(self, number: int, text: str, *labels: str, parse_mode: str = "") -> int:
        """The bot writes to a person, with buttons whose data begins their label."""
        rows = [[{"text": label, "callback_data": label[:20]} for label in labels]]
        markup = parse_markup({"inline_keyboard": rows})
        chat = self.phone(number).chat
        chat.started = True
        words = formatted(text, parse_mode, None)
        return self.bot.post(chat, self.bot.user, words=words, markup=markup).message_id

    def edit(self, number: int, message_id: int, text: str) -> None:
        chat = self.phone(number).chat
        self.bot.change(chat, chat.messages[message_id], words=formatted(text, "", None), edited=self.now())

    def heard(self) -> list[str]:
        """What the bot would fetch: texts and button data."""
        updates = self.bot.queue.first(99)
        return [(each.get("message") or {}).get("text") or each["callback_query"]["data"] for each in updates]

    def now(self) -> datetime:
        return self.moment

    async def turn(self, to: datetime) -> Sequence[dict]:
        self.moment += (to - self.moment) / 2
        await self.on_the_way.wait()
        self.moment = to
        reminder = {"who": "陳怡君", "what": "密碼七天後到期", "user_id": 102}
        return [reminder] * self.reminders if to.day == 8 else []

    async def seek(self) -> Sequence[dict]:
        """The eighth of this month, and never one after it."""
        if self.moment.day > 8:
            return []
        return await self.turn(self.moment.replace(day=8))

    async def linked(self) -> set[int]:
        return self.known

    async def left(self) -> set[int]:
        return self.gone

    def situations(self) -> Sequence[Situation]:
        return [Situation("day9", "第 9 天，還少三份紀錄", "每月紀錄快到期")]

    async def run(self, name: str) -> list[int]:
        self.asked.append(name)
        return [102]

    async def reset(self) -> None:
        self.asked.append("reset")

    async def strip(self, user_id: int) -> list[dict]:
        steps = [("陳怡君", "送出", "done"), ("王小明", "核准", "now"), (LONG_NAME, "完成", "next")]
        found = [{"who": who, "what": what, "state": state, "case": "115-A2-0007"} for who, what, state in steps]
        return found if user_id != 103 else []


class Rehearsal:
    """Done as soon as it has been looked at twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.looks = 0
        self.begun: date | None = None

    def start(self, first: date) -> None:
        self.begun = first
        (self.folder / "heat.png").write_bytes(PIXEL)

    def state(self) -> dict:
        self.looks += self.begun is not None
        done = self.looks > 2
        state = "done" if done else "running" if self.begun else "idle"
        return {"state": state, "progress": "預演至 116年1月4日", "lines": ["共 12 則訊息"] if done else []}

    def file(self, name: str) -> Path | None:
        return self.folder / name if name == "heat.png" and self.looks > 2 else None


@pytest.fixture
def rehearsal(tmp_path: Path) -> Rehearsal:
    return Rehearsal(tmp_path)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
def city() -> City:
    return City()


@pytest_asyncio.fixture(loop_scope="module")
async def url(city, rehearsal) -> AsyncIterator[str]:
    plugged = {"clock": city, "city_control": city, "strip": city.strip, "rehearsal": rehearsal}
    plugged |= {"linked": city.linked, "left": city.left}
    app = create_app(city.telegram, people=city.people, **plugged)
    served = await serve(app)
    yield served.url
    await served.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser, url):
    """Opens the page as a visitor would; at the end nothing may have gone wrong or out."""
    troubles: list[str] = []
    contexts = []

    async def open_page(
        width: int = 1440, scheme: str = "light", *, toured: bool = True, locale: str = "zh-TW"
    ) -> Page:
        context = await browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale
        )
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: request.url.startswith((url, "data:")) or troubles.append(request.url))
        if toured:
            await page.add_init_script("localStorage.setItem('sandbox.toured', '1')")
        await page.goto(url)
        await page.wait_for_selector(".person")
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert troubles == []
