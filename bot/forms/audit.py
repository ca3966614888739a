"""The report of a month's audit on paper: who used what, what was looked at, what was wrong, seeds, stamps."""

from bot.rules.audits import Check, Item, State
from bot.rules.duties import period
from bot.rules.phrases import Phrase, Value, say
from bot.rules.records import reason
from bot.services.audit_report import Report
from storage.audits import Anomaly
from storage.records import Record
from storage.seeds import hashed

from . import press
from .sheet import Block, Box, Boxes, Column, Fact, Facts, Grid, Lines, Sheet, Speak

RECORDS = (
    ("who", 1.8),
    ("number", 1.5),
    ("queries", 1.0),
    ("registered", 0.9),
    ("gap", 1.9),
    ("cover", 1.2),
    ("pages", 1.2),
    ("sent", 1.9),
)
ITEMS = (("entry", 2.4), ("findings", 2.3), ("note", 3.0), ("checker", 1.7), ("seconds", 0.8))
ANOMALIES = (("what", 4.0), ("found", 2.2), ("seen", 2.2))


def draw(report: Report, speak: Speak) -> bytes:
    return press.draw(sheet(report), speak)


def sheet(report: Report) -> Sheet:
    tables = (_records(report), _items(report), _anomalies(report))
    return Sheet(
        titles=(say("sheet-city"), say("report-title")),
        blocks=(_facts(report), *(each for each in tables if each.rows), _seeds(report), _stamps(report)),
        number=report.number,
        seal=report.seal,
        notes=(say("report-seed-note"),),
        printed_at=report.printed_at,
    )


def _facts(report: Report) -> Block:
    board, audit = report.board, report.board.audit
    found = board.found.values()
    counted = say(
        "report-counted",
        owed=len(board.expected),
        sent=len(found),
        nil=sum(each.is_nil for each in found),
        late=sum(not each.met for each in found),
        missing=len(board.missing),
    )
    queried = say(
        "report-queried",
        queries=sum(each.queries for each in found),
        count=sum(not each.is_nil for each in found),
    )
    return Facts(
        (
            (Fact(say("report-agency"), report.agency), Fact(say("report-month"), _month(report))),
            (Fact(say("report-by"), _who(report, audit.reported_by)), Fact(say("report-on"), _reported(report))),
            (Fact(say("report-counts"), counted),),
            (Fact(say("report-queries"), queried), Fact(say("report-sampled"), _sample(report))),
            (Fact(say("report-result"), say(f"result-{audit.result}") if audit.result else ""),),
            *_words(report),
        )
    )


def _month(report: Report) -> Phrase:
    return say("verbatim", text=period(report.board.owed.occurrence))


def _words(report: Report) -> tuple[tuple[Fact, ...], ...]:
    audit = report.board.audit
    names = tuple(report.names[each] for each in audit.missing)
    missing: Value = say("report-names", names=names) if names else say("report-none")
    told = (("missing", missing), ("explanation", audit.explanation), ("measures", audit.measures))
    return tuple((Fact(say(f"report-{name}"), value),) for name, value in told if value)


def _who(report: Report, staff_no: str | None) -> Value:
    return report.names.get(staff_no or "", "")


def _reported(report: Report) -> Value:
    audit = report.board.audit
    if audit.reported_at is None:
        return ""
    day = audit.reported_at.astimezone(report.printed_at.tzinfo).date()
    return say("report-on-late", day=day, due=report.board.owed.due_on) if audit.met is False else day


def _sample(report: Report) -> Phrase:
    looked = [each for each in report.board.items if each.failed is not None]
    return say("report-sample", looked=len(looked), wrong=sum(bool(each.failed) for each in looked))


def _grid(title: str, columns: tuple[tuple[str, float], ...], rows: tuple[tuple[Lines, ...], ...]) -> Grid:
    heads = tuple(Column(say(f"report-head-{name}"), width) for name, width in columns)
    return Grid(heads, rows, say(title))


def _records(report: Report) -> Grid:
    return _grid("report-records", RECORDS, tuple(_record(report, each) for each in report.board.found.values()))


def _record(report: Report, record: Record) -> tuple[Lines, ...]:
    gap: Value = say("report-gap", gap=f"{record.gap:+d}", reason=reason(record.difference)) if record.gap else ""
    return (
        report.names[record.subject],
        record.number,
        str(record.queries),
        str(record.registered),
        gap,
        say("report-covered", basis=record.with_basis, consent=record.with_consent),
        str(record.pages),
        say("report-sent" if record.met else "report-sent-late", day=record.sent_at),
    )


def _items(report: Report) -> Grid:
    return _grid("report-items", ITEMS, tuple(_item(report, each) for each in report.board.items))


def _item(report: Report, item: Item) -> tuple[Lines, ...]:
    entry = say("audit-entry", name=report.names[item.subject], position=item.position)
    if item.failed is None:
        return (entry, say("report-unchecked"), "", "", "")
    marks = {each.value: say("report-failed" if each in item.failed else "report-passed") for each in Check}
    seconds: Value = say("report-seconds", seconds=report.seconds[item.id]) if item.id in report.seconds else ""
    return (entry, say("report-findings", **marks), item.note, _who(report, item.checked_by), seconds)


def _anomalies(report: Report) -> Grid:
    return _grid("report-anomalies", ANOMALIES, tuple(_anomaly(report, each) for each in report.anomalies))


def _anomaly(report: Report, anomaly: Anomaly) -> tuple[Lines, ...]:
    found = say("report-who-when", who=report.names[anomaly.found_by], day=anomaly.found_at)
    seen: Value = ""
    if anomaly.seen_by and anomaly.seen_at:
        seen = say("report-who-when", who=report.names[anomaly.seen_by], day=anomaly.seen_at)
    return (anomaly.what, found, seen)


def _seeds(report: Report) -> Block:
    rows = ((Fact(say("report-seed"), each),) for each in report.seeds)
    hashes = ((Fact(say("report-hash"), hashed(each)),) for each in report.seeds)
    return Facts(tuple(row for pair in zip(rows, hashes, strict=True) for row in pair))


def _stamps(report: Report) -> Block:
    audit = report.board.audit
    sent = (_who(report, audit.reported_by), audit.reported_at or "")
    return Boxes(
        (
            Box(say("report-stamp-administrator"), sent),
            Box(say("report-stamp-chief")),
            Box(say("report-stamp-reader"), _reading(report)),
        )
    )


def _reading(report: Report) -> Lines:
    audit = report.board.audit
    if audit.state is State.RETURNED:
        return say("report-returned", reason=audit.reason)
    if audit.read_by is None or audit.read_at is None:
        return say("report-waiting")
    return (report.reader, _who(report, audit.read_by), say("report-read"), audit.read_at)
