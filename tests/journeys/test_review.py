"""The account review: ten a page, one tap for each, suspicious ones first, the administrator's own by the head."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.rules.people import Capacity, Deputyship
from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone
from bot.services import deputies
from storage import people
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.journeys.steps import everything
from tests.rig import TAIPEI, Rig

REMINDED = datetime(2026, 12, 17, 8, 30, tzinfo=TAIPEI)
STAFF = (*PEOPLE, *((f"P{n:02}", f"承辦{n:02}", "TB", "officer", "p", "2025-01-06") for n in range(12)))


def accounts() -> Sheet:
    fresh = {"opened_on": "2026-02-02", "password_changed_on": "2026-12-01", "items": ""}
    late = {**fresh, "password_changed_on": "2026-08-01", "items": "LI-01"}
    rows = [{"staff_no": f"P{n:02}", "kind": "officer", **fresh} for n in range(12)]
    rows += [{"staff_no": "O1", "kind": "officer", **late}, {"staff_no": "A1", "kind": "administrator", **fresh}]
    return Sheet.of("accounts.csv", rows)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """Fourteen accounts, one with an overdue password, on the morning of the first reminder."""
    files = {**roster(STAFF), "accounts": accounts()}
    async with Rig(tmp_path, files, REMINDED) as rig:
        await rig.office.bell.ring(REMINDED)
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def begin(rig: Rig, person: Phone) -> None:
    await rig.say(person, "/desk")
    await rig.tap(person, "115年第 4 季帳號清查")


async def confirm(rig: Rig, person: Phone, button: str, answer: str = "五項均符合") -> None:
    await rig.tap(person, button)
    await rig.tap(person, answer)


async def test_the_digest_leads_to_the_list_of_accounts(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.tap(administrator, "辦理清查")

    assert "115年第 4 季帳號清查" in administrator.last.text
    assert "已確認 0／14" in administrator.last.text
    assert "⚠️ 林承辦（業務承辦者）" in administrator.last.labels


async def test_the_rest_is_confirmed_together_only_when_the_suspicious_ones_were_answered(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await begin(rig, administrator)
    await rig.tap(administrator, "全部未變動")

    assert rig.saw(administrator, "尚有帳號須先逐一開啟確認：林承辦")

    await rig.tap(administrator, "⚠️ 林承辦（業務承辦者）")

    assert rig.saw(administrator, "密碼逾期未變更")

    await rig.tap(administrator, "五項均符合")
    await rig.tap(administrator, "全部未變動")

    assert rig.saw(administrator, "已確認 13／14")
    assert rig.saw(administrator, "帳號清查請於")
    assert "account_review_done" not in everything(rig)

    await confirm(rig, head, "陳管理（機關管理者）")

    assert rig.saw(head, "已於 115年12月17日(四) 完成清查")
    assert "account_review_done" in everything(rig)
    assert not rig.saw(administrator, "帳號清查請於")


async def test_at_night_the_list_reaches_the_head_without_a_ring(rig: Rig) -> None:
    administrator, head = await rig.link("A1", "H1")
    await begin(rig, administrator)
    await confirm(rig, administrator, "⚠️ 林承辦（業務承辦者）")
    rig.clock.turn(datetime(2026, 12, 17, 21, 0, tzinfo=TAIPEI))
    await rig.tap(administrator, "全部未變動")

    assert "115年第 4 季帳號清查" in head.last.text
    assert head.last.silent


async def test_a_finding_says_which_request_to_file(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await begin(rig, administrator)
    await confirm(rig, administrator, "承辦00（業務承辦者）", "業務不再需要")

    assert rig.saw(administrator, "請該員以 /apply 提出帳號「刪除」")
    assert rig.saw(administrator, "❗ 承辦00 科員（業務承辦者）：業務不再需要")


async def test_nobody_confirms_his_own_account(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await begin(rig, administrator)

    assert not any("陳管理" in each for each in administrator.last.labels)
    assert "須由他人確認（首長、授權人員等）：陳管理" in administrator.last.text


async def test_a_deputy_of_the_administrator_confirms_the_accounts_but_his_own_and_the_administrators(rig: Rig) -> None:
    deputy, _ = await rig.link("O1", "A1")
    await rig.office.store.write(lambda unit: stand_in(unit, "A1", "O1"))
    await begin(rig, deputy)
    await confirm(rig, deputy, "承辦00（業務承辦者）")

    assert rig.saw(deputy, "已確認 1／14")
    assert "須由他人確認（首長、授權人員等）：陳管理、林承辦" in deputy.last.text


def stand_in(unit: Unit, holder: str, deputy: str) -> None:
    found = people.by_staff_nos(unit, [holder, deputy])
    days = (unit.today, unit.today + timedelta(days=3))
    ship = Deputyship(found[holder].id, found[deputy], 1, *days, Capacity.ACTING, "leave")
    deputies.name(unit, found[holder], ship)


async def test_who_does_not_look_after_accounts_sees_no_review(rig: Rig) -> None:
    (reviewer,) = await rig.link("LD")
    await rig.say(reviewer, "/desk")

    assert not rig.saw(reviewer, "清查")


async def test_sixty_accounts_are_reviewed_in_a_handful_of_taps(tmp_path: Path) -> None:
    many = (*PEOPLE, *((f"P{n:02}", f"承辦{n:02}", "TB", "officer", "p", "2025-01-06") for n in range(59)))
    fresh = {"kind": "officer", "opened_on": "2026-02-02", "items": ""}
    rows = [
        {"staff_no": f"P{n:02}", **fresh, "password_changed_on": "2026-08-01" if n < 3 else "2026-12-01"}
        for n in range(59)
    ]
    own = {**fresh, "staff_no": "A1", "kind": "administrator", "password_changed_on": "2026-12-01"}
    files = {**roster(many), "accounts": Sheet.of("accounts.csv", [*rows, own])}
    async with Rig(tmp_path, files, REMINDED) as rig:
        await rig.office.bell.ring(REMINDED)
        administrator, head = await rig.link("A1", "H1")
        await begin(rig, administrator)
        while "⚠️ 承辦00（業務承辦者）" not in administrator.last.labels:
            await rig.tap(administrator, "下一頁")
        for number in range(3):
            await confirm(rig, administrator, f"⚠️ 承辦{number:02}（業務承辦者）")
        await rig.tap(administrator, "全部未變動")

        assert rig.saw(administrator, "已確認 59／60")
        await confirm(rig, head, "陳管理（機關管理者）")
        assert rig.saw(head, "完成清查")
