"""The link between a person and a chat account: one code, one link, and no second chance for a guesser."""

from datetime import date, timedelta

import pytest

from bot.rules.codes import ALPHABET, hashed
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from bot.services import linking
from bot.services.roster import import_roster
from storage import cards, cases, ledger, people
from storage.tables import reminders
from storage.unit import Unit
from tests.rosters import city, sheets

ACCOUNT, OTHER = 4711, 4712


@pytest.fixture
def office(unit: Unit) -> Unit:
    import_roster(unit, sheets(city()))
    return unit


def person(unit: Unit, staff_no: str = "S003") -> Person:
    found = people.by_staff_no(unit, staff_no)
    assert found is not None
    return found


def code_for(unit: Unit, staff_no: str = "S003") -> str:
    return linking.invite(unit, [staff_no])[0][1]


def start(unit: Unit, code: str | None, account: int = ACCOUNT) -> Phrase | None:
    return linking.start(unit, people.by_user(unit, account), account, None if code is None else hashed(code))


def heard(unit: Unit, account: int = ACCOUNT) -> list[str]:
    """The first sentence of every message queued for the account."""
    return [each.body["lines"][0].key for each in unit.queued if each.chat_id == account and each.kind == "say"]


def test_a_code_is_long_and_of_letters_that_cannot_be_mistaken(office: Unit) -> None:
    code = code_for(office)

    assert len(code) >= 10 and set(code) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)


def test_a_good_code_links_and_welcomes(office: Unit) -> None:
    assert start(office, code_for(office)) is None
    assert person(office).user_id == ACCOUNT
    assert heard(office) == ["welcome"]


def test_a_link_brings_the_menu_along(office: Unit) -> None:
    start(office, code_for(office))

    assert "commands" in [each.kind for each in office.queued]


def test_a_link_brings_the_cases_that_wait(office: Unit) -> None:
    applicant, head = person(office), person(office, "S001")
    case = {"kind": "officer_account", "agency": "SA", "subject_id": applicant.id, "filed_by_id": applicant.id}
    seat = {"seat_role": "head", "seat_agency": "SA"}
    state = {"answers": {"change": "add"}, "state": "open", "step": 0, "opened": 1, "version": 1}
    cases.file(office, "A2", {**case, **seat, **state})
    start(office, code_for(office, "S001"))

    assert head.id in cards.viewers(office, "case:1")


def test_a_link_brings_what_waited_in_one_digest(office: Unit) -> None:
    waiting = {"rule": "password", "subject": "S003", "occurrence": "2026-02-01", "due_on": date(2026, 5, 1)}
    rung = {"rung": "+1", "person_id": person(office).id, "day": office.today}
    office.connection.execute(reminders.insert(), waiting | rung)
    start(office, code_for(office))

    assert cards.viewers(office, "digest:2026-11-23") == [person(office).id]


def test_a_code_may_be_typed_in_small_letters(office: Unit) -> None:
    start(office, code_for(office).lower())

    assert person(office).user_id == ACCOUNT


def test_the_ledger_knows_who_was_invited_and_linked(office: Unit) -> None:
    start(office, code_for(office))

    assert [entry.verb for entry, _ in ledger.entries(office)] == ["roster", "invited", "linked"]


def test_a_code_is_good_once(office: Unit) -> None:
    code = code_for(office)
    start(office, code)

    assert start(office, code, OTHER) == Phrase("code-refused")
    assert person(office).user_id == ACCOUNT
    assert heard(office, OTHER) == ["code-refused"]


def test_the_own_link_tapped_again_is_no_failure(office: Unit) -> None:
    code = code_for(office)
    for _ in range(7):
        start(office, code)

    assert heard(office) == ["welcome", *["menu-hint"] * 6]


def test_a_code_is_good_for_seven_days(office: Unit) -> None:
    code = code_for(office)
    office.now += timedelta(days=7)

    assert start(office, code) == Phrase("code-refused")


