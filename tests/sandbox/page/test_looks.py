"""The page at every width, light and dark: nothing runs over, all can be read, and much stays quick."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONG_NAME = "歐陽菲菲李張秀英・瓦歷斯・諾幹一個很長很長的名字"
CONTRAST = """() => {
  const parse = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
    return text.startsWith("color") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]; };
  const linear = (v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const spoken = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility();
  const weak = [];
  for (const e of document.querySelectorAll("body *")) {
    if (!spoken(e) || e.closest(".visually-hidden")) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) weak.push(`${e.className} ${e.textContent.slice(0, 20)} ${contrast.toFixed(2)}`);
  }
  return weak;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
async def test_at_every_width_nothing_runs_over_and_all_can_be_read(city, visit, width, scheme):
    city.write(103, "很長的訊息" * 30 + " https://example.com/" + "x" * 90, "一個非常非常長的按鈕文字" * 4, "取消")
    city.write(103, "<b>粗</b> <code>115-A2-0007</code> <a href='https://a.tw'>連結</a>", parse_mode="HTML")
    page = await visit(width, scheme)
    await page.locator(".person", has_text=LONG_NAME).click()
    await expect(page.locator(".message")).to_have_count(2)
    overflow = await page.evaluate(
        "() => [...document.querySelectorAll('.bubble, .key, .chat-head, .head, .person, .board > *')]"
        ".filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map((e) => e.className)"
    )

    assert overflow == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate(CONTRAST) == []


async def test_a_link_differs_from_the_words_around_it_by_more_than_its_colour(city, visit):
    city.write(101, "請見 https://example.com/")
    page = await visit()
    await page.locator(".person", has_text="王小明").click()

    await expect(page.get_by_role("link", name="example.com")).to_have_css("text-decoration-line", "underline")


async def test_of_five_thousand_messages_the_page_draws_only_the_newest_and_a_reload_shows_the_same(city, visit):
    for number in range(200, 400):
        city.settle(number, f"王{number}", "科員", f"第{number % 20}局")
    for number in range(5000):
        city.write(101 if number % 2 else 200 + number % 200, f"訊息 {number}")
    page = await visit()
    await page.locator(".person", has_text="王小明").click()
    await expect(page.get_by_text("訊息 4999")).to_be_visible()
    for number in range(300):
        city.write(101, f"新訊息 {number}")
    await expect(page.get_by_text("新訊息 299")).to_be_visible()

    assert await page.locator(".bubble").count() < 1000

    await page.reload()
    await expect(page.get_by_text("新訊息 299")).to_be_visible()
