"""kill -9 at random moments while 40 people file, approve and carry out: nothing lost, nothing twice.

Run as a script for many rounds: `python -m tests.soak --rounds 50`. They take turns with polling and webhook, SQLite
and PostgreSQL, unless `--mode` or `--database` says which.
"""

import argparse
import asyncio
import os
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, product
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import text as sql

from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone
from bot.sandbox.server import create_app, serve
from bot.sandbox.telegram import Telegram
from bot.services import roster
from bot.settings import Mode
from storage import ledger, migrate, opened, people
from tests.city import roster as city
from tests.postgres import databases as postgres

AGENCIES, OFFICERS = 4, 6
KIND = "業務承辦者帳號（附表二）"
TOKEN = "4242:soak"
PATIENCE = 40.0
ZONE = ZoneInfo("Asia/Taipei")


def sheets() -> dict[str, Sheet]:
    """Four agencies of six officers, two heads and two administrators each: forty people."""
    kinds = [("IC", "information_center"), ("LD", "labour")] + [(f"T{n}", "using") for n in range(AGENCIES)]
    staff = [
        (f"{role[0].upper()}{agency}{n}", f"{role}{agency}{n}", f"T{agency}", role, "acc", "2025-01-06")
        for agency in range(AGENCIES)
        for role, count in (("officer", OFFICERS), ("head", 2), ("administrator", 2))
        for n in range(count)
    ]
    return city(
        staff,
        agencies=[{"code": code, "name": code, "kind": kind, "head_signs_annex3": "0"} for code, kind in kinds],
        agency_items=[
            {"agency": f"T{n}", "item": "LI-01", "legal_basis": "公路法第77條", "business": ""} for n in range(AGENCIES)
        ],
    )


@dataclass
class Town:
    """One round: a database, phones, and a bot process that dies and comes back."""

    address: str
    mode: Mode
    telegram: Telegram = field(default_factory=Telegram)
    phones: dict[str, Phone] = field(default_factory=dict)
    kills: int = 0
    url: str = ""
    door: str = field(default_factory=lambda: f"127.0.0.1:{free_port()}")

    def fill(self) -> None:
        migrate.upgrade(self.address)
        with opened.unit(self.address, datetime.now(UTC), ZONE) as unit:
            roster.import_roster(unit, sheets())
            for person in people.in_post(unit):
                user = self.telegram.add_user(person.name, user_id=5000 + person.id)
                people.link(unit, person.id, user.id)
                self.phones[person.staff_no] = Phone(self.telegram, user)

    async def start(self) -> None:
        environment = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE": self.url,
            "BOT_DATABASE": self.address,
            "BOT_MODE": self.mode.value,
            "BOT_LISTEN": self.door,
            "BOT_WEBHOOK_URL": f"http://{self.door}",
            "BOT_WEBHOOK_SECRET": "soak",
            "BOT_RATE": "10000",
            "BOT_CHAT_RATE": "1000",
        }
        self.bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
        )

    async def kill(self) -> None:
        self.bot.kill()
        await self.bot.wait()
        self.kills += 1

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with opened.unit(self.address, datetime.now(UTC), ZONE) as unit:
            return [tuple(row) for row in unit.connection.execute(sql(query))]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def until(phone: Phone, what: str, text: str = "", label: str = "") -> None:
    """Wait for the bot's words; nothing is ever said twice, so what does not come was lost."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if any(
            (text in each.text and not each.mine) and (not label or label in each.labels) for each in phone.messages
        ):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"lost: {what}\n{phone}")


async def officer(phone: Phone, chance: random.Random) -> None:
    """File one request, tap by tap, at a person's pace made short."""
    phone.say("/apply")
    for label in (KIND, "新增", "LI-01 目前加保"):
        await until(phone, label, label=label)
        await asyncio.sleep(chance.random() * 0.1)
        phone.tap(label)
    await until(phone, "tick", label="✅ LI-01 目前加保")
    phone.tap("選好了")
    for ask, words in (("承辦業務", "稽查"), ("法令依據", "公路法第77條"), ("申請原因", "接辦")):
        await until(phone, ask, text=f"{ask}為何" if ask != "法令依據" else "法令依據為何")
        await asyncio.sleep(chance.random() * 0.1)
        phone.say(words)
    for label in ("普通件（每步驟 6 個工作日）", "送出"):
        await until(phone, label, label=label)
        phone.tap(label)
    await until(phone, "done", text="辦理完成")


