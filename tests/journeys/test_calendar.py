"""/calendar: one's own dates with their reasons, the file to take along, and the operator's single days."""

from datetime import date, datetime

import pytest
from icalendar import Calendar, Event

from bot.sandbox.phone import Phone
from storage import ledger
from tests.journeys.steps import apply_for_account
from tests.journeys.test_password import morning, open_account
from tests.rig import TAIPEI, Rig


def events(phone: Phone) -> dict[str, dict[str, str]]:
    """By identity the file that was last sent."""
    found = newest(phone)
    return {uid: {"day": each.start.isoformat(), "title": str(each["summary"])} for uid, each in found.items()}


def newest(phone: Phone) -> dict[str, Event]:
    """As another program reads it; a fault of the file would be in `errors`."""
    sent = [each.file for each in phone.messages if each.media == "document" and each.file]
    found = Calendar.from_ical(sent[-1])
    assert not found.errors
    return {str(each["uid"]): each for each in found.events}


async def verbs(rig: Rig) -> list[str]:
    return await rig.office.store.read(lambda unit: [entry.verb for entry, _ in ledger.entries(unit)])


async def declare(rig: Rig, operator: Phone, kind: str, day: str, note: str = "略過") -> None:
    await rig.say(operator, "/calendar")
    await rig.tap(operator, "登錄補班、停班")
    await rig.tap(operator, kind)
    await rig.say(operator, day)
    await (rig.tap(operator, note) if note == "略過" else rig.say(operator, note))


