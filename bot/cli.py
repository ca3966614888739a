"""The command line: its commands, in the order in which the help shows them."""

import typer

from bot import logs
from bot.commands import files, links, papers, service, sweeps, trail

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
for each in (service, sweeps, links, papers):
    app.add_typer(each.app)
app.add_typer(trail.inbox_app, name="inbox", help="Updates that are not done: list, retry, drop.")
app.add_typer(trail.ledger_app, name="ledger", help="Verify or export the ledger.")
app.add_typer(files.roster_app, name="roster", help="People, seats and rights from files.")
app.add_typer(files.calendar_app, name="calendar", help="The official office calendar from a file.")


def main() -> None:
    logs.configure()
    app()
