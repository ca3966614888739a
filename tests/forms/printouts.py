"""Forms to draw: a case of the transport bureau in any state, and what a reader finds on the page."""

import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from shutil import which

import pytest

from bot.forms import press
from bot.forms.sheet import Sheet
from bot.rules.kinds import KINDS
from bot.rules.people import Capacity, Person, Strength
from bot.rules.phrases import Phrase, Value, say
from bot.services.printing import Printout, Signed
from bot.texts import Texts
from storage.decisions import Decision, Paper
from tests.rig import TAIPEI

TEXTS = Texts(TAIPEI)
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=TAIPEI)
ITEMS = {"LI-01": "目前加保", "LI-06": "投保單位"}
SEAL = "57:" + "3f9a" * 16
ANSWERS = {
    "change": "add",
    "items": ("LI-01",),
    "business": "運輸業稽查",
    "legal_basis": "公路法第77條",
    "reason": "接辦稽查業務",
    "speed": "ordinary",
}
AGENCY_ANSWERS = {
    "change": "increase",
    "items_requested": ("LI-01", "LI-06"),
    "business": "社會救助",
    "law/LI-01": "社會救助法",
    "article/LI-01": "第44條之3",
    "provision/LI-01": "主管機關得洽請提供",
    "document_no/LI-01": "府社助字第1150000012號",
    "purpose/LI-01": "審查資格",
    "minimal_need/LI-01": "僅查是否加保",
    "monthly_count/LI-01": "120",
    "same/LI-06": "same",
    "speed": "ordinary",
    "review/LI-01": "agree",
    "review/LI-06": "disagree",
    "review_reason/LI-06": "too_much",
    "sent_no": "府資服字第1150000099號",
    "bureau/LI-01": "partly",
    "bureau_part/LI-01": "不含薪資",
    "bureau_no": "保資字第11500001234號",
    "bureau_on": "2026-11-27",
}


def person(name: str, title: str = "科員") -> Person:
    return Person(1, "S1", name, title, "TB", "zh-TW")


OFFICER, HEAD, DEPUTY, ADMINISTRATOR = (
    person("林承辦"),
    person("李大同", "局長"),
    person("王明", "副局長"),
    person("陳管理"),
)


def signed(
    hours: int,
    step: str,
    verdict: str,
    who: Person,
    *,
    capacity: Capacity | None = Capacity.IN_PERSON,
    holder: Person | None = None,
    reason: Value | None = None,
    because: str = "",
    paper: Paper | None = None,
) -> Signed:
    """What somebody did so many hours after Monday morning."""
    strength = Strength.PAPER if paper else Strength.TAP
    done = Decision(step, verdict, who.id, None, capacity, strength, reason, MONDAY + timedelta(hours=hours), paper)
    return Signed(done, who, holder, ADMINISTRATOR if paper else None, because)


def printout(
    *course: Signed, kind: str = "officer_account", name: str = "林承辦", **answers: str | tuple[str, ...]
) -> Printout:
    known: dict[str, Value] = {
        "filed_on": MONDAY.date(),
        "state": say("state-open"),
        "agency": say("sheet-agency", name="交通局", code="TB"),
        "name": name,
        "title": "科員",
        "egov_account": "lin",
        "certificate_on": MONDAY.date(),
        "users": say("sheet-users", count=3),
    }
    filed = course or (signed(0, "file", "file", OFFICER, capacity=None),)
    return Printout(
        KINDS[kind],
        ITEMS,
        MONDAY,
        KINDS[kind].route,
        "115-A2-0001",
        {**ANSWERS, **answers},
        known,
        {"sign": "交通局"},
        filed,
        SEAL,
    )


def administrator_account() -> Printout:
    """Annex 1, carried to its end."""
    course = (
        signed(0, "file", "file", ADMINISTRATOR, capacity=None),
        signed(3, "sign", "approve", HEAD, holder=HEAD),
        signed(24, "review", "approve", OFFICER, holder=OFFICER),
        signed(30, "center", "done", OFFICER, holder=OFFICER),
    )
    return replace(printout(*course, kind="administrator_account", name="陳管理"), number="115-A1-0001")


def officer_account() -> Printout:
    """Annex 2, carried to its end."""
    return printout(
        signed(0, "file", "file", OFFICER, capacity=None),
        signed(3, "sign", "approve", HEAD, holder=HEAD),
        signed(24, "carry_out", "done", ADMINISTRATOR, holder=ADMINISTRATOR),
    )


def agency_items() -> Printout:
    """Annex 3, carried to its end: one item granted in part, one turned down."""
    kind = KINDS["agency_items"]
    course = (
        signed(0, "file", "file", ADMINISTRATOR, capacity=None),
        signed(3, "review", "by_item", HEAD, holder=HEAD),
        signed(24, "send", "sent", OFFICER, holder=OFFICER),
        signed(96, "bureau", "answer", OFFICER, holder=OFFICER),
        signed(97, "center", "done", OFFICER, holder=OFFICER),
    )
    steps = tuple(each for each in kind.route if each.name != "sign")
    begun = printout(*course, kind=kind.code, name="陳管理")
    return replace(begun, number="115-I3-0001", steps=steps, answers=AGENCY_ANSWERS)


def blank(kind: str = "officer_account") -> Printout:
    return Printout(KINDS[kind], ITEMS, MONDAY, KINDS[kind].route)


def speak(phrase: Phrase) -> str:
    return TEXTS.plain(phrase, None)


def read(sheet: Sheet) -> str:
    """The words on the page, cell after cell, without any space."""
    return text_of(press.draw(sheet, speak))


def text_of(pdf: bytes) -> str:
    if which("pdftotext") is None:
        pytest.skip("apt-get install poppler-utils")
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return flat(found.stdout.decode())


def flat(words: str) -> str:
    return "".join(words.split())
