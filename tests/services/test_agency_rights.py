"""Point 6(2): what a carried out case changes: the agency's items, and through tasks its officers' (domain A19)."""

from datetime import date

import pytest

from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, Verdict
from bot.rules.people import Person
from bot.rules.phrases import RuleViolation
from bot.rules.requests import Case, CaseState
from bot.services import calendars, chains, task_cards, tasks
from bot.services import cases as deciding
from storage import cases, people, rights
from storage import tasks as stored
from storage.tables import agencies
from storage.unit import Unit
from tests.services.city_of_all_kinds import advance, answers_for, file, fill_city, given, person

KIND = kind_of("agency_items")


@pytest.fixture
def city(unit: Unit) -> Unit:
    fill_city(unit)
    return unit


def ended(unit: Unit, case: Case) -> Case:
    while case.at is not None:
        case = advance(unit, case)
    return case


def asked(unit: Unit, agency: str, change: str, item: str, business: str = "") -> Case:
    name = "items_requested" if change == "increase" else "items_dropped"
    wanted = {"change": change, name: item, "business": "業務", **({BUSINESS: business} if business else {})}
    filer = person(unit, agency, "administrator")
    return file(unit, KIND, filer, answers_for(unit, KIND, filer, wanted))


def with_item(unit: Unit, who: Person, item: str = "LI-06") -> int:
    account = rights.open_new(unit, who.id, "officer", date(2026, 10, 26))
    rights.grant(unit, account, [item], date(2026, 10, 26))
    return account


def test_rights_change_only_at_the_last_step(city: Unit) -> None:
    case = asked(city, "SW", "increase", "LI-03")
    while case.at is not None:
        assert "LI-03" not in rights.agency_item_codes(city, "SW")
        case = advance(city, case)

    assert case.state is CaseState.DONE
    assert "LI-03" in rights.agency_item_codes(city, "SW")


def test_an_entrusted_business_is_what_the_item_stands_under(city: Unit) -> None:
    ended(city, asked(city, "D2", "increase", "LI-03", "殯葬補助"))

    assert ("LI-03", "殯葬補助") in rights.agency_items_in_force(city, "D2")


def test_own_work_is_never_kept_under_an_entrusted_business(city: Unit) -> None:
    filer = person(city, "D1", "administrator")
    wanted = {"change": "increase", "items_requested": "LI-03", BUSINESS: "own", "business": "社會救助"}
    ended(city, file(city, KIND, filer, answers_for(city, KIND, filer, wanted)))

    assert ("LI-03", "") in rights.agency_items_in_force(city, "D1")


def test_which_part_the_bureau_granted_stays_with_the_item(city: Unit) -> None:
    case = asked(city, "SW", "increase", "LI-03")
    case = advance(city, advance(city, case))
    said = {**given(case, Verdict.ANSWER), "bureau/LI-03": "partly", "bureau_part/LI-03": "僅近三年"}
    who = chains.deciders(city, case)[0].person
    deciding.judge(city, who, case.id, case.version, Verdict.ANSWER, given=said)
    advance(city, cases.load(city, case.id).case)

    assert rights.parts_granted(city, "SW") == {"LI-03": "僅近三年"}


def test_the_officers_right_ends_when_the_administrator_has_seen_to_it(city: Unit) -> None:
    officer = person(city, "SW", "officer")
    account = with_item(city, officer)
    ended(city, asked(city, "SW", "decrease", "LI-06"))
    administrator = person(city, "SW", "administrator")
    (task,) = task_cards.waiting_for(city, administrator)

    assert rights.items_held(city, account) == ["LI-06"]

    note = {"removed_on": "2026-11-20", "removal_note": "in_system"}
    tasks.DIALOGUE.act(city, administrator, tasks.matter_of(task), note)

    assert rights.items_held(city, account) == []
    assert stored.load(city, task.id).done_on == date(2026, 11, 20)
    assert task_cards.waiting_for(city, administrator) == []


def test_a_right_does_not_end_before_it_was_granted(city: Unit) -> None:
    account = with_item(city, person(city, "SW", "officer"))
    ended(city, asked(city, "SW", "decrease", "LI-06"))
    administrator = person(city, "SW", "administrator")
    (task,) = task_cards.waiting_for(city, administrator)

    with pytest.raises(RuleViolation, match="removed-before-granted"):
        tasks.DIALOGUE.act(
            city,
            administrator,
            tasks.matter_of(task),
            {"removed_on": "2026-10-01", "removal_note": "in_system"},
        )
    assert rights.items_held(city, account) == ["LI-06"]


