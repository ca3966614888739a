"""/board: by agency what waits and what is late, for whom it is to know."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.board import late_until, watched
from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.people import Agency, AgencyKind, Delegation, Role, Seat
from bot.rules.phrases import RuleViolation
from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone
from storage import tables
from storage.unit import Unit
from tests.city import roster
from tests.journeys.steps import apply_for_account
from tests.rig import TAIPEI, Rig

NOW = datetime(2026, 12, 1, 8, 30, tzinfo=TAIPEI)
ACCOUNTS = [
    {"staff_no": who, "kind": kind, "opened_on": "2026-02-02", "password_changed_on": changed, "items": ""}
    for who, kind, changed in (
        ("O2", "officer", "2026-11-20"),
        ("HO", "officer", "2026-08-01"),
        ("O9", "officer", "2026-11-20"),
    )
]


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """Two agencies with accounts, a password overdue in one of them, on the morning the month's duties are opened."""
    files = {**roster(), "accounts": Sheet.of("accounts.csv", ACCOUNTS)}
    async with Rig(tmp_path, files, NOW) as rig:
        await rig.office.bell.ring(NOW)
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


def said(phone: Phone) -> str:
    return phone.last.text


async def test_the_information_center_sees_every_agency_the_late_ones_first(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/board")

    assert "共 4 個機關，1 個有逾期事項；2 個沒有待辦" in said(operator)
    assert "⚠️ 交通局　紀錄未送 2、月稽核未提報 1、帳號清查 1、現場稽核未辦 1、密碼逾期 1" in said(operator)
    assert said(operator).index("交通局") < said(operator).index("文化局")
    assert operator.last.labels == ("交通局", "文化局")


async def test_a_tap_opens_an_agency_with_its_steps_month_and_audits_and_goes_back(rig: Rig) -> None:
    officer, operator = await rig.link("O1", "IC")
    await apply_for_account(rig, officer)
    rig.clock.turn(datetime(2026, 12, 14, 10, 0, tzinfo=TAIPEI))
    await rig.say(operator, "/board")
    await rig.tap(operator, "交通局")

    assert "⚠️ 機關首長：1 件（逾期 1），最久 9 個工作日" in said(operator)
    assert "115年11月紀錄：應送 2、已送 0、未送 2　稽核：收件中" in said(operator)
    assert "密碼逾期 1 人：吳首長兼辦" in said(operator)
    assert "115年第 4 季帳號清查未完成（期限 115年12月31日(四)）" in said(operator)
    assert "現場稽核（勞動局）：尚未排定（期限 115年12月31日(四)）" in said(operator)
    assert operator.last.labels == ("人員名單", "回總覽")

    await rig.tap(operator, "回總覽")
    assert "紀錄未送 2（逾期 2）、月稽核未提報 1（逾期 1）" in said(operator)


async def test_a_head_sees_his_own_house_and_opens_what_waits_there(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.say(head, "/board")

    assert said(head).startswith("📊 交通局　辦理情形")
    assert "文化局" not in said(head)
    assert head.last.labels[0].endswith(number)
    assert "查看 115年11月" in head.last.labels

    await rig.tap(head, "查看 115年11月")
    assert "115年11月使用情形稽核" in said(head)


async def test_a_reviewer_sees_the_audits_of_the_own_authority_and_nobody_elses_staff(rig: Rig) -> None:
    (reviewer,) = await rig.link("LD")
    await rig.say(reviewer, "/board")
    await rig.tap(reviewer, "文化局")

    assert "現場稽核（勞動局）" in said(reviewer)
    assert reviewer.last.labels == ("現場稽核", "回總覽")
    await rig.tap(reviewer, "現場稽核")
    assert "文化局" in said(reviewer)


async def test_an_officer_is_told_why_not(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/board")

    assert "您自己的案件請用 /mine" in said(officer)


async def test_the_numbers_are_those_of_the_tables(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/board")

    def missing(unit: Unit) -> int:
        rows = unit.connection.execute(tables.duties.select()).all()
        return sum(each.code == Duty.RECORD and each.agency == "TB" and each.done_on is None for each in rows)

    assert f"紀錄未送 {await rig.office.store.read(missing)}、" in said(operator)


HOUSES = tuple(
    Agency(code, code, kind)
    for code, kind in (
        ("CB", AgencyKind.USING),
        ("DD", AgencyKind.DISTRICT),
        ("IC", AgencyKind.INFORMATION_CENTER),
        ("LD", AgencyKind.LABOUR),
        ("SA", AgencyKind.USING),
    )
)


@pytest.mark.parametrize(
    ("seat", "found"),
    [
        (Seat(Role.OPERATOR, "IC"), ("CB", "DD", "IC", "LD", "SA")),
        (Seat(Role.REVIEWER, "LD"), ("CB", "DD", "IC", "LD", "SA")),
        (Seat(Role.REVIEWER, "SA"), ("DD",)),
        (Seat(Role.ADMINISTRATOR, "CB"), ("CB",)),
        (Seat(Role.HEAD, "LD"), ("LD",)),
    ],
)
def test_everybody_watches_what_he_answers_for(seat: Seat, found: tuple[str, ...]) -> None:
    assert watched([seat], HOUSES, [Delegation("DD", "SA", "relief")]) == found


@pytest.mark.parametrize("seat", [Seat(Role.OFFICER, "CB"), Seat(Role.AUTHORISED, "CB"), Seat(Role.REVIEWER, "CB")])
def test_who_answers_for_nobody_sees_nothing(seat: Seat) -> None:
    with pytest.raises(RuleViolation, match="board-no-seat"):
        watched([seat], HOUSES, [Delegation("DD", "SA", "relief")])


def test_a_monthly_duty_due_on_a_closed_day_is_late_only_after_the_next_working_day() -> None:
    calendar = OfficeCalendar()
    monday, tuesday = NOW.replace(month=10, day=12).date(), NOW.replace(month=10, day=13).date()
    tenth = NOW.replace(month=10, day=10).date()

    assert not tenth <= late_until(Duty.AUDIT, monday, calendar)
    assert tenth <= late_until(Duty.AUDIT, tuesday, calendar)
    assert tenth <= late_until(Duty.REVIEW, monday, calendar)
