"""The command line: one function per command; exit 0 done, 1 refused or something wrong, 2 wrong usage or setting."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot import calendar_files, logs, running
from bot.clock import Clock
from bot.rehearsal import Plan
from bot.rules.calendar_file import CalendarRefused
from bot.rules.evidence import read_year
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.scheduler import remind as reminding
from bot.services import checkup, linking, office_days, printing, roster
from bot.services import evidence as gathering
from bot.settings import Settings, SettingsError, read_settings
from bot.texts import Texts
from storage import audits, backup, counters, inbox, ledger, migrate, opened, people, records
from storage.lock import AlreadyLed
from storage.unit import Unit

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
inbox_app, ledger_app, roster_app, calendar_app = (typer.Typer() for _ in range(4))
app.add_typer(inbox_app, name="inbox", help="Updates that are not done: list, retry, drop.")
app.add_typer(ledger_app, name="ledger", help="Verify or export the ledger.")
app.add_typer(roster_app, name="roster", help="People, seats and rights from files.")
app.add_typer(calendar_app, name="calendar", help="The official office calendar from a file.")


class Annex(StrEnum):
    """The forms of the directions that can be printed empty."""

    annex1 = "annex1"
    annex2 = "annex2"
    annex3 = "annex3"


Json = Annotated[bool, typer.Option("--json", help="Print one JSON list and nothing else.")]


def main() -> None:
    logs.configure()
    app()


@app.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = _settings()
    if not settings.token.get_secret_value():
        _fail(say("cli-token-missing"), 2)
    _up_to_date(settings)
    try:
        running.run(settings, Clock())
    except AlreadyLed:
        _fail(say("cli-already-running"))
    except running.LeadLost:
        _fail(say("cli-lead-lost"))
    except running.TokenRefused:
        _fail(say("cli-token-refused"), 2)
    except running.ListenRefused as refused:
        _fail(say("cli-listen-refused", listen=str(refused)), 2)
    except running.WebhookRefused as refused:
        _fail(say("cli-webhook-refused", error=str(refused)), 2)


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
        _fail(say("cli-port-taken", port=port))


@app.command(name="migrate")
def migrate_database() -> None:
    """Bring the database up to date."""
    migrate.upgrade(_settings().database)


@app.command(name="backup")
def back_up(file: Path) -> None:
    """Copy the database, while the bot runs, into FILE (SQLite)."""
    if file.exists():
        _fail(say("cli-file-exists", file=str(file)), 2)
    backup.copy(_settings().database, file)


@app.command()
def doctor() -> None:
    """Look at token, database, calendar, seats and what is parked: what is wrong and what to do."""
    from bot.forms import fonts

    settings = _settings()
    texts = _texts(settings)
    wrong = [] if running.ask_name(settings) else [say("doctor-token")]
    with _unit(settings) as unit:
        wrong += checkup.findings(unit)
        wrong += fonts.findings(each.name for each in people.in_post(unit))
        wrong += [say("cli-ledger-broken", faults=tuple(faults))] if (faults := ledger.verify(unit)) else []
    for each in wrong:
        typer.echo(texts.plain(each, None))
    if wrong:
        raise typer.Exit(1)
    typer.echo(texts.plain(say("doctor-well"), None))


@app.command()
def remind(
    at: Annotated[str, typer.Option(help="Local time, 2026-12-03T08:30; now when left out.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be queued.")] = False,
    as_json: Json = False,
) -> None:
    """One sweep of the reminders, as of a moment."""
    settings = _settings()
    moment = _moment(at, settings)
    with _database(settings) as address:
        found = reminding.remind(address, moment, settings.zone, dry_run=dry_run)
    texts = _texts(settings)
    rows = [{**each, "why": _because(texts, each["why"])} for each in found]
    if not dry_run and moment > Clock().now() and (moment - Clock().now()).days >= 1:
        typer.echo(texts.plain(say("cli-remind-ahead"), None), err=True)
    _print(rows, as_json)


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

    texts = _texts(_settings())
    away = (_day(outage[0]), _day(outage[1])) if outage else None
    plan = Plan(_day(first), _day(last), agencies, people, not no_deputies, not no_rollover, away, seed)
    if not plan.makes_sense:
        _fail(say("cli-rehearse-days"), 2)
    for each in rehearsing.run(plan, out, lambda phrase: texts.plain(phrase, None), _show_progress(texts, plan.last)):
        typer.echo(each)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        _fail(say("cli-rehearse-days"), 2)


def _show_progress(texts: Texts, last: date) -> Callable[[date], None]:
    """One line on stderr that is written over, a week at a time."""

    def show(day: date) -> None:
        if day.weekday() == 0 or day == last:
            line = texts.plain(say("rehearsal-progress", day=day), None)
            typer.echo(f"\r{line}", err=True, nl=day == last)

    return show


@app.command()
def invite(staff_no: list[str], as_json: Json = False) -> None:
    """A one-time link for each staff number; valid for seven days."""
    settings = _settings()
    asked = running.ask_name(settings)
    with _unit(settings) as unit:
        codes = linking.invite(unit, staff_no)
        name = asked or counters.recall(unit, "bot_name")
        if asked:
            counters.remember(unit, "bot_name", asked)
    rows = [
        {"staff_no": number, "link": f"https://t.me/{name}?start={code}" if name else None, "code": code}
        for number, code in codes
    ]
    _print(rows, as_json)


@app.command()
def unlink(staff_no: str) -> None:
    """Cut the link between a person and the chat account."""
    with _unit(_settings()) as unit:
        linking.unlink(unit, staff_no)


@app.command()
def form(
    out: Annotated[Path, typer.Option("-o", "--output", help="Where the PDF goes.")],
    case_no: Annotated[str, typer.Argument(help="Such as 115-A2-0001.")] = "",
    blank: Annotated[Annex | None, typer.Option(help="An empty form instead of a case's.")] = None,
) -> None:
    """Print a case's form, or an empty one, as PDF."""
    from bot.forms import annexes

    if bool(case_no) == bool(blank):
        _fail(say("cli-form-which"), 2)
    settings = _settings()
    with _unit(settings) as unit:
        printout = printing.blank(unit, list(Annex).index(blank) + 1) if blank else printing.by_number(unit, case_no)
    texts = _texts(settings)
    _write(out, annexes.draw(printout, lambda phrase: texts.plain(phrase, None)))


