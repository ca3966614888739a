"""What is to be said, before anybody knows in which language: a key of the texts and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias, Union

from .roc import Month, Year

Value: TypeAlias = Union[str, int, date, datetime, Month, Year, "Phrase", tuple["Value", ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence or label. Among its parameters a tuple reads as a list and a Phrase as a part of the sentence."""

    key: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A tap that is offered; `data` is the routing letter and the id of a button row."""

    label: Phrase
    data: str


@dataclass(frozen=True, slots=True)
class Message:
    """What one bubble shows: paragraphs, and rows of buttons under them."""

    lines: tuple[Phrase, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


class RuleViolation(Exception):
    """A no with its reason: the key of a sentence that says why and what to do instead."""

    def __init__(self, key: str, **params: Value) -> None:
        super().__init__(key)
        self.phrase = Phrase(key, params)


def say(key: str, **params: Value) -> Phrase:
    return Phrase(key, params)
