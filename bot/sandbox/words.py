"""Words: a text with its entities, cleaned, cut and measured as Telegram does before it is sent."""

import re
from dataclasses import dataclass
from typing import Any

from .entities import Entity, clipped, completed, found_in, utf16_length
from .errors import bad_request, unparsable
from .html import parse_html
from .markdown import parse_markdown
from .markdown_v2 import parse_markdown_v2
from .shapes import Json

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT = 1 << 15
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
PARSERS = {"html": parse_html, "markdown": parse_markdown, "markdownv2": parse_markdown_v2}


@dataclass(frozen=True, slots=True)
class Words:
    text: str = ""
    entities: tuple[Entity, ...] = ()

    def as_json(self, *, text: str, entities: str) -> Json:
        if not self.text:
            return {}
        marks = {entities: [entity.as_json() for entity in self.entities]} if self.entities else {}
        return {text: self.text} | marks


NO_WORDS = Words()


def typed(text: str) -> Words:
    """What a person typed: only the entities that Telegram finds by itself."""
    cleaned = DROPPED.sub("", CONTROL.sub(" ", text)).strip()
    return Words(cleaned, found_in(cleaned))


def formatted(text: str, parse_mode: str, entities: Any) -> Words:
    """What a bot sends: parsed strictly, cleaned, cut at both ends, with links and commands found."""
    if len(text.encode("utf-8", "surrogatepass")) > SOURCE_LIMIT:
        raise bad_request("text is too long")
    mode = parse_mode.lower()
    if text and mode and mode != "none":
        if mode not in PARSERS:
            raise bad_request("unsupported parse_mode")
        plain, marks = PARSERS[mode](text)
    else:
        plain, marks = text, _given(entities)
    return _trimmed(plain, marks)


def _given(entities: Any) -> list[Entity]:
    if not isinstance(entities, list):
        return []
    try:
        return [_given_one(item) for item in entities]
    except (KeyError, TypeError, ValueError) as error:
        raise unparsable("MessageEntity must have type, offset and length") from error


def _given_one(item: Json) -> Entity:
    return Entity(
        str(item["type"]),
        int(item["offset"]),
        int(item["length"]),
        url=item.get("url"),
        language=item.get("language"),
        custom_emoji_id=item.get("custom_emoji_id"),
    )


def _trimmed(text: str, entities: list[Entity]) -> Words:
    blanked = CONTROL.sub(" ", text)
    kept = _without_dropped(blanked, tuple(entities))
    start = utf16_length(kept.text) - utf16_length(kept.text.lstrip())
    stripped = kept.text.strip()
    marks = clipped(kept.entities, start, start + utf16_length(stripped))
    return Words(stripped, completed(stripped, marks))


def _without_dropped(text: str, entities: tuple[Entity, ...]) -> Words:
    gone = [utf16_length(text[: match.start()]) for match in DROPPED.finditer(text)]
    if not gone:
        return Words(text, entities)

    def moved(offset: int) -> int:
        return offset - sum(place < offset for place in gone)

    shifted = (
        Entity(e.type, moved(e.offset), moved(e.end) - moved(e.offset), e.url, e.user, e.language, e.custom_emoji_id)
        for e in entities
    )
    return Words(DROPPED.sub("", text), tuple(shifted))


def checked_text(words: Words) -> Words:
    if not words.text:
        raise bad_request("message text is empty")
    if utf16_length(words.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return words


def checked_caption(words: Words) -> Words:
    if utf16_length(words.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return words
