"""Points 5, 6 and 9: for every kind, change, agency and business the chain that routes.md says, that the preview shows,
and that then happens."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from bot.rules.clauses import CLAUSES
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import BUSINESS, OWN_WORK, SUBJECT
from bot.rules.people import Role
from bot.rules.phrases import Phrase, say
from bot.rules.requests import Case, CaseState, Stop
from bot.services import chains, filing
from bot.texts import Texts
from storage.unit import Unit
from tests.rig import TAIPEI
from tests.services.city_of_all_kinds import (
    AGENCIES,
    ENTRUSTED,
    advance,
    answers_for,
    file,
    fill_city,
    person,
    prepare,
)

OWN = "本所自有業務"
TABLE = Path(__file__).with_name("routes.md")
CHANGES = {
    "administrator_account": ("add", "change", "delete", "reinstate"),
    "officer_account": ("add", "change", "delete", "reinstate"),
    "officer_items": ("add", "change", "delete"),
    "agency_items": ("increase", "decrease"),
}
Row = tuple[str, str, str]


def table() -> dict[Row, str]:
    """Kind, agency, business -> chain."""
    rows = (line.split("|")[1:-1] for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| `"))
    return {
        (kind.strip(" `"), agency.split()[0], business.strip().replace(OWN, OWN_WORK)): chain.strip()
        for kind, agency, business, chain in rows
    }


def cases_there_are() -> Iterator[Row]:
    """Every kind, agency and business, as the directions and the rules know them."""
    for kind, agency in product(KINDS.values(), AGENCIES):
        asks = any(each.name == BUSINESS for each in kind.fields) and agency in ENTRUSTED
        for business in (*ENTRUSTED[agency], OWN_WORK) if asks else ("",):
            yield kind.code, agency, business


def test_the_table_has_a_row_for_every_kind_agency_and_business() -> None:
    assert set(table()) == set(cases_there_are())


def test_every_kind_has_its_changes_in_the_table() -> None:
    assert set(CHANGES) == set(KINDS)


@pytest.mark.parametrize(
    ("row", "change"), [(row, change) for row in cases_there_are() for change in CHANGES[row[0]]], ids=str
)
def test_the_chain_of_the_table_is_that_of_the_preview_and_the_one_that_happens(
    unit: Unit, row: Row, change: str
) -> None:
    fill_city(unit)
    code, agency, business = row
    kind = kind_of(code)
    filer = person(unit, agency, "officer" if kind.filed_by is Role.OFFICER else "administrator")
    prepare(unit, kind, change, filer)
    wanted = {"change": change, BUSINESS: business, SUBJECT: filer.staff_no}
    answers = answers_for(unit, kind, filer, {name: each for name, each in wanted.items() if each})

    foreseen = [shown(each, agency) for each in filing.chain(unit, kind, filer, answers)]
    happened = list(carried_out(unit, file(unit, kind, filer, answers)))

    assert " → ".join(foreseen) == table()[row]
    assert happened == foreseen


def carried_out(unit: Unit, case: Case) -> Iterator[str]:
    """Where the case has been, everybody having acted in turn."""
    while case.at is not None:
        seat = chains.seat_now(unit, case)
        assert seat is not None
        yield shown(Stop(case.at, seat, ()), case.agency)
        case = advance(unit, case)
    assert case.state is CaseState.DONE


def shown(stop: Stop, agency: str) -> str:
    """A step as a person reads it beside the directions: what, whose, by which clause."""
    step = plain(chains.step_name(stop.step, stop.seat, agency))
    where = AGENCIES[stop.seat.agency][0].partition("（")[0]
    who = plain(say(f"role-{stop.seat.role}")).removeprefix(where)
    return f"{step}〔{where}{who}，{CLAUSES[stop.step.clause].label}〕"


def plain(phrase: Phrase) -> str:
    return Texts(TAIPEI).plain(phrase, "zh-TW")
