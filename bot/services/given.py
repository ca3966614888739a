"""The answers of a small dialogue, kept with its question until they are sent."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from storage.questions import Question


def keep(answers: Mapping[str, str]) -> tuple[str, ...]:
    return (urlencode(answers),) if answers else ()


def of(question: Question) -> dict[str, str]:
    return dict(parse_qsl(question.chosen[0], keep_blank_values=True)) if question.chosen else {}
