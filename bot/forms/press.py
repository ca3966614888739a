"""Draws a sheet as PDF: one compiler with its fonts, warm from the first page on."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final

import segno
import typst

from bot.rules.phrases import say

from . import fonts
from .sheet import Sheet, Speak, in_words

HERE = Path(__file__).parent
ARCHIVAL: Final = "a-2u"
"""PDF/A, what archives take: fonts are embedded, words can be searched, and a character without a glyph is an error."""

_one_at_a_time = Lock()


def draw(sheet: Sheet, speak: Speak) -> bytes:
    """The document as PDF. Takes milliseconds, but not on the event loop."""
    try:
        return _printed(sheet, speak)
    except typst.TypstError:
        rare = fonts.undrawable(json.dumps(in_words(sheet, speak), ensure_ascii=False))
        if not rare:
            raise
    # What no font has is shown by its code and said, never left as an empty box.
    told = replace(sheet, notes=(*sheet.notes, say("sheet-rare", codes=tuple(map(_code, rare)))))
    return _printed(told, speak, {ord(each): _code(each) for each in rare})


def _printed(sheet: Sheet, speak: Speak, instead: Mapping[int, str] = MappingProxyType({})) -> bytes:
    words = json.dumps(in_words(sheet, speak), ensure_ascii=False)
    inputs = {
        "sheet": words.translate(instead),
        "labels": json.dumps(_labels(sheet, speak), ensure_ascii=False),
        "families": json.dumps([each.family for each in fonts.present()]),
        "qr": _square(f"{sheet.number} {sheet.seal}") if sheet.seal else "",
    }
    at = sheet.printed_at
    with _one_at_a_time:
        drawn = _compiler().compile(
            HERE / sheet.template,
            sys_inputs=inputs,
            format="pdf",
            pdf_standards=ARCHIVAL,
            timestamp=int(at.timestamp()) if at else None,
        )
    assert isinstance(drawn, bytes)
    return drawn


def _code(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def _labels(sheet: Sheet, speak: Speak) -> dict[str, str]:
    at = sheet.printed_at
    said = {
        "page": say("sheet-page", page="PAGE", pages="PAGES"),
        "seal": say("sheet-seal", seal=sheet.seal),
        "printed": say("sheet-printed", day=at.date(), at=at) if at else say("nothing"),
    }
    return {name: speak(each) for name, each in said.items()}


@cache
def _compiler() -> typst.Compiler:
    folders = list(dict.fromkeys(each.path.parent for each in fonts.present()))
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    return typst.Compiler(root=HERE, font_paths=known)


def _square(words: str) -> str:
    # Every mask can be read; to look for the best of the eight takes longer than to draw the page.
    return segno.make_qr(words, error="m", mask=4).svg_inline(border=0)
