"""`python -m tests.bench`: the budgets, measured side by side in one run. A table on stdout; nothing is asserted.

Ours and the other take turns, round by round, and the median counts; where others share the machine, believe the
processor time of an update before the updates a second. A new row is a module beside these whose `lines()` returns it,
made by `at_least`, `at_most` or `within` of table.py, and a line in `main()`.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from bot import logs

from . import broadcast, echo, form, idle, memory, start, sweep, tap
from .office import Office
from .table import drawn


async def main() -> None:
    logs.configure()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        office = Office(folder)
        stock, rows = await echo.lines(office)
        rows += await tap.lines(office, stock)
        rows += await idle.lines(office)
        rows += await broadcast.lines(folder)
        rows += sweep.lines(folder)
        rows += memory.lines(folder)
        rows += form.lines()
        rows += await start.lines(office)
    sys.stdout.write(drawn(rows) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
