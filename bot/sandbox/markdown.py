"""parse_mode Markdown, the old one: *bold*, _italic_, `code`, ```pre```, [text](link), nothing nested."""

from . import links
from .entities import Entity, utf16_length
from .errors import unparsable

MARKERS = "_*`["
TYPES = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    text = ""
    entities: list[Entity] = []
    at = 0
    while at < len(source):
        if source[at] == "\\" and source[at + 1 : at + 2] in tuple(MARKERS):
            text += source[at + 1]
            at += 2
        elif source[at] in MARKERS:
            stretch, entity, at = _marked(source, at, utf16_length(text))
            text += stretch
            entities += [entity] if entity else []
        else:
            text += source[at]
            at += 1
    return text, entities


def _marked(source: str, begin: int, offset: int) -> tuple[str, Entity | None, int]:
    """The marked stretch that begins here, its entity if it has one, and where the text goes on."""
    opening = "```" if source.startswith("```", begin) else source[begin]
    start, language = after_opening(source, begin + len(opening)) if opening == "```" else (begin + 1, None)
    end = source.find("]" if opening == "[" else opening, start)
    if end < 0:
        place = len(source[:begin].encode("utf-8", "surrogatepass"))
        raise unparsable(f"Can't find end of the entity starting at byte offset {place}")
    stretch = source[start:end]
    after = end + len(opening)
    url = None
    if opening == "[":
        url, after = _target(source, after, stretch)
    if not stretch or url == "":
        return stretch, None, after
    return stretch, Entity(TYPES[opening], offset, utf16_length(stretch), url=url, language=language), after


def _target(source: str, after: int, stretch: str) -> tuple[str, int]:
    if source[after : after + 1] != "(":
        return links.checked(stretch), after
    end = source.find(")", after)
    end = len(source) if end < 0 else end
    return links.checked(source[after + 1 : end]), end + 1


def after_opening(source: str, start: int) -> tuple[int, str | None]:
    """Where the text of a ``` block begins, and the language named on its first line."""
    end = start
    while end < len(source) and not source[end].isspace() and source[end] != "`":
        end += 1
    language = source[start:end] if end < len(source) and source[end] != "`" else ""
    start += len(language)
    if source[start : start + 2] in ("\r\n", "\n\r"):
        return start + 2, language or None
    return start + (source[start : start + 1] in ("\n", "\r")), language or None
