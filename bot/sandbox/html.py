"""parse_mode HTML, as strict as Telegram: tags become entities, anything else is refused with its place."""

import re
from dataclasses import dataclass, replace

from . import links
from .entities import Entity, in_order, utf16_length
from .errors import unparsable

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?""")


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    argument: str
    offset: int
    start: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.offset = 0
        self.open: list[Tag] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return self.text, list(in_order([_plain_code(entity) for entity in self.entities]))

    def _step(self) -> None:
        if self.source.startswith("</", self.at):
            self._close()
        elif self.source[self.at] == "<":
            self._open()
        else:
            self._copy()

    def _copy(self) -> None:
        following = re.compile("[<&]").search(self.source, self.at + 1)
        end = following.start() if following else len(self.source)
        if self.source[self.at] == "&":
            reference = REFERENCE.match(self.source, self.at)
            if reference and (character := _character(reference)):
                self._write(character)
                self.at = reference.end()
                return
        self._write(self.source[self.at : end])
        self.at = end

    def _write(self, text: str) -> None:
        self.text += text
        self.offset += utf16_length(text)

    def _open(self) -> None:
        begin = self.at
        match = re.compile(r"<([^\s>]*)").match(self.source, begin)
        name = match.group(1).lower() if match else ""
        if not match or match.end() == len(self.source):
            raise unparsable(f"Unclosed start tag at byte offset {self._place(begin)}")
        if name not in TYPES:
            raise unparsable(f'Unsupported start tag "{name}" at byte offset {self._place(begin)}')
        self.at = match.end()
        attributes = self._attributes(name, begin)
        argument = _argument(name, attributes)
        if name == "span" and argument != "tg-spoiler":
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._place(begin)}')
        self.open.append(Tag(name, argument, self.offset, len(self.text)))

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self.at = _past_spaces(self.source, self.at)
            if self.at >= len(self.source):
                raise unparsable(f'Unclosed start tag "{name}" at byte offset {self._place(begin)}')
            if self.source[self.at] == ">":
                self.at += 1
                return attributes
            match = ATTRIBUTE.match(self.source, self.at)
            if not match:
                raise unparsable(f'Empty attribute name in the tag "{name}" at byte offset {self._place(begin)}')
            attributes[match.group(1)] = _decoded(next((g for g in match.groups()[1:] if g is not None), ""))
            self.at = _past_spaces(self.source, match.end())
            if self.source.startswith("=", self.at):
                self._refuse_value(begin)

    def _refuse_value(self, begin: int) -> None:
        value = _past_spaces(self.source, self.at + 1)
        if self.source[value : value + 1] in ("'", '"', ""):
            raise unparsable(f"Unclosed start tag at byte offset {self._place(begin)}")
        raise unparsable(f"Unexpected end of name token at byte offset {self._place(value)}")

    def _close(self) -> None:
        begin = self.at
        if not self.open:
            raise unparsable(f"Unexpected end tag at byte offset {self._place(begin)}")
        match = re.compile(r"</([^\s>]*)\s*>").match(self.source, begin)
        if not match:
            raise unparsable(f"Unclosed end tag at byte offset {self._place(begin)}")
        tag = self.open.pop()
        found = match.group(1).lower()
        if found and found != tag.name:
            place = self._place(begin)
            raise unparsable(f'Unmatched end tag at byte offset {place}, expected "</{tag.name}>", found "</{found}>"')
        self.at = match.end()
        if self.offset > tag.offset:
            self._mark(tag)

    def _mark(self, tag: Tag) -> None:
        entity = Entity(TYPES[tag.name], tag.offset, self.offset - tag.offset)
        if tag.name == "a":
            target = links.checked(tag.argument or self.text[tag.start :])
            self.entities += [replace(entity, url=target)] if target else []
        elif tag.name in ("pre", "code"):
            self._mark_code(tag, entity)
        elif tag.name == "tg-emoji":
            if not tag.argument.isdigit():
                raise unparsable("Invalid custom emoji identifier specified")
            self.entities.append(replace(entity, custom_emoji_id=tag.argument))
        elif tag.name == "blockquote" and tag.argument:
            self.entities.append(replace(entity, type="expandable_blockquote"))
        else:
            self.entities.append(entity)

    def _mark_code(self, tag: Tag, entity: Entity) -> None:
        """<pre><code class="language-x"> is one entity with a language."""
        last = self.entities[-1] if self.entities else None
        inner = last and (last.offset, last.length) == (entity.offset, entity.length)
        if tag.name == "pre" and last and inner and last.type == "code" and last.language:
            self.entities[-1] = replace(last, type="pre")
        else:
            self.entities.append(replace(entity, language=tag.argument or None))

    def _place(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))


def _past_spaces(source: str, at: int) -> int:
    while at < len(source) and source[at].isspace():
        at += 1
    return at


def _argument(name: str, attributes: dict[str, str]) -> str:
    if name == "code":
        return (
            attributes.get("class", "").removeprefix("language-") if "language-" in attributes.get("class", "") else ""
        )
    if name == "blockquote":
        return "1" if "expandable" in attributes else ""
    return attributes.get({"a": "href", "span": "class", "tg-emoji": "emoji-id"}.get(name, ""), "")


def _plain_code(entity: Entity) -> Entity:
    return replace(entity, language=None) if entity.type == "code" else entity


def _decoded(value: str) -> str:
    return REFERENCE.sub(lambda match: _character(match) or match.group(), value)


def _character(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