def test_a_task_is_done_once(city: Unit) -> None:
    with_item(city, person(city, "SW", "officer"))
    ended(city, asked(city, "SW", "decrease", "LI-06"))
    administrator = person(city, "SW", "administrator")
    (task,) = task_cards.waiting_for(city, administrator)
    note = {"removed_on": "2026-11-20", "removal_note": "in_system"}
    tasks.DIALOGUE.act(city, administrator, tasks.matter_of(task), note)

    with pytest.raises(RuleViolation) as no:
        tasks.DIALOGUE.act(city, person(city, "SW", "administrator2"), tasks.matter_of(task), note)

    assert no.value.phrase.key == "task-done-already"


def test_nobody_takes_back_his_own_rights_and_nobody_elsewhere_does(city: Unit) -> None:
    own, other = person(city, "SW", "administrator"), person(city, "SW", "administrator2")
    with_item(city, own)
    ended(city, asked(city, "SW", "decrease", "LI-06"))

    assert task_cards.waiting_for(city, own) == []
    assert len(task_cards.waiting_for(city, other)) == 1
    assert task_cards.waiting_for(city, person(city, "LD", "administrator")) == []


def test_no_task_while_another_business_of_the_agency_still_has_the_item(city: Unit) -> None:
    account = with_item(city, person(city, "D1", "officer"))
    ended(city, asked(city, "D1", "decrease", "LI-06", "社會救助"))

    assert task_cards.waiting_for(city, person(city, "D1", "administrator2")) == []

    ended(city, asked(city, "D1", "decrease", "LI-06", "own"))

    assert len(task_cards.waiting_for(city, person(city, "D1", "administrator2"))) == 1
    assert rights.items_held(city, account) == ["LI-06"]


def test_an_item_given_up_cannot_be_granted_to_an_officer_any_more(city: Unit) -> None:
    officer = person(city, "SW", "officer")
    rights.open_new(city, officer.id, "officer", city.today)
    kind = kind_of("officer_items")
    wanted = {"change": "add", "items": "LI-06"}
    case = advance(city, file(city, kind, officer, answers_for(city, kind, officer, wanted)))
    ended(city, asked(city, "SW", "decrease", "LI-06"))

    with pytest.raises(RuleViolation) as no:
        advance(city, case)

    assert no.value.phrase.key == "items-gone"


def test_the_bureau_is_given_thirty_working_days(city: Unit) -> None:
    case = asked(city, "SW", "increase", "LI-03")
    waiting = cases.load(city, advance(city, advance(city, case)).id)

    assert waiting.case.at is not None
    assert waiting.case.at.name == "bureau"
    assert waiting.step_due == calendars.office(city).add_working(city.today, 30)


def test_the_switch_counts_as_it_stood_at_the_sending(city: Unit) -> None:
    case = asked(city, "CA", "increase", "LI-03")

    assert case.at is not None
    assert case.at.name == "sign"

    turn(city, "CA", on=False)

    assert next(each.name for each in cases.load(city, case.id).case.route) == "sign"

    turn(city, "SW", on=True)

    assert next(each.name for each in asked(city, "SW", "increase", "LI-03").route) == "sign"


def turn(unit: Unit, agency: str, *, on: bool) -> None:
    rows = agencies.update().where(agencies.c.code == agency)
    unit.connection.execute(rows.values(head_signs_annex3=on))


def test_the_department_of_labor_reads_the_items_of_entrusted_business_and_no_other_authority_does(city: Unit) -> None:
    entrusted, own = (asked(city, "D2", "increase", "LI-03", each) for each in ("社會救助", "own"))

    assert {each.agency for each in chains.copied(city, entrusted)} == {"LD"}
    assert chains.copied(city, own) == []


def test_an_administrator_may_have_several_of_these_under_way(city: Unit) -> None:
    first, second = asked(city, "SW", "increase", "LI-03"), asked(city, "SW", "decrease", "LI-06")

    assert first.number != second.number
    assert people.by_id(city, second.filed_by).agency == "SW"
