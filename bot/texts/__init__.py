"""Every sentence anybody reads, by key and language; the one place where what people wrote is escaped."""

import html
import re
from bisect import bisect_right
from datetime import date, datetime
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import fluent_number

from bot.rules.phrases import Phrase, Value
from bot.rules.roc import Month, Year, roc, roc_month, roc_year, stamp

LOCALES = ("zh-TW", "en")
TAG = re.compile(r"<[^>]+>")
LONGEST_LIST = 1500
resolver.MAX_PART_LENGTH = 1 << 16  # its guard against texts that multiply; people's words may be long
SEPARATORS = {"zh-TW": "、", "en": ", "}


class Texts:
    """Renders phrases for a reader; moments are shown in the office's zone."""

    def __init__(self, zone: ZoneInfo, default: str = "zh-TW") -> None:
        self._zone = zone
        self._default = default

    def html(self, phrase: Phrase, locale: str | None) -> str:
        """The sentence as Telegram's HTML, everything that people wrote escaped."""
        language = locale if locale in LOCALES else self._default
        if not phrase.params:
            return _fixed(phrase.key, language)
        values = {name: self._value(each, language) for name, each in phrase.params.items()}
        return _formatted(phrase.key, language, values)

    def plain(self, phrase: Phrase, locale: str | None) -> str:
        """The sentence without marks, for buttons, toasts and the command line."""
        return html.unescape(TAG.sub("", self.html(phrase, locale)))

    def _value(self, value: Value, language: str) -> Any:
        if isinstance(value, Phrase):
            return self.html(value, language)
        if isinstance(value, tuple):
            return self._list([str(self._value(each, language)) for each in value], language)
        if isinstance(value, datetime):
            return stamp(value.astimezone(self._zone))
        if isinstance(value, date):
            return roc(value) if language == "zh-TW" else value.isoformat()
        if isinstance(value, Month):
            return roc_month(value.year, value.month) if language == "zh-TW" else str(value)
        if isinstance(value, Year):
            return roc_year(value.number) if language == "zh-TW" else str(value.number)
        return _figure(value, language) if isinstance(value, int) else html.escape(value, quote=False)

    def _list(self, shown: list[str], language: str) -> str:
        """All of them, or as many as can be read, and how many there are."""
        ends = list(accumulate(len(each) for each in shown))
        fit = bisect_right(ends, LONGEST_LIST)
        joined = SEPARATORS[language].join(shown[:fit])
        return (
            joined
            if fit == len(shown)
            else _formatted("list-of", language, {"list": joined, "count": _figure(len(shown), language)})
        )


def _figure(number: int, language: str) -> Any:
    """Plain digits; where one and several differ the sentence can choose, which costs time."""
    return str(number) if language == "zh-TW" else fluent_number(number, useGrouping=False)


@cache
def _fixed(key: str, language: str) -> str:
    """A sentence that says the same to everybody."""
    return _formatted(key, language, {})


def _formatted(key: str, language: str, values: dict[str, Any]) -> str:
    pattern = bundle(language).get_message(key).value
    assert pattern is not None, key
    text, errors = bundle(language).format_pattern(pattern, values)
    if errors:
        raise errors[0]
    return str(text)


@cache
def bundle(locale: str) -> FluentBundle:
    """All texts of a language; they are in this folder, one file a topic."""
    made = FluentBundle([locale], use_isolating=False)
    for path in sorted((Path(__file__).parent / locale).glob("*.ftl")):
        made.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return made


def keys(locale: str) -> frozenset[str]:
    return frozenset(bundle(locale)._messages)
