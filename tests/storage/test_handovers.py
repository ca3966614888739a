"""What leavers leave behind is looked for every hour: it must not cost a look at all that is open in the city."""

from typing import Any

from sqlalchemy import Select, select

from storage import rights
from storage.handovers import LEFT_BEHIND
from storage.tables import accounts
from storage.unit import Unit


def test_each_leavers_matters_are_found_by_the_person(unit: Unit) -> None:
    leavers, movers = LEFT_BEHIND
    searched = plan(unit, leavers)

    assert not [each for each in searched if each.startswith("SCAN")]
    assert [each for each in plan(unit, movers) if each.startswith("SCAN")] == ["SCAN transfers"]
    for table in ("accounts", "cases", "duties", "deputyships"):
        found = [each for each in (*searched, *plan(unit, movers)) if f" {table} " in each]
        assert found and all("_id=?" in each for each in found), searched


def test_accounts_that_end_are_found_by_the_person(unit: Unit) -> None:
    searched = plan(unit, select(accounts.c.id).where(rights.NO_LONGER_USED))

    assert not [each for each in searched if each == "SCAN accounts"], searched


def plan(unit: Unit, query: Select[Any]) -> list[str]:
    asked = query.params(on=unit.today).compile(unit.connection, compile_kwargs={"literal_binds": True})
    found = [row.detail for row in unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    return [each for each in found if each.startswith(("SEARCH", "SCAN"))]
