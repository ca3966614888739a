"""The evidence as a ZIP: tables that Excel opens, forms and checklists as PDF, and the SHA-256 of every file."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.rules.phrases import say
from bot.rules.roc import Year, roc_short
from bot.services.evidence import Evidence
from bot.services.evidence_tables import Cell, Table, is_dated

from . import annexes, checklist
from .sheet import Speak

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@")
SUMS = "SHA256SUMS.txt"


def draw(evidence: Evidence, speak: Speak) -> bytes:
    files = dict(_files(evidence, speak))
    files |= {speak(say("evidence-readme")): _text(_readme(evidence, speak, len(files)))}
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, content in sorted({**files, SUMS: _sums(evidence, files)}.items()):
            zipped.writestr(ZipInfo(name, evidence.made_at.timetuple()[:6]), content, ZIP_DEFLATED)
    return packed.getvalue()


def _files(evidence: Evidence, speak: Speak) -> Iterator[tuple[str, bytes]]:
    for number, table in enumerate(evidence.tables, 1):
        yield _name(number, table, speak), _text(_csv(table, speak))
    forms, checklists = (speak(say(f"evidence-folder-{each}")) for each in ("forms", "checklists"))
    for printout in evidence.forms:
        yield f"{forms}/{printout.number}.pdf", annexes.draw(printout, speak)
    for report in evidence.reports:
        yield f"{checklists}/{report.inspection.number}.pdf", checklist.draw(report, speak)


def _name(number: int, table: Table, speak: Speak) -> str:
    return f"{number:02}-{speak(say(f'evidence-table-{table.name}'))}.csv"


def _text(text: str) -> bytes:
    """As Windows expects it."""
    return (BOM + text).encode()


# --- tables ----------------------------------------------------------------------------------------------------------


def _csv(table: Table, speak: Speak) -> str:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow([each for name in table.columns for each in _heads(name, speak)])
    for row in table.rows:
        rows.writerow(
            [each for name, cell in zip(table.columns, row, strict=True) for each in _cells(name, cell, speak)]
        )
    return written.getvalue()


def _heads(name: str, speak: Speak) -> tuple[str, ...]:
    """A date stands twice: for the machine, and in the ROC calendar for the reader."""
    head = speak(say(f"evidence-column-{name}"))
    return (head, speak(say("evidence-roc", column=head))) if is_dated(name) else (head,)


def _cells(name: str, cell: Cell, speak: Speak) -> tuple[str, ...]:
    if not is_dated(name):
        return (_word(cell, speak),)
    if isinstance(cell, datetime):
        return (cell.strftime("%Y-%m-%d %H:%M"), roc_short(cell.date()))
    return (cell.isoformat(), roc_short(cell)) if isinstance(cell, date) else ("", "")


def _word(cell: Cell, speak: Speak) -> str:
    """What somebody wrote is never taken for a formula."""
    word = "" if cell is None else speak(say("verbatim", text=cell))
    return f"'{word}" if word.startswith(FORMULA) else word


# --- what it is, and how it is checked -------------------------------------------------------------------------------


def _readme(evidence: Evidence, speak: Speak, count: int) -> str:
    lines = [
        say("evidence-title", agency=evidence.agency.name, code=evidence.agency.code, year=Year(evidence.year)),
        say("evidence-made", day=evidence.made_at.date(), at=evidence.made_at, last=evidence.last),
        say("evidence-holds", count=count),
        *(
            say("evidence-line", file=_name(number, table, speak), count=len(table.rows))
            for number, table in enumerate(evidence.tables, 1)
        ),
        say("evidence-pdfs", folder=say("evidence-folder-forms"), count=len(evidence.forms)),
        say("evidence-pdfs", folder=say("evidence-folder-checklists"), count=len(evidence.reports)),
        say("evidence-check", file=SUMS),
        say("evidence-head", head=evidence.head),
        say("evidence-note"),
    ]
    return "".join(f"{speak(each)}\n" for each in lines).replace("\n", "\r\n")


def _sums(evidence: Evidence, files: dict[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it; what begins with # is passed over."""
    heads = (f"# {evidence.agency.code} {evidence.year}", f"# ledger {evidence.head}")
    sums = (f"{sha256(content).hexdigest()}  {name}" for name, content in sorted(files.items()))
    return "".join(f"{each}\n" for each in (*heads, *sums)).encode()
