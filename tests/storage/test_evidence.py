"""What belongs to a year: what was in force or under way on one of its days; seeds only once they are no secret."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.rules.duties import month_term
from bot.rules.phrases import Phrase, RuleViolation
from bot.rules.roster import Sheet
from bot.services import evidence
from bot.services.roster import import_roster
from storage import duties, migrate, seeds, tables
from storage.engines import writer_engine
from storage.unit import Unit
from tests.city import roster
from tests.rig import TAIPEI

OPENED = {"kind": "officer", "opened_on": "2025-06-02", "password_changed_on": "2025-06-02", "items": "LI-01"}


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    """In February 2027, an account of the Traffic Bureau that was opened in June 2025."""
    address = f"sqlite:///{tmp_path / 'office.db'}"
    migrate.upgrade(address)
    engine = writer_engine(address)
    with engine.begin() as connection:
        opened = Unit(connection, datetime(2027, 2, 1, 2, tzinfo=UTC), TAIPEI)
        import_roster(opened, {**roster(), "accounts": Sheet.of("accounts.csv", [{**OPENED, "staff_no": "O1"}])})
        yield opened
    engine.dispose()


def column(unit: Unit, year: int, table: str, name: str) -> list[object]:
    found = next(each for each in evidence.load(unit, "TB", year).tables if each.name == table)
    at = found.columns.index(name)
    return [getattr(row[at], "key", row[at]) for row in found.rows]


def change(unit: Unit, **values: object) -> None:
    unit.connection.execute(update(tables.accounts).values(**values))


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_an_account_belongs_to_every_year_in_which_it_was_open(unit: Unit, year: int) -> None:
    assert column(unit, year, "accounts", "opened_on") == [date(2025, 6, 2)]
    assert column(unit, year, "account_items", "code") == ["LI-01"]


@pytest.mark.parametrize("year", [2024, 2028])
def test_of_a_year_before_it_and_of_one_to_come_nothing_is_known(unit: Unit, year: int) -> None:
    with pytest.raises(RuleViolation, match="evidence-nothing"):
        evidence.load(unit, "TB", year)


def test_an_account_that_was_closed_belongs_to_no_later_year(unit: Unit) -> None:
    change(unit, closed_on=date(2025, 12, 31))

    assert column(unit, 2025, "accounts", "account_state") == ["evidence-account-closed"]
    with pytest.raises(RuleViolation, match="evidence-nothing"):
        evidence.load(unit, "TB", 2026)


def test_an_account_is_shown_as_it_stood_at_the_years_end(unit: Unit) -> None:
    change(unit, suspended_on=date(2026, 12, 31), closed_on=date(2027, 1, 4))

    assert column(unit, 2025, "accounts", "account_state") == ["evidence-account-open"]
    assert column(unit, 2026, "accounts", "account_state") == ["evidence-account-suspended"]
    assert column(unit, 2027, "accounts", "account_state") == ["evidence-account-closed"]


def test_a_seed_that_is_still_a_secret_is_not_in_it_but_its_hash_is(unit: Unit) -> None:
    duties.open_audits(unit, month_term(date(2027, 2, 1)), unit.today)
    seeds.draw(unit)

    assert column(unit, 2027, "audits", "seeds") == [None]
    (hashes,) = column(unit, 2027, "audits", "seed_hashes")
    assert len(str(hashes)) == 64


def test_everybody_is_named_with_the_staff_number(unit: Unit) -> None:
    found = next(each for each in evidence.load(unit, "TB", 2026).tables if each.name == "accounts")
    who = found.rows[0][0]

    assert isinstance(who, Phrase)
    assert who.params == {"no": "O1", "name": "林承辦"}
