"""Point 7: the one question on which day the password was changed, and the dates that the command tells."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time

import pytest

from bot.rules.fields import QuestionType
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from bot.services import asking, passwords, reminding, telling
from bot.services.asking import Words
from storage import buttons, outbox, questions, rights
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


def said(unit: Unit) -> list[str]:
    """The keys of what was queued in this unit of work, and the kinds of what is no words."""
    return [
        line.key if isinstance(line, Phrase) else line
        for row in unit.queued
        for line in row.body.get("lines", [row.kind])
    ]


def test_the_button_asks_for_the_day_and_today_is_one_tap(office: Office):
    office.sweep(morning(TODAY))

    assert office.tap("P1", TODAY, "button-changed", NINE) is None

    with turn(office) as (unit, person):
        question = questions.load(unit, person.id)
        assert question is not None
        assert question.type is QuestionType.DATE
        offered = questions_buttons(unit, person)
        toast = asking.tapped(unit, person, offered["115.12.09"], 78)

        assert toast is not None
        assert toast.key == "password-recorded"
        assert questions.load(unit, person.id) is None
    assert office.keys("P1", TODAY) == ["digest-done"]


def questions_buttons(unit: Unit, person: Person) -> dict[str, str]:
    """Value -> button of the question that is open."""
    rows = [row for row in outbox.waiting(unit) if row.kind == "say" and row.person_id == person.id]
    message = telling.message_of(rows[-1].body)
    ids = [button.data for row in message.buttons for button in row]
    question = questions.load(unit, person.id)
    assert question is not None
    offered = buttons.offered(unit, person.id, question.matter, question.revision)
    return {value: id_ for (_, value), id_ in offered.items() if id_ in ids}


def test_days_before_the_last_change_are_not_offered(office: Office):
    office.declare("P1", date(2026, 12, 8), NINE)
    with turn(office) as (unit, person):
        passwords.ask(unit, person)

        assert set(questions_buttons(unit, person)) == {"115.12.09", "115.12.08", ""}


@pytest.mark.parametrize("text", ["1151208", "115/12/08", "2026-12-08"])
def test_another_day_may_be_typed(office: Office, text: str):
    with turn(office) as (unit, person):
        passwords.ask(unit, person)
        passwords.typed(unit, person, QuestionType.DATE, Words(text, 1, 4711, 90))

        assert rights.password_of(unit, person.id) == (date(2026, 12, 8), date(2027, 3, 8))


def test_words_that_are_no_date_are_refused_and_the_question_stays(office: Office):
    with turn(office) as (unit, person):
        passwords.ask(unit, person)
        with pytest.raises(RuleViolation) as no:
            passwords.typed(unit, person, QuestionType.DATE, Words("昨天", 1, 4711, 90))

        assert no.value.phrase.key == "answer-not-a-date"
        assert questions.load(unit, person.id) is not None


def test_what_looks_like_a_password_is_deleted_and_never_kept(office: Office):
    with turn(office) as (unit, person):
        passwords.ask(unit, person)
        unit.queued.clear()
        passwords.typed(unit, person, QuestionType.DATE, Words("Xy7!qq23", 1, 4711, 90))

        assert said(unit) == ["delete", "password-never-typed"]
        assert rights.password_of(unit, person.id) == (CHANGED, date(2026, 12, 10))


def test_elsewhere_such_a_word_is_an_answer_like_another(office: Office):
    with turn(office) as (unit, person), pytest.raises(RuleViolation) as no:
        passwords.typed(unit, person, None, Words("Xy7!qq23", 1, 4711, 90))

    assert no.value.phrase.key == "nothing-asked"


def test_giving_up_records_nothing(office: Office):
    with turn(office) as (unit, person):
        passwords.ask(unit, person)
        asking.cancel(unit, person)

        assert questions.load(unit, person.id) is None
        assert rights.password_of(unit, person.id) == (CHANGED, date(2026, 12, 10))


# --- /password -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "key"), [(9, "password-left"), (10, "password-today"), (11, "password-late")], ids=["before", "on", "after"]
)
def test_the_command_tells_the_dates_and_what_is_left(office: Office, day: int, key: str):
    with office.at(morning(date(2026, 12, day))) as unit:
        passwords.show(unit, office.person(unit, "P1"))

        assert said(unit) == ["password-title", "password-dates", key]


def test_its_button_asks_for_the_day_as_well(office: Office):
    with turn(office) as (unit, person):
        passwords.show(unit, person)
        passwords.show(unit, person)
        first, second = (telling.message_of(row.body).buttons[0][0].data for row in unit.queued)
        reminding.tapped(unit, person, first, 77)

        assert first == second
        assert questions.load(unit, person.id) is not None


def test_without_an_account_the_command_says_so(office: Office):
    office.hire("P2", "officer")
    with office.at(NINE) as unit, pytest.raises(RuleViolation) as no:
        passwords.show(unit, office.person(unit, "P2"))

    assert no.value.phrase.key == "password-no-account"
