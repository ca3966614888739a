"""What has been kept for its years goes, whole; what is open or needed stays, and the ledger says what went."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import func, insert, select, update

from bot.clock import Clock
from bot.rehearsal import Plan
from bot.rehearsal.year import rehearse
from bot.scheduler.bell import Bell
from bot.services import retention
from storage import ledger, opened
from storage import tables as t
from storage.retention import pointing
from storage.store import Store
from storage.unit import Unit
from tests.rig import TAIPEI

PLAN = Plan(date(2027, 1, 25), date(2027, 4, 2), agencies=6, people=30)
LONG_AFTER = date(2032, 6, 1)
YEARS = 5
FOREVER = {t.agencies, t.usage_rules, t.delegations, t.items, t.ledger, t.counters, t.notes, *(
    t.metadata.tables[name] for name in ("calendar_days", "calendar_years", "calendar_changes")
)}  # fmt: skip
WITH_THE_PERSON = {t.passwords, t.seats, t.roster_cells}
PURGED_BY_THEMSELVES = {t.inbox, t.outbox, t.buttons, t.questions, t.drafts, t.invitations, t.link_attempts}

Opened = Callable[[date], AbstractContextManager[Unit]]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten weeks of office life."""
    folder: Path = tmp_path_factory.mktemp("lived")
    rehearse(PLAN, folder, lambda day: None)
    return folder / "rehearsal.db"


@pytest.fixture
def address(lived: Path, tmp_path: Path) -> str:
    copy(lived, tmp_path / "office.db")
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture
def on(address: str) -> Opened:
    """The office as of a day, at two in the morning."""

    @contextmanager
    def unit(day: date) -> Iterator[Unit]:
        moment = datetime(day.year, day.month, day.day, 2, 10, tzinfo=TAIPEI).astimezone(UTC)
        with opened.unit(address, moment, TAIPEI) as unit:
            yield unit

    return unit


def night(unit: Unit) -> int:
    """What one night takes away."""
    gone = 0
    for stock in retention.STOCKS:
        while keys := retention.due(unit, stock, YEARS):
            gone += retention.destroy(unit, stock, YEARS, keys)
    return gone


def count(unit: Unit, table: t.Table) -> int:
    return unit.connection.execute(select(func.count()).select_from(table)).scalar_one()


def is_whole(unit: Unit) -> bool:
    return unit.connection.exec_driver_sql("PRAGMA foreign_key_check").all() == [] and ledger.verify(unit) == []


def destroyed(unit: Unit) -> list[dict[str, object]]:
    said = [(entry, body) for entry, body in ledger.entries(unit) if entry.verb == "destroyed"]
    return [ledger.phrases.load(body) for _, body in said if body]


def test_every_table_is_known_to_end_some_day_or_to_stay() -> None:
    going = {stock.table for stock in retention.STOCKS}
    below = {column.table for table in going for column in pointing(table)}
    hanging = below | {column.table for table in below for column in pointing(table)}

    assert set(t.metadata.tables.values()) == going | hanging | FOREVER | WITH_THE_PERSON | PURGED_BY_THEMSELVES


def test_nothing_goes_before_its_years_are_over(on: Opened) -> None:
    with on(PLAN.first.replace(year=PLAN.first.year + YEARS)) as unit:
        assert night(unit) == 0
        assert destroyed(unit) == []


