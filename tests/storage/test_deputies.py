"""Deputyships in both databases: present and coming ones, and whose deciders change on which day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.rules.people import Capacity, Deputyship, Person, Role, Seat
from bot.rules.phrases import RuleViolation
from bot.services import deputies as ending
from bot.services import roster
from storage import deputies, people
from storage.engines import writer_engine
from storage.tables import people as staff
from storage.unit import Unit
from tests.city import roster as city

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
HEAD = Seat(Role.HEAD, "TB")
MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def unit(database: str) -> Iterator[Unit]:
    engine = writer_engine(database)
    with engine.begin() as connection:
        unit = Unit(connection, MOMENT, ZoneInfo("Asia/Taipei"))
        roster.import_roster(unit, city())
        yield unit
    engine.dispose()


def person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def name(unit: Unit, first: int, days: int, *, holder: str = "H1", deputy: str = "O2") -> None:
    from_day = TODAY + first * DAY
    ids = person(unit, holder).id, person(unit, deputy)
    deputies.name(unit, Deputyship(*ids, 1, from_day, from_day + days * DAY, Capacity.FOR_HEAD, "公假"))


def named(unit: Unit, holder: str = "H1") -> list[deputies.Named]:
    return deputies.of_holder(unit, person(unit, holder).id)


def turning(unit: Unit, days_ago: int = 1) -> list[int]:
    return deputies.turning(unit, TODAY - days_ago * DAY)


def test_a_deputyship_comes_back_as_it_was_named(unit: Unit) -> None:
    name(unit, 1, 3)

    (one,) = deputies.of_deputy(unit, person(unit, "O2").id)

    assert one == named(unit)[0] == deputies.find(unit, one.id)
    assert one.holder == person(unit, "H1")
    assert (one.ship.from_day, one.ship.to_day) == (TODAY + DAY, TODAY + 4 * DAY)
    assert (one.ship.capacity, one.ship.reason) == (Capacity.FOR_HEAD, "公假")


def test_one_that_is_over_is_not_listed_any_more(unit: Unit) -> None:
    name(unit, -3, 3)

    assert named(unit) == []


@pytest.mark.parametrize("first", [-2, 0, 2], ids=["under way", "from today", "coming"])
def test_one_that_was_ended_covers_no_day_from_today(unit: Unit, first: int) -> None:
    name(unit, first, 5)
    deputies.end(unit, named(unit)[0])

    assert named(unit) == []
    assert not any(each.covers(TODAY) for each in people.staffed(unit, HEAD).deputyships)


@pytest.mark.parametrize(
    ("first", "days", "turns"),
    [(0, 5, True), (-5, 5, True), (-5, 9, False), (1, 5, False), (-9, 5, False)],
    ids=["begins today", "ended today", "in the middle", "begins tomorrow", "long over"],
)
def test_who_may_decide_changes_on_the_first_day_and_on_the_day_after_the_last(
    unit: Unit, first: int, days: int, turns: bool
) -> None:
    name(unit, first, days)

    assert turning(unit) == ([person(unit, "H1").id] if turns else [])


def test_what_happened_since_it_was_last_shown_counts(unit: Unit) -> None:
    name(unit, -2, 9)

    assert turning(unit, 3) == [person(unit, "H1").id]
    assert turning(unit, 2) == []


def test_a_deputy_who_leaves_changes_who_may_decide(unit: Unit) -> None:
    name(unit, -2, 9)
    unit.connection.execute(update(staff).where(staff.c.staff_no == "O2").values(left_on=TODAY))

    assert turning(unit) == [person(unit, "H1").id]


def test_whose_deputy_is_away_is_found(unit: Unit) -> None:
    name(unit, -1, 3)
    name(unit, 1, 3, holder="A1")

    assert deputies.deputised_by(unit, [person(unit, "O2").id]) == [person(unit, "H1").id]


def test_until_which_day_all_was_shown_is_remembered(unit: Unit) -> None:
    assert deputies.shown_on(unit) == TODAY - DAY

    deputies.note_shown(unit)

    assert deputies.shown_on(unit) == TODAY


@pytest.mark.parametrize(("who", "may"), [("H1", True), ("O2", True), ("H2", False), ("A1", False)])
def test_only_the_holder_and_the_deputy_end_it(unit: Unit, who: str, may: bool) -> None:
    name(unit, 1, 3)
    (one,) = named(unit)
    if may:
        ending.end(unit, person(unit, who), one.id)
    else:
        with pytest.raises(RuleViolation, match="deputy-gone"):
            ending.end(unit, person(unit, who), one.id)

    assert (named(unit) == []) is may
