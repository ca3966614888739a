"""Annexes 1 to 3 of the directions, laid out as the office expects them; a blank one has room to write by hand."""

from collections.abc import Callable, Iterable, Mapping

from bot.rules.fields import Answer, Field, Source
from bot.rules.kinds.kind import OWN_WORK, Change
from bot.rules.phrases import Phrase, Value, say
from bot.services import showing
from bot.services.printing import Printout

from . import press, signing
from .sheet import Fact, Facts, Lines, Sheet, Speak, Ticks

Row = tuple[Fact, ...]
ITEM_CHANGES = (Change.ADD, Change.CHANGE, Change.DELETE)
SPEEDS = ("ordinary", "urgent")
PLACED = frozenset({"subject", "egov_ready", "egov_on", "certificate_ready", "certificate_on", "speed", "change"})
"""Answers that have a place of their own on every annex."""


def draw(printout: Printout, speak: Speak) -> bytes:
    return press.draw(sheet(printout), speak)


def sheet(printout: Printout) -> Sheet:
    annex = printout.kind.annex
    return Sheet(
        titles=(say("sheet-city"), say(f"sheet-title-{annex}")),
        mark=say(f"sheet-annex-{annex}"),
        blocks=(Facts(LAYOUTS[annex](printout)), signing.boxes(printout), *signing.course(printout)),
        number=printout.number,
        seal=printout.seal,
        notes=() if printout.is_blank else (say("sheet-note"),),
        printed_at=None if printout.is_blank else printout.printed_at,
    )


def _administrator(printout: Printout) -> tuple[Row, ...]:
    """Annex 1: the account of an agency's administrator."""
    business = (_given(printout, "entrusted_business"),) if "entrusted_business" in printout.answers else ()
    return (
        *_head(printout),
        (Fact(say("field-change"), _changes(Change, _answer(printout, "change"))),),
        *((each,) for each in business),
        *_person(printout),
        (_given(printout, "reason", lines=2),),
        (_given(printout, "what_changes"), _given(printout, "effective_on")),
        (_given(printout, "handover"),),
        (Fact(say("sheet-deputies"), printout.known.get("deputies", "")), _pledge()),
        _documents(printout),
    )


def _officer(printout: Printout) -> tuple[Row, ...]:
    """Annex 2: an officer's account, an officer's items, or both."""
    account = printout.kind.code == "officer_account"
    change = _answer(printout, "change")
    return (
        *_head(printout),
        (
            Fact(say("sheet-change-account"), _changes(Change, change if account else "")),
            Fact(say("sheet-change-items"), _changes(ITEM_CHANGES, _items_change(printout, change))),
        ),
        *_person(printout),
        (_given(printout, "business"),),
        (_given(printout, "legal_basis", lines=2),),
        (_given(printout, "reason", lines=2),),
        *_items(printout),
        (_given(printout, "what_changes"), _given(printout, "effective_on")),
        (Fact(say("sheet-deputies"), printout.known.get("deputies", "")), _pledge()),
        _documents(printout),
    )


def _agency(printout: Printout) -> tuple[Row, ...]:
    """Annex 3: items that the agency is to get or to give up."""
    return (*_head(printout), *_person(printout), *_rest(printout, ()), _documents(printout))


LAYOUTS: Mapping[int, Callable[[Printout], tuple[Row, ...]]] = {1: _administrator, 2: _officer, 3: _agency}


def _head(printout: Printout) -> tuple[Row, ...]:
    speed = _answer(printout, "speed")
    ticks = Ticks(tuple((say(f"sheet-speed-{each}"), each == speed) for each in SPEEDS))
    return (
        (Fact(say("sheet-number"), printout.number), Fact(say("sheet-filed-on"), printout.known.get("filed_on", ""))),
        (Fact(say("sheet-applying"), printout.known.get("agency", "")), Fact(say("field-speed"), ticks)),
    )


