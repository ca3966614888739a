"""Documents that the bot hands out: drawn when they leave, from what a reader finds, in the reader's language."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot import ics
from bot.rules.phrases import Phrase
from bot.services import agenda
from bot.texts import Texts
from storage.outbox import Row
from storage.store import Store
from storage.unit import Unit

Speak = Callable[[Phrase], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`look` finds what is to be drawn, for the row's person and with the row's parameters; `draw` makes the file's
    bytes of it; `name` is the file's."""

    name: Callable[[Any], Phrase]
    look: Callable[[Unit, int, Mapping[str, Any]], Any]
    draw: Callable[[Any, Speak], bytes]


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes


DRAWINGS: Mapping[str, Drawing] = {agenda.FILE: Drawing(agenda.file_name, agenda.look, ics.draw)}


async def draw(row: Row, store: Store, texts: Texts) -> Document:
    """Looked up beside the writer, drawn off the loop."""
    assert row.person_id is not None
    person_id, drawing = row.person_id, DRAWINGS[row.body["document"]]
    seen = await store.read(lambda unit: drawing.look(unit, person_id, row.body))

    def speak(phrase: Phrase) -> str:
        return texts.plain(phrase, row.locale)

    content = await asyncio.to_thread(drawing.draw, seen, speak)
    return Document(speak(drawing.name(seen)), content)
