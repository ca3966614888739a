"""Leaving and handover: accounts stop at once, one tap takes everything over, the deletion goes its way on paper."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.rules.people import Person
from bot.rules.roster import Sheet
from bot.sandbox.phone import Phone, ShownMessage
from bot.services import roster as importing
from storage import people
from storage import roster as storage_roster
from storage.unit import Unit
from tests.city import PEOPLE, roster
from tests.journeys.steps import KIND, everything, fill
from tests.journeys.test_faults import query
from tests.rig import TAIPEI, Rig

DOCUMENT = "府人任字第1150123456號"
ACCOUNTS = [
    {"staff_no": "O1", "kind": "officer", "opened_on": "2026-11-02", "password_changed_on": "", "items": "LI-01"},
    {"staff_no": "A1", "kind": "administrator", "opened_on": "2026-11-02", "password_changed_on": "", "items": ""},
]
Row = tuple[str, str, str, str, str, str]


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The city with accounts, on a Monday morning."""
    accounts = Sheet.of("accounts.csv", ACCOUNTS)
    files = {**roster(), "accounts": accounts}
    async with Rig(tmp_path, files, datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == rig.allowed_violations


async def leave(rig: Rig, *staff_nos: str, on: str = "2026-11-23") -> None:
    """The roster says that these people have left."""
    header, *rows = roster()["people"].rows
    people = [dict(zip(header, each, strict=True)) for each in rows]
    records = [{**each, "left_on": on if each["staff_no"] in staff_nos else ""} for each in people]
    files = {"people": Sheet.of("people.csv", records)}
    queued = await rig.office.store.write(lambda unit: (importing.import_roster(unit, files), unit.queued)[1])
    rig.office.sender.take(queued)
    await rig.settle()


async def move(rig: Rig, staff_no: str, agency: str) -> None:
    """The roster says that somebody works in another agency now."""
    moved = [(*row[:2], agency, *row[3:]) if row[0] == staff_no else row for row in PEOPLE]
    files = {"people": roster(moved)["people"]}
    queued = await rig.office.store.write(lambda unit: (importing.import_roster(unit, files), unit.queued)[1])
    rig.office.sender.take(queued)
    await rig.settle()


async def ask_for_items(rig: Rig, officer: Phone) -> None:
    await rig.say(officer, "/apply")
    await rig.tap(officer, "查調項目權限（附表二）")
    await rig.tap(officer, "新增")
    await rig.tap(officer, "LI-06 投保單位")
    await rig.tap(officer, "選好了")
    for words in ("運輸業稽查", "公路法第77條", "接辦稽查業務"):
        await rig.say(officer, words)
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")
    await rig.tap(officer, "送出")


def person_of(unit: Unit, staff_no: str) -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def card_of(phone: Phone) -> ShownMessage:
    return next(each for each in reversed(phone.messages) if "🚪 移交" in each.text or "無須移交" in each.text)


async def test_who_leaves_has_his_account_suspended_at_once_and_the_administrator_a_card(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await ask_for_items(rig, officer)
    await leave(rig, "O1")

    card = card_of(administrator)
    assert "林承辦" in card.text
    assert "業務承辦者帳號：自 115年11月23日(一) 起停權" in card.text
    assert "115-I2-0001" in card.text
    assert {"由我接手", "由其他同仁接手", "辦理刪除（業務承辦者帳號）"} <= set(card.labels)
    assert "accounts_suspended" in everything(rig)


async def test_one_tap_takes_everything_over_and_the_case_can_be_withdrawn(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await ask_for_items(rig, officer)
    await leave(rig, "O1")
    await rig.tap(administrator, "由我接手")

    assert rig.saw(administrator, "由 陳管理 科員 接手")
    assert "撤回" in rig.card(administrator, "115-I2-0001").labels


async def test_a_colleague_takes_over_and_is_told(rig: Rig) -> None:
    officer, administrator, colleague = await rig.link("O1", "A1", "O2")
    await ask_for_items(rig, officer)
    await leave(rig, "O1")
    await rig.tap(administrator, "由其他同仁接手")
    await rig.tap(administrator, "謝新人 科員")

    assert rig.saw(colleague, "已由 謝新人 科員 接手")
    assert "撤回" in rig.card(colleague, "115-I2-0001").labels


async def test_the_deletion_is_begun_from_paper_and_ends_the_matter(rig: Rig) -> None:
    _, administrator, head = await rig.link("O1", "A1", "H1")
    await leave(rig, "O1")
    await rig.tap(administrator, "辦理刪除（業務承辦者帳號）")
    await rig.say(administrator, "口頭")

    assert rig.saw(administrator, "例：府人任字第1150123456號")

    await rig.say(administrator, DOCUMENT)

    assert rig.saw(administrator, "案號 115-A2-0001，目前由機關首長處理")

    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    assert "名下已無未結事項" in card_of(administrator).text
    assert everything(rig).count("close_account") == 1


async def test_who_gave_up_the_seat_is_refused_and_told_who_sees_to_it(rig: Rig) -> None:
    administrator, _ = await rig.link("A1", "H1")
    await leave(rig, "O1")
    await rig.office.store.write(lambda unit: storage_roster.seat(unit, {person_of(unit, "A1").id: ()}))
    await rig.tap(administrator, "由我接手")

    assert rig.saw(administrator, "移交須由交通局的機關管理者辦理")


async def test_a_colleague_of_another_agency_cannot_take_over(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await leave(rig, "O1")
    await rig.tap(administrator, "由其他同仁接手")
    await rig.say(administrator, "O9")

    assert rig.saw(administrator, "外機關 不是該機關的在職人員，不能接手")


async def test_an_agency_without_an_administrator_hands_over_by_its_head(rig: Rig) -> None:
    _, head = await rig.link("A1", "H1")
    await leave(rig, "A1")

    assert "機關管理者已無人在任" in card_of(head).text

    await rig.tap(head, "由我接手")
    assert rig.saw(head, "由 李局長 科員 接手")


async def test_without_anybody_in_the_agency_the_information_center_is_told(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await leave(rig, *(each[0] for each in PEOPLE if each[2] == "TB"))

    assert rig.saw(operator, "陳管理")


async def test_who_comes_back_is_in_post_with_a_running_account(rig: Rig) -> None:
    _, administrator = await rig.link("O1", "A1")
    await leave(rig, "O1")
    await leave(rig)

    assert "目前在職，無須移交" in card_of(administrator).text
    assert all("NULL,NULL,0," in each for each in everything(rig).splitlines() if 'INTO "accounts"' in each)


async def test_the_administrator_records_a_leaving_and_gets_the_handover(rig: Rig) -> None:
    officer, administrator = await rig.link("O1", "A1")
    await ask_for_items(rig, officer)
    await record_leaving(rig, administrator, "115/11/23")

    assert "115-I2-0001" in card_of(administrator).text
    assert "業務承辦者帳號：自 115年11月23日(一) 起停權" in card_of(administrator).text

    await rig.say(officer, "/mine")

    assert "這裡僅供受邀的機關同仁使用" in officer.last.text


async def test_a_leaving_to_come_takes_effect_on_its_day(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await record_leaving(rig, administrator, "115/11/25")

    assert not rig.saw(administrator, "🚪 移交")

    at = datetime(2026, 11, 25, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()

    assert "115年11月25日(三) 起離職（調職）" in card_of(administrator).text


async def test_nobody_records_his_own_leaving(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/people")
    await rig.tap(administrator, "陳管理")

    assert "登錄離職（調職）" not in administrator.last.labels


async def record_leaving(rig: Rig, administrator: Phone, day: str) -> None:
    await rig.say(administrator, "/people")
    await rig.tap(administrator, "林承辦")
    await rig.tap(administrator, "登錄離職（調職）")
    await rig.say(administrator, day)


async def test_who_goes_to_another_agency_keeps_the_link_and_leaves_the_handover_behind(rig: Rig) -> None:
    officer, administrator, head = await rig.link("O1", "A1", "H1")
    await ask_for_items(rig, officer)
    await move(rig, "O1", "CB")

    assert rig.saw(officer, "您自 115年11月23日(一) 起調至文化局。交通局的帳號已同時停權")
    card = card_of(administrator)
    assert "115年11月23日(一) 自交通局調至文化局" in card.text
    assert "業務承辦者帳號：自 115年11月23日(一) 起停權" in card.text
    assert "115-I2-0001" in card.text

    await rig.tap(administrator, "由我接手")
    await rig.tap(administrator, "辦理刪除（業務承辦者帳號）")
    await rig.say(administrator, DOCUMENT)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    assert "名下已無未結事項" in card_of(administrator).text


async def test_who_moved_applies_at_once_in_the_new_agency(rig: Rig) -> None:
    officer, _ = await rig.link("O1", "A1")
    await move(rig, "O1", "CB")
    await rig.say(officer, "/apply")
    await rig.tap(officer, "業務承辦者帳號（附表二）")

    assert {"新增"} <= set(officer.last.labels)
    assert "復權" not in officer.last.labels


async def test_who_takes_over_a_returned_case_sends_it_again_as_the_leavers_own(rig: Rig) -> None:
    leaver, head, administrator, successor = await rig.link("O2", "H1", "A1", "O1")
    await rig.say(leaver, "/apply")
    for label in (KIND, "新增", "是"):
        await rig.tap(leaver, label)
    await rig.say(leaver, "115.11.2")
    await rig.tap(leaver, "是")
    await rig.say(leaver, "115.11.3")
    await fill(rig, leaver, begun=True)
    await rig.tap(leaver, "送出")
    await rig.tap(head, "退回補正")
    await rig.say(head, "補條項")
    await leave(rig, "O2")
    await rig.tap(administrator, "由其他同仁接手")
    await rig.tap(administrator, "林承辦 科員")
    await rig.tap(successor, "修改後再送")
    await rig.tap(successor, "送出")

    assert rig.saw(successor, "已送出，案號 115-A2-0001")
    assert "再送　林承辦 科員" in rig.card(head, "115-A2-0001").text
    assert declared(rig, "O2") == ("2026-11-02", "2026-11-03")
    assert declared(rig, "O1") == (None, "2025-01-06")


def declared(rig: Rig, staff_no: str) -> tuple[str | None, str | None]:
    found: tuple[str | None, str | None]
    (found,) = query(rig, f"SELECT egov_on, certificate_on FROM people WHERE staff_no = '{staff_no}'")
    return found
