"""Points 8(1)1 and 4(4)5: the sample can be redrawn by anybody, and the report is honest."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.audits import Item, Result, State, check_reading, check_report, report_incident_by, sample, size
from bot.rules.phrases import RuleViolation

SEEDS = st.text("0123456789abcdef", min_size=64, max_size=64)
STAFF = st.text("ABC0123456789", min_size=1, max_size=8)
COUNTS = st.integers(0, 5_000)
OK: tuple[str, ...] = ()


def redraw(seed: str, staff_no: str, queries: int, registered: int) -> list[int]:
    """Written from the README's rule alone."""
    entries = registered or queries
    wanted = min((max(queries, 1 if registered else 0) + 99) // 100 if queries else (registered + 99) // 100, entries)
    drawn, i = [], 0
    while len(drawn) < wanted:
        i += 1
        number = int(hashlib.sha256(f"{seed}/{staff_no}/{i}".encode()).hexdigest(), 16) % entries + 1
        drawn += [] if number in drawn else [number]
    return drawn


def item(failed: tuple[str, ...] | None, *, of_head: bool = False) -> Item:
    return Item(1, "P1", 1, of_head, failed, "", None, 1)


@given(SEEDS, STAFF, COUNTS, COUNTS)
def test_whoever_knows_the_rule_and_the_seed_draws_the_same(seed: str, staff_no: str, queries: int, registered: int):
    assert list(sample(seed, staff_no, queries, registered)) == redraw(seed, staff_no, queries, registered)


@given(SEEDS, STAFF, COUNTS, COUNTS)
def test_entries_are_drawn_once_each_out_of_those_there_are(seed: str, staff_no: str, queries: int, registered: int):
    drawn = sample(seed, staff_no, queries, registered)

    assert len(set(drawn)) == len(drawn)
    assert all(1 <= each <= (registered or queries) for each in drawn)


@given(SEEDS, st.integers(1, 99_999))
def test_one_percent_and_at_least_one(seed: str, queries: int):
    assert len(sample(seed, "P1", queries, queries)) == size(queries) == max(1, -(-queries // 100))


def test_nothing_used_is_nothing_to_look_at():
    assert sample("00", "P1", 0, 0) == ()


@pytest.mark.parametrize(("queries", "wanted"), [(1, 1), (100, 1), (101, 2), (1000, 10)])
def test_the_size_of_the_sample(queries: int, wanted: int):
    assert size(queries) == wanted


def test_what_was_not_looked_at_is_not_reported():
    with pytest.raises(RuleViolation, match="audit-unfinished"):
        check_report([item(OK), item(None)], 0, Result.NORMAL)


@pytest.mark.parametrize(("found", "anomalies"), [(("basis",), 0), (OK, 1)])
def test_what_was_found_wrong_is_not_reported_as_normal(found: tuple[str, ...], anomalies: int):
    with pytest.raises(RuleViolation, match="audit-not-normal"):
        check_report([item(found)], anomalies, Result.NORMAL)
    check_report([item(found)], anomalies, Result.ANOMALY)


def test_the_heads_part_does_not_hold_up_the_report_but_its_reading():
    items = [item(OK), item(None, of_head=True)]
    check_report(items, 0, Result.NORMAL)

    with pytest.raises(RuleViolation, match="audit-own-part-first"):
        check_reading(State.REPORTED, items)


@pytest.mark.parametrize("state", [each for each in State if each is not State.REPORTED])
def test_only_a_report_that_waits_is_read(state: State):
    with pytest.raises(RuleViolation, match="audit-not-waiting"):
        check_reading(state, [])


def test_an_incident_is_reported_within_an_hour():
    at = datetime(2026, 12, 1, tzinfo=UTC)

    assert report_incident_by(at) - at == timedelta(hours=1)
