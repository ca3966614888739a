"""An on-site audit in the sandbox's page, each side from the button of its reminder or notice on."""

import re
from datetime import date, datetime, timedelta

from playwright.async_api import Page, expect

from bot.rules.roc import roc, roc_year
from tests.journeys.test_in_the_browser import page, pick_up, say, tap

__all__ = ["page"]


async def test_a_visit_goes_from_the_reminder_to_the_agency_and_its_rules_of_use(page: Page) -> None:
    today = await turn_to_the_next_but_one_monday(page)
    issued = today - timedelta(days=60)
    document = f"府社助字第{roc_year(issued.year)}0012345號"
    reviewer = await pick_up(page, "林志偉")
    await expect(reviewer).to_contain_text("現場稽核尚未辦理")
    await tap(reviewer, "查看稽核")
    await tap(reviewer, "安排日期")
    await reviewer.get_by_role("button", name=re.compile(r"年\d+月\d+日")).last.click()
    await expect(reviewer).to_contain_text("社會局的現場稽核訂於")

    administrator = await pick_up(page, "周佩珊")
    await expect(administrator).to_contain_text("勞動局訂於")
    await tap(administrator, "查看稽核")
    await tap(administrator, "使用規定")
    await tap(administrator, "登錄使用規定")
    await expect(administrator).to_contain_text("發布文號")
    await say(administrator, document)
    await expect(administrator).to_contain_text("哪一天訂定")
    await say(administrator, issued.isoformat())
    await expect(administrator).to_contain_text(f"已登錄機關使用規定：{document}（{roc(issued)}）")


async def turn_to_the_next_but_one_monday(page: Page) -> date:
    """Some rung of the yearly audits has been said by then, whatever day it is."""
    now = await page.evaluate("() => fetch('/sandbox/state').then(r => r.json()).then(s => s.clock.now)")
    today = datetime.fromisoformat(now).date()
    await page.locator(".clock").click()
    monday = today + timedelta(days=14 - today.weekday())
    await page.locator("input[type=date]").fill(monday.isoformat())
    await page.get_by_role("button", name="轉到").last.click()
    return monday
