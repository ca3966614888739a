"""parse_mode MarkdownV2, as strict as Telegram: every reserved character is a mark or must be escaped."""

from dataclasses import dataclass

from . import links
from .entities import Entity, in_order, utf16_length
from .errors import unparsable
from .markdown import after_opening

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
ENDS = {
    "bold": "*",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "text_link": "]",
    "custom_emoji": "]",
}
BEGINNINGS = (
    ("```", "pre"),
    ("`", "code"),
    ("__", "underline"),
    ("_", "italic"),
    ("||", "spoiler"),
    ("*", "bold"),
    ("~", "strikethrough"),
    ("![", "custom_emoji"),
    ("[", "text_link"),
)
NAMES = {
    "pre": "Pre",
    "code": "Code",
    "underline": "Underline",
    "italic": "Italic",
    "spoiler": "Spoiler",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "custom_emoji": "CustomEmoji",
    "text_link": "TextUrl",
    "blockquote": "BlockQuote",
}


@dataclass(frozen=True, slots=True)
class Open:
    type: str
    offset: int
    begin: int
    start: int
    language: str | None = None


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.offset = 0
        self.line_begins = True
        self.open: list[Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            self._step()
        self._end_quote(len(self.source))
        if self.open:
            raise self._no_end(self.open[-1])
        return self.text, list(in_order(self.entities))

    def _step(self) -> None:
        character = self.source[self.at]
        reserved = {"`"} if self.open and self.open[-1].type in ("code", "pre") else RESERVED
        if character == "\\" and "\0" < self.source[self.at + 1 : self.at + 2] <= "~":
            self._write(self.source[self.at + 1], 2)
        elif character not in reserved:
            self._write(character, 1)
        elif character == "\n":
            self._end_line()
        elif self.open and self._ends(self.open[-1].type):
            self._close()
        else:
            self._begin()

    def _write(self, character: str, width: int) -> None:
        self.text += character
        self.offset += utf16_length(character)
        self.at += width
        if character != "\r":
            self.line_begins = character == "\n"

    def _end_line(self) -> None:
        if not self.source.startswith(">", self.at + 1):
            self._end_quote(self.at)
        self._write("\n", 1)

    def _end_quote(self, place: int) -> None:
        """A quotation ends with its line; two bars before the end make it expandable."""
        if not any(mark.type == "blockquote" for mark in self.open):
            return
        kind = "blockquote"
        if self.open[-1].type == "spoiler" and self.open[-1].begin >= place - 2:
            self.open.pop()
            kind = "expandable_blockquote"
        if self.open[-1].type != "blockquote":
            raise self._no_end(self.open[-1])
        quote = self.open.pop()
        if self.offset > quote.offset:
            self.entities.append(Entity(kind, quote.offset, self.offset - quote.offset))

    def _ends(self, kind: str) -> bool:
        if kind == "italic" and self.source.startswith("__", self.at):
            return False
        return kind in ENDS and self.source.startswith(ENDS[kind], self.at)

    def _begin(self) -> None:
        begin = self.at
        if self.source[begin] == ">":
            self._begin_quote()
            return
        opening, kind = next(((o, k) for o, k in BEGINNINGS if self.source.startswith(o, begin)), ("", ""))
        if not opening:
            raise self._reserved()
        language = None
        self.at += len(opening)
        if kind == "pre":
            self.at, language = after_opening(self.source, self.at)
        self.open.append(Open(kind, self.offset, begin, len(self.text), language))

    def _begin_quote(self) -> None:
        if not self.line_begins:
            raise self._reserved()
        self.at += 1
        if not any(mark.type == "blockquote" for mark in self.open):
            self.open.append(Open("blockquote", self.offset, self.at - 1, len(self.text)))

    def _close(self) -> None:
        mark = self.open.pop()
        self.at += len(ENDS[mark.type])
        length = self.offset - mark.offset
        if mark.type == "text_link":
            url = links.checked(self._target() if self.source.startswith("(", self.at) else self.text[mark.start :])
            self.entities += [Entity("text_link", mark.offset, length, url=url)] if url and length else []
        elif mark.type == "custom_emoji":
            self._close_emoji(mark, length)
        elif length:
            self.entities.append(Entity(mark.type, mark.offset, length, language=mark.language))

    def _close_emoji(self, mark: Open, length: int) -> None:
        if not self.source.startswith("(", self.at):
            raise unparsable("The entity must contain a tg://emoji or tg://time URL")
        number = self._target().removeprefix("tg://emoji?id=")
        if not number.isdigit():
            raise unparsable("Invalid tg://emoji or tg://time URL specified")
        if length:
            self.entities.append(Entity("custom_emoji", mark.offset, length, custom_emoji_id=number))

    def _target(self) -> str:
        """The address in round brackets; its own closing brackets are escaped."""
        begin = self.at + 1
        self.at = begin
        url = ""
        while self.at < len(self.source) and self.source[self.at] != ")":
            self.at += self.source[self.at] == "\\" and self.at + 1 < len(self.source)
            url += self.source[self.at]
            self.at += 1
        if self.at >= len(self.source):
            raise unparsable(f"Can't find end of a URL at byte offset {self._place(begin)}")
        self.at += 1
        return url

    def _reserved(self) -> Exception:
        character = self.source[self.at]
        return unparsable(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")

    def _no_end(self, mark: Open) -> Exception:
        name = "PreCode" if mark.language else NAMES[mark.type]
        return unparsable(f"Can't find end of {name} entity at byte offset {self._place(mark.begin)}")

    def _place(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))
