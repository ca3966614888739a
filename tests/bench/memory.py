"""What a sweep needs at its peak: more accounts must not need more."""

import shutil
import threading
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from datetime import time
from multiprocessing import get_context
from pathlib import Path

from . import sweep
from .table import Line, at_most

FEWER = 20_000
MORNING = time(8, 30)
PAGE_MB = 4096 / 2**20
EVERY_SECONDS = 0.005


def lines(folder: Path) -> list[Line]:
    """A sweep over many and one over few, each in a process of its own that has done nothing else."""
    files = {number: folder / f"{number}.db" for number in (sweep.ACCOUNTS, FEWER)}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as own:
        for number, path in files.items():
            own.submit(sweep.fill, path, number).result()
        many, few = (own.submit(_peaks, path).result() for path in files.values())
    what = f"{{}} in a sweep over {sweep.ACCOUNTS:,} / {FEWER:,} accounts"
    names = ("Python's objects", "growth of the process")
    pairs = zip(names, many, few, strict=True)
    return [at_most(what.format(name), "MB", ours, theirs, 1.25) for name, ours, theirs in pairs]


def _peaks(path: Path) -> tuple[float, float]:
    """In MB: what Python held at most, and what the process grew by."""
    grew = _growth(shutil.copy(path, path.with_suffix(".copy")))
    tracemalloc.start()
    sweep.sweep(path, MORNING)
    return tracemalloc.get_traced_memory()[1] / 2**20, grew


def _growth(path: Path) -> float:
    before, seen, over = _resident(), [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(EVERY_SECONDS):
            seen.append(_resident())

    watching = threading.Thread(target=watch)
    watching.start()
    sweep.sweep(path, MORNING)
    over.set()
    watching.join()
    return max(seen) - before


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_MB
