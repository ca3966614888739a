"""Telegram takes a hundred buttons a message: many options are shown a page at a time."""

from bot.rules.phrases import Phrase, say

Choice = tuple[str, str, Phrase]
Rows = tuple[tuple[Choice, ...], ...]
PAGE = 30
OPTIONS = frozenset({"tick", "answer"})


def paged(rows: Rows, showing: str) -> tuple[Rows, tuple[Phrase, ...]]:
    """The rows of the page on which this value stands, with the buttons to its neighbours; and a line that tells it."""
    options = [row for row in rows if row and row[0][0] in OPTIONS]
    if len(options) <= PAGE:
        return rows, ()
    starts = [row[0][1] for row in options[::PAGE]]
    at = next((n for n, row in enumerate(options) if showing in (value for _, value, _ in row)), 0) // PAGE
    turns: list[Choice] = [("turn", starts[at - 1], say("button-page-before"))] if at else []
    turns += [("turn", starts[at + 1], say("button-page-after"))] if at + 1 < len(starts) else []
    others = (row for row in rows if not row or row[0][0] not in OPTIONS)
    shown = options[at * PAGE : (at + 1) * PAGE]
    return (*shown, tuple(turns), *others), (say("list-page", page=at + 1, pages=len(starts)),)
