"""Point 7: the date of a change is declared, never the password."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time

import pytest

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from bot.services import passwords
from storage import ledger, rights
from storage.unit import Unit
from tests.scheduler.office import CHANGED, Office, morning

TODAY = date(2026, 12, 9)
NINE = morning(TODAY, time(9, 0))


@pytest.fixture
def office(office: Office) -> Office:
    office.hire("P1", "officer", changed=CHANGED)
    return office


@contextmanager
def turn(office: Office) -> Iterator[tuple[Unit, Person]]:
    with office.at(NINE) as unit:
        yield unit, office.person(unit, "P1")


def refused(office: Office, day: date) -> str:
    with turn(office) as (unit, person), pytest.raises(RuleViolation) as no:
        passwords.declare(unit, person, day)
    return no.value.phrase.key


def test_the_next_change_is_due_three_months_later(office: Office):
    with turn(office) as (unit, person):
        toast = passwords.declare(unit, person, date(2026, 11, 30))

        assert toast == Phrase("password-recorded", {"day": date(2026, 11, 30), "due": date(2027, 2, 28)})
        assert rights.password_of(unit, person.id) == (date(2026, 11, 30), date(2027, 2, 28))


def test_never_in_the_future(office: Office):
    assert refused(office, date(2026, 12, 10)) == "answer-date-in-future"


def test_never_before_the_last_change(office: Office):
    assert refused(office, date(2026, 9, 9)) == "password-before-last"


def test_only_with_an_open_account(office: Office):
    office.close_accounts("P1", TODAY)

    assert refused(office, TODAY) == "password-no-account"


def test_the_same_day_twice_changes_nothing(office: Office):
    office.sweep(morning(TODAY))
    office.declare("P1", TODAY, NINE)
    wanted = office.digests()
    office.declare("P1", TODAY, NINE)

    assert office.digests() == wanted
    with office.at(NINE) as unit:
        assert [entry.verb for entry, _ in ledger.entries(unit)] == ["password_changed"]


def test_the_ledger_keeps_who_and_the_date_alone(office: Office):
    office.declare("P1", TODAY, NINE)
    with office.at(NINE) as unit:
        ((_, body),) = ledger.entries(unit)

    assert body == '{"person":"P1","changed_on":{"$d":"2026-12-09"}}'
