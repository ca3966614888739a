"""Annexes 1 to 3 of the directions, laid out as the office expects them; a blank one has room to write by hand."""

from collections.abc import Callable, Mapping

from bot.rules.kinds.kind import Change
from bot.rules.phrases import say
from bot.services.printing import Printout

from . import agency, places, press, signing
from .places import ACCOUNT_CHANGES, ITEM_CHANGES, Row
from .sheet import Block, Fact, Facts, Lines, Sheet, Speak, Ticks


def draw(printout: Printout, speak: Speak) -> bytes:
    return press.draw(sheet(printout), speak)


def sheet(printout: Printout) -> Sheet:
    annex = printout.kind.annex
    return Sheet(
        titles=(say("sheet-city"), say(f"sheet-title-{annex}")),
        mark=say(f"sheet-annex-{annex}"),
        blocks=(*LAYOUTS[annex](printout), signing.boxes(printout), *signing.course(printout)),
        number=printout.number,
        seal=printout.seal,
        notes=() if printout.is_blank else (say("sheet-note"), say(f"sheet-by-hand-{annex}")),
        printed_at=None if printout.is_blank else printout.printed_at,
    )


def _administrator(printout: Printout) -> tuple[Block, ...]:
    """Annex 1: the account of an agency's administrator."""
    business = (places.given(printout, "entrusted_business"),) if "entrusted_business" in printout.answers else ()
    rows = (
        *places.head(printout),
        (Fact(say("field-change"), places.changes(ACCOUNT_CHANGES, places.answer(printout, "change"))),),
        *((each,) for each in business),
        *places.person(printout),
        (places.given(printout, "reason", lines=2),),
        (places.given(printout, "what_changes"), places.given(printout, "effective_on")),
        (places.given(printout, "handover"),),
        (Fact(say("sheet-deputies"), printout.known.get("deputies", "")), _pledge()),
        places.documents(printout),
    )
    return (Facts(rows),)


def _officer(printout: Printout) -> tuple[Block, ...]:
    """Annex 2: an officer's account, an officer's items, or both."""
    account = printout.kind.code == "officer_account"
    change = places.answer(printout, "change")
    rows = (
        *places.head(printout),
        (
            Fact(say("sheet-change-account"), places.changes(ACCOUNT_CHANGES, change if account else "")),
            Fact(say("sheet-change-items"), places.changes(ITEM_CHANGES, _items_change(printout, change))),
        ),
        *places.person(printout),
        (places.given(printout, "business"),),
        (places.given(printout, "legal_basis", lines=2),),
        (places.given(printout, "reason", lines=2),),
        *_items(printout),
        (places.given(printout, "what_changes"), places.given(printout, "effective_on")),
        (Fact(say("sheet-deputies"), printout.known.get("deputies", "")), _pledge()),
        places.documents(printout),
    )
    return (Facts(rows),)


LAYOUTS: Mapping[int, Callable[[Printout], tuple[Block, ...]]] = {1: _administrator, 2: _officer, 3: agency.blocks}


def _items_change(printout: Printout, change: str) -> str:
    """An account that is opened brings its items; one that is changed or closed says nothing of them here."""
    is_about_items = printout.kind.code == "officer_items" or bool(printout.answers.get("items"))
    opened = Change.ADD if change == Change.REINSTATE else change
    return opened if is_about_items else ""


def _items(printout: Printout) -> tuple[Row, ...]:
    """The items asked for, ticked; on a blank form the whole catalogue to tick by hand."""
    if printout.is_blank:
        catalogue = Ticks(tuple((places.item(printout, code), False) for code in printout.items))
        return ((Fact(say("field-items"), catalogue, lines=2),), (Fact(say("sheet-period"), say("sheet-from-to")),))
    rows = [
        (Fact(say(f"field-{name}"), _ticked(printout, name)),)
        for name in ("items", "items_removed")
        if name in printout.answers
    ]
    return (*rows, (Fact(say("sheet-period"), say("sheet-from-to")),))


def _ticked(printout: Printout, name: str) -> Lines:
    return tuple(Ticks(((places.item(printout, code), True),)) for code in printout.answers[name]) or say("sheet-none")


def _pledge() -> Fact:
    return Fact(say("sheet-pledge"), Ticks(((say("sheet-yes"), False), (say("sheet-no"), False))))
