"""4(5)3 and 8(1)1 by chat: what an officer, the administrator and the head are told from the 1st to the 15th, to the
day and to the word, over an ordinary December, a new year, a February and an October of closed tenths."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from tests.city import roster
from tests.journeys.months import send_nil
from tests.rig import TAIPEI, Rig

STAFF = (
    ("P1", "林承辦", "TB", "officer", "lin", "2025-01-06"),
    ("A1", "陳管理", "TB", "administrator", "chen", "2025-01-06"),
    ("H1", "李局長", "TB", "head", "", ""),
)
HOURS = (time(8, 30), time(13, 30), time(20, 30))
DAY = timedelta(days=1)
Heard = dict[str, dict[str, str]]
MONTHS: dict[str, Heard] = json.loads((Path(__file__).parent / "first_fortnights.json").read_text(encoding="utf-8"))


def office(folder: Path, first: date) -> Rig:
    """On the eve of the month; no password is due in its first half."""
    account = {"staff_no": "P1", "kind": "officer", "opened_on": "2025-02-03", "items": ""}
    changed = (first - 10 * DAY).isoformat()
    at = datetime.combine(first - DAY, time(18, 0), TAIPEI)
    return Rig(folder, roster(STAFF, accounts=[{**account, "password_changed_on": changed}]), at)


async def ring(rig: Rig, day: date) -> None:
    for hour in HOURS:
        at = datetime.combine(day, hour, TAIPEI)
        rig.clock.turn(at)
        await rig.office.bell.ring(at)
        await rig.settle()


def texts(phone: Phone) -> list[str]:
    return [each.text for each in phone.messages if not each.mine]


async def live(rig: Rig, first: date, sends_on: int = 0) -> Heard:
    """Every message by person and day; on the morning of `sends_on` the officer sends a nil return."""
    await rig.link("P1", "A1", "H1")
    heard: Heard = {each: {} for each in rig.phones}
    for number in range(15):
        day = first + number * DAY
        if day.day == sends_on:
            rig.clock.turn(datetime.combine(day, time(8, 0), TAIPEI))
            await send_nil(rig, rig.phones["P1"])
        before = {name: len(texts(phone)) for name, phone in rig.phones.items()}
        await ring(rig, day)
        for name, phone in rig.phones.items():
            if new := texts(phone)[before[name] :]:
                heard[name][f"{day:%m-%d}"] = "\n\n".join(new)
    return heard


@pytest.mark.parametrize("month", MONTHS)
async def test_who_does_nothing_is_told_exactly_this_on_exactly_these_days(tmp_path: Path, month: str) -> None:
    first = date.fromisoformat(f"{month}-01")
    async with office(tmp_path, first) as rig:
        assert await live(rig, first) == MONTHS[month]


@pytest.mark.parametrize("month", MONTHS)
async def test_of_who_sends_on_the_fourth_nobody_is_told_any_more(tmp_path: Path, month: str) -> None:
    first = date.fromisoformat(f"{month}-01")
    fourth = f"{first:%m}-04"
    async with office(tmp_path, first) as rig:
        heard = await live(rig, first, sends_on=4)

    before = {name: {day: text for day, text in days.items() if day < fourth} for name, days in MONTHS[month].items()}
    assert heard["P1"] == before["P1"]
    assert all(heard[name][day] == text for name, days in before.items() for day, text in days.items())
    later = [text for days in heard.values() for day, text in days.items() if day >= fourth]
    assert later and not any("林承辦" in text for text in later)
