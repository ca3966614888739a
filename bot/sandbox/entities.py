"""Entities: the marked stretches of a text, measured as Telegram does in UTF-16 code units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .shapes import Json, compact
from .users import User

OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
PATTERNS = (
    ("url", re.compile(r"(?<![\w@])(?:https?://|tg://|t\.me/|www\.)[^\s<>\"]+", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_@/<>])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#@])#(?=\d*[^\W\d])\w{1,256}")),
)
TRAILING = ".,;:!?)]}'\"，。；：！？）」』、"


@dataclass(frozen=True, slots=True)
class Entity:
    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None
    language: str | None = None
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_json(self) -> Json:
        return {"type": self.type, "offset": self.offset, "length": self.length} | compact(
            url=self.url,
            user=self.user.as_json() if self.user else None,
            language=self.language,
            custom_emoji_id=self.custom_emoji_id,
        )


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, entity: Entity) -> str:
    """The stretch of the text that the entity marks."""
    units = text.encode("utf-16-le", "surrogatepass")[entity.offset * 2 : entity.end * 2]
    return units.decode("utf-16-le", "surrogatepass")


def found_in(text: str) -> tuple[Entity, ...]:
    """The entities that Telegram finds by itself: links, commands, mentions, hashtags; the first match wins."""
    found: list[Entity] = []
    for kind, pattern in PATTERNS:
        for start, stretch in _matches(pattern, text):
            entity = Entity(kind, utf16_length(text[:start]), utf16_length(stretch))
            if not any(overlap(entity, other) for other in found):
                found.append(entity)
    return in_order(found)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        stretch = match.group().rstrip(TRAILING) if "//" in match.group() else match.group()
        yield match.start(), stretch


def completed(text: str, given: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Adds what Telegram finds by itself to what the bot has marked."""
    opaque = [entity for entity in given if entity.type in OPAQUE]
    added = [entity for entity in found_in(text) if not any(overlap(entity, other) for other in opaque)]
    return in_order([*given, *added])


def clipped(entities: tuple[Entity, ...], start: int, end: int) -> tuple[Entity, ...]:
    """What is left of the entities when only the text from start to end is kept."""
    kept = (
        replace(
            entity, offset=max(entity.offset, start) - start, length=min(entity.end, end) - max(entity.offset, start)
        )
        for entity in entities
    )
    return tuple(entity for entity in kept if entity.length > 0)


def overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def in_order(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))
