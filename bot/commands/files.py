"""What is imported from files: the roster and the official office calendar."""

from pathlib import Path

import typer

from bot import calendar_files
from bot.commands import terminal
from bot.rules.calendar_file import CalendarRefused
from bot.rules.phrases import say
from bot.services import office_days, roster

roster_app, calendar_app = typer.Typer(), typer.Typer()


@roster_app.command()
def template(file: Path) -> None:
    """Write an empty workbook with every sheet and column explained."""
    if file.exists():
        terminal.fail(say("cli-file-exists", file=str(file)), 2)
    from bot import roster_files

    texts = terminal.texts_of(terminal.settings())
    roster_files.write_template(file, lambda key: texts.plain(say(key), None))


@roster_app.command(name="import")
def import_roster(path: Path) -> None:
    """Import a workbook or a folder of CSVs, all or nothing."""
    from bot import roster_files

    settings = terminal.settings()
    texts = terminal.texts_of(settings)
    try:
        with terminal.unit_of(settings) as unit:
            summary = roster.import_roster(unit, roster_files.read(path), settings.locale)
    except roster.RosterRefused as refused:
        for fault in refused.faults:
            typer.echo(texts.plain(fault.phrase, None), err=True)
        raise typer.Exit(1) from None
    typer.echo(texts.plain(summary.phrase, None))


@calendar_app.command(name="import")
def import_calendar(file: Path) -> None:
    """Import the official office calendar of a year, or single days, all or nothing."""
    settings = terminal.settings()
    texts = terminal.texts_of(settings)
    try:
        with terminal.unit_of(settings) as unit:
            done = office_days.import_official(unit, calendar_files.read(file))
    except CalendarRefused as refused:
        for fault in refused.faults:
            typer.echo(texts.plain(fault.phrase, None), err=True)
        raise typer.Exit(1) from None
    for each in done.phrases:
        typer.echo(texts.plain(each, None))


@calendar_app.callback()
def _calendar_commands() -> None:
    """A single command would else be taken for the group itself."""