def _person(printout: Printout) -> tuple[Row, ...]:
    """Who the form is for; telephone and mail are written on the printout, the bot does not keep them."""
    return (
        (
            Fact(say("sheet-name"), printout.known.get("name", "")),
            Fact(say("sheet-job"), printout.known.get("title", "")),
        ),
        (Fact(say("sheet-unit")), Fact(say("sheet-phone"))),
        (Fact(say("sheet-egov"), printout.known.get("egov_account", "")), Fact(say("sheet-mail"))),
        (_ready(printout, "egov", "egov_account"), _ready(printout, "certificate", "certificate_on")),
    )


def _ready(printout: Printout, fact: str, proof: str) -> Fact:
    """A prerequisite: ticked as the roster knows or the applicant declared it, with its day."""
    day = printout.known.get(f"{fact}_on") or _answer(printout, f"{fact}_on")
    declared = _answer(printout, f"{fact}_ready")
    is_ready = declared == "yes" or bool(day) or proof in printout.known
    ticks = Ticks(((say("sheet-yes"), is_ready), (say("sheet-no"), declared == "no" and not is_ready)))
    return Fact(say(f"sheet-ready-{fact}"), (ticks, say("sheet-day", day=day)) if day else ticks)


def _changes(of: Iterable[Change], chosen: str) -> Ticks:
    return Ticks(tuple((say(f"option-change-{each}"), each == chosen) for each in of))


def _items_change(printout: Printout, change: str) -> str:
    """An account that is opened brings its items; one that is changed or closed says nothing of them here."""
    is_about_items = printout.kind.code == "officer_items" or bool(printout.answers.get("items"))
    opened = Change.ADD if change == Change.REINSTATE else change
    return opened if is_about_items else ""


def _items(printout: Printout) -> tuple[Row, ...]:
    """The items asked for, ticked; on a blank form the whole catalogue to tick by hand."""
    if printout.is_blank:
        catalogue = Ticks(tuple((_item(printout, code), False) for code in printout.items))
        return ((Fact(say("field-items"), catalogue, lines=2),), (Fact(say("sheet-period"), say("sheet-from-to")),))
    rows = [
        (Fact(say(f"field-{name}"), _ticked(printout, name)),)
        for name in ("items", "items_removed")
        if name in printout.answers
    ]
    return (*rows, (Fact(say("sheet-period"), say("sheet-from-to")),))


def _ticked(printout: Printout, name: str) -> Lines:
    return tuple(Ticks(((_item(printout, code), True),)) for code in printout.answers[name]) or say("sheet-none")


def _item(printout: Printout, code: str) -> Value:
    return say("item", code=code, name=printout.items.get(code, ""))


def _rest(printout: Printout, shown: Iterable[str]) -> tuple[Row, ...]:
    """Every other question of the form."""
    names = (each.name for each in printout.kind.fields)
    return tuple((_given(printout, each),) for each in names if each not in {*PLACED, *shown})


def _given(printout: Printout, name: str, lines: int = 1) -> Fact:
    field = next((each for each in printout.kind.fields if each.name == name), None)
    answer = printout.answers.get(name)
    value: Value = showing.shown(field, answer, _called(field, answer)) if field and answer else ""
    return Fact(say(f"field-{name}"), value, lines)


def _called(field: Field, answer: Answer) -> dict[str, Phrase]:
    """Entrusted business is called by its own name."""
    is_named = field.source is Source.BUSINESSES and answer != OWN_WORK
    return {str(answer): say("verbatim", text=str(answer))} if is_named else {}


def _answer(printout: Printout, name: str) -> str:
    return str(printout.answers.get(name, ""))


def _pledge() -> Fact:
    return Fact(say("sheet-pledge"), Ticks(((say("sheet-yes"), False), (say("sheet-no"), False))))


def _documents(printout: Printout) -> Row:
    """The numbers of the papers that the case rests on, or room for one."""
    papers = (each.decision.paper for each in printout.course)
    return (Fact(say("sheet-document"), tuple(dict.fromkeys(each.document for each in papers if each))),)
