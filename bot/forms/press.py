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
    at = sheet.printed_at
    with _one_at_a_time:
        drawn = _compiler().compile(
            _source(sheet, speak, instead).encode(),
            format="pdf",
            pdf_standards=ARCHIVAL,
            timestamp=int(at.timestamp()) if at else None,
        )
    assert isinstance(drawn, bytes)
    return drawn


def _source(sheet: Sheet, speak: Speak, instead: Mapping[int, str]) -> str:
    """The sheet as JSON in a string, which is quoted as JSON quotes, so that no word of it is read as markup.

    It comes with the source and not as an input: whatever touches an input is laid out anew for every form."""
    told = {**in_words(sheet, speak), "labels": _labels(sheet, speak), "qr": _square(sheet)}
    words = json.dumps(told, ensure_ascii=False).translate(instead)
    return f'#import "{sheet.template}": draw\n#draw(json(bytes({json.dumps(words, ensure_ascii=False)})))'


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
    families = json.dumps([each.family for each in fonts.present()])
    return typst.Compiler(root=HERE, font_paths=known, sys_inputs={"families": families})


def _square(sheet: Sheet) -> str:
    """Its number and seal as a QR code."""
    if not sheet.seal:
        return ""
    # Every mask can be read; to look for the best of the eight takes longer than to draw the page.
    return segno.make_qr(f"{sheet.number} {sheet.seal}", error="m", mask=4).svg_inline(border=0)
