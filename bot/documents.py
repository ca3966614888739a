"""Documents that the bot hands out: drawn when they leave, from what a reader finds, in the reader's language."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.phrases import Phrase
from bot.services import agenda, audit_report, evidence, onsite_report, printing
from bot.texts import Texts
from storage.outbox import Row
from storage.store import Store
from storage.unit import Unit

Speak = Callable[[Phrase], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`look` finds what is to be drawn, for the row's person and with the row's parameters; `draw` makes the file's
    bytes of it; `name` is the file's. What `is_official` is in the office's language, whoever reads it."""

    name: Callable[[Any], Phrase]
    look: Callable[[Unit, int, Mapping[str, Any]], Any]
    draw: Callable[[Any, Speak], bytes]
    is_official: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes


def _form(printout: printing.Printout, speak: Speak) -> bytes:
    from bot.forms import annexes  # dear to load, and seldom needed

    return annexes.draw(printout, speak)


def _agenda(seen: agenda.Seen, speak: Speak) -> bytes:
    from bot import ics  # as above

    return ics.draw(seen, speak)


def _checklist(report: onsite_report.Report, speak: Speak) -> bytes:
    from bot.forms import checklist  # as above

    return checklist.draw(report, speak)


def _evidence(found: evidence.Evidence, speak: Speak) -> bytes:
    from bot.forms import evidence as packed  # as above

    return packed.draw(found, speak)


def _audit(report: audit_report.Report, speak: Speak) -> bytes:
    from bot.forms import audit  # as above

    return audit.draw(report, speak)


DRAWINGS: Mapping[str, Drawing] = {
    agenda.FILE: Drawing(agenda.file_name, agenda.look, _agenda),
    evidence.FILE: Drawing(evidence.file_name, evidence.look, _evidence, is_official=True),
    audit_report.FILE: Drawing(audit_report.file_name, audit_report.look, _audit, is_official=True),
    onsite_report.FILE: Drawing(onsite_report.file_name, onsite_report.look, _checklist, is_official=True),
    printing.FILE: Drawing(printing.file_name, printing.look, _form, is_official=True),
}


async def draw(row: Row, store: Store, texts: Texts) -> Document:
    """Looked up beside the writer, drawn off the loop."""
    assert row.person_id is not None
    person_id, drawing = row.person_id, DRAWINGS[row.body["document"]]
    seen = await store.read(lambda unit: drawing.look(unit, person_id, row.body))

    def speak(phrase: Phrase) -> str:
        return texts.plain(phrase, None if drawing.is_official else row.locale)

    content = await asyncio.to_thread(drawing.draw, seen, speak)
    return Document(speak(drawing.name(seen)), content)
