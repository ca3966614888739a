"""Questions that are asked of every item of a form: repeated, kept and read item by item."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from .fields import ABOUT, Answer, Answers, Field


def unfolded(fields: tuple[Field, ...], items: tuple[str, ...], answers: Answers) -> tuple[Field, ...]:
    """The questions with those of `each` item repeated, item by item, as far as the answers leave them."""
    parts = (tuple(part) for _, part in groupby(fields, key=lambda field: field.each))
    return tuple(each for part in parts for each in (_repeated(part, items, answers) if part[0].each else part))


def _repeated(part: tuple[Field, ...], items: tuple[str, ...], answers: Answers) -> Iterator[Field]:
    names = {each.name for each in part}
    for number, item in enumerate(items):
        asked = [each for each in part if number or not each.later]
        yield from (_about(each, item, names, is_last=number + 1 == len(items)) for each in asked)
        if any(answers.get(named(each.name, item)) in each.ends for each in asked):
            return


def _about(field: Field, item: str, siblings: set[str], *, is_last: bool) -> Field:
    only = {named(name, item) if name in siblings else name: values for name, values in (field.only or {}).items()}
    options = tuple(each for each in field.options if not (is_last and each in field.ends))
    return replace(field, name=named(field.name, item), only=only, options=options, about=item)


def key_of(name: str) -> str:
    """The question's name, whichever item it is about."""
    return name.partition(ABOUT)[0]


def named(name: str, item: str) -> str:
    """The name under which the answer about one item is kept."""
    return f"{name}{ABOUT}{item}"


def detail(answers: Answers, items: tuple[str, ...], name: str, item: str) -> Answer:
    """What was said of an item: its own answer, or that of the nearest item before it."""
    before = items[: items.index(item) + 1]
    said = [answers[named(name, each)] for each in before if named(name, each) in answers]
    return said[-1] if said else ""
