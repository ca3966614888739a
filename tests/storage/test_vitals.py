"""What waits, since when, and what is late, as numbers, on either database."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from bot import metrics
from storage import ledger, opened, vitals
from storage import tables as t
from tests.rig import TAIPEI

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def test_what_waits_and_what_is_late_is_counted(database: str) -> None:
    who = {"name": "N", "title": "T", "agency": "A", "locale": "zh-TW"}
    update = {"bot_id": 1, "kind": "text", "body": "{}"}
    owed = {"code": "usage_record", "occurrence": "2026-10", "agency": "A", "opened_on": date(2026, 11, 1)}
    filed = {"kind": "officer_account", "agency": "A", "answers": "{}", "state": "open", "step": 0, "opened": 1}
    with opened.unit(database, NOW, TAIPEI) as unit:
        run = unit.connection.execute
        run(insert(t.agencies).values(code="A", name="A", kind="using"))
        staff = [
            run(insert(t.people).values(staff_no=number, **who, **more).returning(t.people.c.id)).scalar_one()
            for number, more in (("1", {"user_id": 1}), ("2", {}), ("3", {"left_on": date(2026, 11, 1)}))
        ]
        ages = (("waiting", 1, None), ("waiting", 9, None), ("parked", 30, None), ("done", 99, NOW))
        for number, (state, minutes, done) in enumerate(ages):
            at = NOW - timedelta(minutes=minutes)
            run(insert(t.inbox).values(update_id=number, state=state, received_at=at, done_at=done, **update))
        for minutes, done in ((2, None), (60, NOW)):
            at = NOW - timedelta(minutes=minutes)
            run(insert(t.outbox).values(lane=1, kind="say", body="{}", created_at=at, done_at=done))
        for number, due, closed in (("1", 22, None), ("2", 23, None), ("3", 1, NOW)):
            at = {"filed_at": NOW, "step_since": NOW, "step_due": date(2026, 11, due), "closed_at": closed}
            run(
                insert(t.cases).values(
                    number=number, version=1, subject_id=staff[0], filed_by_id=staff[0], **filed, **at
                )
            )
        for number, due, done in (("1", 10, None), ("2", 23, None), ("3", 10, date(2026, 11, 9))):
            run(insert(t.duties).values(subject=number, due_on=date(2026, 11, due), done_on=done, **owed))
        ledger.append(unit, "linked", who="1")

        found = vitals.read(unit)

    assert found == vitals.Vitals(
        inbox={"waiting": 2, "parked": 1},
        inbox_age=1800,
        outbox=1,
        outbox_age=120,
        cases_open=2,
        cases_late=1,
        duties_late={"usage_record": 1},
        linked=1,
        unlinked=1,
        ledger=1,
    )
    assert 'chadiao_duties_late{code="usage_record"} 1.0' in metrics.page(found, leads=True).decode()


def test_a_database_that_is_away_is_said(database: str) -> None:
    assert "chadiao_database_up 0.0" in metrics.page(None, leads=False).decode()
