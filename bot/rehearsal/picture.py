"""The heat map of a rehearsal: for each role the days as weeks, the darker the more messages a person heard."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from bot.rules.phrases import Phrase, say

from . import Plan
from .post import Message
from .table import ROLES, days_of

Speak = Callable[[Phrase], str]
PACKAGE, FILE = "pylopdf_fonts_zh_tw", "NotoSansTC-Regular.otf"
DEBIAN = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
WEEK = 7
COLOURS = "YlOrRd"
AT_MOST = 3.0
"""Messages a person and day at which the colour is full."""


def draw(path: Path, plan: Plan, messages: Sequence[Message], speak: Speak) -> None:
    roles = [role for role in ROLES if any(each.role == role for each in messages)]
    figure = Figure(figsize=(3 + len(days_of(plan)) / WEEK / 5, 1 + 1.35 * len(roles)), layout="constrained")
    figure.suptitle(speak(say("rehearsal-picture", first=plan.first, last=plan.last)), fontproperties=_font())
    axes = figure.subplots(len(roles), 1, squeeze=False, sharex=True)[:, 0]
    for role, at in zip(roles, axes, strict=True):
        _row(at, plan, [each for each in messages if each.role == role], speak(say(f"role-{role}")), speak)
    scale = figure.colorbar(axes[0].images[0], ax=list(axes), shrink=0.6)
    scale.set_label(speak(say("rehearsal-scale")), fontproperties=_font())
    figure.savefig(path, dpi=110)


def _row(at: Axes, plan: Plan, heard: list[Message], name: str, speak: Speak) -> None:
    """Weeks from left to right, Monday on top."""
    people, counted = len({each.staff_no for each in heard}), Counter(each.day for each in heard)
    monday = plan.first - timedelta(days=plan.first.weekday())
    weeks = (plan.last - monday).days // WEEK + 1
    grid = [[float("nan")] * weeks for _ in range(WEEK)]
    for day in days_of(plan):
        grid[day.weekday()][(day - monday).days // WEEK] = counted[day] / people
    at.imshow(grid, cmap=COLOURS, vmin=0, vmax=AT_MOST, aspect="equal")
    at.set_ylabel(name, rotation=0, ha="right", va="center", fontproperties=_font())
    months = [day for day in days_of(plan) if day.day == 1]
    at.set_xticks([(day - monday).days // WEEK for day in months], [_month(day, speak) for day in months])
    for label in at.get_xticklabels():
        label.set_fontproperties(_font())
    at.set_yticks([])


def _month(day: date, speak: Speak) -> str:
    return speak(say("rehearsal-month", month=day.month))


def _font() -> FontProperties | None:
    """The font of the printed forms, else Debian's; without either the labels are boxes."""
    spec = find_spec(PACKAGE)
    packaged = Path(spec.origin).parent / FILE if spec and spec.origin else DEBIAN
    found = next((each for each in (packaged, DEBIAN) if each.exists()), None)
    return FontProperties(fname=found) if found else None
