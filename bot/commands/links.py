"""Who is linked to the bot: invitations, and cutting a link."""

import typer

from bot import running
from bot.commands import terminal
from bot.services import linking
from storage import counters

app = typer.Typer()


@app.command()
def invite(staff_no: list[str], as_json: terminal.Json = False) -> None:
    """A one-time link for each staff number; valid for seven days."""
    settings = terminal.settings()
    asked = running.ask_name(settings)
    with terminal.unit_of(settings) as unit:
        codes = linking.invite(unit, staff_no)
        name = asked or counters.recall(unit, "bot_name")
        if asked:
            counters.remember(unit, "bot_name", asked)
    rows = [
        {"staff_no": number, "link": f"https://t.me/{name}?start={code}" if name else None, "code": code}
        for number, code in codes
    ]
    terminal.show(rows, as_json)


@app.command()
def unlink(staff_no: str) -> None:
    """Cut the link between a person and the chat account."""
    with terminal.unit_of(terminal.settings()) as unit:
        linking.unlink(unit, staff_no)
