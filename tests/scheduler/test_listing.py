"""What `remind` lists, of every rule: how matter, rung, due date and reason are written (design, section 7)."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.rules.calendar import three_months_after
from bot.rules.clauses import CLAUSES
from bot.rules.reminders import REMINDERS, RULES
from bot.services import reminding
from bot.texts import Texts
from tests.scheduler.office import TAIPEI, Office, morning
from tests.scheduler.test_outage import EVERYTHING, Rings, at, live, undone

Listed = list[dict[str, Any]]
DAY = r"\d{4}-\d\d-\d\d"
STAFF, AGENCY, MONTH = "[A-Z]+[0-9]*", "[A-Z]{2}", r"\d{4}-\d\d"
MATTERS = {
    "usage_record": f"{STAFF}/{MONTH}",
    "usage_audit": f"{AGENCY}/{MONTH}",
    "head_reading": f"{AGENCY}/{MONTH}",
    "password": f"{STAFF}/{DAY}",
    "onsite_audit": rf"{AGENCY}/{AGENCY}(/\w+)?/\d{{4}}",
    "onsite_visit": f"{AGENCY}/{AGENCY}/{DAY}",
    "account_review": rf"{AGENCY}/\d{{4}}Q[1-4]",
    "approval_step": r"\d{3}-(A1|A2|I2|I3)-\d{4}/\d+",
    "returned": r"\d{3}-(A1|A2|I2|I3)-\d{4}/\d+",
    "leaver": f"{STAFF}/{DAY}",
    "certificate": f"{STAFF}/{DAY}",
    "task": rf"{STAFF}/\d{{3}}-I3-\d{{4}}",
    "correction": rf"\d{{3}}-OS-\d{{4}}/\d+/{DAY}",
}
AHEAD, LATE = r"-[1-9]\d*", r"\+[1-9]\d*"
RUNGS = {
    "usage_record": rf"opening|target|last|missing|0|{LATE}",
    "usage_audit": rf"opening|target|last|0|{LATE}",
    "head_reading": rf"half|end|{LATE}",
    "password": rf"-14|-7|-3|-1|0|{LATE}",
    "onsite_audit": rf"{AHEAD}|0|{LATE}",
    "onsite_visit": "-7|-1|0",
    "account_review": rf"-14|-7|-1|0|{LATE}",
    "approval_step": rf"half|end|{LATE}",
    "returned": rf"half|end|{LATE}",
    "leaver": LATE,
    "certificate": "-60|-30|-7",
    "task": rf"-1|0|{LATE}",
    "correction": rf"-7|-1|0|{LATE}",
}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listed]:
    """Eight weeks in which everything is late."""
    office = Office(Path(tmp_path_factory.mktemp("listing")), duties=True)
    with undone(office) as connection:
        live(connection, office, EVERYTHING, Rings())
        last = EVERYTHING.last
        yield reminding.listing(at(connection, last), 0, morning(last))
    office.engine.dispose()


def due_of(code: str, occurrence: str) -> date | None:
    """The unmoved date, where the matter's name alone tells it."""
    if code in ("usage_record", "usage_audit"):
        year, month = map(int, occurrence.split("-"))
        return date(year + month // 12, month % 12 + 1, 10)
    if code == "onsite_audit":
        return date(int(occurrence), 12, 31)
    if code == "account_review":
        year, quarter = map(int, occurrence.split("Q"))
        return date(year, 3 * quarter, 31 if quarter in (1, 4) else 30)
    if code == "password":
        return three_months_after(date.fromisoformat(occurrence))
    return date.fromisoformat(occurrence) if re.fullmatch(DAY, occurrence) else None


def test_every_code_is_listed(listed: Listed) -> None:
    assert {each["code"] for each in listed} == {each.code for each in REMINDERS} == MATTERS.keys()


def test_all_is_text_and_nothing_else_is_said(listed: Listed) -> None:
    assert {tuple(each) for each in listed} == {("code", "staff_no", "matter", "rung", "due", "why")}
    assert all(isinstance(each[name], str) for each in listed for name in each if name != "why")


def test_matter_and_rung_are_written_as_promised(listed: Listed) -> None:
    for each in listed:
        assert re.fullmatch(MATTERS[each["code"]], each["matter"]), each
        assert re.fullmatch(RUNGS[each["code"]], each["rung"]), each


def test_the_due_date_is_the_one_of_the_matter(listed: Listed) -> None:
    told = [(each, due_of(each["code"], each["matter"].rpartition("/")[2])) for each in listed]

    assert all(date.fromisoformat(each["due"]) == due for each, due in told if due)
    assert {each["code"] for each, due in told if due is None} == {"head_reading", "approval_step", "returned", "task"}


@pytest.mark.parametrize("locale", ["zh-TW", "en"])
def test_why_is_a_clause_and_then_one_sentence(listed: Listed, locale: str) -> None:
    texts = Texts(TAIPEI)
    for clause, phrase in (each["why"] for each in listed):
        said = texts.plain(phrase, locale)
        assert clause in CLAUSES
        assert said.endswith(("。", ".")) and "\n" not in said and "{" not in said


def test_an_escalation_is_an_object_of_its_own_of_the_same_rung(listed: Listed) -> None:
    """Who has left meanwhile is no longer told of what was his own."""
    named = [each for each in listed if each["staff_no"] != each["matter"].partition("/")[0]]
    others = [each for each in named if each["why"][1].key.endswith("-above") and each["rung"] != "missing"]
    own = {(each["code"], each["matter"], each["rung"]) for each in listed if each not in others}

    assert {each["code"] for each in others} == {rule.code for rule in REMINDERS if rule.escalates}
    assert all((each["code"], each["matter"], each["rung"]) in own for each in others)
    assert all(int(each["rung"]) >= 3 for each in others if RULES[each["code"]].escalates == "+3")
