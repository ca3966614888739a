"""What is old is found and taken away on either database."""

from datetime import UTC, date, datetime

from sqlalchemy import insert, select

from bot.services import retention
from storage import opened
from storage import tables as t
from tests.rig import TAIPEI


def test_a_leaver_goes_with_the_seat_the_deputyship_and_the_handover(database: str) -> None:
    who = {"name": "N", "title": "T", "agency": "A", "locale": "zh-TW"}
    ship = {"rank": 1, "capacity": "acting", "from_day": date(2026, 1, 1), "to_day": date(2026, 2, 1)}
    with opened.unit(database, datetime(2032, 1, 1, tzinfo=UTC), TAIPEI) as unit:
        run = unit.connection.execute
        run(insert(t.agencies).values(code="A", name="A", kind="using"))
        there, gone = (
            run(insert(t.people).values(staff_no=number, left_on=left, **who).returning(t.people.c.id)).scalar_one()
            for number, left in (("P1", None), ("P2", date(2026, 3, 1)))
        )
        run(insert(t.seats).values(person_id=gone, role="officer"))
        run(insert(t.deputyships).values(holder_id=there, deputy_id=gone, **ship))
        run(
            insert(t.handovers).values(person_id=gone, agency="A", successor_id=there, by_id=there, on=date(2026, 3, 2))
        )
        for stock in retention.STOCKS:
            retention.destroy(unit, stock, 5, retention.due(unit, stock, 5))

        assert list(run(select(t.people.c.staff_no)).scalars()) == ["P1"]
        assert [run(select(each)).all() for each in (t.seats, t.deputyships, t.handovers)] == [[], [], []]