def test_what_ended_goes_with_all_that_hangs_on_it(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        before = {table: count(unit, table) for table in (t.cases, t.usage_records, t.audits, t.decisions, t.reminders)}
        night(unit)

        assert all(before.values())
        assert unit.connection.execute(select(t.cases).where(t.cases.c.closed_at.is_not(None))).all() == []
        assert unit.connection.execute(select(t.duties).where(t.duties.c.done_on.is_not(None))).all() == []
        assert [count(unit, each) for each in (t.usage_records, t.audits, t.reminders)] == [0, 0, 0]
        assert is_whole(unit)


def test_what_is_open_stays_with_all_that_hangs_on_it(on: Opened) -> None:
    open_cases = select(t.cases.c.id).where(t.cases.c.state.in_(("open", "returned")))
    steps = select(func.count()).select_from(t.decisions).where(t.decisions.c.case_id.in_(open_cases))
    undone = select(func.count()).select_from(t.duties).where(t.duties.c.done_on.is_(None))
    with on(LONG_AFTER) as unit:
        before = [unit.connection.execute(each).scalar_one() for each in (steps, undone)]
        night(unit)

        assert [unit.connection.execute(each).scalar_one() for each in (steps, undone)] == before
        assert before[1] > 0


def test_the_day_decides(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        first = unit.connection.execute(select(func.min(t.cases.c.closed_at))).scalar_one()
    ended = first.astimezone(TAIPEI).date()
    with on(ended.replace(year=ended.year + YEARS)) as unit:
        assert not retention.due(unit, retention.STOCKS[0], YEARS)
    with on(ended.replace(year=ended.year + YEARS) + timedelta(days=1)) as unit:
        assert retention.due(unit, retention.STOCKS[0], YEARS)


def test_the_ledger_says_what_went_and_how_much_and_outlives_it(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        numbers = set(
            unit.connection.execute(select(t.cases.c.number).where(t.cases.c.closed_at.is_not(None))).scalars()
        )
        gone = night(unit)

        said = destroyed(unit)
        assert sum(int(str(each["count"])) for each in said) == gone
        assert {number for each in said if each["what"] == "cases" for number in each["numbers"]} == numbers  # type: ignore[attr-defined]
        assert {each["kept"] for each in said} == {YEARS}
    with on(LONG_AFTER.replace(year=2045)) as unit:
        night(unit)

        assert destroyed(unit)[: len(said)] == said
        assert is_whole(unit)


def test_what_was_said_in_the_ledger_goes_without_breaking_its_chain(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        entries = count(unit, t.ledger)
        night(unit)

        assert count(unit, t.ledger) == entries + len(destroyed(unit))
        assert count(unit, t.ledger_payloads) == len(destroyed(unit))


def test_a_leaver_goes_when_nothing_names_the_leaver_any_more(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        leaver = unit.connection.execute(
            select(t.people).join(t.decisions, t.decisions.c.person_id == t.people.c.id)
        ).first()
        assert leaver is not None
        unit.connection.execute(update(t.people).where(t.people.c.id == leaver.id).values(left_on=date(2027, 4, 1)))
        unit.connection.execute(
            update(t.accounts).where(t.accounts.c.person_id == leaver.id).values(closed_on=date(2027, 4, 1))
        )
        waits = unit.connection.execute(select(t.duties.c.id).where(t.duties.c.person_id == leaver.id)).scalars().all()
        unit.connection.execute(update(t.duties).where(t.duties.c.id.in_(waits)).values(done_on=date(2027, 4, 1)))
        cells = select(func.count()).select_from(t.roster_cells).where(t.roster_cells.c.row == leaver.staff_no)
        people, told = count(unit, t.people), unit.connection.execute(cells).scalar_one()
        night(unit)

        assert told and unit.connection.execute(cells).scalar_one() == 0
        assert unit.connection.execute(select(t.people).where(t.people.c.id == leaver.id)).all() == []
        assert count(unit, t.people) < people
        assert is_whole(unit)


def test_a_leaver_who_decided_what_is_still_kept_stays(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        case = unit.connection.execute(select(t.cases).where(t.cases.c.closed_at.is_not(None))).first()
        assert case is not None
        decider = select(t.decisions.c.person_id).where(t.decisions.c.case_id == case.id)
        unit.connection.execute(update(t.people).where(t.people.c.id.in_(decider)).values(left_on=date(2027, 4, 1)))
        unit.connection.execute(update(t.cases).where(t.cases.c.id == case.id).values(closed_at=unit.now))
        deciders = set(unit.connection.execute(decider).scalars())
        night(unit)

        assert deciders <= set(unit.connection.execute(select(t.people.c.id)).scalars())


ENDED, KEPT = LONG_AFTER.replace(year=2027) - timedelta(days=1), LONG_AFTER.replace(year=2027)
"""The last day that is over the years, and the first that is not."""


def put(unit: Unit, table: t.Table, **values: object) -> int:
    key = next(iter(table.primary_key))
    return int(unit.connection.execute(insert(table).values(**values).returning(key)).scalar_one())


def some(unit: Unit, table: t.Table) -> list[int]:
    return list(unit.connection.execute(select(table.c.id).order_by(table.c.id).limit(2)).scalars())


def deputyship(unit: Unit, ended: date) -> int:
    holder, deputy = some(unit, t.people)
    named = {"holder_id": holder, "deputy_id": deputy, "rank": 1, "capacity": "acting"}
    return put(unit, t.deputyships, **named, from_day=date(2027, 1, 1), to_day=ended)


def handover(unit: Unit, ended: date) -> str | None:
    """Of the same leaver, from another agency each time."""
    leaver, by = some(unit, t.people)
    theirs = select(t.handovers.c.agency).where(t.handovers.c.person_id == leaver)
    agency = (
        unit.connection.execute(select(t.agencies.c.code).where(t.agencies.c.code.not_in(theirs))).scalars().first()
    )
    done = {"person_id": leaver, "agency": agency, "successor_id": by, "by_id": by, "on": ended}
    unit.connection.execute(insert(t.handovers).values(**done))
    return agency


def item_of_account(unit: Unit, ended: date) -> int:
    account = unit.connection.execute(select(t.accounts.c.id).where(t.accounts.c.closed_on.is_(None))).scalars().first()
    item = unit.connection.execute(select(t.items.c.code)).scalars().first()
    return put(unit, t.account_items, account_id=account, item=item, granted_on=date(2027, 1, 1), removed_on=ended)


def item_of_agency(unit: Unit, ended: date) -> int:
    agency, item = (unit.connection.execute(select(each.c.code)).scalars().first() for each in (t.agencies, t.items))
    return put(unit, t.agency_items, agency=agency, item=item, business="old", removed_on=ended)


@pytest.mark.parametrize(
    ("table", "made"),
    [
        (t.deputyships, deputyship),
        (t.handovers, handover),
        (t.account_items, item_of_account),
        (t.agency_items, item_of_agency),
    ],
)
def test_what_is_dated_goes_the_day_after_its_years(
    on: Opened, table: t.Table, made: Callable[[Unit, date], object]
) -> None:
    with on(LONG_AFTER) as unit:
        old, young = made(unit, ENDED), made(unit, KEPT)
        night(unit)

        left = set(unit.connection.execute(select(list(table.primary_key)[-1])).scalars())
        assert (old in left, young in left) == (False, True)


def inspection(unit: Unit, number: str, stage: str | None, duty_id: int | None = None) -> None:
    """Recorded long ago; the correction of its one finding is at this stage."""
    person = unit.connection.execute(select(t.people)).first()
    assert person is not None
    held = {"sort": "adhoc", "authority": person.agency, "agency": person.agency, "held_on": date(2027, 3, 1)}
    kept = {"number": number, "by_id": person.id, "recorded_on": date(2027, 3, 2), "duty_id": duty_id}
    key = put(unit, t.inspections, **held, **kept)
    unit.connection.execute(
        insert(t.inspection_findings).values(inspection_id=key, item="copies", mark="no", stage=stage)
    )


def yearly(unit: Unit, number: str, done_on: date) -> int:
    """The duty of an on-site audit."""
    agency = unit.connection.execute(select(t.agencies.c.code)).scalars().first()
    owed = {"code": "onsite_audit", "subject": f"LD/{agency}/{number}", "occurrence": "2027", "agency": agency}
    return put(unit, t.duties, **owed, due_on=date(2027, 12, 31), opened_on=date(2027, 1, 1), done_on=done_on)


def test_an_audit_whose_correction_is_open_stays(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        for number, stage in (("N1", "accepted"), ("N2", "reported"), ("N3", None)):
            inspection(unit, number, stage)
        night(unit)

        assert list(unit.connection.execute(select(t.inspections.c.number)).scalars()) == ["N2"]
        assert count(unit, t.inspection_findings) == 1


def test_a_yearly_audit_goes_with_its_duty_and_not_before(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        for number, stage, done in (("N1", None, ENDED), ("N2", None, KEPT), ("N3", "open", ENDED)):
            inspection(unit, number, stage, yearly(unit, number, done))
        night(unit)

        assert set(unit.connection.execute(select(t.inspections.c.number)).scalars()) == {"N2", "N3"}
        assert is_whole(unit)


def closed_case(unit: Unit) -> int:
    return int(
        unit.connection.execute(select(func.min(t.cases.c.id)).where(t.cases.c.closed_at.is_not(None))).scalar_one()
    )


def test_a_case_whose_task_is_undone_stays(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        case, (account, _) = closed_case(unit), some(unit, t.accounts)
        put(unit, t.tasks, case_id=case, account_id=account, items="LI-01")
        night(unit)

        assert list(
            unit.connection.execute(select(t.cases.c.id).where(t.cases.c.closed_at.is_not(None))).scalars()
        ) == [case]


def test_the_cards_of_what_went_go_with_it(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        case, (person, _) = closed_case(unit), some(unit, t.people)
        put(unit, t.cards, person_id=person, matter=f"case:{case}x", wanted=1)
        shown = select(t.cards.c.id).where(t.cards.c.matter == f"case:{case}")
        before = unit.connection.execute(shown).all()
        night(unit)

        assert before and unit.connection.execute(shown).all() == []
        assert unit.connection.execute(select(t.cards).where(t.cards.c.matter == f"case:{case}x")).all()


def test_a_leaver_whom_a_record_names_by_the_staff_number_stays(on: Opened) -> None:
    with on(LONG_AFTER) as unit:
        agency = unit.connection.execute(select(t.agencies.c.code)).scalars().first()
        who = {"name": "N", "title": "T", "agency": agency, "locale": "zh-TW", "left_on": date(2027, 4, 1)}
        for number in ("GONE", "NAMED"):
            put(unit, t.people, staff_no=number, **who)
        put(unit, t.usage_rules, agency=agency, document="D", kept_on=date(2027, 1, 1), kept_by="NAMED")
        night(unit)

        there = select(t.people.c.staff_no).where(t.people.c.staff_no.in_(("GONE", "NAMED")))
        assert list(unit.connection.execute(there).scalars()) == ["NAMED"]


async def test_the_night_finds_what_is_old_and_a_second_night_finds_nothing(address: str) -> None:
    clock = Clock()
    clock.turn(datetime(2032, 6, 1, 2, 10, tzinfo=TAIPEI))
    store = Store(address, clock.now, TAIPEI)
    store.start()
    bell = Bell(store, clock, TAIPEI, lambda rows: None, YEARS)
    await bell.tidy()
    first = await store.read(lambda unit: (count(unit, t.usage_records), len(destroyed(unit))))
    await bell.tidy()
    second = await store.read(lambda unit: (count(unit, t.usage_records), len(destroyed(unit))))
    await store.stop()

    assert first == second
    assert first[0] == 0 < first[1]