@app.command()
def evidence(
    agency: Annotated[str, typer.Argument(help="The agency's code or name.")],
    year: Annotated[str, typer.Argument(help="115 or 2026.")],
    out: Annotated[Path, typer.Option("-o", "--output", help="Where the ZIP goes.")],
) -> None:
    """All that an auditor asks for about an agency and a year: tables, forms and checklists, with their SHA-256."""
    from bot.forms import evidence as packed

    settings = _settings()
    try:
        number = read_year(year)
    except RuleViolation as no:
        _fail(no.phrase, 2)
    with _unit(settings) as unit:
        found = gathering.load(unit, agency, number)
    texts = _texts(settings)
    _write(out, packed.draw(found, lambda phrase: texts.plain(phrase, None)))


@inbox_app.command(name="list")
def list_inbox(as_json: Json = False) -> None:
    with _unit(_settings()) as unit:
        rows = inbox.unfinished(unit)
    _print(rows, as_json)


@inbox_app.command()
def retry(row: int) -> None:
    """Let a parked update be tried again."""
    with _unit(_settings()) as unit:
        if not inbox.retry(unit, row):
            raise RuleViolation("cli-not-parked", row=row)


@inbox_app.command()
def drop(row: int) -> None:
    """Close an update without acting on it."""
    with _unit(_settings()) as unit:
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
        _fail(say("cli-not-a-head", head=head), 2)
    with _unit(_settings()) as unit:
        faults = (
            ledger.verify(unit, (int(number), digest) if head else None) + records.verify(unit) + audits.verify(unit)
        )
        last, own = ledger.head(unit)
    if faults:
        _fail(say("cli-ledger-broken", faults=tuple(faults)))
    typer.echo(f"{last}:{own}")


@ledger_app.command()
def export() -> None:
    """Print every entry as a line of JSON."""
    with _unit(_settings()) as unit:
        for entry, body in ledger.entries(unit):
            typer.echo(json.dumps({**ledger.shown(entry), "payload": body}, ensure_ascii=False))


@roster_app.command()
def template(file: Path) -> None:
    """Write an empty workbook with every sheet and column explained."""
    if file.exists():
        _fail(say("cli-file-exists", file=str(file)), 2)
    from bot import roster_files

    texts = _texts(_settings())
    roster_files.write_template(file, lambda key: texts.plain(say(key), None))


@roster_app.command(name="import")
def import_roster(path: Path) -> None:
    """Import a workbook or a folder of CSVs, all or nothing."""
    from bot import roster_files

    settings = _settings()
    texts = _texts(settings)
    try:
        with _unit(settings) as unit:
            summary = roster.import_roster(unit, roster_files.read(path), settings.locale)
    except roster.RosterRefused as refused:
        for fault in refused.faults:
            typer.echo(texts.plain(fault.phrase, None), err=True)
        raise typer.Exit(1) from None
    typer.echo(texts.plain(summary.phrase, None))


@calendar_app.command(name="import")
def import_calendar(file: Path) -> None:
    """Import the official office calendar of a year, or single days, all or nothing."""
    settings = _settings()
    texts = _texts(settings)
    try:
        with _unit(settings) as unit:
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


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        texts = Texts(ZoneInfo("Asia/Taipei"))
        typer.echo(texts.plain(say("cli-setting-wrong", names=str(error)), None), err=True)
        raise typer.Exit(2) from None


def _texts(settings: Settings) -> Texts:
    return Texts(settings.zone, settings.locale)


def _fail(phrase: Phrase, code: int = 1) -> NoReturn:
    typer.echo(_texts(_settings()).plain(phrase, None), err=True)
    raise typer.Exit(code)


def _write(out: Path, drawn: bytes) -> None:
    try:
        out.write_bytes(drawn)
    except OSError:
        _fail(say("cli-cannot-write", file=str(out)), 2)


def _up_to_date(settings: Settings) -> None:
    try:
        if not migrate.bring_up(settings.database):
            _fail(say("cli-migrate-first"))
    except migrate.DatabaseAway as error:
        _fail(say("cli-database-away", error=str(error)))


@contextmanager
def _database(settings: Settings) -> Iterator[str]:
    """The address of a database that is up to date; refusals become a sentence and exit 1."""
    _up_to_date(settings)
    try:
        yield settings.database
    except RuleViolation as no:
        _fail(no.phrase)


@contextmanager
def _unit(settings: Settings) -> Iterator[Unit]:
    """One short transaction beside whatever runs."""
    with _database(settings) as address, opened.unit(address, Clock().now(), settings.zone) as unit:
        yield unit


def _moment(at: str, settings: Settings) -> datetime:
    try:
        return datetime.fromisoformat(at).replace(tzinfo=settings.zone) if at else Clock().now()
    except ValueError:
        _fail(say("cli-not-a-moment", at=at), 2)


def _because(texts: Texts, why: tuple[str, Phrase]) -> str:
    return f"{why[0]} {texts.plain(why[1], None)}"


def _print(rows: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            typer.echo("\t".join("" if each is None else str(each) for each in row.values()))
