"""What hostile or hasty hands try with records, audits and checklists: nothing is forged, nothing forbidden is kept."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.rules.onsite import Mark, Sort
from bot.rules.people import Person
from bot.rules.phrases import RuleViolation
from bot.rules.roster import Sheet
from bot.services import corrections, evidence, lists, onsite, onsite_report, usage_rules
from storage import inspections, people, tables
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.journeys.steps import everything
from tests.journeys.test_onsite import ACCOUNTS, audit, fill, open_agency, shown
from tests.rig import TAIPEI, Rig

STAFF = (
    *PEOPLE,
    ("LX", "帶帳號審核", "LD", "reviewer;officer", "lx", "2025-01-06"),
    ("LR", "無帳號審核", "LD", "reviewer;head", "", ""),
)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The Dept. of Labor's reviewer heads it too."""
    files = {**roster(STAFF), "accounts": Sheet.of("accounts.csv", ACCOUNTS)}
    async with Rig(tmp_path, files, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def test_a_line_that_was_put_right_meanwhile_is_not_made_wrong_by_its_deadline(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "開始檢核")
    page = shown(reviewer)
    await rig.tap(reviewer, "不符合")
    await rig.say(reviewer, "登記簿少登 2 筆")
    reviewer.tap("符合", message=page)
    await rig.settle()
    await rig.say(reviewer, "115/12/1")

    found = await rig.office.store.read(lambda unit: inspections.findings(unit, 1))

    assert found["register"].mark is Mark.YES


async def test_nobody_accepts_the_correction_that_he_has_reported_himself(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await audit(rig, reviewer, 1, agency="勞動局")
    await rig.tap(reviewer, "第 1 項已改善")
    await rig.say(reviewer, "府勞資字第1150012345號")
    await rig.say(reviewer, "/onsite")
    await rig.tap(reviewer, "115-OS-0001")

    assert "第 1 項通過" not in shown(reviewer).labels
    with pytest.raises(RuleViolation, match="correction-own"):
        await rig.office.store.write(accept_as("LR"))
    await rig.office.store.write(accept_as("LD"))


async def test_who_reported_a_correction_does_not_accept_it_from_another_post(rig: Rig) -> None:
    reviewer, administrator = await rig.link("LR", "A1")
    await audit(rig, reviewer, 1)
    await rig.tap(administrator, "查看稽核")
    await rig.tap(administrator, "第 1 項已改善")
    await rig.say(administrator, "府交字第1150084422號")
    await rig.office.store.write(move_to_the_reviewers)
    await rig.tap(administrator, "查看稽核")

    assert "第 1 項通過" not in shown(administrator).labels
    with pytest.raises(RuleViolation, match="correction-own"):
        await rig.office.store.write(accept_as("A1"))


def move_to_the_reviewers(unit: Unit) -> None:
    staff, held = tables.people, tables.seats
    unit.connection.execute(update(staff).where(staff.c.staff_no == "A1").values(agency="LD"))
    moved = select(staff.c.id).where(staff.c.staff_no == "A1").scalar_subquery()
    unit.connection.execute(update(held).where(held.c.person_id == moved).values(role="reviewer"))
    unit.connection.exec_driver_sql("UPDATE accounts SET closed_on = '2026-11-20'")


async def test_of_two_auditors_who_record_the_same_audit_the_second_is_told_so(rig: Rig) -> None:
    first, second = await rig.link("LR", "LD")
    await open_agency(rig, first)
    await rig.tap(first, "開始檢核")
    await fill(rig, first)
    await open_agency(rig, second)
    await rig.tap(second, "繼續檢核")
    first.tap("登錄結果")
    second.tap("登錄結果")
    await rig.settle()

    assert [rig.saw(each, "已於 115年11月23日(一) 登錄結果，不能再變更") for each in (first, second)].count(True) == 1
    assert everything(rig).count("onsite_recorded") == 1


async def test_an_ad_hoc_audit_proposes_nothing_whoever_asks(rig: Rig) -> None:
    def propose(unit: Unit) -> None:
        person = people.by_staff_no(unit, "IC")
        assert person is not None
        found = onsite.begin_ad_hoc(unit, person, "TB", Sort.ADHOC)
        with pytest.raises(RuleViolation, match="onsite-proposes-not"):
            onsite.propose(unit, person, found, "a medal")
        with pytest.raises(RuleViolation, match="onsite-proposes-not"):
            onsite.turn_council(unit, person, found)

    await rig.office.store.write(propose)


async def test_a_deadline_in_the_past_is_refused_and_one_that_has_passed_meanwhile_too(rig: Rig) -> None:
    (reviewer,) = await rig.link("LR")
    await open_agency(rig, reviewer)
    await rig.tap(reviewer, "開始檢核")
    await rig.tap(reviewer, "不符合")
    await rig.say(reviewer, "登記簿少登 2 筆")
    await rig.say(reviewer, "115/11/20")

    assert rig.saw(reviewer, "115年11月20日(五) 已經過了")

    await rig.say(reviewer, "115/12/1")
    for _ in range(14):
        await rig.tap(reviewer, "符合")
    rig.clock.turn(datetime(2026, 12, 2, 10, 0, tzinfo=TAIPEI))
    await rig.tap(reviewer, "登錄結果")

    assert rig.saw(reviewer, "第 1 項的改善期限 115年12月1日(二) 已過")
    assert "onsite_recorded" not in everything(rig)


async def test_what_an_audit_found_is_read_and_printed_by_both_sides_and_nobody_else(rig: Rig) -> None:
    reviewer, _ = await rig.link("LR", "A1")
    await audit(rig, reviewer, 1)

    def readers(unit: Unit) -> set[str]:
        staff = people.by_staff_nos(unit, [each[0] for each in STAFF])
        return {no for no, each in staff.items() if may_print(unit, each)}

    assert await rig.office.store.write(readers) == {"A1", "H1", "H2", "HO", "LD", "LR", "LX"}


def may_print(unit: Unit, person: Person) -> bool:
    said = lists.find(unit, person.id, "onsite", "audit:1").lines[0].key
    try:
        onsite_report.send(unit, person, inspections.find(unit, 1))
    except RuleViolation:
        assert said == "onsite-not-yours"
        return False
    assert said == "onsite-head"
    return True


@pytest.mark.parametrize(("staff_no", "agency"), [("O1", "TB"), ("A1", "CB"), ("H9", "TB")])
async def test_evidence_and_rules_of_use_are_nobody_elses(rig: Rig, staff_no: str, agency: str) -> None:
    def ask(unit: Unit) -> None:
        person = people.by_staff_no(unit, staff_no)
        assert person is not None
        with pytest.raises(RuleViolation, match="evidence-not-yours"):
            evidence.send(unit, person, agency, 2026)

    await rig.office.store.write(ask)


async def test_an_officer_keeps_no_rules_of_use(rig: Rig) -> None:
    def keep(unit: Unit) -> None:
        person = people.by_staff_no(unit, "O1")
        assert person is not None
        with pytest.raises(RuleViolation, match="usage-rules-not-yours"):
            usage_rules.keep(unit, person, "府交字第1150012345號", unit.today)
        assert lists.find(unit, person.id, "onsite", "rules").lines[0].key == "usage-rules-not-yours"

    await rig.office.store.write(keep)


def accept_as(staff_no: str) -> Callable[[Unit], object]:
    def accept(unit: Unit) -> object:
        person = people.by_staff_no(unit, staff_no)
        assert person is not None
        return corrections.accept(unit, person, inspections.find(unit, 1), "register")

    return accept
