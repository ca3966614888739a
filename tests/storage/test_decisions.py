"""A decision is one conditional UPDATE: of two connections one wins, and the database refuses who may not decide."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, func, select

from bot.rules.deadlines import Deadline
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Authority, Capacity, Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.requests import Case, CaseState
from bot.services import cases as deciding
from bot.services import roster
from storage import cases, decisions, ledger, nudges, people
from storage.engines import writer_engine
from storage.store import Store
from storage.tables import account_items, accounts, buttons, deputyships, passwords
from storage.tables import decisions as lines
from storage.tables import outbox as outgoing
from storage.unit import Unit
from tests.city import PEOPLE
from tests.city import roster as city

ZONE = ZoneInfo("Asia/Taipei")
MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
ROUNDS = 20
HEAD = Seat(Role.HEAD, "TB")
ADMINISTRATOR = Seat(Role.ADMINISTRATOR, "TB")


class Desk:
    """One connection of its own to the office."""

    def __init__(self, address: str) -> None:
        self.engine: Engine = writer_engine(address)

    @contextmanager
    def unit(self, now: datetime = MOMENT) -> Iterator[Unit]:
        with self.engine.begin() as connection:
            yield Unit(connection, now, ZONE)


@pytest.fixture
def desks(database: str) -> Iterator[tuple[Desk, Desk]]:
    """Two connections to one office."""
    both = Desk(database), Desk(database)
    with both[0].unit() as unit:
        roster.import_roster(unit, city())
    yield both
    for each in both:
        each.engine.dispose()


@pytest.fixture
def desk(desks: tuple[Desk, Desk]) -> Desk:
    return desks[0]


def person(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def file(unit: Unit, *, subject: str = "O1", filed_by: str = "O1") -> Case:
    """A case at its first step."""
    values = {
        "kind": "officer_account",
        "agency": "TB",
        "subject_id": person(unit, subject).id,
        "filed_by_id": person(unit, filed_by).id,
        "answers": {"change": "add", "items": ("LI-01",), "speed": "ordinary"},
        "state": CaseState.OPEN.value,
        "step": 0,
        "opened": 1,
        "version": 1,
        "seat_role": HEAD.role.value,
        "seat_agency": HEAD.agency,
        "step_due": TODAY,
    }
    case = cases.file(unit, "A2", values).case
    decisions.record(unit, case, "file", "file", case.filed_by)
    return case


def judge(desk: Desk, staff_no: str, case: Case, verdict: Verdict, reason: str | None = None) -> Phrase:
    """Decide as this person on this connection; the toast, or the sentence of the refusal."""
    with desk.unit() as unit:
        try:
            with unit.savepoint():
                return deciding.judge(unit, person(unit, staff_no), case.id, case.version, verdict, reason)
        except RuleViolation as no:
            return no.phrase


def at_once(*acts: Callable[[], Phrase]) -> list[Phrase]:
    """Every act on a thread of its own, all let go at the same moment."""
    barrier = threading.Barrier(len(acts))

    def act(one: Callable[[], Phrase]) -> Phrase:
        barrier.wait(5)
        return one()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


# --- two at once -----------------------------------------------------------------------------------------------------


def test_of_two_heads_who_decide_at_once_one_wins_and_the_other_is_told_who(desks: tuple[Desk, Desk]) -> None:
    one, other = desks
    for _ in range(ROUNDS):
        with one.unit() as unit:
            case = file(unit)
        said = at_once(
            partial(judge, one, "H1", case, Verdict.APPROVE), partial(judge, other, "H2", case, Verdict.REJECT, "x")
        )
        with one.unit() as unit:
            decided = decisions.course(unit, case.id)[1:]
            winner = people.by_id(unit, decided[0].person_id).name
            version = cases.load(unit, case.id).case.version

        assert (len(decided), version) == (1, 2)
        assert {each.key for each in said} == {f"toast-{decided[0].verdict}", "too-late"}
        assert [each.params["who"] for each in said if each.key == "too-late"] == [winner]


def test_one_head_who_taps_twice_at_once_decides_once(desks: tuple[Desk, Desk]) -> None:
    for _ in range(ROUNDS):
        with desks[0].unit() as unit:
            case = file(unit)
        said = at_once(*(partial(judge, each, "H1", case, Verdict.APPROVE) for each in desks))

        assert {each.key for each in said} == {"toast-approve", "too-late"}


def withdraw(desk: Desk, case: Case) -> Phrase:
    with desk.unit() as unit:
        try:
            with unit.savepoint():
                return deciding.take_back(unit, person(unit, "O1"), case.id)
        except RuleViolation as no:
            return no.phrase


def test_a_withdrawal_and_a_rejection_at_once_leave_one_of_them(desks: tuple[Desk, Desk]) -> None:
    for _ in range(ROUNDS):
        with desks[0].unit() as unit:
            case = file(unit)
        at_once(partial(withdraw, desks[0], case), partial(judge, desks[1], "H1", case, Verdict.REJECT, "x"))
        with desks[0].unit() as unit:
            course = [each.verdict for each in decisions.course(unit, case.id)]
            state = cases.load(unit, case.id).case.state

        assert (course, state) in [(["file", "withdraw"], "withdrawn"), (["file", "reject"], "rejected")]


def test_decisions_on_two_cases_at_once_are_both_kept_and_chained(desks: tuple[Desk, Desk]) -> None:
    for _ in range(ROUNDS):
        with desks[0].unit() as unit:
            two = file(unit), file(unit)
        said = at_once(
            *(partial(judge, each, "H1", case, Verdict.APPROVE) for each, case in zip(desks, two, strict=True))
        )

        assert [each.key for each in said] == ["toast-approve", "toast-approve"]

    with desks[0].unit() as unit:
        assert ledger.verify(unit) == []


def number(desk: Desk) -> Phrase:
    with desk.unit() as unit:
        return say(file(unit).number)


def test_cases_filed_at_once_have_numbers_of_their_own(desks: tuple[Desk, Desk]) -> None:
    found = [each.key for _ in range(ROUNDS) for each in at_once(*(partial(number, each) for each in desks))]

    assert sorted(found) == [f"115-A2-{n:04d}" for n in range(1, 2 * ROUNDS + 1)]


# --- what move refuses -----------------------------------------------------------------------------------------------


def moved(unit: Unit, case: Case, authority: Authority | None, before: Case | None = None) -> bool:
    """Whether the UPDATE found its row."""
    after = replace(case, step=1, opened=2, version=case.version + 1)
    return decisions.move(unit, before or case, after, ADMINISTRATOR, Deadline(TODAY), authority)


def in_person(one: Person) -> Authority:
    return Authority(one, one, Capacity.IN_PERSON)


def for_another(one: Person, holder: Person) -> Authority:
    return Authority(one, holder, Capacity.ACTING)


def entrust(unit: Unit, holder: str, deputy: str, from_day: date = TODAY, to_day: date = TODAY + DAY) -> None:
    row = {"rank": 1, "from_day": from_day, "to_day": to_day, "capacity": Capacity.ACTING.value}
    ids = {"holder_id": person(unit, holder).id, "deputy_id": person(unit, deputy).id}
    unit.connection.execute(deputyships.insert(), {**row, **ids})


def test_a_holder_of_the_seat_moves_the_case(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)

        assert moved(unit, case, in_person(person(unit, "H1")))
        assert cases.load(unit, case.id).seat == ADMINISTRATOR
        assert cases.load(unit, case.id).case.step == 1


def test_a_case_of_another_version_is_not_moved(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)

        assert not moved(unit, case, in_person(person(unit, "H1")), replace(case, version=2))


def test_a_case_at_another_step_is_not_moved(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)

        assert not moved(unit, case, in_person(person(unit, "H1")), replace(case, step=1))


def test_a_case_in_another_state_is_not_moved(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)

        assert not moved(unit, case, in_person(person(unit, "H1")), replace(case, state=CaseState.RETURNED))


def test_another_case_is_not_moved_along(desk: Desk) -> None:
    with desk.unit() as unit:
        case, other = file(unit), file(unit)
        moved(unit, case, in_person(person(unit, "H1")))

        assert cases.load(unit, other.id).case == other


def test_the_subject_is_refused_though_holding_the_seat(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit, subject="HO", filed_by="O1")

        assert not moved(unit, case, in_person(person(unit, "HO")))


def test_who_filed_it_is_refused_though_holding_the_seat(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit, subject="O1", filed_by="HO")

        assert not moved(unit, case, in_person(person(unit, "HO")))


@pytest.mark.parametrize("staff_no", ["O2", "A1", "H9", "LD"])
def test_who_does_not_hold_the_seat_is_refused(desk: Desk, staff_no: str) -> None:
    with desk.unit() as unit:
        case = file(unit)

        assert not moved(unit, case, in_person(person(unit, staff_no)))


def test_who_has_lost_the_seat_meanwhile_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case, head = file(unit), person(unit, "H1")
        roster.import_roster(unit, city(tuple(each if each[0] != "H1" else (*each[:3], "", "", "") for each in PEOPLE)))

        assert not moved(unit, case, in_person(head))


def test_who_moved_to_another_agency_meanwhile_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case, head = file(unit), person(unit, "H1")
        people.change(unit, head.id, agency="CB")

        assert not moved(unit, case, in_person(head))


@pytest.mark.parametrize(("left_on", "may"), [(TODAY, False), (TODAY - DAY, False), (TODAY + DAY, True)], ids=str)
def test_a_leaver_is_refused_from_the_first_day_out_of_post(desk: Desk, left_on: date, may: bool) -> None:
    with desk.unit() as unit:
        case, head = file(unit), person(unit, "H1")
        people.change(unit, head.id, left_on=left_on)

        assert moved(unit, case, in_person(head)) is may


def test_a_deputy_moves_the_case_for_the_holder(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "H1", "O2")

        assert moved(unit, case, for_another(person(unit, "O2"), person(unit, "H1")))


def test_the_deputy_of_one_holder_is_refused_for_another(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "H2", "O2")

        assert not moved(unit, case, for_another(person(unit, "O2"), person(unit, "H1")))


def test_who_is_nobodys_deputy_is_refused_though_the_holder_has_one(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "H1", "O2")

        assert not moved(unit, case, for_another(person(unit, "A1"), person(unit, "H1")))


@pytest.mark.parametrize(
    ("from_day", "to_day"), [(TODAY + DAY, TODAY + 9 * DAY), (TODAY - 9 * DAY, TODAY)], ids=["not yet", "no longer"]
)
def test_a_deputy_out_of_dates_is_refused(desk: Desk, from_day: date, to_day: date) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "H1", "O2", from_day, to_day)

        assert not moved(unit, case, for_another(person(unit, "O2"), person(unit, "H1")))


def test_a_deputy_who_is_a_party_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "H1", "O1")

        assert not moved(unit, case, for_another(person(unit, "O1"), person(unit, "H1")))


def test_the_deputy_of_a_party_is_not_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit, subject="HO", filed_by="HO")
        entrust(unit, "HO", "O2")

        assert moved(unit, case, for_another(person(unit, "O2"), person(unit, "HO")))


def test_the_deputy_of_somebody_without_the_seat_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        entrust(unit, "A1", "O2")

        assert not moved(unit, case, for_another(person(unit, "O2"), person(unit, "A1")))


def test_a_deputy_who_has_left_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case, deputy = file(unit), person(unit, "O2")
        entrust(unit, "H1", "O2")
        people.change(unit, deputy.id, left_on=TODAY)

        assert not moved(unit, case, for_another(deputy, person(unit, "H1")))


def test_the_deputy_of_a_leaver_is_refused(desk: Desk) -> None:
    with desk.unit() as unit:
        case, holder = file(unit), person(unit, "H1")
        entrust(unit, "H1", "O2")
        people.change(unit, holder.id, left_on=TODAY)

        assert not moved(unit, case, for_another(person(unit, "O2"), holder))


def test_the_day_is_the_one_of_the_city_not_of_greenwich(desk: Desk) -> None:
    """At half past midnight in Taipei it is still yesterday in UTC."""
    with desk.unit(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)) as unit:
        case, head = file(unit), person(unit, "H1")
        people.change(unit, head.id, left_on=TODAY + DAY)

        assert not moved(unit, case, in_person(head))


def test_a_version_is_decided_once_even_past_the_update(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        with pytest.raises(Exception, match=r"(?i)unique"), unit.savepoint():
            decisions.record(unit, case, "sign", "approve", person(unit, "H1").id)

        count = unit.connection.execute(select(func.count()).select_from(lines)).scalar_one()

        assert count == 1


# --- what a decision brings ------------------------------------------------------------------------------------------


def count_of(unit: Unit, table: object) -> int:
    found: int = unit.connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]
    return found


def test_a_completed_case_opens_account_items_and_password_clock_once(desks: tuple[Desk, Desk]) -> None:
    with desks[0].unit() as unit:
        case = file(unit)
    judge(desks[0], "H1", case, Verdict.APPROVE)
    signed = replace(case, version=2)
    at_once(*(partial(judge, each, "A1", signed, Verdict.DONE) for each in desks))
    with desks[0].unit() as unit:
        assert [count_of(unit, each) for each in (accounts, account_items, passwords)] == [1, 1, 1]
        assert cases.load(unit, case.id).case.state is CaseState.DONE


def test_a_refused_decision_leaves_nothing_behind(desk: Desk) -> None:
    with desk.unit() as unit:
        case = file(unit)
        before = [count_of(unit, each) for each in (lines, outgoing, buttons)]
    judge(desk, "O1", case, Verdict.APPROVE)
    judge(desk, "O2", case, Verdict.APPROVE)
    with desk.unit() as unit:
        assert [count_of(unit, each) for each in (lines, outgoing, buttons)] == before
        assert cases.load(unit, case.id).case == case


# --- the whole store -------------------------------------------------------------------------------------------------


async def test_a_store_writes_and_reads_what_a_decision_wrote(desk: Desk, database: str) -> None:
    with desk.unit() as unit:
        case = file(unit)
    store = Store(database, lambda: MOMENT, ZONE)
    store.start()
    try:
        toast = await store.write(
            lambda unit: deciding.judge(unit, person(unit, "H1"), case.id, case.version, Verdict.APPROVE)
        )
        seen = await store.read(lambda unit: cases.load(unit, case.id))
    finally:
        await store.stop()

    assert toast.key == "toast-approve"
    assert (seen.case.step, seen.seat, seen.step_since) == (1, ADMINISTRATOR, MOMENT)


def test_a_case_is_pressed_once_a_day(desk: Desk) -> None:
    with desk.unit() as unit:
        case, who = file(unit), person(unit, "O1").id

        assert [nudges.add(unit, case.id, TODAY, who) for _ in range(2)] == [True, False]
        assert nudges.add(unit, case.id, TODAY + DAY, who)
