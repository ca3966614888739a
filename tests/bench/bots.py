"""Bots in processes of their own: started, watched from outside, and ended."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from .api import TOKEN, Api

TICKS = os.sysconf("SC_CLK_TCK")
START_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Bot:
    pid: int
    started: float

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def memory(self) -> float:
        """Megabytes resident."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(each.split()[1]) for each in lines if each.startswith("VmRSS")) / 1024


@asynccontextmanager
async def ours(api: Api, address: str) -> AsyncIterator[Bot]:
    """This project's bot on a database, as it is run, at a rate that holds nothing back."""
    settings = {"BOT_TOKEN": TOKEN, "BOT_API_BASE": api.url, "BOT_DATABASE": address}
    async with _running(api, "bot", "run", **settings, BOT_RATE="100000", BOT_CHAT_RATE="10000") as bot:
        yield bot


@asynccontextmanager
async def stock(api: Api) -> AsyncIterator[Bot]:
    """A bot as python-telegram-bot's examples write it: it echoes, answers taps, and stores nothing."""
    async with _running(api, "tests.bench.stock", api.url, TOKEN) as bot:
        yield bot


@asynccontextmanager
async def stock_orm(api: Api, address: str) -> AsyncIterator[Bot]:
    """The same kind of bot, which decides cases through the asynchronous ORM."""
    async with _running(api, "tests.bench.stock_orm", api.url, TOKEN, address) as bot:
        yield bot


@asynccontextmanager
async def _running(api: Api, *program: str, **settings: str) -> AsyncIterator[Bot]:
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *program,
        env={**os.environ, **settings},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(START_PATIENCE):
            await api.polled.wait()
        yield Bot(process.pid, started)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
