"""What hostile or hasty hands try with records, audits and checklists: nothing is forged, nothing forbidden is kept."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.onsite import Mark
from bot.rules.phrases import RuleViolation
from bot.rules.roster import Sheet
from bot.services import onsite
from storage import inspections, people
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.journeys.test_onsite import ACCOUNTS, audit, open_agency, shown
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


def accept_as(staff_no: str) -> Callable[[Unit], object]:
    def accept(unit: Unit) -> object:
        person = people.by_staff_no(unit, staff_no)
        assert person is not None
        return onsite.accept(unit, person, inspections.find(unit, 1), "register")

    return accept