def test_a_newer_code_voids_the_older(office: Unit) -> None:
    old, new = code_for(office), code_for(office)

    assert start(office, old) == Phrase("code-refused")
    assert start(office, new) is None


def test_a_leavers_code_is_refused(office: Unit) -> None:
    code = code_for(office)
    people.change(office, person(office).id, left_on=office.today)

    assert start(office, code) == Phrase("code-refused")


def test_five_failures_in_an_hour_and_no_code_is_looked_at(office: Unit) -> None:
    code = code_for(office)
    refused = [start(office, "WRONGWRONG") for _ in range(5)]

    assert refused == [Phrase("code-refused")] * 5
    assert start(office, code) == Phrase("code-too-many")
    assert person(office).user_id is None


def test_after_an_hour_one_may_try_again(office: Unit) -> None:
    code = code_for(office)
    for _ in range(5):
        start(office, "WRONGWRONG")
    office.now += timedelta(hours=1)

    assert start(office, code) is None


def test_one_accounts_failures_are_not_anothers(office: Unit) -> None:
    for _ in range(5):
        start(office, "WRONGWRONG", OTHER)

    assert start(office, code_for(office)) is None


def test_a_failure_is_counted_though_it_is_a_refusal(office: Unit) -> None:
    with office.savepoint():
        start(office, "WRONGWRONG")
    for _ in range(4):
        start(office, "WRONGWRONG")

    assert start(office, "WRONGWRONG") == Phrase("code-too-many")


def test_a_code_moves_the_link_and_the_old_chat_is_told(office: Unit) -> None:
    start(office, code_for(office))
    start(office, code_for(office), OTHER)

    assert person(office).user_id == OTHER
    assert heard(office) == ["welcome", "link-moved"]


def test_an_account_serves_one_person(office: Unit) -> None:
    start(office, code_for(office, "S003"))
    start(office, code_for(office, "S002"))

    assert (person(office, "S003").user_id, person(office, "S002").user_id) == (None, ACCOUNT)


def test_messages_of_another_chat_are_forgotten(office: Unit) -> None:
    start(office, code_for(office))
    cards.want(office, person(office), "case:1")
    card = cards.find(office, person(office).id, "case:1")
    assert card is not None
    cards.shown(office, card, 17, 1)
    start(office, code_for(office), OTHER)

    assert cards.load(office, card).copies == ()


def test_without_a_code_a_stranger_learns_nothing(office: Unit) -> None:
    with pytest.raises(RuleViolation) as no:
        start(office, None)

    assert no.value.phrase == Phrase("stranger")


def test_without_a_code_who_is_linked_is_shown_the_menu(office: Unit) -> None:
    start(office, code_for(office))
    start(office, None)

    assert heard(office) == ["welcome", "menu-hint"]


def test_one_unknown_or_left_number_makes_no_code_for_anybody(office: Unit) -> None:
    code = code_for(office)
    people.change(office, person(office, "S002").id, left_on=office.today)
    with pytest.raises(RuleViolation) as no:
        linking.invite(office, ["S003", "S009", "S002"])

    assert no.value.phrase == Phrase("invite-refused", {"numbers": ("S009", "S002")})
    assert start(office, code) is None


def test_a_number_given_twice_gets_one_code(office: Unit) -> None:
    assert [each for each, _ in linking.invite(office, ["S003", "S002", "S003"])] == ["S003", "S002"]


def test_unlinking_ends_the_link_and_the_codes(office: Unit) -> None:
    start(office, code_for(office))
    code = code_for(office)

    assert linking.unlink(office, "S003")
    assert person(office).user_id is None
    assert start(office, code) == Phrase("code-refused")


def test_unlinking_whom_nobody_linked_is_no_fault(office: Unit) -> None:
    assert not linking.unlink(office, "S003")


def test_unlinking_a_stranger_is_refused(office: Unit) -> None:
    with pytest.raises(RuleViolation) as no:
        linking.unlink(office, "S009")

    assert no.value.phrase == Phrase("staff-unknown", {"number": "S009"})
