"""Reminders from the command line: one sweep, or a stretch of simulated office life."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import Clock
from bot.commands import terminal
from bot.rehearsal import Plan
from bot.rules.phrases import Phrase, say
from bot.scheduler import remind as reminding
from bot.settings import Settings
from bot.texts import Texts

app = typer.Typer()


@app.command()
def remind(
    at: Annotated[str, typer.Option(help="Local time, 2026-12-03T08:30; now when left out.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be queued.")] = False,
    as_json: terminal.Json = False,
) -> None:
    """One sweep of the reminders, as of a moment."""
    settings = terminal.settings()
    moment = _moment(at, settings)
    with terminal.database(settings) as address:
        found = reminding.remind(address, moment, settings.zone, dry_run=dry_run)
    texts = terminal.texts_of(settings)
    rows = [{**each, "why": _because(texts, each["why"])} for each in found]
    if not dry_run and moment > Clock().now() and (moment - Clock().now()).days >= 1:
        typer.echo(texts.plain(say("cli-remind-ahead"), None), err=True)
    terminal.show(rows, as_json)


def _moment(at: str, settings: Settings) -> datetime:
    try:
        return datetime.fromisoformat(at).replace(tzinfo=settings.zone) if at else Clock().now()
    except ValueError:
        terminal.fail(say("cli-not-a-moment", at=at), 2)


def _because(texts: Texts, why: tuple[str, Phrase]) -> str:
    return f"{why[0]} {texts.plain(why[1], None)}"


@app.command()
def rehearse(
    first: Annotated[str, typer.Option("--from", help="The first day, 2027-01-01.")],
    last: Annotated[str, typer.Option("--to", help="The last day.")],
    agencies: Annotated[int, typer.Option(min=3, max=200)] = 30,
    people: Annotated[int, typer.Option(min=12, max=5000)] = 300,
    no_deputies: Annotated[bool, typer.Option("--no-deputies", help="Nobody names a deputy.")] = False,
    no_rollover: Annotated[bool, typer.Option("--no-rollover", help="Overdue on the 11th at the earliest.")] = False,
    outage: Annotated[tuple[str, str] | None, typer.Option(help="First day without the bot, first with it.")] = None,
    seed: int = 1,
    out: Annotated[Path, typer.Option(help="The folder for tables and picture.")] = Path("rehearsal"),
) -> None:
    """Simulated office life against the real code: every message that each role would get, as tables and a picture."""
    from bot import rehearsing

    texts = terminal.texts_of(terminal.settings())
    away = (_day(outage[0]), _day(outage[1])) if outage else None
    plan = Plan(_day(first), _day(last), agencies, people, not no_deputies, not no_rollover, away, seed)
    if not plan.makes_sense:
        terminal.fail(say("cli-rehearse-days"), 2)
    for each in rehearsing.run(plan, out, lambda phrase: texts.plain(phrase, None), _show_progress(texts, plan.last)):
        typer.echo(each)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        terminal.fail(say("cli-rehearse-days"), 2)


def _show_progress(texts: Texts, last: date) -> Callable[[date], None]:
    """One line on stderr that is written over, a week at a time."""

    def show(day: date) -> None:
        if day.weekday() == 0 or day == last:
            line = texts.plain(say("rehearsal-progress", day=day), None)
            typer.echo(f"\r{line}", err=True, nl=day == last)

    return show
