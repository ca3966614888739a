"""What leavers leave behind is looked for every hour: it must not cost a look at all that is open in the city."""

from storage.handovers import LEFT_BEHIND
from storage.unit import Unit


def test_each_leavers_matters_are_found_by_the_person(unit: Unit) -> None:
    asked = LEFT_BEHIND.params(on=unit.today).compile(unit.connection, compile_kwargs={"literal_binds": True})
    plan = [row.detail for row in unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    searched = [each for each in plan if each.startswith(("SEARCH", "SCAN"))]

    assert not [each for each in searched if each.startswith("SCAN")]
    for table in ("accounts", "cases", "duties", "deputyships"):
        found = [each for each in searched if f" {table} " in each]
        assert found and all("_id=?" in each for each in found), searched
