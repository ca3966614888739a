"""The sandbox as a visitor uses it: the first case and the password reminder, in Chromium, two phones side by side."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from bot import town
from tests.browser import chromium

KIND = "業務承辦者帳號（附表二）"


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with chromium() as browser, town.opened(port=0) as city:
        context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW")
        page = await context.new_page()
        page.set_default_timeout(8000)
        troubles: list[str] = []
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.add_init_script("localStorage.setItem('sandbox.toured', '1')")
        await page.goto(city.url)
        yield page
        await context.close()

        assert troubles == []
        assert city.telegram.violations == []


def chat(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"{name} 的對話")


async def pick_up(page: Page, name: str) -> Locator:
    await page.locator(".person", has_text=name).click()
    await expect(chat(page, name)).to_be_visible()
    return chat(page, name)


async def say(phone: Locator, text: str) -> None:
    box = phone.get_by_role("textbox")
    await box.fill(text)
    await box.press("Enter")


async def tap(phone: Locator, label: str) -> None:
    await phone.get_by_role("button", name=label, exact=True).last.click()


async def test_a_visitor_files_approves_completes_and_sees_the_password_reminder(page: Page) -> None:
    officer = await pick_up(page, "黃俊傑")
    await say(officer, "/apply")
    for label in (KIND, "新增", "LI-01 勞保被保險人投保資料（目前加保）", "選好了"):
        await tap(officer, label)
    await asked(
        officer,
        ("承辦業務為何", "勞資爭議調解"),
        ("法令依據為何", "勞資爭議處理法第6條第3項"),
        ("申請原因為何", "新接調解業務"),
    )
    await tap(officer, "普通件（每步驟 6 個工作日）")
    await expect(officer).to_contain_text("首長核章：吳建宏 局長")
    await tap(officer, "送出")
    await expect(officer).to_contain_text("已送出，案號")

    head = await pick_up(page, "吳建宏")
    await tap(head, "核准")
    await expect(head).to_contain_text("機關管理者辦理：陳怡君")

    administrator = await pick_up(page, "陳怡君")
    await tap(administrator, "完成")
    await expect(administrator).to_contain_text("已完成")

    officer = await pick_up(page, "黃俊傑")
    await expect(officer).to_contain_text("辦理完成")

    await turn_three_months_on(page)
    await tap(officer, "我已變更密碼")
    await expect(officer).to_contain_text("您是哪一天變更e政府公務帳號密碼的")
    await officer.get_by_role("button", name="今天").last.click()
    await expect(officer).to_contain_text("下次請於")


async def test_paper_is_entered_for_who_is_not_linked_who_then_opens_the_invitation(page: Page) -> None:
    await expect(page.locator(".person", has_text="伍麗香")).to_contain_text("尚未連結")
    administrator = await pick_up(page, "潘佳慧")
    await say(administrator, "/apply")
    for label in ("代同仁登錄紙本申請", "伍麗香 約僱人員（尚未連結）", "查調項目權限（附表二）"):
        await tap(administrator, label)
    await asked(administrator, ("這份紙本申請的公文文號為何", "府原行字第1150084422號"))
    for label in ("新增", "LI-06 勞保投保單位基本資料", "選好了"):
        await tap(administrator, label)
    await asked(
        administrator,
        ("承辦業務為何", "就業代金查核"),
        ("法令依據為何", "原住民族工作權保障法第12條第1項"),
        ("申請原因為何", "新增代金查核業務"),
    )
    await tap(administrator, "普通件（每步驟 6 個工作日）")
    await expect(administrator).to_contain_text("首長核章：林金德 局長（尚未連結）")
    await tap(administrator, "送出")

    for label in ("登錄紙本核章", "核准", "本人"):
        await tap(administrator, label)
    await asked(administrator, ("這份紙本的公文文號為何", "府原行字第1150084423號"))
    await administrator.get_by_role("button", name="今天").last.click()
    for label in ("登錄", "完成"):
        await tap(administrator, label)
    await expect(administrator).to_contain_text("由 潘佳慧 科員 辦理完成")

    await say(administrator, "/invite")
    await tap(administrator, "伍麗香 約僱人員（尚未連結）")
    await administrator.get_by_role("link", name="?start=").click()
    await page.get_by_role("dialog").get_by_role("button", name="伍麗香").click()
    await expect(chat(page, "伍麗香")).to_contain_text("您的帳號已完成連結")
    await expect(page.locator(".person", has_text="伍麗香")).not_to_contain_text("尚未連結")
    await expect(page.locator(".person", has_text="林金德")).to_contain_text("尚未連結")


async def test_a_record_is_entered_from_paper_for_who_is_not_linked(page: Page) -> None:
    await page.locator(".situation", has_text="九日").click()
    await expect(page.get_by_text("正在準備情境")).to_be_hidden(timeout=60_000)
    administrator = await pick_up(page, "潘佳慧")
    await say(administrator, "/record")
    await administrator.get_by_role("button", name="紙本代登 伍麗香").last.click()
    await asked(administrator, ("請輸入紙本的公文文號", "府原行字第1150084425號"))
    for label in ("無使用", "送出"):
        await tap(administrator, label)

    await expect(administrator).to_contain_text("府原行字第1150084425號")
    await expect(administrator).to_contain_text("伍麗香")


async def asked(phone: Locator, *questions: tuple[str, str]) -> None:
    for ask, words in questions:
        await expect(phone).to_contain_text(ask)
        await say(phone, words)


async def turn_three_months_on(page: Page) -> None:
    """Turn the clock by the page's own control, to a week before three months are over."""
    today = await page.evaluate("() => fetch('/sandbox/state').then(r => r.json()).then(s => s.clock.now)")
    target = await asyncio.to_thread(_working_day_near, today)
    await page.locator(".clock").click()
    await page.locator("input[type=date]").fill(target)
    await page.get_by_role("button", name="轉到").last.click()
    await expect(page.get_by_text("排程送出")).to_be_visible(timeout=120_000)


def _working_day_near(now: str) -> str:
    from datetime import datetime, timedelta

    from bot.rules.calendar import OfficeCalendar, three_months_after

    due = three_months_after(datetime.fromisoformat(now).date())
    return OfficeCalendar().on_or_before(due - timedelta(days=1)).isoformat()
