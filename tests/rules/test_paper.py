"""Domain A2: when a head's signature is one on paper, who records it, and what it must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules import documents
from bot.rules.kinds.kind import Verdict
from bot.rules.paper import (
    Earliest,
    Signature,
    check_day,
    earliest_of,
    is_signed_on_paper,
    record,
    recorder_of,
    recorders,
)
from bot.rules.people import Authority, Capacity, Person, Role, Seat, StaffedSeat
from bot.rules.phrases import RuleViolation
from bot.rules.privacy import Guarded
from bot.rules.requests import Case, CaseState, authority_over, deciders

TODAY = date(2026, 11, 23)
SENT = Earliest(date(2026, 11, 20), "sent")
HEAD_SEAT, ADMINISTRATORS, REVIEWERS = (
    Seat(Role.HEAD, "TB"),
    Seat(Role.ADMINISTRATOR, "TB"),
    Seat(Role.REVIEWER, "LD"),
)


def person(id_: int, role: Role, agency: str = "TB", user_id: int | None = None) -> Person:
    return Person(id_, f"S{id_}", f"員{id_}", "科員", agency, "zh-TW", frozenset({role}), user_id=user_id)


OFFICER, HEAD = person(1, Role.OFFICER), person(2, Role.HEAD)
ADMIN, SECOND = person(3, Role.ADMINISTRATOR, user_id=3), person(4, Role.ADMINISTRATOR, user_id=4)
REVIEWER, OTHER = person(5, Role.REVIEWER, "LD", 5), person(6, Role.REVIEWER, "LD", 6)


def case(subject: Person = OFFICER, step: int = 0, aside: int | None = None) -> Case:
    return Case(
        7,
        "115-A1-1",
        "administrator_account",
        "TB",
        subject.id,
        subject.id,
        {},
        CaseState.OPEN,
        step,
        opened=1,
        version=1,
        aside=aside,
    )


def staffed(seat: Seat, *holders: Person) -> StaffedSeat:
    return StaffedSeat(seat, holders)


def signature(**more: object) -> Signature:
    plain = Signature(Verdict.APPROVE, HEAD, HEAD, Capacity.IN_PERSON, "府交字第1150084422號", TODAY)
    return replace(plain, **more)  # type: ignore[arg-type]


def who(*found: Authority) -> list[Person]:
    return [each.person for each in found]


def recording(subject: Person, administrators: tuple[Person, ...]) -> list[Person]:
    found = recorders(
        staffed(ADMINISTRATORS, *administrators), lambda: staffed(REVIEWERS, REVIEWER), case(subject).parties, TODAY
    )
    return who(*found)


@pytest.mark.parametrize(("user_id", "on_paper"), [(None, True), (9, False)])
def test_a_signature_is_on_paper_while_no_head_is_in_the_chat(user_id: int | None, on_paper: bool) -> None:
    heads = staffed(HEAD_SEAT, HEAD, replace(HEAD, id=8, user_id=user_id))

    assert is_signed_on_paper(case().at, heads, case().parties, TODAY) is on_paper


def test_an_empty_seat_signs_nothing() -> None:
    assert not is_signed_on_paper(case().at, staffed(HEAD_SEAT), case().parties, TODAY)


def test_only_a_heads_step_is_signed_on_paper() -> None:
    review = staffed(REVIEWERS, replace(REVIEWER, user_id=None))

    assert not is_signed_on_paper(case(step=1).at, review, case().parties, TODAY)


@pytest.mark.parametrize(
    ("subject", "administrators", "found"),
    [
        (OFFICER, (ADMIN,), [ADMIN]),
        (ADMIN, (ADMIN,), [REVIEWER]),
        (ADMIN, (ADMIN, SECOND), [SECOND]),
        (ADMIN, (ADMIN, replace(SECOND, user_id=None)), [REVIEWER]),
        (OFFICER, (replace(ADMIN, user_id=None),), []),
    ],
)
def test_administrators_record_and_in_their_own_case_the_reviewers(
    subject: Person, administrators: tuple[Person, ...], found: list[Person]
) -> None:
    assert recording(subject, administrators) == found


@pytest.mark.parametrize(("who", "why"), [(ADMIN, "own-matter"), (OTHER, "paper-not-yours")])
def test_who_may_not_record_hears_why(who: Person, why: str) -> None:
    with pytest.raises(RuleViolation, match=why):
        recorder_of(case(ADMIN), who, (Authority(REVIEWER, REVIEWER, Capacity.IN_PERSON),))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (signature(verdict=Verdict.DONE), "step-not-open"),
        (signature(holder=OTHER), "paper-holder-gone"),
        (signature(signer=OTHER, capacity=Capacity.ACTING), "deputy-elsewhere"),
        (signature(signer=OFFICER, capacity=Capacity.ACTING), "paper-signer-is-party"),
        (signature(signed_on=date(2026, 11, 24)), "answer-date-in-future"),
        (signature(signed_on=date(2026, 11, 1)), "paper-signed-before-sent"),
        (signature(verdict=Verdict.REJECT), "reason-needed"),
    ],
)
def test_a_signature_that_cannot_be_is_refused(wrong: Signature, why: str) -> None:
    by = Authority(ADMIN, ADMIN, Capacity.IN_PERSON)

    with pytest.raises(RuleViolation, match=why):
        record(case(), by, wrong, staffed(HEAD_SEAT, HEAD), SENT, TODAY)


@pytest.mark.parametrize(
    ("returned", "too_early", "why"),
    [
        (None, date(2025, 11, 19), "paper-signed-before-year"),
        (date(2026, 11, 12), date(2026, 11, 11), "paper-signed-before-returned"),
    ],
)
def test_a_paper_form_is_signed_within_a_year_before_its_entry_and_after_its_last_return(
    returned: date | None, too_early: date, why: str
) -> None:
    earliest = earliest_of(date(2026, 11, 20), returned, on_paper=True)
    check_day(too_early + timedelta(days=1), earliest, TODAY)

    with pytest.raises(RuleViolation, match=why):
        check_day(too_early, earliest, TODAY)


@pytest.mark.parametrize(("by", "aside"), [(ADMIN, None), (REVIEWER, REVIEWER.id)])
def test_only_a_reviewer_who_recorded_leaves_the_review_to_another(by: Person, aside: int | None) -> None:
    after = record(case(), Authority(by, by, Capacity.IN_PERSON), signature(), staffed(HEAD_SEAT, HEAD), SENT, TODAY)

    assert (after.step, after.aside) == (1, aside)


def test_who_recorded_decides_only_where_nobody_else_can_be_asked() -> None:
    recorded = case(step=1, aside=REVIEWER.id)

    assert who(*deciders(recorded, staffed(REVIEWERS, REVIEWER, OTHER), TODAY)) == [OTHER]
    assert who(*deciders(recorded, staffed(REVIEWERS, REVIEWER), TODAY)) == [REVIEWER]
    with pytest.raises(RuleViolation, match="paper-recorded-by-you"):
        authority_over(recorded, REVIEWER, staffed(REVIEWERS, REVIEWER, OTHER), TODAY)


@pytest.mark.parametrize(
    "written", ["府交字第1150084422號", "府交字第 1150084422 號", "府交字第１１５００８４４２２號"]
)
def test_a_document_number_is_kept_in_one_spelling(written: str) -> None:
    assert documents.read(written, TODAY) == "府交字第1150084422號"


@pytest.mark.parametrize(
    "written", ["", "府交字第12號", "1150084422", "府交字第1150084422號函", "=府交字第1150084422號"]
)
def test_what_is_no_document_number_is_refused(written: str) -> None:
    with pytest.raises(RuleViolation, match="answer-not-a-document"):
        documents.read(written, TODAY)


@pytest.mark.parametrize(
    "written",
    ["府交字第0912345678號", "府交字第 0987654321 號", "府交字第０９１２３４５６７８號", "府交字第0912345678A號"],
)
def test_a_mobile_number_is_no_document_number(written: str) -> None:
    with pytest.raises(Guarded, match="answer-document-is-a-mobile"):
        documents.read(written, TODAY)


@pytest.mark.parametrize(
    "written", ["府行文字第0930118594號", "府交字第09123456789號", "府交字第091234567號", "府交字第1150912345號"]
)
def test_documents_of_old_years_and_of_other_lengths_are_none_the_worse_for_it(written: str) -> None:
    assert documents.read(written, TODAY) == written
