"""Point 6(2), annex 3: what is asked of each item, what "the same" spares, what is dropped, and what is asked again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.again import form_again, items_refused
from bot.rules.documents import read as read_document
from bot.rules.fields import Answer, Facts, Source, read
from bot.rules.items import items_left, to_say
from bot.rules.kinds.agency_items import KIND
from bot.rules.kinds.kind import Verdict
from bot.rules.phrases import RuleViolation
from bot.rules.requests import Case, CaseState, asked, check_filing, next_question, pruned, weighed
from bot.rules.unfolding import detail, named

TODAY = date(2026, 11, 23)
CATALOGUE = ("LI-01", "LI-03", "LI-06", "EI-01")
FACTS = Facts(
    TODAY,
    {
        Source.AGENCY_ITEM_CHANGES: ("increase", "decrease"),
        Source.ITEMS_TO_REQUEST: CATALOGUE,
        Source.ITEMS_IN_FORCE: ("OA-01",),
    },
    frozenset({"not_entrusted"}),
)
OWN = ("law", "article", "provision", "document_no", "purpose", "minimal_need", "monthly_count")
DOCUMENT = "府社助字第1150012345號"
choices = st.lists(st.sampled_from(CATALOGUE), min_size=1, max_size=4, unique=True)
repeats = st.lists(st.sampled_from(("rest", "same", "own")), min_size=4, max_size=4)


def fill(items: Sequence[str], same: Sequence[str]) -> dict[str, Answer]:
    """Answer whatever is asked; every law is told apart by its item."""
    answers: dict[str, Answer] = {"change": "increase", "items_requested": tuple(items)}
    while (field := next_question(KIND, answers, FACTS)) is not None:
        if field.key == "same":
            wanted = same[items.index(str(field.about))]
            answers[field.name] = wanted if wanted in field.options else "same"
        elif field.key == "document_no":
            answers[field.name] = DOCUMENT
        elif field.key == "monthly_count":
            answers[field.name] = "30"
        else:
            answers[field.name] = FACTS.options_of(field)[0] if FACTS.options_of(field) else f"{field.key}{field.about}"
    return answers


def case(answers: dict[str, Answer], state: CaseState = CaseState.OPEN, step: int = 0) -> Case:
    return Case(7, "115-I3-0007", "agency_items", "TB", 1, 1, answers, state, step, 1, 1, frozenset({"sign"}))


@given(choices, repeats)
def test_a_filled_form_can_be_sent_whatever_was_the_same(items: list[str], same: list[str]) -> None:
    check_filing(KIND, fill(items, same), FACTS)


@given(choices, repeats)
def test_an_item_has_its_own_basis_or_that_of_the_nearest_before_it(items: list[str], same: list[str]) -> None:
    answers = fill(items, same)
    owner = items[0]
    spared = False
    for number, item in enumerate(items):
        last = number + 1 == len(items)
        spared = spared or (number > 0 and same[number] == "rest" and not last)
        if number > 0 and not spared and same[number] == "own":
            owner = item

        assert detail(answers, tuple(items), "law", item) == f"law{owner}"


def test_all_the_rest_the_same_takes_one_tap() -> None:
    few = fill(CATALOGUE, ("", "rest", "", ""))
    single = fill(CATALOGUE[:1], ("",))

    assert len(few) == len(single) + 1


def test_the_last_item_is_not_asked_whether_the_rest_is_the_same() -> None:
    answers = fill(CATALOGUE[:2], ("", "same"))
    field = next(each for each in asked(KIND, answers, FACTS) if each.name == "same/LI-03")

    assert field.options == ("same", "own")


@pytest.mark.parametrize("name", OWN)
def test_each_item_is_asked_for(name: str) -> None:
    assert named(name, "LI-01") in fill(("LI-01",), ("",))


def test_giving_up_items_asks_for_no_basis() -> None:
    answers: dict[str, Answer] = {"change": "decrease", "items_dropped": ("OA-01",)}

    assert [each.name for each in asked(KIND, answers, FACTS)] == ["change", "items_dropped", "reason", "speed"]


def test_an_item_that_is_no_longer_chosen_takes_its_answers_along() -> None:
    answers = fill(CATALOGUE[:2], ("", "own"))
    left = pruned(KIND, {**answers, "items_requested": ("LI-03",)}, FACTS)

    assert not any("LI-01" in name for name in left)
    assert left["law/LI-03"] == "lawLI-03"


def test_what_the_reviewer_disagrees_to_and_the_bureau_refuses_goes_no_further() -> None:
    answers = fill(CATALOGUE, ("", "rest", "", ""))
    said = {"review/LI-03": "disagree", "bureau/LI-06": "refused", "bureau/EI-01": "partly"}

    assert items_left(KIND, {**answers, **said}) == ("LI-01", "EI-01")


def test_the_bureaus_answer_is_asked_only_of_what_was_agreed_to() -> None:
    answers = {**fill(CATALOGUE[:2], ("", "same")), "review/LI-01": "disagree"}
    step = next(each for each in KIND.route if each.name == "bureau")
    fields = to_say(KIND, step, Verdict.ANSWER, answers, {}, Facts(TODAY, {}))

    assert [each.name for each in fields] == ["bureau/LI-03", "bureau_no", "bureau_on"]


def test_to_disagree_to_all_is_to_reject_and_the_bureaus_refusal_stays_an_answer() -> None:
    form = fill(("LI-01",), ("",))

    assert weighed(case(form), Verdict.BY_ITEM, {"review/LI-01": "disagree"}) is Verdict.REJECT
    assert weighed(case(form), Verdict.BY_ITEM, {"review/LI-01": "agree"}) is Verdict.BY_ITEM
    assert weighed(case(form, step=2), Verdict.ANSWER, {"bureau/LI-01": "refused"}) is Verdict.ANSWER


@given(choices, repeats, st.sets(st.sampled_from(CATALOGUE)))
def test_what_was_refused_can_be_sent_again_with_its_whole_basis(
    items: list[str], same: list[str], refused: set[str]
) -> None:
    answers = fill(items, same)
    said: dict[str, Answer] = {f"review/{each}": "disagree" if each in refused else "agree" for each in items}
    ended = case({**answers, **said}, CaseState.DONE)
    lost = items_refused(ended)
    again = form_again(ended)

    assert lost == tuple(each for each in items if each in refused)
    if lost:
        check_filing(KIND, again, FACTS)
        assert not any(name.startswith("review") for name in again)
        for item in lost:
            assert detail(again, lost, "law", item) == detail(answers, tuple(items), "law", item)


def test_of_a_rejected_case_everything_is_refused_and_of_a_withdrawn_one_nothing() -> None:
    form = fill(CATALOGUE[:2], ("", "same"))

    assert items_refused(case(form, CaseState.REJECTED)) == CATALOGUE[:2]
    assert items_refused(replace(case(form), state=CaseState.WITHDRAWN)) == ()


@pytest.mark.parametrize(
    "raw", ["府社助字第1150012345號", "府社助字第 1150012345 號", "府社助字第１１５００１２３４５號"]
)
def test_a_document_number_is_kept_as_it_is_written_in_the_office(raw: str) -> None:
    assert read_document(raw, TODAY) == DOCUMENT


@pytest.mark.parametrize("raw", ["", "1150012345", "府社助字第115號", "府社助字第1160012345號"])
def test_what_is_no_document_number_is_refused(raw: str) -> None:
    with pytest.raises(RuleViolation):
        read_document(raw, TODAY)


def test_the_document_number_of_a_form_is_read_so_too() -> None:
    field = next(each for each in KIND.fields if each.name == "document_no")

    assert read(field, "府社助字第 1150012345 號", FACTS) == DOCUMENT
