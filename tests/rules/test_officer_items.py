"""Point 6(1), annex 2: which of the agency's items an officer with an account may have, and which changes there are."""

from datetime import date

import pytest

from bot.rules.fields import Answer, Facts, QuestionType, Source, read
from bot.rules.kinds.kind import Change, Effect, Verdict
from bot.rules.kinds.officer_items import KIND
from bot.rules.people import Of, Role
from bot.rules.phrases import RuleViolation
from bot.rules.requests import check_filing, item_changes_open_to, next_question

TODAY = date(2026, 11, 23)
FACTS = Facts(
    TODAY,
    {
        Source.ITEM_CHANGES: ("add", "change", "delete"),
        Source.ITEMS_TO_ADD: ("LI-01", "LI-06"),
        Source.ITEMS_HELD: ("LI-02",),
    },
)


def fill(change: str) -> dict[str, Answer]:
    """Answer whatever is asked; the answers in the order of their questions."""
    answers: dict[str, Answer] = {"change": change}
    while (field := next_question(KIND, answers, FACTS)) is not None:
        options = FACTS.options_of(field)
        answers[field.name] = read(field, options[0] if options else "業務", FACTS)
    return answers


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ("add", ["change", "items", "business", "legal_basis", "reason", "speed"]),
        ("change", ["change", "items", "items_removed", "business", "legal_basis", "reason", "speed"]),
        ("delete", ["change", "items_removed", "reason", "speed"]),
    ],
)
def test_each_change_asks_for_what_it_needs(change: str, names: list[str]) -> None:
    assert list(fill(change)) == names


@pytest.mark.parametrize("change", ["add", "change", "delete"])
def test_a_filled_form_can_be_sent(change: str) -> None:
    check_filing(KIND, fill(change), FACTS)


def refused(name: str, raw: str) -> bool:
    field = next(each for each in KIND.fields if each.name == name)
    with pytest.raises(RuleViolation):
        read(field, raw, FACTS)
    return True


def test_an_item_that_the_agency_has_not_cannot_be_asked_for() -> None:
    assert refused("items", "LI-99")


def test_an_item_that_is_held_already_cannot_be_asked_for() -> None:
    assert refused("items", "LI-02")


def test_an_item_that_is_not_held_cannot_be_given_back() -> None:
    assert refused("items_removed", "LI-01")


@pytest.mark.parametrize(
    ("can_add", "can_remove", "changes"),
    [
        (True, True, (Change.ADD, Change.CHANGE, Change.DELETE)),
        (True, False, (Change.ADD,)),
        (False, True, (Change.DELETE,)),
        (False, False, ()),
    ],
)
def test_which_change_makes_sense(can_add: bool, can_remove: bool, changes: tuple[Change, ...]) -> None:
    assert item_changes_open_to(can_add, can_remove) == changes


def test_an_officer_with_an_account_files_it_and_it_is_numbered_i2() -> None:
    assert (KIND.filed_by, KIND.series, KIND.annex, KIND.needs_account) == (Role.OFFICER, "I2", 2, True)


def test_the_head_signs_and_the_administrator_carries_it_out_without_a_power_to_refuse() -> None:
    way = [(each.role, each.of, Verdict.REJECT in each.verdicts) for each in KIND.route]

    assert way == [(Role.HEAD, Of.AGENCY, True), (Role.ADMINISTRATOR, Of.AGENCY, False)]


def test_rights_change_as_the_form_says() -> None:
    assert dict(KIND.effects) == {
        "add": (Effect.GRANT_ITEMS,),
        "change": (Effect.GRANT_ITEMS, Effect.REMOVE_ITEMS),
        "delete": (Effect.REMOVE_ITEMS,),
    }


def test_several_items_may_be_asked_for_at_once() -> None:
    assert [each.type for each in KIND.fields if each.name.startswith("items")] == [QuestionType.SEVERAL] * 2
