"""A form as PDF, each with other words, once the fonts are loaded."""

import statistics
import time

from bot.forms import annexes
from tests.forms import printouts

from .table import Line

GOAL_MS = 10.0
FORMS = 60


def lines() -> list[Line]:
    took = [_draw(number) for number in range(FORMS)][FORMS // 4 :]
    middle = statistics.median(took)
    return [Line("PDF form, warm", f"{middle:.1f} ms", "", "", f"<= {GOAL_MS:g} ms", middle <= GOAL_MS)]


def _draw(number: int) -> float:
    """How many milliseconds one took."""
    printout = printouts.printout(name=f"林{number}", reason=f"第{number}號函")
    begun = time.perf_counter()
    annexes.draw(printout, printouts.speak)
    return (time.perf_counter() - begun) * 1000
