"""The sandbox as a whole: a small city's roster, the real bot serving it over HTTP, and the clock to turn."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import typer
from pydantic import SecretStr

from bot import roster_files
from bot.app import Office
from bot.rehearsals import Rehearsals
from bot.rules.people import Person
from bot.rules.phrases import Phrase, say
from bot.rules.roster import Sheet
from bot.sandbox.city import Persona, Situation
from bot.sandbox.phone import Phone
from bot.sandbox.server import create_app
from bot.sandbox.server import serve as serve_app
from bot.sandbox.telegram import Telegram
from bot.services import linking, roster, tracks
from bot.settings import Settings
from bot.situations import SCENES
from bot.texts import LOCALES
from bot.town_clock import HOURS, Sent, TownClock
from storage import migrate, people
from storage.engines import scratch_engine
from storage.store import Store
from storage.unit import Unit

CAST = Path(__file__).parent / "sandbox" / "cast"
TOKEN = "1000001:sandbox"  # noqa: S105 the sandbox knows every token
UNLINKED = ("IP001", "IP003")
QUICK = 1000.0
T = TypeVar("T")


class Town:
    """One city, its phones, and the bot; `reset` starts it afresh on a new database."""

    def __init__(self) -> None:
        self.personas: list[Persona] = []
        self.phones: dict[int, Phone] = {}
        self.clock = TownClock(self.phones, self.personas, lambda: self.office)
        self.telegram = Telegram(now=self.clock.now)
        self.url = ""
        self._folder = Path(tempfile.mkdtemp(prefix="chadiao-"))
        self._is_open = asyncio.Event()

    async def open(self) -> None:
        """Fill the city, start the bot, and let all but a few open their invitation, at nine on a working morning."""
        self.clock.begin()
        address = f"sqlite:///{self._folder / 'city.db'}"
        migrate.upgrade(address)
        settings = Settings(token=SecretStr(TOKEN), api_base=self.url, database=address, rate=QUICK, chat_rate=QUICK)
        self.office = Office(settings, self.clock.clock, Store(address, self.clock.now, settings.zone, scratch_engine))
        await self.office.start()
        self._polling = asyncio.create_task(self.office.poll())
        await self.office.store.write(lambda unit: roster.import_roster(unit, _cast(unit.today)))
        await self._link_all()
        self._is_open.set()

    async def close(self) -> None:
        self._is_open.clear()
        self._polling.cancel()
        await asyncio.gather(self._polling, return_exceptions=True)
        await self.office.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _link_all(self) -> None:
        order = [row[0] for row in roster_files.read(CAST)["people"].rows]
        staff = sorted(await self.office.store.read(people.in_post), key=lambda each: order.index(each.staff_no))
        invited = [each.staff_no for each in staff if each.staff_no not in UNLINKED]
        codes = dict(await self.office.store.write(lambda unit: linking.invite(unit, invited)))
        names = {each.code: each.name for each in await self.office.store.read(people.all_agencies)}
        for person in staff:
            user = self.telegram.add_user(person.name)
            self.phones[user.id] = Phone(self.telegram, user)
            if person.staff_no in codes:
                self.phones[user.id].say(f"/start {codes[person.staff_no]}")
            self.personas.append(self._persona(user.id, person, names[person.agency]))
        await self.settle()

    def _persona(self, user_id: int, person: Person, agency: str) -> Persona:
        labels = tuple(self.office.texts.plain(say(f"role-{role}"), None) for role in sorted(person.roles))
        return Persona(user_id, person.staff_no, person.name, person.title, agency, labels)

    async def settle(self) -> None:
        """Until every update is worked off and every message has left."""
        quiet = 0
        while quiet < 3:
            await asyncio.sleep(0.005)
            waiting = sum(len(bot.queue) for bot in self.telegram.bots.values())
            quiet = quiet + 1 if waiting == 0 and self.office.idle else 0

    # --- what the page may do ------------------------------------------------------------------------------------

    async def turn(self, to: datetime) -> Sent:
        return await self.clock.turn(to)

    def situations(self) -> Sequence[Situation]:
        return [
            Situation(name, self._both(f"situation-{name}"), self._both(f"situation-{name}-hint")) for name in SCENES
        ]

    def _both(self, key: str) -> dict[str, str]:
        return {locale: self.office.texts.plain(say(key), locale) for locale in LOCALES}

    async def run(self, name: str) -> Sequence[int]:
        """Step into a situation, in a city that has just begun; LookupError for one that there is not."""
        scene = SCENES[name]
        await self.reset()
        await scene.begin(self)
        return [self.phone(each).user.id for each in scene.people]

    async def act(self, work: Callable[[Unit], T]) -> T:
        result, queued = await self.office.store.write(lambda unit: (work(unit), unit.queued))
        self.office.sender.take(queued)
        await self.settle()
        return result

    async def say(self, staff_no: str, text: str) -> None:
        self.phone(staff_no).say(text)
        await self.settle()

    async def tap(self, staff_no: str, button: str) -> None:
        self.phone(staff_no).tap(self.words(say(f"button-{button}")))
        await self.settle()

    def phone(self, staff_no: str) -> Phone:
        return self.phones[next(each.user_id for each in self.personas if each.staff_no == staff_no)]

    def words(self, phrase: Phrase) -> str:
        return self.office.texts.plain(phrase, None)

    async def linked(self) -> list[int]:
        """Whose phones the bot knows; while the city is being filled, this waits."""
        await self._is_open.wait()
        found = await self.office.store.read(people.linked)
        return [each.user_id for each in found if each.user_id is not None]

    async def left(self) -> list[int]:
        """Whose phones belong to somebody no longer in post."""
        there = {each.staff_no for each in await self.office.store.read(people.in_post)}
        return [each.user_id for each in self.personas if each.staff_no not in there]

    async def reset(self) -> None:
        async with self.clock.held():
            await self.close()
            self.telegram.reset()
            self.personas.clear()
            self.phones.clear()
            self._folder = Path(tempfile.mkdtemp(prefix="chadiao-"))
            await self.open()

    async def strip(self, user_id: int) -> list[dict[str, Any]]:
        """The way of the newest case that concerns this person."""

        def look(unit: Unit) -> list[tracks.Mark]:
            person = people.by_user(unit, user_id)
            return tracks.newest(unit, person) if person else []

        marks = await self.office.store.read(look)
        plain = self.office.texts.plain
        return [
            {"who": plain(each.who, None), "what": plain(each.what, None), "state": each.state, "case": each.number}
            for each in marks
        ]


def _cast(today: date) -> dict[str, Sheet]:
    """The roster of the city. Accounts were opened this month and passwords changed some weeks ago, so that nobody owes
    anything yet."""
    sheets = dict(roster_files.read(CAST))
    header, *rows = sheets["accounts"].rows
    opened, changed = (list(header).index(each) for each in ("opened_on", "password_changed_on"))
    fresh = [list(row) for row in rows]
    for number, row in enumerate(fresh):
        row[opened] = today.replace(day=1).isoformat()
        row[changed] = (today - timedelta(days=20 + 12 * (number % 5))).isoformat()
    return {**sheets, "accounts": Sheet(sheets["accounts"].shown, (header, *map(tuple, fresh)))}


@asynccontextmanager
async def opened(port: int) -> AsyncIterator[Town]:
    """A city that is served as long as the context lasts."""
    town, rehearsals = Town(), Rehearsals()
    app = create_app(
        town.telegram,
        people=town.personas,
        clock=town.clock,
        city_control=town,
        strip=town.strip,
        linked=town.linked,
        left=town.left,
        office=HOURS,
        rehearsal=rehearsals,
    )
    served = await serve_app(app, port=port)
    town.url = served.url
    try:
        await town.open()
        yield town
    finally:
        await rehearsals.close()
        await town.close()
        await served.stop()


async def serve(port: int) -> None:
    """The city in the browser until interrupted."""
    async with opened(port) as town:
        typer.echo(town.office.texts.plain(say("cli-sandbox-open", url=town.url), None))
        await asyncio.Event().wait()
