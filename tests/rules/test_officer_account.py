"""Points 5(2) and 6(1), annex 2: what the form asks, its gate, its way, what its completion changes."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.clauses import CLAUSES
from bot.rules.fields import Answer, Answers, Facts, Field, QuestionType, Source, may_skip, read
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import Change, Effect, Verdict
from bot.rules.kinds.officer_account import KIND
from bot.rules.people import Of, Role
from bot.rules.phrases import RuleViolation, say
from bot.rules.requests import SPEED_DAYS, asked, check_filing, next_question

TODAY = date(2026, 11, 23)
CHANGES = tuple(each.value for each in Change)
READY = frozenset({"egov", "certificate"})
OPENING = ("add", "reinstate")
GATE = ["egov_ready", "egov_on", "certificate_ready", "certificate_on"]


def facts(*, known: frozenset[str] = READY, items: tuple[str, ...] = ("LI-01", "LI-06")) -> Facts:
    return Facts(TODAY, {Source.CHANGES: CHANGES, Source.AGENCY_ITEMS: items}, known)


def first(field: Field, known: Facts) -> Answer:
    """An answer that is accepted."""
    if may_skip(field, known):
        return () if field.type is QuestionType.SEVERAL else ""
    options = known.options_of(field)
    return read(field, options[0] if options else "1151102", known)


def fill(
    known: Facts, *, choose: Callable[[Field, Facts], Answer] = first, **given: Answer
) -> tuple[list[str], dict[str, Answer]]:
    """Answer whatever is asked: the questions in their order, and the answers."""
    names: list[str] = []
    answers: dict[str, Answer] = {}
    while (field := next_question(KIND, answers, known)) is not None:
        names.append(field.name)
        answers[field.name] = given[field.name] if field.name in given else choose(field, known)
    return names, answers


def refusal(answers: Answers, known: Facts) -> RuleViolation:
    with pytest.raises(RuleViolation) as no:
        check_filing(KIND, answers, known)
    return no.value


# --- what is asked ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", OPENING)
def test_an_opening_asks_for_items_business_legal_basis_and_reason(change: str) -> None:
    names, _ = fill(facts(), change=change)

    assert names == ["change", "items", "business", "legal_basis", "reason", "speed"]


def test_a_change_asks_what_changes_from_when_and_why() -> None:
    names, _ = fill(facts(), change="change")

    assert names == ["change", "what_changes", "effective_on", "reason", "speed"]


def test_a_deletion_asks_only_from_when_and_why() -> None:
    names, _ = fill(facts(), change="delete")

    assert names == ["change", "effective_on", "reason", "speed"]


@pytest.mark.parametrize("change", OPENING)
def test_prerequisites_that_the_roster_does_not_know_are_asked_with_their_day(change: str) -> None:
    names, _ = fill(facts(known=frozenset()), change=change, egov_ready="yes", certificate_ready="yes")

    assert names[1:5] == GATE


def test_only_the_prerequisite_that_is_not_known_is_asked() -> None:
    names, _ = fill(facts(known=frozenset({"egov"})), change="add")

    assert names[1:3] == ["certificate_ready", "certificate_on"]


def test_who_is_not_ready_is_not_asked_since_when() -> None:
    names, _ = fill(facts(known=frozenset()), change="add", egov_ready="no", certificate_ready="no")

    assert names[1:4] == ["egov_ready", "certificate_ready", "items"]


@pytest.mark.parametrize("change", ["change", "delete"])
def test_what_keeps_or_ends_an_account_asks_for_no_prerequisite(change: str) -> None:
    names, _ = fill(facts(known=frozenset()), change=change)

    assert not set(names) & set(GATE)


@pytest.mark.parametrize("name", ["egov_on", "certificate_on"])
def test_a_prerequisite_cannot_be_met_in_the_future(name: str) -> None:
    field = next(each for each in KIND.fields if each.name == name)
    with pytest.raises(RuleViolation) as no:
        read(field, "115/11/24", facts())

    assert no.value.phrase == say("answer-date-in-future", day=date(2026, 11, 24))


def test_point_6_items_are_those_of_the_agency() -> None:
    items = next(each for each in KIND.fields if each.name == "items")

    assert facts().options_of(items) == ("LI-01", "LI-06")


def test_an_agency_without_items_may_ask_for_an_account_with_none() -> None:
    known = facts(items=())
    _, answers = fill(known, change="add", items=())

    check_filing(KIND, answers, known)


def test_an_agency_with_items_must_choose_some() -> None:
    _, answers = fill(facts(), change="add", items=())

    assert refusal(answers, facts()).phrase == say("form-incomplete", field=say("field-items"))


# --- the gate --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", OPENING)
@pytest.mark.parametrize("missing", ["egov", "certificate"])
def test_point_5_2_2_without_a_prerequisite_nothing_is_sent(change: str, missing: str) -> None:
    known = facts(known=READY - {missing})
    _, answers = fill(known, change=change, **{f"{missing}_ready": "no"})

    assert refusal(answers, known).phrase == say("gate", clause="五(二)2", missing=(say(f"gate-{missing}"),))


def test_point_5_2_2_both_prerequisites_are_named_when_both_are_missing() -> None:
    known = facts(known=frozenset())
    _, answers = fill(known, change="add", egov_ready="no", certificate_ready="no")

    assert refusal(answers, known).phrase.params["missing"] == (say("gate-egov"), say("gate-certificate"))


@pytest.mark.parametrize("change", OPENING)
def test_point_5_2_2_what_the_applicant_declares_opens_the_gate(change: str) -> None:
    known = facts(known=frozenset())
    _, answers = fill(known, change=change, egov_ready="yes", certificate_ready="yes")

    check_filing(KIND, answers, known)


@pytest.mark.parametrize("change", OPENING)
def test_point_5_2_2_what_the_roster_knows_opens_the_gate(change: str) -> None:
    _, answers = fill(facts(), change=change)

    check_filing(KIND, answers, facts())


@pytest.mark.parametrize("change", ["change", "delete"])
def test_point_5_2_2_is_no_hurdle_for_a_change_or_a_deletion(change: str) -> None:
    known = facts(known=frozenset())
    _, answers = fill(known, change=change)

    check_filing(KIND, answers, known)


def test_a_declaration_without_its_day_is_incomplete() -> None:
    known = facts(known=frozenset())
    _, answers = fill(known, change="add", egov_ready="yes", certificate_ready="yes")
    del answers["egov_on"]

    assert refusal(answers, known).phrase == say("form-incomplete", field=say("field-egov_on"))


# --- any form --------------------------------------------------------------------------------------------------------

choices = st.builds(
    facts,
    known=st.frozensets(st.sampled_from(["egov", "certificate"])),
    items=st.sampled_from([(), ("LI-01",), ("LI-01", "LI-06")]),
)


@given(choices, st.data())
def test_a_form_ends_and_can_be_sent_unless_a_prerequisite_is_missing(known: Facts, data: st.DataObject) -> None:
    def choose(field: Field, known: Facts) -> Answer:
        options = known.options_of(field)
        return read(field, data.draw(st.sampled_from(options)), known) if options else first(field, known)

    _, answers = fill(known, choose=choose)
    missing = [each for each in ("egov", "certificate") if answers.get(f"{each}_ready") == "no"]
    if missing:
        assert refusal(answers, known).phrase.params["missing"] == tuple(say(f"gate-{each}") for each in missing)
    else:
        check_filing(KIND, answers, known)


@given(choices, st.sampled_from(CHANGES), st.data())
def test_no_answer_can_be_left_out(known: Facts, change: str, data: st.DataObject) -> None:
    names, answers = fill(known, change=change, egov_ready="yes", certificate_ready="yes")
    left_out = data.draw(st.sampled_from(names))
    answers.pop(left_out)

    # Without the kind of change nothing but what every change asks can be missed.
    assert left_out in [each.name for each in asked(KIND, answers, known)]
    assert refusal(answers, known).phrase.key in ("form-incomplete", "gate")


# --- the way ---------------------------------------------------------------------------------------------------------


def test_the_head_signs_and_the_administrator_carries_it_out() -> None:
    way = [(each.name, each.role, each.of) for each in KIND.route]

    assert way == [("sign", Role.HEAD, Of.AGENCY), ("carry_out", Role.ADMINISTRATOR, Of.AGENCY)]


def test_the_head_approves_returns_or_rejects() -> None:
    assert KIND.route[0].verdicts == (Verdict.APPROVE, Verdict.RETURN, Verdict.REJECT)


def test_who_carries_out_cannot_refuse_what_was_signed() -> None:
    assert KIND.route[1].verdicts == (Verdict.DONE, Verdict.RETURN)


def test_only_the_head_signs_never_the_authorised_person() -> None:
    assert Role.AUTHORISED not in {each.role for each in KIND.route}


def test_an_officer_files_it_and_it_is_numbered_a2() -> None:
    assert (KIND.filed_by, KIND.series, KIND.annex, KIND.account) == (Role.OFFICER, "A2", 2, "officer")


def test_an_urgent_case_has_three_working_days_a_step_an_ordinary_one_six() -> None:
    assert SPEED_DAYS == {"ordinary": 6, "urgent": 3}
    assert next(each for each in KIND.fields if each.name == "speed").options == tuple(SPEED_DAYS)


@pytest.mark.parametrize("change", OPENING)
def test_an_opening_opens_the_account_grants_the_items_and_starts_the_password_clock(change: str) -> None:
    assert KIND.effects[change] == (Effect.OPEN_ACCOUNT, Effect.GRANT_ITEMS, Effect.START_PASSWORD)


def test_a_change_changes_the_account_and_a_deletion_closes_it() -> None:
    assert KIND.effects["change"] == (Effect.CHANGE_ACCOUNT,)
    assert KIND.effects["delete"] == (Effect.CLOSE_ACCOUNT,)


# --- every kind ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_is_found_by_its_code(code: str) -> None:
    assert kind_of(code).code == code


@pytest.mark.parametrize("code", KINDS)
def test_everything_in_a_kind_rests_on_a_clause_of_the_directions(code: str) -> None:
    kind = KINDS[code]
    cited = {kind.clause, *(each.clause for each in (*kind.fields, *kind.gates, *kind.route))}

    assert cited <= CLAUSES.keys()


@pytest.mark.parametrize("code", KINDS)
def test_the_fields_of_a_kind_have_names_of_their_own(code: str) -> None:
    names = [each.name for each in KINDS[code].fields]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", KINDS)
def test_a_question_depends_only_on_questions_before_it(code: str) -> None:
    known: set[str] = set()
    for each in KINDS[code].fields:
        assert set(each.only or {}) <= known

        known.add(each.name)


def test_no_two_kinds_share_a_series() -> None:
    series = [each.series for each in KINDS.values()]

    assert len(series) == len(set(series))
