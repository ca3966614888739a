"""Point 7: three months after the account was opened the password is due, and the digest says so."""

from datetime import datetime

from tests.journeys.steps import apply_for_account, everything
from tests.rig import TAIPEI, Rig


async def open_account(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")


async def morning(rig: Rig, year: int, month: int, day: int) -> None:
    """Turn the clock to the morning and let the bell ring."""
    at = datetime(year, month, day, 8, 30, tzinfo=TAIPEI)
    rig.clock.turn(at)
    await rig.office.bell.ring(at)
    await rig.settle()


async def test_two_weeks_before_falls_into_the_spring_festival_so_it_comes_on_the_last_working_day(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    await morning(rig, 2027, 2, 2)

    assert not rig.saw(officer, "🔑")

    await morning(rig, 2027, 2, 3)

    assert "密碼請於 116年2月23日(二) 以前變更，還有 20 天" in officer.last.text
    assert "我已變更密碼" in officer.last.labels


async def test_one_tap_and_a_day_set_the_clock_and_the_digest_says_it_is_done(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    await morning(rig, 2027, 2, 23)

    assert "116年2月23日" in officer.last.text

    digest = officer.last.message_id
    await rig.tap(officer, "我已變更密碼")
    await rig.tap(officer, "今天 116年2月23日(二)")

    assert "116年5月23日" in officer.last.text
    assert "🔑" not in next(each for each in officer.messages if each.message_id == digest).text

    await morning(rig, 2027, 2, 24)

    assert "🔑" not in officer.last.text


async def test_a_morning_that_rings_twice_says_it_once(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    await morning(rig, 2027, 2, 23)
    said = len(officer.messages)
    await morning(rig, 2027, 2, 23)

    assert len(officer.messages) == said


async def test_a_password_typed_into_the_dialogue_is_deleted(rig: Rig) -> None:
    await open_account(rig)
    officer = rig.phones["O1"]
    await rig.say(officer, "/password")
    await rig.tap(officer, "我已變更密碼")
    await rig.say(officer, "Tr0ub4dor&3x")

    assert "請勿輸入密碼" in officer.last.text
    assert not any("Tr0ub4dor" in each.text for each in officer.messages)
    assert "Tr0ub4dor" not in everything(rig)