async def decider(phone: Phone, label: str, stop: asyncio.Event) -> None:
    """Tap every card that offers the button, once."""
    tapped: set[int] = set()
    while not stop.is_set():
        for message in phone.messages:
            if label in message.labels and message.message_id not in tapped:
                tapped.add(message.message_id)
                phone.tap(label, message=message.message_id)
        await asyncio.sleep(0.02)


async def killer(town: Town, chance: random.Random, stop: asyncio.Event) -> None:
    for _ in range(chance.randint(2, 4)):
        await asyncio.sleep(0.9 + chance.random() * 1.5)
        if stop.is_set():
            return
        await town.kill()
        await town.start()


async def settled(town: Town) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        inbox = town.rows("SELECT count(*) FROM inbox WHERE done_at IS NULL")[0][0]
        outbox = town.rows("SELECT count(*) FROM outbox WHERE done_at IS NULL")[0][0]
        queued = sum(len(each.queue) for each in town.telegram.bots.values())
        if not (inbox or outbox or queued):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not settled: inbox {inbox}, outbox {outbox}, queued {queued}")


def check(town: Town) -> None:
    """What the tables and the phones say at the end."""
    officers = AGENCIES * OFFICERS
    assert town.rows("SELECT state, count(*) FROM cases GROUP BY state") == [("done", officers)]
    assert town.rows("SELECT count(*) FROM accounts WHERE closed_on IS NULL") == [(officers,)]
    per_case = Counter(town.rows("SELECT case_id, verdict FROM decisions"))
    assert set(per_case.values()) == {1}
    assert len(per_case) == 3 * officers
    assert town.rows("SELECT count(*) FROM ledger WHERE verb = 'case_filed'") == [(officers,)]
    assert not town.rows("SELECT 1 FROM inbox WHERE state NOT IN ('done', 'refused')")
    with opened.unit(town.address, datetime.now(UTC), ZONE) as unit:
        assert ledger.verify(unit) == []
    for phone in town.phones.values():
        newest: dict[str, tuple[str, tuple[str, ...]]] = {}
        for message in phone.messages:
            number = message.text.removeprefix("🔔 ").partition("\u3000")[0]
            if number.startswith("11") and not message.mine and "辦理情形" in message.text:
                newest[number] = (message.text, message.labels)
        for number, (text, labels) in newest.items():
            assert "已完成" in text, number
            assert set(labels) <= {"列印表單"}, number


async def one_round(seed: int, address: str, mode: Mode = Mode.POLLING) -> int:
    """Play one round; the number of kills it took."""
    chance = random.Random(seed)
    town = Town(address, mode)
    town.fill()
    served = await serve(create_app(town.telegram))
    town.url = served.url
    town.telegram.add_bot(TOKEN)
    await town.start()
    stop = asyncio.Event()
    others = [
        asyncio.create_task(decider(phone, label, stop))
        for prefix, label in (("H", "核准"), ("A", "完成"))
        for number, phone in town.phones.items()
        if number.startswith(prefix)
    ]
    for each in town.phones.values():
        each.say("/menu")
    killing = asyncio.create_task(killer(town, chance, stop))
    try:
        await asyncio.gather(*(officer(town.phones[n], chance) for n in town.phones if n.startswith("O")))
        stop.set()
        await asyncio.gather(killing, *others)
        await settled(town)
        check(town)
    finally:
        for task in (killing, *others):
            task.cancel()
        if town.bot.returncode is None:
            town.bot.kill()
            await town.bot.wait()
        await served.stop()
    return town.kills


@contextmanager
def sqlite() -> Iterator[Callable[[], str]]:
    numbers = count(1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield lambda: f"sqlite:///{Path(folder) / f'soak{next(numbers)}.db'}"


DATABASES = {"sqlite": sqlite, "postgresql": postgres}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", choices=[each.value for each in Mode])
    parser.add_argument("--database", choices=list(DATABASES))
    given = parser.parse_args()
    modes = [Mode(given.mode)] if given.mode else list(Mode)
    kills = 0
    with ExitStack() as stack:
        names = [given.database] if given.database else list(DATABASES)
        ways = list(product(modes, [(name, stack.enter_context(DATABASES[name]())) for name in names]))
        for n in range(given.rounds):
            mode, (name, fresh) = ways[n % len(ways)]
            kills += asyncio.run(one_round(given.seed + n, fresh(), mode))
            print(f"round {n + 1}, {mode}, {name}: {kills} kills so far, nothing lost, nothing twice", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
