"""A database as a running office has it: agencies, linked people, and cases that wait for the head's tap."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rules.fields import Answers
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Person
from bot.rules.roster import Sheet
from bot.services import case_cards, filing, roster
from storage import buttons, cards, cases, migrate, opened, outbox, people, questions
from storage.unit import Unit
from tests.city import roster as city

AGENCIES, OFFICERS = 60, 10
KIND = "officer_account"
ZONE = ZoneInfo("Asia/Taipei")
FIRST_USER = 50_000
ANSWERS: Answers = {
    "change": "add",
    "items": ("LI-01",),
    "business": "運輸業稽查",
    "legal_basis": "公路法第77條",
    "reason": "接辦稽查業務",
    "speed": "ordinary",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits: who may approve it, and with which button of which message."""

    user_id: int
    message_id: int
    data: str


class Office:
    """Filled once; every run is given a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies = 0
        address = self._address("filled")
        migrate.upgrade(address)
        with opened.unit(address, datetime.now(UTC), ZONE) as unit:
            roster.import_roster(unit, _sheets())
            for each in people.in_post(unit):
                people.link(unit, each.id, FIRST_USER + each.id)
            self.users = [each.user_id for each in people.in_post(unit) if each.user_id]
            staff = sorted(people.in_post(unit), key=lambda each: each.staff_no)
            self.waiting = [_filed(unit, each) for each in staff if each.staff_no.startswith("O")]
            for card in range(1, cards_made(unit) + 1):
                cards.shown(unit, card, card, cards.load(unit, card).wanted)
            outbox.mark(unit, [(row.id, "sent", None) for row in outbox.waiting(unit)])

    def copy(self) -> str:
        """The address of a fresh copy."""
        self._copies += 1
        shutil.copy(self._folder / "filled.db", self._folder / f"copy{self._copies}.db")
        return self._address(f"copy{self._copies}")

    def _address(self, name: str) -> str:
        return f"sqlite:///{self._folder / name}.db"


def cards_made(unit: Unit) -> int:
    return max(row.card_id or 0 for row in outbox.waiting(unit))


def _filed(unit: Unit, officer: Person) -> Waiting:
    """The officer asks for an account; the card of the head has the card's own number as its message."""
    draft = questions.begin_draft(unit, officer.id, KIND, ANSWERS)
    filing.send(unit, draft, officer)
    questions.drop_draft(unit, officer.id)
    found = cases.under_way(unit, KIND, officer.id, officer.agency)
    assert found is not None and found.seat is not None
    (head,) = people.holders(unit, found.seat)
    matter = case_cards.matter_of(found.case)
    button = buttons.offered(unit, head.id, matter, found.case.version)[Verdict.APPROVE.value, ""]
    card = cards.find(unit, head.id, matter)
    assert card is not None and head.user_id is not None
    return Waiting(head.user_id, card, button)


def _sheets() -> dict[str, Sheet]:
    """Sixty agencies, each with a head, an administrator and ten officers, numbered so that heads take turns."""
    using = [f"T{n:02}" for n in range(AGENCIES)]
    kinds = [("IC", "information_center"), ("LD", "labour"), *((code, "using") for code in using)]
    staff = [
        (f"{role[0].upper()}{n:02}{code}", f"{role}{n}{code}", code, role, "acc", "2025-01-06")
        for code in using
        for role, count in (("officer", OFFICERS), ("head", 1), ("administrator", 1))
        for n in range(count)
    ]
    return city(
        staff,
        agencies=[{"code": code, "name": code, "kind": kind, "head_signs_annex3": "0"} for code, kind in kinds],
        agency_items=[
            {"agency": code, "item": "LI-01", "legal_basis": "公路法第77條", "business": ""} for code in using
        ],
    )
