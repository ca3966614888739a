"""A rehearsal from beginning to end: lived in a temporary folder, then written down as tables and a picture."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.rehearsal import Plan, table
from bot.rehearsal.year import rehearse
from bot.rules.phrases import Phrase, say


def run(plan: Plan, folder: Path, speak: Callable[[Phrase], str], progress: Callable[[date], None]) -> list[str]:
    """The summary, line by line."""
    from bot.rehearsal import picture

    with tempfile.TemporaryDirectory(prefix="chadiao-") as scratch:
        messages = rehearse(plan, Path(scratch), progress)
    folder.mkdir(parents=True, exist_ok=True)
    table.write_messages(folder / "messages.csv", messages)
    table.write_days(folder / "days.csv", plan, messages)
    picture.draw(folder / "heat.png", plan, messages, speak)
    return [*table.summary(plan, messages, speak), speak(say("rehearsal-written", folder=str(folder)))]