async def test_an_officer_sees_when_the_password_is_due_and_why_the_reminder_comes_early(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    rig.clock.turn(datetime(2027, 2, 2, 10, 0, tzinfo=TAIPEI))
    await rig.say(officer, "/calendar")

    assert "116年2月23日(二)　e政府公務帳號密碼變更期限" in officer.last.text
    assert "下次提醒：116年2月3日(三)（原訂 116年2月9日(二) 適逢春節（補假），故調整）" in officer.last.text
    assert "📅 2 月（週末以外）：" in officer.last.text


async def test_a_monthly_duty_is_seen_before_it_is_opened_and_once_after(rig: Rig) -> None:
    await open_account(rig)
    officer, administrator = rig.phones["O1"], rig.phones["A1"]
    await rig.say(officer, "/calendar")
    await rig.say(administrator, "/calendar")

    assert officer.last.text.count("115年12月10日(四)　115年11月使用及查調紀錄") == 1
    assert administrator.last.text.count("115年12月10日(四)　115年11月使用情形稽核") == 1

    await morning(rig, 2026, 12, 1)
    await rig.say(officer, "/calendar")

    assert officer.last.text.count("115年11月使用及查調紀錄\n") == 1
    assert officer.last.text.count("115年12月使用及查調紀錄\n") == 1


async def test_a_tenth_in_the_spring_festival_is_explained_and_not_moved(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    rig.clock.turn(datetime(2027, 1, 29, 10, 0, tzinfo=TAIPEI))
    await rig.say(officer, "/calendar")

    assert "116年2月10日(三)　116年1月使用及查調紀錄" in officer.last.text
    assert "116年2月10日(三) 適逢春節（補假），請提前於 116年2月3日(三) 以前完成。" in officer.last.text


async def test_an_applicant_sees_the_deadline_of_the_own_case_and_the_head_what_to_decide(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.say(officer, "/calendar")
    await rig.say(head, "/calendar")

    assert f"您的案件 {number}" in officer.last.text and "目前由機關首長處理" in officer.last.text
    assert f"案件 {number} 辦理期限" in head.last.text
    assert "12月1日" in officer.last.text and "12月1日" in head.last.text


async def test_somebody_without_dates_is_told_so_and_offered_no_file(rig: Rig) -> None:
    (head,) = await rig.link("H9")
    await rig.say(head, "/calendar")

    assert "目前沒有待辦的期限" in head.last.text
    assert "行憲紀念日" in head.last.text
    assert head.last.labels == ()


async def test_the_file_has_ones_own_dates_and_nobody_elses(rig: Rig) -> None:
    await open_account(rig)
    officer, head = rig.phones["O1"], rig.phones["H1"]
    await rig.say(officer, "/calendar")
    await rig.tap(officer, "下載行事曆")
    await rig.say(head, "/calendar")

    assert events(officer) == {
        "password/O1@chadiao": {"day": "2027-02-23", "title": "e政府公務帳號密碼變更期限"},
        "usage_record/O1/2026-11@chadiao": {"day": "2026-12-10", "title": "115年11月使用及查調紀錄"},
    }
    assert "下載行事曆" not in head.last.labels


async def test_the_same_matter_keeps_its_identity_when_its_day_moves(rig: Rig) -> None:
    officer, head, operator = await rig.link("O1", "H1", "IC")
    number = await apply_for_account(rig, officer)
    await rig.say(head, "/calendar")
    await rig.tap(head, "下載行事曆")
    before = events(head)
    await declare(rig, operator, "停班", "115.11.27", "颱風停止上班")
    await rig.tap(head, "下載行事曆")

    assert before == {f"approval_step/{number}/1@chadiao": {"day": "2026-12-01", "title": f"案件 {number} 辦理期限"}}
    assert events(head)[f"approval_step/{number}/1@chadiao"]["day"] == "2026-12-02"


async def test_a_later_file_takes_the_place_of_an_earlier_one(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    await rig.say(officer, "/calendar")
    await rig.tap(officer, "下載行事曆")
    first = newest(officer)["password/O1@chadiao"]
    rig.clock.turn(datetime(2026, 12, 3, 10, 0, tzinfo=TAIPEI))
    await rig.say(officer, "/password")
    await rig.tap(officer, "我已變更密碼")
    await rig.tap(officer, "今天 115年12月3日(四)")
    await rig.say(officer, "/calendar")
    await rig.tap(officer, "下載行事曆")
    later = newest(officer)["password/O1@chadiao"]

    assert (first.start, later.start) == (date(2027, 2, 23), date(2027, 3, 3))
    assert later["sequence"] > first["sequence"]
    assert all(type(each.start) is type(each.end) is date for each in (first, later))
    assert all(each.duration.days == 1 for each in (first, later))


async def test_an_operator_declares_a_day_and_takes_it_back_and_nobody_else_is_told(rig: Rig) -> None:
    officer, operator = await rig.link("O1", "IC")
    heard = len(officer.messages)
    await declare(rig, operator, "停班", "115.11.27", "颱風停止上班")

    assert "已登錄 115年11月27日(五) 停班" in operator.last.text
    assert len(officer.messages) == heard

    await rig.say(officer, "/calendar")

    assert "11/27 颱風停止上班" in officer.last.text

    await rig.say(operator, "/calendar")
    await rig.tap(operator, "登錄補班、停班")
    await rig.tap(operator, "刪除 115年11月27日(五)")

    assert "恢復為原辦公日曆" in operator.last.text
    assert (await verbs(rig))[-2:] == ["office_day_declared", "office_day_taken_back"]


async def test_a_declared_day_is_quiet_and_a_card_shows_the_new_deadline(rig: Rig) -> None:
    officer, head, operator = await rig.link("O1", "H1", "IC")
    number = await apply_for_account(rig, officer)
    await declare(rig, operator, "停班", "115.11.26")
    heard = len(head.messages)
    await morning(rig, 2026, 11, 26)

    assert len(head.messages) == heard
    assert "辦理期限 115年12月2日(三)" in rig.card(head, number).text


@pytest.mark.parametrize(
    ("kind", "day", "why"),
    [
        ("停班", "115.11.28", "原本就不上班"),
        ("補班", "115.11.27", "原本就上班"),
        ("停班", "115.10.1", "已逾 30 日"),
        ("停班", "117.1.4", "在明年以後"),
        ("停班", "明天", "無法辨識日期"),
    ],
)
async def test_a_day_that_makes_no_sense_is_refused_with_the_reason(rig: Rig, kind: str, day: str, why: str) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/calendar")
    await rig.tap(operator, "登錄補班、停班")
    await rig.tap(operator, kind)
    await rig.say(operator, day)

    assert rig.saw(operator, why, last=2)


async def test_a_typhoon_day_can_be_written_down_afterwards(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await declare(rig, operator, "停班", "115.11.20")

    assert "已登錄 115年11月20日(五) 停班" in operator.last.text


async def test_only_an_operator_is_offered_to_declare_days(rig: Rig) -> None:
    administrator, operator = await rig.link("A1", "IC")
    await rig.say(administrator, "/calendar")
    await rig.say(operator, "/calendar")

    assert "登錄補班、停班" not in administrator.last.labels
    assert any("登錄補班、停班" in each.labels for each in operator.messages)
    assert rig.saw(operator, "115、116 年辦公日曆尚未匯入")
    assert "尚未匯入" not in administrator.last.text


async def test_the_suggested_days_of_a_make_up_are_saturdays(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/calendar")
    await rig.tap(operator, "登錄補班、停班")
    await rig.tap(operator, "補班")
    await rig.tap(operator, "115年11月28日(六)")
    await rig.tap(operator, "略過")

    assert "已登錄 115年11月28日(六) 補班" in operator.last.text
    assert date(2026, 11, 28).weekday() == 5
