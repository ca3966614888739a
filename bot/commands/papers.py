"""What is printed: forms, and the evidence of a year."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands import terminal
from bot.rules.evidence import read_year
from bot.rules.phrases import RuleViolation, say
from bot.services import evidence as gathering
from bot.services import printing

app = typer.Typer()


class Annex(StrEnum):
    """The forms of the directions that can be printed empty."""

    annex1 = "annex1"
    annex2 = "annex2"
    annex3 = "annex3"


@app.command()
def form(
    out: Annotated[Path, typer.Option("-o", "--output", help="Where the PDF goes.")],
    case_no: Annotated[str, typer.Argument(help="Such as 115-A2-0001.")] = "",
    blank: Annotated[Annex | None, typer.Option(help="An empty form instead of a case's.")] = None,
) -> None:
    """Print a case's form, or an empty one, as PDF."""
    from bot.forms import annexes

    if bool(case_no) == bool(blank):
        terminal.fail(say("cli-form-which"), 2)
    settings = terminal.settings()
    with terminal.unit_of(settings) as unit:
        printout = printing.blank(unit, list(Annex).index(blank) + 1) if blank else printing.by_number(unit, case_no)
    texts = terminal.texts_of(settings)
    terminal.write(out, annexes.draw(printout, lambda phrase: texts.plain(phrase, None)))


@app.command()
def evidence(
    agency: Annotated[str, typer.Argument(help="The agency's code or name.")],
    year: Annotated[str, typer.Argument(help="115 or 2026.")],
    out: Annotated[Path, typer.Option("-o", "--output", help="Where the ZIP goes.")],
) -> None:
    """All that an auditor asks for about an agency and a year: tables, forms and checklists, with their SHA-256."""
    from bot.forms import evidence as packed

    settings = terminal.settings()
    try:
        number = read_year(year)
    except RuleViolation as no:
        terminal.fail(no.phrase, 2)
    with terminal.unit_of(settings) as unit:
        found = gathering.load(unit, agency, number)
    texts = terminal.texts_of(settings)
    terminal.write(out, packed.draw(found, lambda phrase: texts.plain(phrase, None)))
