"""The fonts of printed forms: which are there, and which characters of a text none of them can draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTFont

from bot.rules.phrases import Phrase, say

DEBIAN = Path("/usr/share/fonts/truetype/cns11643")
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True, slots=True)
class Font:
    """`family` is its name in a template; `source` the package it comes with."""

    family: str
    path: Path
    source: str


def _packaged(family: str, package: str, file: str) -> Font:
    """A font that a Python package carries, whether or not the package is there."""
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else Path(package)
    return Font(family, folder / file, package.lower().replace("_", "-"))


# In the order in which a character is looked for: the page's own font, rarer characters, all of Unicode's ideographs.
NEEDED = (
    _packaged("Noto Sans TC", "pylopdf_fonts_zh_tw", "NotoSansTC-Regular.otf"),
    _packaged("Noto Sans CJK TC", "cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf"),
)
WELCOME = (
    Font("TW-Kai", DEBIAN / "TW-Kai-98_1.ttf", "fonts-cns11643-kai"),
    Font("TW-Kai-Ext-B", DEBIAN / "TW-Kai-Ext-B-98_1.ttf", "fonts-cns11643-kai"),
)


def present() -> tuple[Font, ...]:
    return tuple(each for each in (*NEEDED, *WELCOME) if each.path.exists())


def findings(names: Iterable[str]) -> list[Phrase]:
    """Fonts that are missing, and people whose names cannot be printed without another."""
    missing = dict.fromkeys(each.source for each in NEEDED if not each.path.exists())
    rare = tuple(each for each in names if undrawable(each))
    wrong = [say("doctor-font", package=each) for each in missing]
    return [*wrong, say("doctor-rare", names=rare)] if rare else wrong


def undrawable(text: str) -> tuple[str, ...]:
    """The characters that no font here has, each once, as they come."""
    left = {each: None for each in dict.fromkeys(text) if _is_seen(each)}
    for font in present():
        if not left:
            break
        left = dict.fromkeys(each for each in left if ord(each) not in _characters(font.path))
    return tuple(left)


def _is_seen(character: str) -> bool:
    return category(character) not in UNSEEN and not any(ord(character) in each for each in SELECTORS)


@cache
def _characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
