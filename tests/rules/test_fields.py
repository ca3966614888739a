"""What a form can ask: each type of answer is read as it is kept, or refused with the reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.fields import Answer, Facts, Field, QuestionType, Source, When, is_asked, may_skip, read
from bot.rules.phrases import Phrase, RuleViolation, say

TODAY = date(2026, 11, 23)
FACTS = Facts(TODAY, {Source.AGENCY_ITEMS: ("LI-01", "LI-06")}, frozenset({"egov"}))
BARE = Facts(TODAY, {})

TEXT = Field("reason", QuestionType.TEXT, "4.5.1", limit=10)
CHOICE = Field("speed", QuestionType.CHOICE, "5.2.1", options=("ordinary", "urgent"))
ITEMS = Field("items", QuestionType.SEVERAL, "6.1", source=Source.AGENCY_ITEMS)
ANY = Field("effective_on", QuestionType.DATE, "5.2.1")
PAST = Field("changed_on", QuestionType.DATE, "7", days=When.PAST)
FUTURE = Field("visit_on", QuestionType.DATE, "8.2.2", days=When.FUTURE)
NUMBER = Field("count", QuestionType.NUMBER, "4.5.3")


def refusal(field: Field, raw: str, facts: Facts = FACTS) -> str:
    with pytest.raises(RuleViolation) as no:
        read(field, raw, facts)
    return no.value.phrase.key


# --- text ------------------------------------------------------------------------------------------------------------


def test_a_text_is_kept_with_its_white_space_made_plain() -> None:
    assert read(TEXT, "  甲\n乙\t 丙 ", FACTS) == "甲 乙 丙"


@pytest.mark.parametrize("raw", ["", "   ", "\n\t", "\u3000"])
def test_an_empty_text_is_no_answer(raw: str) -> None:
    assert refusal(TEXT, raw) == "answer-empty"


def test_a_text_may_be_as_long_as_its_limit() -> None:
    assert read(TEXT, "字" * 10, FACTS) == "字" * 10


def test_a_text_over_its_limit_is_refused_with_both_lengths() -> None:
    with pytest.raises(RuleViolation) as no:
        read(TEXT, "字" * 11, FACTS)

    assert no.value.phrase.key == "answer-too-long"
    assert dict(no.value.phrase.params) == {"limit": 10, "length": 11}


@given(st.text(max_size=14))
def test_reading_what_was_kept_changes_nothing(raw: str) -> None:
    try:
        kept = read(TEXT, raw, FACTS)
    except RuleViolation:
        return

    assert isinstance(kept, str)
    assert read(TEXT, kept, FACTS) == kept


# --- choices ---------------------------------------------------------------------------------------------------------


def test_a_choice_is_one_of_the_options() -> None:
    assert read(CHOICE, "urgent", FACTS) == "urgent"


@pytest.mark.parametrize("raw", ["", "sofort", "URGENT", "ordinary;urgent"])
def test_what_is_not_offered_cannot_be_chosen(raw: str) -> None:
    assert refusal(CHOICE, raw) == "answer-not-a-choice"


def test_several_are_kept_in_the_order_in_which_they_were_chosen() -> None:
    assert read(ITEMS, "LI-06;LI-01", FACTS) == ("LI-06", "LI-01")


def test_one_of_several_is_several_too() -> None:
    assert read(ITEMS, "LI-06", FACTS) == ("LI-06",)


def test_the_same_one_named_twice_counts_once() -> None:
    assert read(ITEMS, "LI-01;LI-06;LI-01", FACTS) == ("LI-01", "LI-06")


def test_several_need_at_least_one() -> None:
    assert refusal(ITEMS, ";") == "answer-none-chosen"


def test_an_item_that_the_agency_has_not_is_refused() -> None:
    assert refusal(ITEMS, "LI-01;LI-09") == "answer-not-a-choice"


def test_options_come_out_of_the_tables_where_the_field_says_so() -> None:
    assert refusal(ITEMS, "LI-01", BARE) == "answer-not-a-choice"


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw", ["1151123", "115/11/23", "115.11.23", "115-11-23", "115年11月23日", "2026-11-23", "115年11月23日(一)"]
)
def test_a_day_is_kept_as_iso_however_it_was_written(raw: str) -> None:
    assert read(ANY, raw, FACTS) == "2026-11-23"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        *((each, "not-a-date") for each in ("", "昨天", "15/11/23", "1123", "115年11月")),
        *((each, "date-without-year") for each in ("11/23", "11月23日", "2月30日", "11月23日（一）", "11.23")),
        *((each, "no-such-day") for each in ("115/13/01", "115/2/30", "1150230", "115年11月23日(二)", "2026-02-30")),
    ],
)
def test_what_is_no_date_is_refused_saying_why_with_an_example(raw: str, why: str) -> None:
    with pytest.raises(RuleViolation) as no:
        read(ANY, raw, FACTS)

    assert no.value.phrase == say(f"answer-{why}", example="115.11.23")


def on(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def test_a_day_in_the_past_may_be_today() -> None:
    assert read(PAST, on(0), FACTS) == on(0)


def test_a_day_in_the_past_is_not_tomorrow() -> None:
    assert refusal(PAST, on(1)) == "answer-date-in-future"


def test_a_day_in_the_future_may_be_today() -> None:
    assert read(FUTURE, on(0), FACTS) == on(0)


def test_a_day_in_the_future_is_not_yesterday() -> None:
    assert refusal(FUTURE, on(-1)) == "answer-date-in-past"


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 400])
def test_any_day_may_be_any_day(days: int) -> None:
    assert read(ANY, on(days), FACTS) == on(days)


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("raw", "kept"), [("12", "12"), ("0", "0"), ("007", "7"), ("１２", "12"), (" 12 ", "12")])
def test_a_number_is_kept_in_plain_digits(raw: str, kept: str) -> None:
    assert read(NUMBER, raw, FACTS) == kept


def test_a_number_has_nine_digits_at_most() -> None:
    assert read(NUMBER, "9" * 9, FACTS) == "9" * 9
    assert refusal(NUMBER, "9" * 10) == "answer-not-a-number"


@pytest.mark.parametrize("raw", ["", "-1", "1.5", "1,000", "十二", "²", "12件", "1 2"])
def test_what_is_not_all_digits_is_no_number(raw: str) -> None:
    assert refusal(NUMBER, raw) == "answer-not-a-number"


def tried(field: Field, raw: str) -> Answer | Phrase:
    try:
        return read(field, raw, FACTS)
    except RuleViolation as no:
        return no.phrase


@given(st.sampled_from([TEXT, CHOICE, ITEMS, ANY, PAST, FUTURE, NUMBER]), st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(field: Field, raw: str) -> None:
    result = tried(field, raw)

    assert result.key.startswith("answer-") if isinstance(result, Phrase) else result


# --- what is asked, what may be skipped ------------------------------------------------------------------------------


def field(**options: object) -> Field:
    return Field("x", QuestionType.TEXT, "1", **options)  # type: ignore[arg-type]


def test_a_plain_question_is_asked() -> None:
    assert is_asked(field(), {}, FACTS)


@pytest.mark.parametrize(("change", "asked"), [("add", True), ("delete", False), (None, False)])
def test_a_question_for_some_answers_is_asked_only_after_these(change: str | None, asked: bool) -> None:
    answers = {"change": change} if change else {}

    assert is_asked(field(only={"change": frozenset({"add"})}), answers, FACTS) is asked


def test_every_condition_must_hold() -> None:
    both = field(only={"change": frozenset({"add"}), "ready": frozenset({"yes"})})

    assert not is_asked(both, {"change": "add", "ready": "no"}, FACTS)
    assert is_asked(both, {"change": "add", "ready": "yes"}, FACTS)


def test_what_the_roster_knows_is_not_asked() -> None:
    assert not is_asked(field(unknown="egov"), {}, FACTS)


def test_what_the_roster_does_not_know_is_asked() -> None:
    assert is_asked(field(unknown="egov"), {}, BARE)


def test_an_answer_given_before_the_roster_knew_it_stands() -> None:
    assert is_asked(field(unknown="egov"), {"x": "yes"}, FACTS)


def test_an_optional_question_may_be_skipped() -> None:
    assert may_skip(field(optional=True), FACTS)
    assert not may_skip(field(), FACTS)


def test_items_may_be_skipped_only_by_an_agency_that_has_none() -> None:
    assert may_skip(ITEMS, BARE)
    assert not may_skip(ITEMS, FACTS)
