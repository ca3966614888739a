"""The checklist of an on-site or ad-hoc audit as a report: each line with its clause, the corrections, the stamps."""

from bot.rules.clauses import CLAUSES
from bot.rules.onsite import CHECKLIST, Finding, Item, Mark, Sort
from bot.rules.phrases import Phrase, Value, say
from bot.services.onsite_report import Report

from . import press
from .sheet import Block, Box, Boxes, Column, Fact, Facts, Grid, Lines, Sheet, Speak

WIDTHS = (0.5, 3.2, 1.1, 0.8, 2.4, 1.4, 1.6)
HEADS = ("number", "item", "clause", "mark", "note", "due", "again")


def draw(report: Report, speak: Speak) -> bytes:
    return press.draw(sheet(report), speak)


def sheet(report: Report) -> Sheet:
    return Sheet(
        titles=(say("sheet-city"), say(f"checklist-title-{report.inspection.sort}")),
        blocks=(_facts(report), _grid(report), *_outcome(report), _stamps()),
        number=report.inspection.number,
        printed_at=report.printed_at,
    )


def _facts(report: Report) -> Block:
    audit = report.inspection
    by = say("onsite-bureau") if audit.sort is Sort.BUREAU else report.authority
    own = say("onsite-self") if audit.authority == audit.agency else ""
    return Facts(
        (
            (Fact(say("checklist-number"), audit.number), Fact(say("checklist-day"), audit.held_on)),
            (Fact(say("checklist-agency"), report.agency), Fact(say("checklist-authority"), (by, own) if own else by)),
            (Fact(say("checklist-by"), report.by), Fact(say("checklist-rules"), report.rules)),
        )
    )


def _grid(report: Report) -> Block:
    columns = tuple(Column(say(f"checklist-head-{head}"), width) for head, width in zip(HEADS, WIDTHS, strict=True))
    rows = tuple(_row(number, each, report.findings.get(each.code)) for number, each in enumerate(CHECKLIST, 1))
    return Grid(columns, rows)


def _row(number: int, item: Item, finding: Finding | None) -> tuple[Lines, ...]:
    mark: Value = say(f"button-onsite-mark-{finding.mark}") if finding else ""
    wrong = finding if finding and finding.mark is Mark.NO else None
    return (
        str(number),
        say(f"onsite-item-{item.code}"),
        CLAUSES[item.clause].label,
        mark,
        wrong.note if wrong else "",
        (wrong.due_on or "") if wrong else "",
        _again(wrong) if wrong and wrong.stage else "",
    )


def _again(finding: Finding) -> Phrase:
    return say(f"checklist-stage-{finding.stage}", document=finding.document)


def _outcome(report: Report) -> tuple[Block, ...]:
    """What point 8 gives only after the yearly audit."""
    audit = report.inspection
    if audit.sort is not Sort.YEARLY:
        return ()
    proposal = Fact(say("checklist-proposal"), audit.proposal or say("onsite-without"), lines=2)
    council = Fact(say("checklist-council"), say("onsite-yes" if audit.to_council else "onsite-no"))
    return (Facts(((proposal,), (council,))),)


def _stamps() -> Block:
    return Boxes(tuple(Box(say(f"checklist-stamp-{each}")) for each in ("auditor", "audited", "head")))
