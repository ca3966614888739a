"""The bot and its database: run it, try it, look after it."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import running
from bot.clock import Clock
from bot.commands import terminal
from bot.rules.phrases import say
from bot.services import checkup
from storage import backup, ledger, migrate, people
from storage.lock import AlreadyLed

app = typer.Typer()


@app.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = terminal.settings()
    if not settings.token.get_secret_value():
        terminal.fail(say("cli-token-missing"), 2)
    terminal.bring_up(settings)
    try:
        running.run(settings, Clock())
    except AlreadyLed:
        terminal.fail(say("cli-already-running"))
    except running.LeadLost:
        terminal.fail(say("cli-lead-lost"))
    except running.TokenRefused:
        terminal.fail(say("cli-token-refused"), 2)
    except running.ListenRefused as refused:
        terminal.fail(say("cli-listen-refused", listen=str(refused)), 2)
    except running.WebhookRefused as refused:
        terminal.fail(say("cli-webhook-refused", error=str(refused)), 2)


@app.command()
def sandbox(
    port: int = 8080, bare: Annotated[bool, typer.Option(help="Only the Bot API: any token, no bot of ours.")] = False
) -> None:
    """Serve a small city in the browser: no token, no network."""
    from bot import town
    from bot.sandbox.server import serve_bare

    try:
        asyncio.run(serve_bare(port=port) if bare else town.serve(port))
    except KeyboardInterrupt:
        return
    except OSError:
        terminal.fail(say("cli-port-taken", port=port))


@app.command(name="migrate")
def migrate_database() -> None:
    """Bring the database up to date."""
    migrate.upgrade(terminal.settings().database)


@app.command(name="backup")
def back_up(file: Path) -> None:
    """Copy the database, while the bot runs, into FILE (SQLite)."""
    if file.exists():
        terminal.fail(say("cli-file-exists", file=str(file)), 2)
    backup.copy(terminal.settings().database, file)


@app.command()
def doctor() -> None:
    """Look at token, database, calendar, seats and what is parked: what is wrong and what to do."""
    from bot.forms import fonts

    settings = terminal.settings()
    texts = terminal.texts_of(settings)
    wrong = [] if running.ask_name(settings) else [say("doctor-token")]
    with terminal.unit_of(settings) as unit:
        wrong += checkup.findings(unit)
        wrong += fonts.findings(each.name for each in people.in_post(unit))
        wrong += [say("cli-ledger-broken", faults=tuple(faults))] if (faults := ledger.verify(unit)) else []
    for each in wrong:
        typer.echo(texts.plain(each, None))
    if wrong:
        raise typer.Exit(1)
    typer.echo(texts.plain(say("doctor-well"), None))
