"""The way of a case (points 5 and 6): questions back and forth, the preview, verdicts and what they make of a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.fields import Answer, Facts, Source
from bot.rules.kinds.kind import Change, Verdict
from bot.rules.kinds.officer_account import KIND
from bot.rules.people import Capacity, Deputyship, Person, Role, Seat, StaffedSeat
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.requests import (
    Case,
    CaseState,
    asked,
    changes_open_to,
    check_filing,
    check_nudge,
    decide,
    next_question,
    preview,
    previous_question,
    pruned,
    send_again,
    withdraw,
)

TODAY = date(2026, 11, 23)
CHANGES = tuple(each.value for each in Change)
FACTS = Facts(TODAY, {Source.CHANGES: CHANGES, Source.AGENCY_ITEMS: ("LI-01",)}, frozenset({"egov", "certificate"}))
UNKNOWN = replace(FACTS, known=frozenset())
OPENING: dict[str, Answer] = {
    "change": "add",
    "items": ("LI-01",),
    "business": "稽查",
    "legal_basis": "公路法第77條",
    "reason": "接辦",
    "speed": "ordinary",
}
SEATS = (Seat(Role.HEAD, "TB"), Seat(Role.ADMINISTRATOR, "TB"))
CLOSED = (CaseState.DONE, CaseState.REJECTED, CaseState.WITHDRAWN)


def person(id_: int) -> Person:
    return Person(id_, f"S{id_}", f"員{id_}", "科員", "TB", "zh-TW")


APPLICANT, FILER, HEAD, OTHER, ADMIN, CLERK = (person(each) for each in range(1, 7))


def case(*, state: CaseState = CaseState.OPEN, step: int = 0, filed_by: Person = APPLICANT) -> Case:
    return Case(
        7, "115-A2-0007", "officer_account", "TB", APPLICANT.id, filed_by.id, OPENING, state, step, step + 1, step + 1
    )


def staffed(step: int, *holders: Person, ships: Sequence[Deputyship] = ()) -> StaffedSeat:
    return StaffedSeat(SEATS[step], holders, tuple(ships))


def deputy(holder: Person, one: Person) -> Deputyship:
    return Deputyship(holder.id, one, 1, TODAY, TODAY + timedelta(days=1), Capacity.ACTING, "公出")


def after(one: Case, verdict: Verdict, reason: object = "補件") -> Case:
    who = HEAD if one.step == 0 else ADMIN
    return decide(one, who, staffed(one.step, who), verdict, reason, TODAY)[1]


def refusal(one: Case, who: Person, at: StaffedSeat, verdict: Verdict, reason: object = None) -> RuleViolation:
    with pytest.raises(RuleViolation) as no:
        decide(one, who, at, verdict, reason, TODAY)
    return no.value


# --- questions -------------------------------------------------------------------------------------------------------


def name_of(found: object) -> str | None:
    return getattr(found, "name", None)


def test_the_first_question_is_which_change() -> None:
    assert name_of(next_question(KIND, {}, FACTS)) == "change"


def test_the_next_question_is_the_first_without_an_answer() -> None:
    assert name_of(next_question(KIND, {"change": "add", "business": "稽查"}, FACTS)) == "items"


def test_a_skipped_question_counts_as_answered() -> None:
    assert name_of(next_question(KIND, {"change": "add", "items": ()}, FACTS)) == "business"


def test_after_the_last_question_there_is_none() -> None:
    assert next_question(KIND, OPENING, FACTS) is None


def test_there_is_no_question_before_the_first() -> None:
    assert previous_question(KIND, {}, FACTS, "change") is None


def test_the_question_before_is_the_one_that_was_asked_before() -> None:
    assert name_of(previous_question(KIND, OPENING, FACTS, "reason")) == "legal_basis"


def test_the_question_before_passes_over_what_is_not_asked() -> None:
    assert name_of(previous_question(KIND, {"change": "delete"}, FACTS, "effective_on")) == "change"


def test_the_question_before_the_preview_is_the_last_one() -> None:
    assert name_of(previous_question(KIND, OPENING, FACTS, None)) == "speed"


def test_another_kind_of_change_drops_what_belonged_to_the_first() -> None:
    assert pruned(KIND, {**OPENING, "change": "delete"}, FACTS) == {
        "change": "delete",
        "reason": "接辦",
        "speed": "ordinary",
    }


def test_pruning_follows_what_was_dropped_to_what_hung_on_it() -> None:
    answers: dict[str, Answer] = {"change": "delete", "egov_ready": "yes", "egov_on": "2026-11-02", "reason": "調職"}

    assert pruned(KIND, answers, UNKNOWN) == {"change": "delete", "reason": "調職"}


def test_pruning_keeps_a_declaration_that_the_roster_has_learnt_since() -> None:
    declared: dict[str, Answer] = {"change": "add", "egov_ready": "yes", "egov_on": "2026-11-02"}

    assert pruned(KIND, declared, FACTS) == declared


def test_pruning_keeps_a_whole_form_as_it_is() -> None:
    assert pruned(KIND, OPENING, FACTS) == OPENING


def test_pruning_drops_what_no_form_asks() -> None:
    assert pruned(KIND, {**OPENING, "colour": "red"}, FACTS) == OPENING


values: st.SearchStrategy[Answer] = st.sampled_from([*CHANGES, "yes", "no", "ordinary", "2026-11-02"])
forms = st.dictionaries(st.sampled_from([each.name for each in KIND.fields]), values)
known = st.sampled_from([FACTS, UNKNOWN])


@given(forms, known)
def test_pruning_twice_is_pruning_once(answers: dict[str, Answer], facts: Facts) -> None:
    once = pruned(KIND, answers, facts)

    assert pruned(KIND, once, facts) == once


@given(forms, known)
def test_what_is_kept_is_asked_and_was_answered_so(answers: dict[str, Answer], facts: Facts) -> None:
    kept = pruned(KIND, answers, facts)

    assert kept.items() <= answers.items()
    assert kept.keys() <= {each.name for each in asked(KIND, kept, facts)}


@given(forms, known)
def test_going_back_from_the_preview_walks_every_question_once(answers: dict[str, Answer], facts: Facts) -> None:
    walked: list[str] = []
    at = previous_question(KIND, answers, facts, None)
    while at is not None:
        walked.append(at.name)
        at = previous_question(KIND, answers, facts, at.name)

    assert walked[::-1] == [each.name for each in asked(KIND, answers, facts)]


# --- before sending --------------------------------------------------------------------------------------------------


def obstacle(answers: dict[str, Answer], facts: Facts = FACTS) -> Phrase:
    with pytest.raises(RuleViolation) as no:
        check_filing(KIND, answers, facts)
    return no.value.phrase


def test_a_whole_form_may_be_sent() -> None:
    check_filing(KIND, OPENING, FACTS)


@pytest.mark.parametrize("name", OPENING)
def test_a_form_with_a_question_left_out_may_not(name: str) -> None:
    answers = {each: answer for each, answer in OPENING.items() if each != name}

    assert obstacle(answers).key == "form-incomplete"


@pytest.mark.parametrize(
    ("name", "answer"), [("items", ("LI-01", "LI-09")), ("change", "reinstate")], ids=["items", "change"]
)
def test_what_was_chosen_must_still_be_offered_when_it_is_sent(name: str, answer: Answer) -> None:
    options = {Source.CHANGES: ("add",), Source.AGENCY_ITEMS: ("LI-01",)}

    assert obstacle({**OPENING, name: answer}, replace(FACTS, options=options)) == say(
        "choice-gone", field=say(f"field-{name}")
    )


# --- which changes make sense ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("has", "had", "changes"),
    [
        (False, False, (Change.ADD,)),
        (False, True, (Change.ADD, Change.REINSTATE)),
        (True, True, (Change.CHANGE, Change.DELETE)),
        (True, False, (Change.CHANGE, Change.DELETE)),
    ],
    ids=["never had one", "had one", "has one", "has the first"],
)
def test_which_change_can_be_asked_for(has: bool, had: bool, changes: tuple[Change, ...]) -> None:
    assert changes_open_to(has, had) == changes


# --- the preview -----------------------------------------------------------------------------------------------------


def test_the_preview_names_each_step_with_its_seat_and_who_may_decide() -> None:
    seats = (staffed(0, HEAD, OTHER), staffed(1, ADMIN))
    stops = preview(KIND.route, seats, frozenset({APPLICANT.id}), TODAY)

    assert [(each.step.name, each.seat, [one.person for one in each.entitled]) for each in stops] == [
        ("sign", SEATS[0], [HEAD, OTHER]),
        ("carry_out", SEATS[1], [ADMIN]),
    ]


def test_the_preview_leaves_out_the_applicant() -> None:
    stops = preview(KIND.route, (staffed(0, APPLICANT, HEAD), staffed(1, ADMIN)), frozenset({APPLICANT.id}), TODAY)

    assert [each.person for each in stops[0].entitled] == [HEAD]


def test_the_preview_shows_a_vacant_seat_as_vacant() -> None:
    assert preview(KIND.route, (staffed(0), staffed(1)), frozenset({APPLICANT.id}), TODAY)[0].entitled == ()


@pytest.mark.parametrize(("step", "name", "role"), [(0, "sign", "head"), (1, "carry_out", "administrator")])
def test_a_step_where_everybody_is_barred_is_refused_before_sending(step: int, name: str, role: str) -> None:
    seats = [staffed(0, HEAD), staffed(1, ADMIN)]
    seats[step] = staffed(step, APPLICANT)
    with pytest.raises(RuleViolation) as no:
        preview(KIND.route, seats, frozenset({APPLICANT.id}), TODAY)

    assert no.value.phrase == say("seat-all-barred", step=say(f"step-{name}"), seat=say(f"role-{role}"))


# --- verdicts --------------------------------------------------------------------------------------------------------


def test_an_approval_opens_the_next_step() -> None:
    moved = after(case(), Verdict.APPROVE)

    assert (moved.state, moved.step, moved.opened, moved.version) == (CaseState.OPEN, 1, 2, 2)


def test_the_last_step_ends_the_case() -> None:
    moved = after(case(step=1), Verdict.DONE)

    assert (moved.state, moved.step, moved.opened, moved.version) == (CaseState.DONE, 1, 2, 3)


@pytest.mark.parametrize("step", [0, 1])
def test_a_return_waits_for_the_applicant(step: int) -> None:
    moved = after(case(step=step), Verdict.RETURN)

    assert (moved.state, moved.step, moved.opened, moved.version) == (CaseState.RETURNED, step, step + 2, step + 2)


def test_a_rejection_ends_the_case_and_opens_nothing() -> None:
    moved = after(case(), Verdict.REJECT)

    assert (moved.state, moved.opened, moved.version) == (CaseState.REJECTED, 1, 2)


@pytest.mark.parametrize("verdict", [Verdict.APPROVE, Verdict.RETURN, Verdict.REJECT])
def test_a_verdict_changes_neither_the_answers_nor_whose_case_it_is(verdict: Verdict) -> None:
    before, moved = case(), after(case(), verdict)

    assert (moved.id, moved.number, moved.answers, moved.parties) == (
        before.id,
        before.number,
        before.answers,
        before.parties,
    )


@pytest.mark.parametrize(("step", "verdict"), [(0, Verdict.DONE), (1, Verdict.APPROVE), (1, Verdict.REJECT)], ids=str)
def test_a_verdict_that_the_step_does_not_know_is_refused(step: int, verdict: Verdict) -> None:
    who = (HEAD, ADMIN)[step]

    assert refusal(case(step=step), who, staffed(step, who), verdict, "x").phrase.key == "step-not-open"


@pytest.mark.parametrize("state", [CaseState.RETURNED, *CLOSED])
def test_nothing_is_decided_on_a_case_that_is_not_open(state: CaseState) -> None:
    no = refusal(case(state=state), HEAD, staffed(0, HEAD), Verdict.APPROVE)

    assert no.phrase == say("step-not-open", number="115-A2-0007")


@pytest.mark.parametrize("state", [CaseState.RETURNED, *CLOSED])
def test_a_case_that_is_not_open_is_at_no_step(state: CaseState) -> None:
    assert case(state=state).at is None


@pytest.mark.parametrize("verdict", [Verdict.RETURN, Verdict.REJECT])
@pytest.mark.parametrize("reason", [None, ""])
def test_a_return_and_a_rejection_need_a_reason(verdict: Verdict, reason: object) -> None:
    assert refusal(case(), HEAD, staffed(0, HEAD), verdict, reason).phrase.key == "reason-needed"


def test_an_approval_needs_no_reason() -> None:
    assert after(case(), Verdict.APPROVE, None).step == 1


def test_the_subject_never_decides() -> None:
    no = refusal(case(filed_by=FILER), APPLICANT, staffed(0, APPLICANT, HEAD), Verdict.APPROVE)

    assert no.phrase.key == "own-matter"


def test_who_filed_it_for_another_never_decides() -> None:
    no = refusal(case(filed_by=FILER), FILER, staffed(0, FILER, HEAD), Verdict.APPROVE)

    assert no.phrase.key == "own-matter"


def test_a_party_does_not_decide_as_somebodys_deputy_either() -> None:
    no = refusal(case(filed_by=FILER), FILER, staffed(0, HEAD, ships=[deputy(HEAD, FILER)]), Verdict.APPROVE)

    assert no.phrase.key == "own-matter"


def test_who_has_no_seat_is_told_so_before_being_asked_for_a_reason() -> None:
    assert refusal(case(), CLERK, staffed(0, HEAD), Verdict.REJECT).phrase.key == "not-your-seat"


def test_the_same_person_may_act_at_two_steps_of_anothers_case() -> None:
    signed = decide(case(), HEAD, staffed(0, HEAD), Verdict.APPROVE, None, TODAY)[1]

    assert decide(signed, HEAD, staffed(1, HEAD), Verdict.DONE, None, TODAY)[1].state is CaseState.DONE


def test_a_decision_tells_for_whom_it_was_taken_and_in_which_capacity() -> None:
    authority, _ = decide(case(), CLERK, staffed(0, HEAD, ships=[deputy(HEAD, CLERK)]), Verdict.APPROVE, None, TODAY)

    assert (authority.person, authority.holder, authority.capacity) == (CLERK, HEAD, Capacity.ACTING)


# --- taking back, sending again --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "step"), [(CaseState.OPEN, 0), (CaseState.OPEN, 1), (CaseState.RETURNED, 0)])
@pytest.mark.parametrize("who", [APPLICANT, FILER], ids=["subject", "filer"])
def test_a_party_withdraws_until_something_was_carried_out(state: CaseState, step: int, who: Person) -> None:
    before = case(state=state, step=step, filed_by=FILER)
    moved = withdraw(before, who)

    assert (moved.state, moved.version, moved.opened) == (CaseState.WITHDRAWN, before.version + 1, before.opened)


def test_nobody_else_withdraws() -> None:
    with pytest.raises(RuleViolation) as no:
        withdraw(case(), HEAD)

    assert no.value.phrase.key == "not-your-case"


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_case_is_not_withdrawn(state: CaseState) -> None:
    with pytest.raises(RuleViolation) as no:
        withdraw(case(state=state), APPLICANT)

    assert no.value.phrase == say("case-closed", number="115-A2-0007")


def test_a_returned_case_goes_back_to_its_first_step_with_the_mended_answers_under_its_number() -> None:
    before = after(case(step=1), Verdict.RETURN)
    mended = {**OPENING, "legal_basis": "公路法第77條第2項"}
    again = send_again(before, mended, frozenset())

    assert (again.state, again.step, again.answers, again.number) == (CaseState.OPEN, 0, mended, before.number)
    assert (again.opened, again.version) == (before.opened + 1, before.version + 1)


@pytest.mark.parametrize("state", [CaseState.OPEN, *CLOSED])
def test_only_a_returned_case_is_sent_again(state: CaseState) -> None:
    with pytest.raises(RuleViolation) as no:
        send_again(case(state=state), OPENING, frozenset())

    assert no.value.phrase.key == "case-not-returned"


# --- a reminder on request -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [APPLICANT, FILER], ids=["subject", "filer"])
def test_a_party_may_ask_for_a_reminder_while_a_step_waits_for_others(who: Person) -> None:
    check_nudge(case(filed_by=FILER), who)


def test_nobody_else_may_ask_for_a_reminder() -> None:
    with pytest.raises(RuleViolation) as no:
        check_nudge(case(), HEAD)

    assert no.value.phrase.key == "not-your-case"


@pytest.mark.parametrize("state", [CaseState.RETURNED, *CLOSED])
def test_nobody_is_reminded_of_a_case_that_waits_for_nobody_else(state: CaseState) -> None:
    with pytest.raises(RuleViolation) as no:
        check_nudge(case(state=state), APPLICANT)

    assert no.value.phrase.key == "step-not-open"


# --- whatever happens to a case --------------------------------------------------------------------------------------

CAST = tuple(person(each) for each in range(1, 7))
deputies = st.builds(deputy, st.sampled_from(CAST), st.sampled_from(CAST))
staffs = st.tuples(
    st.lists(st.sampled_from(CAST), max_size=3, unique=True),
    st.lists(deputies, max_size=3, unique_by=lambda d: d.holder),
)


def at_step(step: int, staff: tuple[list[Person], list[Deputyship]]) -> StaffedSeat:
    return staffed(step, *staff[0], ships=[each for each in staff[1] if each.deputy.id != each.holder])


@given(staffs, staffs, st.data())
def test_the_chain_of_the_preview_is_the_chain_that_comes(
    heads: tuple[list[Person], list[Deputyship]],
    admins: tuple[list[Person], list[Deputyship]],
    data: st.DataObject,
) -> None:
    seats = (at_step(0, heads), at_step(1, admins))
    moving = case(filed_by=data.draw(st.sampled_from(CAST)))
    try:
        stops = preview(KIND.route, seats, moving.parties, TODAY)
    except RuleViolation:
        return
    for number, stop in enumerate(stops):
        assert (moving.at, moving.step) == (stop.step, number)

        foreseen = {each.person.id: each for each in reversed(stop.entitled)}
        for each in CAST:
            if each.id not in foreseen:
                refusal(moving, each, seats[number], stop.step.verdicts[0])
        if not foreseen:
            return
        chosen = data.draw(st.sampled_from(sorted(foreseen)))
        authority, moving = decide(moving, person(chosen), seats[number], stop.step.verdicts[0], None, TODAY)

        assert authority == foreseen[chosen]

    assert moving.state is CaseState.DONE


acts = st.lists(st.sampled_from([*Verdict, "withdraw", "send_again"]), max_size=8)


@given(acts)
def test_a_case_has_one_state_at_most_one_open_step_and_an_end(tried: list[Verdict | str]) -> None:
    moving = case()
    for act in tried:
        before = moving
        try:
            if isinstance(act, Verdict):
                moving = after(moving, act)
            else:
                moving = withdraw(moving, APPLICANT) if act == "withdraw" else send_again(moving, OPENING, frozenset())
        except RuleViolation:
            continue

        assert before.state not in CLOSED
        assert moving.version == before.version + 1
        assert moving.opened - before.opened == (moving.state in (CaseState.OPEN, CaseState.RETURNED))
        assert (moving.at is not None) == (moving.state is CaseState.OPEN)
