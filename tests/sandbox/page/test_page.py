"""The page in a real browser: people, phones side by side, the clock, the tour, all of it live."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from bot.sandbox.chats import Toast
from bot.sandbox.commands import Command, Scope
from bot.sandbox.events import Event, EventKind
from bot.sandbox.keyboards import parse_markup
from bot.sandbox.violations import ViolationKind
from bot.sandbox.words import formatted

pytestmark = pytest.mark.asyncio(loop_scope="module")


def chat(page: Page, name: str):
    return page.get_by_role("region", name=f"{name} 的對話")


async def open_chat(page: Page, name: str) -> None:
    await page.locator(".person", has_text=name).click()
    await expect(chat(page, name)).to_be_visible()


async def beside(page: Page, name: str) -> None:
    await page.get_by_role("button", name=f"並排開啟 {name}").click(force=True)
    await expect(chat(page, name)).to_be_visible()


async def heard(city, *expected: str) -> None:
    async with asyncio.timeout(5):
        while city.heard() != list(expected):
            await asyncio.sleep(0.005)


async def test_people_stand_by_agency_with_what_they_have_not_read(city, visit):
    city.write(102, "您好")
    page = await visit()
    agency = page.get_by_role("region", name="勞動局")

    await expect(agency.locator(".person")).to_have_count(2)
    await expect(agency.get_by_label("1 則未讀")).to_be_visible()
    city.write(102, "還有")
    await expect(agency.get_by_label("2 則未讀")).to_be_visible()


async def test_people_are_found_by_typing(visit):
    page = await visit()
    await page.get_by_role("searchbox").fill("專員")

    await expect(page.locator(".person:visible")).to_have_count(1)
    await page.get_by_role("searchbox").fill("nobody")
    await expect(page.get_by_text("找不到符合的人")).to_be_visible()


async def test_what_is_typed_reaches_the_bot_and_its_answer_the_chat(city, visit):
    page = await visit()
    await open_chat(page, "王小明")
    await page.get_by_role("button", name="開始", exact=True).click()
    await page.get_by_label("給機器人的訊息").fill("第一行")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("第一行")).to_be_visible()
    city.write(101, "<b>收到</b> &lt;script>alert(1)&lt;/script>", parse_mode="HTML")

    await heard(city, "/start", "第一行")
    await expect(page.get_by_text("收到 <script>alert(1)</script>")).to_be_visible()
    await expect(page.get_by_text("115年11月23日(一)", exact=True)).to_be_visible()


async def test_a_button_is_tapped_its_toast_shown_and_the_message_changed_in_place(city, visit):
    number = city.write(101, "一件案子", "核准", "駁回")
    page = await visit()
    await open_chat(page, "王小明")
    await page.get_by_role("button", name="核准", exact=True).click()
    await expect(page.locator(".key.waiting")).to_be_visible()
    city.bot.toast(city.phone(101).chat, Toast("已核准", alert=False, message_id=number))
    city.edit(101, number, "案子已核准")

    await expect(page.get_by_text("已核准", exact=True)).to_be_visible()
    await expect(page.locator(".message")).to_have_count(1)
    await expect(page.locator(".message")).to_contain_text("案子已核准")
    await heard(city, "核准")


async def test_an_alert_waits_to_be_closed(city, visit):
    page = await visit()
    await open_chat(page, "王小明")
    city.bot.toast(city.phone(101).chat, Toast("這個問題已經答過了", alert=True, message_id=1))

    await expect(page.get_by_role("dialog")).to_contain_text("這個問題已經答過了")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_two_phones_side_by_side_are_both_live(city, visit):
    page = await visit()
    await open_chat(page, "王小明")
    await beside(page, "陳怡君")
    number = city.write(102, "等您處理")
    city.write(101, "已送出")
    await expect(chat(page, "陳怡君").get_by_text("等您處理")).to_be_visible()
    await expect(chat(page, "王小明").get_by_text("已送出")).to_be_visible()
    city.bot.delete(city.phone(102).chat, number)

    await expect(chat(page, "陳怡君").get_by_text("等您處理")).to_have_count(0)
    await expect(page.locator(".badge:visible")).to_have_count(0)


async def test_a_reload_shows_the_same(city, visit):
    city.write(101, "還在")
    page = await visit()
    await open_chat(page, "王小明")
    await beside(page, "陳怡君")
    await page.reload()

    await expect(chat(page, "王小明").get_by_text("還在")).to_be_visible()
    await expect(chat(page, "陳怡君")).to_be_visible()


async def test_the_clock_is_turned_and_says_what_was_sent(visit):
    page = await visit()
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_role("button", name="下一個 8 日").click()

    await expect(page.get_by_role("button", name="115年12月8日(二) 08:30")).to_be_visible()
    await page.get_by_text("排程送出 1 則訊息").click()
    await expect(page.get_by_text("密碼七天後到期")).to_be_visible()
    await page.locator(".notice").get_by_role("button", name="陳怡君").click()
    await expect(chat(page, "陳怡君")).to_be_visible()


async def test_of_many_messages_it_is_said_how_many_each_got(city, visit):
    city.reminders = 200
    page = await visit()
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_role("button", name="下一個 8 日").click()
    await page.get_by_text("排程送出 200 則訊息").click()

    await expect(page.locator(".notice li")).to_have_text(["陳怡君200 則"])


async def test_the_clock_is_turned_to_a_date(city, visit):
    page = await visit()
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_label("指定日期").fill("2027-03-01")
    await page.get_by_role("button", name="轉到這一天").click()

    await expect(page.get_by_text("排程沒有送出訊息")).to_be_visible()
    assert city.moment.date().isoformat() == "2027-03-01"


async def test_the_clock_is_turned_to_the_next_reminder_and_says_when_there_is_none(city, visit):
    city.moment = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
    page = await visit()
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_role("button", name="下一個提醒日").click()
    await expect(page.get_by_text("時鐘轉到 115年11月8日(日) 09:00。 排程送出 1 則訊息")).to_be_visible()
    city.moment += timedelta(days=1)
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_role("button", name="下一個提醒日").click()

    await expect(page.get_by_text("一年內沒有要送出的提醒")).to_be_visible()


async def test_while_the_clock_is_turned_the_page_says_how_far_it_is(city, visit):
    city.on_the_way.clear()
    page = await visit()
    await page.get_by_role("button", name="時鐘").click()
    await page.get_by_label("指定日期").fill("2027-03-03")
    await page.get_by_role("button", name="轉到這一天").click()

    await expect(page.get_by_role("progressbar")).to_have_attribute("value", re.compile(r"^0\.5"))
    await expect(page.get_by_role("status").get_by_text("116年1月12日(二)")).to_be_visible()
    city.on_the_way.set()
    await expect(page.get_by_role("progressbar")).to_have_count(0)


async def test_who_is_not_linked_is_named_and_picks_up_the_invitation_that_somebody_else_got(city, visit):
    city.known.remove(102)
    city.write(101, f"https://t.me/{city.bot.user.username}?start=ABCD")
    page = await visit()
    await expect(page.locator(".person", has_text="陳怡君")).to_contain_text("尚未連結")
    await open_chat(page, "王小明")
    await page.get_by_role("link", name="start=ABCD").click()
    await page.get_by_role("dialog").get_by_role("button", name="陳怡君").click()
    await expect(chat(page, "陳怡君").get_by_text("/start ABCD")).to_be_visible()
    city.known.add(102)
    city.bot.commands.set(Scope(), "", (Command("menu", "選單"),))
    city.telegram.events.tell(Event(EventKind.COMMANDS, bot_id=city.bot.user.id))

    await expect(page.get_by_text("尚未連結")).to_have_count(0)
    await heard(city, "/start ABCD")


async def test_who_has_left_is_called_that_and_is_offered_no_invitation(city, visit):
    city.write(101, f"https://t.me/{city.bot.user.username}?start=ABCD")
    city.known.discard(102)
    page = await visit()
    await open_chat(page, "陳怡君")
    await expect(chat(page, "陳怡君")).to_contain_text("陳怡君尚未連結")
    city.gone.add(102)
    city.telegram.events.tell(Event(EventKind.COMMANDS, bot_id=city.bot.user.id))

    await expect(page.locator(".person", has_text="陳怡君")).to_contain_text("已離職")
    await expect(chat(page, "陳怡君").locator(".chat-head")).to_contain_text("已離職")
    await expect(chat(page, "陳怡君").get_by_text("陳怡君已離職")).to_be_visible()
    await expect(page.get_by_text("尚未連結")).to_have_count(0)
    await open_chat(page, "王小明")
    await page.get_by_role("link", name="start=ABCD").click()
    await heard(city, "/start ABCD")


def told(city, *moments: datetime) -> list[int]:
    numbers = []
    for city.moment in moments:
        numbers.append(city.write(101, f"{city.moment:%m-%d %H:%M}"))
    return numbers


def outline(page: Page):
    return page.locator(".log > li.day, .log > li.message")


BEFORE_MIDNIGHT = datetime(2026, 11, 23, 15, 59, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


async def test_a_day_begins_at_the_citys_midnight_while_one_looks_on(city, visit):
    told(city, BEFORE_MIDNIGHT)
    page = await visit()
    await open_chat(page, "王小明")
    await expect(page.locator(".day")).to_have_text(["115年11月23日(一)"])
    told(city, AFTER_MIDNIGHT, AFTER_MIDNIGHT + timedelta(minutes=1))

    await expect(page.locator(".day")).to_have_text(["115年11月23日(一)", "115年11月24日(二)"])
    await expect(outline(page).nth(2)).to_have_text("115年11月24日(二)")
    await expect(outline(page)).to_have_count(5)


async def test_a_day_of_which_all_is_deleted_is_not_shown_nor_shown_twice(city, visit):
    (_, *today) = told(city, BEFORE_MIDNIGHT, AFTER_MIDNIGHT, AFTER_MIDNIGHT)
    page = await visit()
    await open_chat(page, "王小明")
    await expect(page.locator(".day")).to_have_count(2)
    for number in today:
        city.bot.delete(city.phone(101).chat, number)
    await expect(page.locator(".day")).to_have_text(["115年11月23日(一)"])
    told(city, AFTER_MIDNIGHT)

    await expect(page.locator(".day")).to_have_text(["115年11月23日(一)", "115年11月24日(二)"])


async def test_a_long_chat_lets_go_of_its_older_half_and_gives_it_back_with_its_days(city, visit):
    told(city, BEFORE_MIDNIGHT, *[AFTER_MIDNIGHT] * 20)
    page = await visit()
    await open_chat(page, "王小明")
    await expect(page.locator(".message")).to_have_count(21)
    for _ in range(19):
        told(city, *[AFTER_MIDNIGHT] * 20)
    await expect(page.locator(".message")).to_have_count(200)
    await expect(page.locator(".day")).to_have_text(["115年11月24日(二)"])
    for count in (260, 320, 380, 401):
        await page.get_by_role("button", name="更早的訊息").click()
        await expect(page.locator(".message")).to_have_count(count)

    await expect(page.locator(".day")).to_have_text(["115年11月23日(一)", "115年11月24日(二)"])
    told(city, AFTER_MIDNIGHT + timedelta(days=1))
    await expect(page.locator(".day")).to_have_count(3)


async def test_the_strip_says_who_has_the_case_and_who_is_next(visit):
    page = await visit()
    await open_chat(page, "王小明")
    strip = page.get_by_role("group", name="這個案件的流程")

    await expect(strip.locator("[aria-current=step]")).to_contain_text("王小明")
    await expect(strip.locator(".next")).to_contain_text("完成")


async def test_a_situation_is_entered_and_everything_reset(city, visit):
    page = await visit()
    await page.locator(".situation", has_text="第 9 天").click()
    await expect(page.get_by_text("正在準備情境")).to_be_hidden()
    await expect(page.get_by_role("region", name="陳怡君 的對話")).to_be_visible()
    await page.get_by_role("button", name="重新開始").click()
    await page.get_by_role("button", name="全部重來").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)

    async with asyncio.timeout(5):
        while city.asked != ["day9", "reset"]:
            await asyncio.sleep(0.005)


async def test_the_tour_has_five_steps_and_comes_once(visit):
    page = await visit(toured=False)
    await page.get_by_label("第一次來？").get_by_role("button", name="開始導覽").click()
    for number in range(1, 6):
        await expect(page.get_by_text(f"第 {number} 步，共 5 步")).to_be_visible()
        await page.get_by_role("dialog").locator(".primary").click()
    await page.reload()
    await page.wait_for_selector(".person")

    await expect(page.get_by_text("第一次來？")).to_have_count(0)


async def test_the_tour_shows_the_icon_that_it_speaks_of(visit):
    page = await visit(toured=False)
    icon = page.locator(".person-row .beside").first
    await page.locator(".tour-offer").get_by_role("button", name="開始導覽").click()
    await expect(icon).to_have_css("opacity", "0")
    for _ in range(2):
        await page.get_by_role("button", name="下一步").click()

    await expect(icon).to_have_css("opacity", "1")


async def test_the_tour_can_be_skipped(visit):
    page = await visit(toured=False)
    await page.get_by_role("button", name="略過").click()

    await expect(page.get_by_text("第一次來？")).to_have_count(0)


async def test_everything_is_done_with_the_keyboard(city, visit):
    city.write(101, "一件案子", "核准")
    page = await visit()
    await page.get_by_role("searchbox").focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("給機器人的訊息")).to_be_focused()
    await page.keyboard.type("由鍵盤")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("由鍵盤")).to_be_visible()
    await page.get_by_role("button", name="核准", exact=True).focus()
    await page.keyboard.press("Space")
    await expect(page.locator(".key.waiting")).to_be_visible()

    await heard(city, "由鍵盤", "核准")


async def test_the_command_menu_is_offered_while_typing(city, visit):
    city.write(101, "您好")
    city.bot.commands.set(Scope(), "", (Command("mine", "我的案子在哪"), Command("menu", "選單")))
    page = await visit()
    await open_chat(page, "王小明")
    await page.get_by_label("給機器人的訊息").fill("/mi")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine")).to_contain_text("/mine")

    await heard(city, "/mine")


async def test_keys_under_the_typing_box(city, visit):
    phone = city.phone(101)
    city.bot.post(
        phone.chat, city.bot.user, words=formatted("?", "", None), markup=parse_markup({"keyboard": [["是", "否"]]})
    )
    phone.chat.started = True
    page = await visit()
    await open_chat(page, "王小明")
    await page.get_by_role("group", name="快速回覆鍵").get_by_role("button", name="否").click()
    await expect(page.locator(".mine")).to_contain_text("否")

    await heard(city, "否")


async def test_a_file_is_opened(city, visit):
    city.phone(101).send_document("附表二.pdf", b"%PDF-1.7")
    page = await visit()
    await open_chat(page, "王小明")

    await expect(page.get_by_role("link", name="開啟 附表二.pdf")).to_be_visible()


async def test_the_page_speaks_english(visit):
    page = await visit()
    await page.get_by_role("button", name="切換為英文").click()

    await expect(page.get_by_role("button", name="Clock: Mon 23 Nov 2026 09:00")).to_be_visible()


async def test_violations_are_counted_and_listed(city, visit):
    page = await visit()
    city.telegram.report(ViolationKind.UNKNOWN_PARAMETER, "sendMessage", "colour")
    await expect(page.get_by_role("button", name="檢查與故障，1 項違規")).to_be_visible()
    city.telegram.report(ViolationKind.UNKNOWN_PARAMETER, "sendMessage", "weight")
    await page.get_by_role("button", name="檢查與故障，2 項違規").click()
    await expect(page.get_by_role("dialog")).to_contain_text("colour")
    await page.get_by_role("button", name="清除清單").click()

    await expect(page.get_by_text("沒有違規")).to_be_visible()


async def test_a_fault_is_ordered(city, visit):
    page = await visit()
    await page.get_by_role("button", name="檢查與故障").click()
    await page.get_by_label("故障", exact=True).select_option("server_error")
    await page.get_by_role("button", name="加入").click()
    await expect(page.get_by_text("等待中：500 伺服器錯誤 × 1")).to_be_visible()

    assert [fault.kind.value for fault in city.telegram.faults.waiting()] == ["server_error"]


async def test_on_a_phone_one_goes_in_and_back(visit):
    page = await visit(390)
    await open_chat(page, "王小明")
    await expect(page.get_by_role("navigation", name="人員")).to_be_hidden()
    await page.get_by_role("button", name="回到人員名單").click()

    await expect(page.get_by_role("navigation", name="人員")).to_be_visible()


async def test_a_year_is_rehearsed_in_the_background_and_its_picture_shown(city, rehearsal, visit):
    page = await visit()
    await page.get_by_role("button", name="預演一年").click()
    await page.get_by_role("button", name="開始預演").click()

    await expect(page.get_by_role("status").get_by_text("預演至 116年1月4日")).to_be_visible()
    await expect(page.get_by_role("img", name="每人每日訊息數的熱度圖")).to_be_visible()
    await expect(page.get_by_text("共 12 則訊息")).to_be_visible()
    await expect(page.get_by_role("link", name="days.csv")).to_be_visible()
    assert rehearsal.begun == city.now().date()
