"""The table: what was measured on both sides in one run, and whether the goal is met."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

HEADINGS = ("what", "ours", "theirs", "ratio", "goal", "met")


@dataclass(frozen=True, slots=True)
class Line:
    """One row; figures are written as they are to be read."""

    what: str
    ours: str
    theirs: str
    ratio: str
    goal: str
    met: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        met = {True: "yes", False: "no", None: ""}[self.met]
        return (self.what, self.ours, self.theirs, self.ratio, self.goal, met)


def at_least(what: str, unit: str, ours: float, theirs: float, goal: float) -> Line:
    """Ours should be the greater, by this factor."""
    ratio = ours / theirs
    return Line(what, figure(ours, unit), figure(theirs, unit), f"{ratio:.2f}x", f">= {goal:g}x", ratio >= goal)


def at_most(what: str, unit: str, ours: float, theirs: float, goal: float) -> Line:
    """Ours should be no more than so many times theirs."""
    ratio = ours / theirs
    return Line(what, figure(ours, unit), figure(theirs, unit), f"{ratio:.2f}x", f"<= {goal:g}x", ratio <= goal)


def within(what: str, unit: str, ours: float, goal: float, beside: str = "") -> Line:
    """Ours should be no more than the goal itself, whatever it takes others."""
    return Line(what, figure(ours, unit), beside, "", f"<= {goal:g} {unit}", ours <= goal)


def figure(value: float, unit: str) -> str:
    """Three figures, and never a power of ten."""
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def drawn(lines: Iterable[Line]) -> str:
    rows = [HEADINGS, *(each.cells for each in lines)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join("  ".join(_padded(*each) for each in zip(row, widths, strict=True)).rstrip() for row in rows)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
