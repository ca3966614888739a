"""A signature from paper is one conditional UPDATE too: who signed holds the seat, and who records it may."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.deadlines import Deadline
from bot.rules.people import Authority, Role, Seat
from bot.rules.requests import Case
from storage import decisions, people
from storage.decisions import Paper, Recorder
from storage.unit import Unit
from tests.storage.test_decisions import (
    ADMINISTRATOR,
    TODAY,
    Desk,
    desk,
    desks,
    entrust,
    file,
    for_another,
    in_person,
    person,
)

__all__ = ["desk", "desks"]
DOCUMENT = "府交字第1150084422號"


def recorded(unit: Unit, case: Case, signed: Authority, by: Authority, seat: Seat = ADMINISTRATOR) -> bool:
    after = replace(case, step=1, opened=2, version=case.version + 1)
    recorder = Recorder(by, seat, Paper(DOCUMENT, by.person.id, TODAY))
    return decisions.move(unit, case, after, ADMINISTRATOR, Deadline(TODAY), signed, recorder)


@pytest.mark.parametrize(
    ("signer", "recorder", "seat", "may"),
    [
        ("H1", "A1", ADMINISTRATOR, True),
        ("A1", "A1", ADMINISTRATOR, False),
        ("H9", "A1", ADMINISTRATOR, False),
        ("H1", "O2", ADMINISTRATOR, False),
        ("H1", "A1", Seat(Role.ADMINISTRATOR, "CB"), False),
        ("H1", "LD", Seat(Role.REVIEWER, "LD"), True),
        ("H1", "LD", ADMINISTRATOR, False),
    ],
)
def test_who_signed_holds_the_seat_and_who_records_holds_the_recording_one(
    desk: Desk, signer: str, recorder: str, seat: Seat, may: bool
) -> None:
    with desk.unit() as unit:
        signed, by = in_person(person(unit, signer)), in_person(person(unit, recorder))

        assert recorded(unit, file(unit), signed, by, seat) is may


@pytest.mark.parametrize("party", ["H1", "A1"])
def test_neither_who_signed_nor_who_records_is_a_party(desk: Desk, party: str) -> None:
    with desk.unit() as unit:
        case = file(unit, filed_by=party)

        assert not recorded(unit, case, in_person(person(unit, "H1")), in_person(person(unit, "A1")))


def test_a_deputy_who_signed_on_paper_needs_no_deputyship_here(desk: Desk) -> None:
    """The paper says in which capacity; a head who is not in the chat cannot have named anybody there."""
    with desk.unit() as unit:
        signed = for_another(person(unit, "O2"), person(unit, "H1"))

        assert recorded(unit, file(unit), signed, in_person(person(unit, "A1")))


@pytest.mark.parametrize("is_deputy", [True, False])
def test_who_records_for_the_administrator_is_the_deputy_today(desk: Desk, is_deputy: bool) -> None:
    with desk.unit() as unit:
        if is_deputy:
            entrust(unit, "A1", "O2")
        by = for_another(person(unit, "O2"), person(unit, "A1"))

        assert recorded(unit, file(unit), in_person(person(unit, "H1")), by) is is_deputy


@pytest.mark.parametrize("who", ["H1", "A1"])
def test_a_leaver_neither_signs_nor_records(desk: Desk, who: str) -> None:
    with desk.unit() as unit:
        signed, by = in_person(person(unit, "H1")), in_person(person(unit, "A1"))
        people.change(unit, person(unit, who).id, left_on=date(2026, 11, 23))

        assert not recorded(unit, file(unit), signed, by)
