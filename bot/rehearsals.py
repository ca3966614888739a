"""Rehearsals asked for on the sandbox page: a process of its own beside the city, its progress, and what it wrote."""

import asyncio
import re
import shutil
import sys
import tempfile
from asyncio.subprocess import PIPE
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import bot

HOME = Path(bot.__file__).parents[1]
FILES = frozenset({"heat.png", "days.csv", "messages.csv"})
YEAR = timedelta(days=364)
IDLE, RUNNING, DONE, FAILED = "idle", "running", "done", "failed"


class Rehearsals:
    """One at a time; a year by default."""

    def __init__(self, days: timedelta = YEAR, *options: str) -> None:
        self._days = days
        self._options = options
        self._folder = Path(tempfile.mkdtemp(prefix="chadiao-"))
        self._running: asyncio.Task[None] | None = None
        self._state = IDLE
        self._progress = ""
        self._lines: list[str] = []

    def state(self) -> dict[str, Any]:
        """Where it is; when it is done, the summary line by line."""
        return {"state": self._state, "progress": self._progress, "lines": self._lines}

    def start(self, first: date) -> None:
        """From this day on; while one runs, nothing."""
        if self._state != RUNNING:
            self._state, self._progress, self._lines = RUNNING, "", []
            self._running = asyncio.create_task(self._run(first))

    def file(self, name: str) -> Path | None:
        """What the last rehearsal wrote."""
        path = self._folder / name
        return path if name in FILES and self._state == DONE and path.is_file() else None

    async def close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _run(self, first: date) -> None:
        days = ("--from", first.isoformat(), "--to", (first + self._days).isoformat())
        words = ("-m", "bot", "rehearse", *days, "--out", str(self._folder), *self._options)
        process = await asyncio.create_subprocess_exec(sys.executable, *words, cwd=HOME, stdout=PIPE, stderr=PIPE)
        assert process.stdout is not None and process.stderr is not None
        try:
            out, _ = await asyncio.gather(process.stdout.read(), self._follow(process.stderr))
            self._state = DONE if await process.wait() == 0 else FAILED
            self._lines = out.decode("utf-8").splitlines()[:-1]
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def _follow(self, stderr: asyncio.StreamReader) -> None:
        """The line that is written over and over tells how far it has come."""
        heard = b""
        while part := await stderr.read(4096):
            heard = (heard + part)[-4096:]
            self._progress = re.split(rb"[\r\n]+", heard.strip())[-1].decode("utf-8", "ignore")
