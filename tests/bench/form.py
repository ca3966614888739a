"""Annexes 1 to 3 as PDF, carried to their end, by turns and each with other words, once the fonts are loaded."""

import statistics
import time
from dataclasses import replace

from bot.forms import annexes
from bot.services.printing import Printout
from tests.forms import printouts

from .table import Line

GOAL_MS = 10.0
FORMS = 60
WARM = 15


def lines() -> list[Line]:
    took = [[_draw(each) for each in _others(number)] for number in range(FORMS)][WARM:]
    middles = [statistics.median(each) for each in zip(*took, strict=True)]
    ours = ", ".join(f"{each:.1f}" for each in middles)
    return [Line("PDF form, warm: annex 1, 2, 3", f"{ours} ms", "", "", f"<= {GOAL_MS:g} ms", max(middles) <= GOAL_MS)]


def _others(number: int) -> tuple[Printout, ...]:
    """One of each annex, about other people and other reasons than those before."""
    made = (printouts.administrator_account(), printouts.officer_account(), printouts.agency_items())
    return tuple(
        replace(
            each,
            number=f"{each.number[:-4]}{number:04}",
            answers={**each.answers, "business": f"第{number}類業務", "reason": f"依第{number}號函辦理"},
            known={**each.known, "name": f"林{number}"},
            seal=f"{number}:{'3f9a' * 16}",
        )
        for each in made
    )


def _draw(printout: Printout) -> float:
    """How many milliseconds of the processor one took."""
    begun = time.process_time()
    annexes.draw(printout, printouts.speak)
    return (time.process_time() - begun) * 1000
