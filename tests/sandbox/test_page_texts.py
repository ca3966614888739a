"""The words of the page, in both languages."""

import json
import re

from bot.sandbox.server import PAGE


def catalogue() -> dict[str, dict[str, str]]:
    source = (PAGE / "texts.js").read_text(encoding="utf-8")
    texts: dict[str, dict[str, str]] = json.loads(source.removeprefix("export default ").rstrip().removesuffix(";"))
    return texts


def test_both_languages_say_everything():
    texts = catalogue()

    assert set(texts["zh-TW"]) == set(texts["en"])


def test_both_languages_have_the_same_gaps_to_fill():
    texts = catalogue()
    gaps = {
        language: {key: re.findall(r"{\w+}", text) for key, text in words.items()} for language, words in texts.items()
    }

    assert {key: sorted(found) for key, found in gaps["zh-TW"].items()} == {
        key: sorted(found) for key, found in gaps["en"].items()
    }


def test_every_word_that_the_page_asks_for_is_there():
    known = set(catalogue()["en"])
    asked = {
        key for script in PAGE.glob("*.js") for key in re.findall(r"""\bt\("([\w.]+)\"""", script.read_text("utf-8"))
    }

    assert asked <= known
