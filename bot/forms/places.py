"""The places that every annex has: its case, who it is for, an answer, a choice to tick, the papers it rests on."""

from collections.abc import Iterable

from bot.rules.fields import Answer, Field, Source
from bot.rules.kinds.kind import OWN_WORK, Change
from bot.rules.phrases import Phrase, Value, say
from bot.services import showing
from bot.services.printing import Printout

from .sheet import Fact, Ticks

Row = tuple[Fact, ...]
ACCOUNT_CHANGES = (Change.ADD, Change.CHANGE, Change.DELETE, Change.REINSTATE)
ITEM_CHANGES = (Change.ADD, Change.CHANGE, Change.DELETE)
SPEEDS = ("ordinary", "urgent")


def head(printout: Printout) -> tuple[Row, ...]:
    speed = answer(printout, "speed")
    ticks = Ticks(tuple((say(f"sheet-speed-{each}"), each == speed) for each in SPEEDS))
    return (
        (Fact(say("sheet-number"), printout.number), Fact(say("sheet-filed-on"), printout.known.get("filed_on", ""))),
        (Fact(say("sheet-applying"), printout.known.get("agency", "")), Fact(say("field-speed"), ticks)),
    )


def who(printout: Printout, label: Phrase) -> tuple[Row, ...]:
    known = printout.known
    return (
        (Fact(label, known.get("name", "")), Fact(say("sheet-job"), known.get("title", ""))),
        (Fact(say("sheet-unit")), Fact(say("sheet-phone"))),
    )


def person(printout: Printout) -> tuple[Row, ...]:
    """Who the form is for; telephone and mail are written on the paper, the bot does not keep them."""
    return (
        *who(printout, say("sheet-name")),
        (Fact(say("sheet-egov"), printout.known.get("egov_account", "")), Fact(say("sheet-mail"))),
        (_ready(printout, "egov", "egov_account"), _ready(printout, "certificate", "certificate_on")),
    )


def _ready(printout: Printout, fact: str, proof: str) -> Fact:
    """A prerequisite: ticked as the roster knows or the applicant declared it, with its day."""
    day = printout.known.get(f"{fact}_on") or answer(printout, f"{fact}_on")
    declared = answer(printout, f"{fact}_ready")
    is_ready = declared == "yes" or bool(day) or proof in printout.known
    ticks = Ticks(((say("sheet-yes"), is_ready), (say("sheet-no"), declared == "no" and not is_ready)))
    return Fact(say(f"sheet-ready-{fact}"), (ticks, say("sheet-day", day=day)) if day else ticks)


def changes(of: Iterable[Change], chosen: str) -> Ticks:
    return Ticks(tuple((say(f"option-change-{each}"), each == chosen) for each in of))


def given(printout: Printout, name: str, lines: int = 1) -> Fact:
    """An answer; what this change does not ask is struck out, so that nobody takes it for forgotten."""
    field = next((each for each in printout.kind.fields if each.name == name), None)
    said = printout.answers.get(name)
    value: Value = "" if printout.is_blank else say("sheet-struck")
    if field and said:
        value = showing.shown(field, said, _called(field, said))
    return Fact(say(f"field-{name}"), value, lines)


def _called(field: Field, answer: Answer) -> dict[str, Phrase]:
    """Entrusted business is called by its own name."""
    is_named = field.source is Source.BUSINESSES and answer != OWN_WORK
    return {str(answer): say("verbatim", text=str(answer))} if is_named else {}


def answer(printout: Printout, name: str) -> str:
    return str(printout.answers.get(name, ""))


def item(printout: Printout, code: str) -> Value:
    return say("item", code=code, name=printout.items.get(code, ""))


def documents(printout: Printout) -> Row:
    """The numbers of the papers that the case rests on, or room for one."""
    papers = (each.decision.paper for each in printout.course)
    return (Fact(say("sheet-document"), tuple(dict.fromkeys(each.document for each in papers if each))),)
