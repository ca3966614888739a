"""What all commands share: settings, one short transaction, sentences, and the exit codes: 0 done, 1 refused or
something wrong, 2 wrong usage or setting."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot.clock import Clock
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.settings import Settings, SettingsError, read_settings
from bot.texts import Texts
from storage import migrate, opened
from storage.unit import Unit

Json = Annotated[bool, typer.Option("--json", help="Print one JSON list and nothing else.")]


def settings() -> Settings:
    """What the environment says; a setting that is wrong becomes a sentence and exit 2."""
    try:
        return read_settings()
    except SettingsError as error:
        texts = Texts(ZoneInfo("Asia/Taipei"))
        typer.echo(texts.plain(say("cli-setting-wrong", names=str(error)), None), err=True)
        raise typer.Exit(2) from None


def texts_of(settings: Settings) -> Texts:
    return Texts(settings.zone, settings.locale)


def fail(phrase: Phrase, code: int = 1) -> NoReturn:
    typer.echo(texts_of(settings()).plain(phrase, None), err=True)
    raise typer.Exit(code)


def write(out: Path, drawn: bytes) -> None:
    try:
        out.write_bytes(drawn)
    except OSError:
        fail(say("cli-cannot-write", file=str(out)), 2)


def bring_up(settings: Settings) -> None:
    try:
        if not migrate.bring_up(settings.database):
            fail(say("cli-migrate-first"))
    except migrate.DatabaseAway as error:
        fail(say("cli-database-away", error=str(error)))


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """The address of a database that is up to date; refusals become a sentence and exit 1."""
    bring_up(settings)
    try:
        yield settings.database
    except RuleViolation as no:
        fail(no.phrase)


@contextmanager
def unit_of(settings: Settings) -> Iterator[Unit]:
    """One short transaction beside whatever runs."""
    with database(settings) as address, opened.unit(address, Clock().now(), settings.zone) as unit:
        yield unit


def show(rows: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            typer.echo("\t".join("" if each is None else str(each) for each in row.values()))
