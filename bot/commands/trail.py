"""What came in and is not done, and what was done: the inbox and the ledger."""

import json
from typing import Annotated

import typer

from bot.commands import terminal
from bot.rules.phrases import RuleViolation, say
from storage import audits, inbox, ledger, records

inbox_app, ledger_app = typer.Typer(), typer.Typer()


@inbox_app.command(name="list")
def list_inbox(as_json: terminal.Json = False) -> None:
    with terminal.unit_of(terminal.settings()) as unit:
        rows = inbox.unfinished(unit)
    terminal.show(rows, as_json)


@inbox_app.command()
def retry(row: int) -> None:
    """Let a parked update be tried again."""
    with terminal.unit_of(terminal.settings()) as unit:
        if not inbox.retry(unit, row):
            raise RuleViolation("cli-not-parked", row=row)


@inbox_app.command()
def drop(row: int) -> None:
    """Close an update without acting on it."""
    with terminal.unit_of(terminal.settings()) as unit:
        if not inbox.drop(unit, row):
            raise RuleViolation("cli-not-open", row=row)
        ledger.append(unit, "inbox_dropped", row=row)


@ledger_app.command()
def verify(
    head: Annotated[str, typer.Option(help="A head that was posted, NUMBER:HASH; finds a cut tail.")] = "",
) -> None:
    """Check the chain from its first entry."""
    number, _, digest = head.partition(":")
    if head and not (number.isdecimal() and digest):
        terminal.fail(say("cli-not-a-head", head=head), 2)
    with terminal.unit_of(terminal.settings()) as unit:
        faults = (
            ledger.verify(unit, (int(number), digest) if head else None) + records.verify(unit) + audits.verify(unit)
        )
        last, own = ledger.head(unit)
    if faults:
        terminal.fail(say("cli-ledger-broken", faults=tuple(faults)))
    typer.echo(f"{last}:{own}")


@ledger_app.command()
def export() -> None:
    """Print every entry as a line of JSON."""
    with terminal.unit_of(terminal.settings()) as unit:
        for entry, body in ledger.entries(unit):
            typer.echo(json.dumps({**ledger.shown(entry), "payload": body}, ensure_ascii=False))
