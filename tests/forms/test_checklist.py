"""8, paragraph 2: the checklist on paper holds every line with its clause, what is wrong, and room for stamps."""

from datetime import UTC, date, datetime

from bot.forms import checklist
from bot.rules.onsite import CHECKLIST, Finding, Mark, Sort, Stage
from bot.rules.phrases import say
from bot.services.onsite_report import Report
from storage.inspections import Inspection
from tests.forms.printouts import flat, read

WRONG = Finding(Mark.NO, "登記簿少登 2 筆", date(2026, 12, 1), Stage.ACCEPTED, "府交字第1150084422號")


def report(sort: Sort = Sort.YEARLY, agency: str = "TB") -> Report:
    inspection = Inspection(1, "115-OS-0001", sort, "LD", agency, "", 1, date(2026, 11, 24), 1, "建請敘獎", True, None)
    found = {each.code: Finding(Mark.YES) for each in CHECKLIST} | {"register": WRONG}
    by = say("person", name="王審核", title="科員")
    return Report(inspection, "交通局", "勞動局", by, "府交字第1150012345號", found, datetime(2026, 11, 24, tzinfo=UTC))


def test_every_line_stands_on_it_with_result_note_deadline_and_proof() -> None:
    words = read(checklist.sheet(report()))

    assert "勞保查調系統現場稽核檢核表" in words
    for each in ("登記簿筆數與系統查詢筆數相符", "登記簿少登 2 筆", "府交字第1150084422號", "府交字第1150012345號"):
        assert flat(each) in flat(words)
    assert "保存期限屆滿的資料已依規定銷毀" in flat(words)


def test_proposal_and_council_stand_only_on_the_yearly_one() -> None:
    assert "建請敘獎" in read(checklist.sheet(report()))
    assert "建請敘獎" not in read(checklist.sheet(report(Sort.ADHOC)))


def test_the_own_house_is_marked() -> None:
    assert "自我稽核" in read(checklist.sheet(report(agency="LD")))
