"""A month's record, seed, sample and report on both databases."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.audits import State
from bot.rules.duties import Duty
from bot.rules.people import Strength
from storage import audits, duties, ledger, records, seeds
from storage.engines import writer_engine
from storage.records import Record
from storage.tables import agencies
from storage.unit import Unit

MOMENT = datetime(2026, 12, 4, 1, 0, tzinfo=UTC)
DUE = date(2026, 12, 10)


def record(number: str) -> Record:
    return Record(
        number, "P1", "2026-11", "TB", 10, 9, "repeated", 10, 0, 3, "D", Strength.TAP, "", "P1", MOMENT, True, True, 1
    )  # fmt: skip


@pytest.fixture
def unit(database: str) -> Iterator[Unit]:
    engine = writer_engine(database)
    with engine.begin() as connection:
        connection.execute(agencies.insert().values(code="TB", name="TB", kind="using"))
        unit = Unit(connection, MOMENT, ZoneInfo("Asia/Taipei"))
        duties.open_one(unit, Duty.RECORD, "P1", "2026-11", DUE, "TB")
        duties.open_one(unit, Duty.AUDIT, "TB", "2026-11", DUE, "TB")
        yield unit
    engine.dispose()


def owed(unit: Unit, code: Duty, subject: str) -> int:
    found = duties.find(unit, code, subject, "2026-11")
    assert found is not None
    return found.id


def test_a_record_is_kept_once_and_corrected_from_the_version_that_was_seen(unit: Unit) -> None:
    id_, first = owed(unit, Duty.RECORD, "P1"), record(records.next_number(unit))
    records.keep(unit, id_, first)
    second = records.correct(unit, id_, first)

    assert second == records.find(unit, id_)
    assert records.correct(unit, id_, first) is None
    assert records.of_agency(unit, "TB", "2026-11") == {"P1": second}


def test_a_seed_is_drawn_once_and_its_hash_is_in_the_ledger(unit: Unit) -> None:
    seeds.draw(unit)
    seeds.draw(unit)
    (seed,) = seeds.of(unit, owed(unit, Duty.AUDIT, "TB"))
    (body,) = [body for entry, body in ledger.entries(unit) if entry.verb == "audit_seeds"]

    assert seeds.hashed(seed) in str(body)
    assert seed not in str(body)


def test_an_audit_changes_only_from_the_version_that_was_seen(unit: Unit) -> None:
    id_ = owed(unit, Duty.AUDIT, "TB")
    assert audits.find(unit, id_).state is State.OPEN
    assert audits.start(unit, id_)
    assert not audits.start(unit, id_)
    audits.add_items(unit, id_, 1, [("P1", 4, False), ("P1", 4, False)])
    seen = audits.find(unit, id_)

    assert [each.position for each in audits.items(unit, id_)] == [4]
    assert audits.change(unit, seen, state=State.REPORTED.value, missing="P2;P3")
    assert not audits.change(unit, seen, state=State.READ.value)
    assert audits.find(unit, id_).missing == ("P2", "P3")


def test_those_who_are_missing_are_asked_once_a_day(unit: Unit) -> None:
    id_ = owed(unit, Duty.AUDIT, "TB")

    assert [audits.nudge(unit, id_, day) for day in (DUE, DUE)] == [True, False]
