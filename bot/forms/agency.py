"""Annex 3: which items an agency is to get or give up, on which law, and what was said of each on the way."""

from collections.abc import Callable, Iterable
from itertools import groupby

from bot.rules.items import items_of
from bot.rules.kinds.kind import Change
from bot.rules.phrases import Value, say
from bot.rules.unfolding import detail, named
from bot.services import showing
from bot.services.printing import Printout

from . import places, signing
from .places import Row
from .sheet import Block, Column, Fact, Facts, Grid, Lines, Ticks

CHANGES = (Change.INCREASE, Change.DECREASE)
BASIS = ("law", "article", "provision", "document_no")
BY_HAND = 4
"""Empty lines of a blank form."""
ITEM = (
    Column(say("sheet-place"), 0.6, centred=True),
    Column(say("sheet-code"), 0.9, centred=True),
    Column(say("sheet-item"), 2.4),
)
BASIS_OF_ITEM = (
    Column(say("sheet-law"), 2.2),
    Column(say("field-purpose"), 2.2),
    Column(say("field-minimal_need"), 2.2),
    Column(say("field-monthly_count"), 1.1, centred=True),
)


def blocks(printout: Printout) -> tuple[Block, ...]:
    items = items_of(printout.kind, printout.answers)
    laws = () if _gives_up(printout) else (_laws(printout, items),)
    return (
        Facts(_about(printout)),
        _items(printout, items),
        *laws,
        _verdicts(printout, items),
        Facts(_dates(printout)),
    )


def _about(printout: Printout) -> tuple[Row, ...]:
    """The agency, its administrator, the business; why, where items are given up."""
    change = Fact(say("sheet-change-agency"), places.changes(CHANGES, places.answer(printout, "change")))
    told = ("business", "reason") if printout.is_blank else ("entrusted_business", "business", "reason")
    said = [each for each in told if printout.is_blank or printout.answers.get(each)]
    return (
        *places.head(printout),
        *places.who(printout, say("role-administrator")),
        (change, Fact(say("sheet-mail"))),
        *((places.given(printout, each),) for each in said),
        places.documents(printout),
    )


def _items(printout: Printout, items: tuple[str, ...]) -> Grid:
    """The items, and on what each of them rests; of what is given up nothing more is asked."""
    columns = ITEM if _gives_up(printout) else (*ITEM, *BASIS_OF_ITEM)

    def row(place: Value, item: str) -> tuple[Lines, ...]:
        said = {name: _said(printout, items, name, item) for name in ("purpose", "minimal_need", "monthly_count")}
        law = say(
            "sheet-law-article",
            law=_said(printout, items, "law", item),
            article=_said(printout, items, "article", item),
        )
        return (place, item, printout.items.get(item, ""), law, *said.values())[: len(columns)]

    return Grid(columns, _rows(items, row, len(columns)), say("sheet-items-title"))


def _gives_up(printout: Printout) -> bool:
    return places.answer(printout, "change") == Change.DECREASE


def _laws(printout: Printout, items: tuple[str, ...]) -> Grid:
    """The wording of the law, once for all items that rest on it."""
    columns = (
        Column(say("sheet-place"), 0.8, centred=True),
        Column(say("sheet-law"), 2.4),
        Column(say("field-provision"), 5.8),
        Column(say("field-document_no"), 2.7),
    )
    resting: dict[tuple[str, ...], list[int]] = {}
    for place, item in enumerate(items, 1):
        resting.setdefault(tuple(_said(printout, items, name, item) for name in BASIS), []).append(place)
    rows = tuple(
        (_runs(found), say("sheet-law-article", law=law, article=article), provision, document)
        for (law, article, provision, document), found in resting.items()
    )
    return Grid(columns, rows or _empty(3, len(columns)), say("sheet-laws-title"))


def _runs(found: list[int]) -> tuple[Value, ...]:
    """Places, a line for those that follow each other."""
    runs = ([place for _, place in run] for _, run in groupby(enumerate(found), lambda each: each[1] - each[0]))
    return tuple(say("sheet-run", first=run[0], last=run[-1]) if len(run) > 1 else run[0] for run in runs)


def _verdicts(printout: Printout, items: tuple[str, ...]) -> Grid:
    """What the reviewing authority and the Bureau said of each item."""
    columns = (
        Column(say("sheet-place"), 0.6, centred=True),
        Column(say("sheet-item"), 3),
        Column(say("sheet-review"), 2.2),
        Column(say("field-review_reason"), 2.2),
        Column(say("field-bureau"), 2.2),
        Column(say("field-bureau_part"), 2.2),
    )
    agreed = "review" in (done := signing.valid_in(printout.course)) and done["review"].decision.verdict == "approve"

    def row(place: Value, item: str) -> tuple[Lines, ...]:
        review = _own(printout, "review", item) or ("agree" if agreed else "")
        reason, part = (_shown(printout, name, item) for name in ("review_reason", "bureau_part"))
        return (
            place,
            places.item(printout, item) if item else "",
            _ticks("review", ("agree", "disagree"), review),
            reason,
            _ticks("bureau", ("granted", "partly", "refused"), _own(printout, "bureau", item)),
            part,
        )

    blank = tuple(row("", "") for _ in range(BY_HAND)) if not items else ()
    return Grid(columns, blank or _rows(items, row, len(columns)), say("sheet-verdicts-title"))


def _dates(printout: Printout) -> tuple[Row, ...]:
    """When the Bureau was asked, what it answered, and when the rights were changed."""
    done = signing.valid_in(printout.course)
    zone = printout.printed_at.tzinfo
    days: dict[str, Value] = {step: signed.decision.at.astimezone(zone).date() for step, signed in done.items()}
    return (
        (Fact(say("sheet-sent-on"), days.get("send", "")), Fact(say("field-sent_no"), _shown(printout, "sent_no"))),
        (
            Fact(say("field-bureau_on"), _shown(printout, "bureau_on")),
            Fact(say("field-bureau_no"), _shown(printout, "bureau_no")),
        ),
        (
            Fact(say("sheet-changed-on"), days.get("center", "")),
            Fact(say("sheet-people"), printout.known.get("users", "")),
        ),
    )


def _rows(
    items: tuple[str, ...], row: Callable[[Value, str], tuple[Lines, ...]], width: int
) -> tuple[tuple[Lines, ...], ...]:
    return tuple(row(place, item) for place, item in enumerate(items, 1)) or _empty(BY_HAND, width)


def _empty(count: int, width: int) -> tuple[tuple[Lines, ...], ...]:
    return (("",) * width,) * count


def _ticks(name: str, options: Iterable[str], chosen: str) -> tuple[Ticks, ...]:
    return tuple(Ticks(((say(f"option-{name}-{each}"), each == chosen),)) for each in options)


def _said(printout: Printout, items: tuple[str, ...], name: str, item: str) -> str:
    """What the form says of an item, its own or that of the item before."""
    return str(detail(printout.answers, items, name, item))


def _own(printout: Printout, name: str, item: str) -> str:
    return places.answer(printout, named(name, item))


def _shown(printout: Printout, name: str, item: str = "") -> Value:
    """An answer that a step of the way asked for."""
    asked = (each for step in printout.kind.route for fields in step.asks.values() for each in fields)
    field = next(each for each in asked if each.name == name)
    answer = printout.answers.get(named(name, item) if item else name)
    return showing.shown(field, answer, {}) if answer else ""
