"""Who may do what to a case: every role, action and state, own and other agencies, deputies; nobody his own matter."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bot.rules.fields import Answers
from bot.rules.kinds import KINDS, kind_of
from bot.rules.kinds.kind import BUSINESS, SUBJECT, Verdict
from bot.rules.people import Capacity, Deputyship, Person, Role
from bot.rules.phrases import Phrase, RuleViolation
from bot.rules.requests import Case
from bot.services import cases as deciding
from bot.services import filing, taps
from bot.texts import LOCALES, Texts
from storage import buttons, cases, deputies, people, questions
from storage import roster as stored
from storage.buttons import Letter
from storage.unit import Unit
from tests.rig import TAIPEI
from tests.services.city_of_all_kinds import advance, answers_for, file, fill_city, given, person, prepare

JUDGE = {"approve", "return", "reject"}
WAY = {
    "administrator_account": (("D1", "head", JUDGE), ("SW", "reviewer", JUDGE), ("IC", "operator", {"done", "return"})),
    "officer_account": (("D1", "head", JUDGE), ("D1", "administrator", {"done", "return"})),
    "officer_items": (("D1", "head", JUDGE), ("D1", "administrator", {"done", "return"})),
    "agency_items": (
        ("SW", "reviewer", JUDGE | {"by_item"}),
        ("IC", "operator", {"sent", "return"}),
        ("IC", "operator", {"answer"}),
        ("IC", "operator", {"done"}),
    ),
}
"""Read beside routes.md: agency, seat and what can be tapped at each step of a case of the district office."""
SENT_AT = {"agency_items": 2}
"""From this step on a case can no longer be withdrawn."""
ENDS = ("returned", "done", "rejected", "withdrawn")
WHO = (
    ("D1", "administrator"),
    ("D1", "administrator2"),
    ("D1", "officer"),
    ("D1", "head"),
    ("D1", "deputy"),
    ("SW", "reviewer"),
    ("SW", "head"),
    ("SW", "administrator"),
    ("SW", "deputy"),
    ("CA", "reviewer"),
    ("LD", "reviewer"),
    ("LD", "deputy"),
    ("IC", "operator"),
    ("IC", "operator2"),
    ("IC", "administrator"),
    ("IC", "deputy"),
    ("EX", "head"),
    ("EX", "administrator"),
)
HOLDERS = {"administrator": ("administrator", "administrator2"), "operator": ("operator", "operator2")}
ACTIONS = (*(each.value for each in Verdict), "withdraw", "mend", "nudge", "again")
TEXTS = Texts(TAIPEI)


class Undo(Exception):
    """The try is over; nothing of it stays."""


@pytest.fixture
def city(unit: Unit) -> Unit:
    """Everybody is in the chat; one deputy in each agency stands in for every seat there."""
    fill_city(unit)
    for each in people.in_post(unit):
        people.link(unit, each.id, 1_000 + each.id)
        deputy = person(unit, each.agency, "deputy")
        if each.roles & {Role.HEAD, Role.ADMINISTRATOR, Role.REVIEWER, Role.OPERATOR}:
            until = unit.today + timedelta(days=1)
            deputies.name(unit, Deputyship(each.id, deputy, 1, unit.today, until, Capacity.ACTING, "x"))
    return unit


def filer_of(unit: Unit, code: str) -> Person:
    return person(unit, "D1", "officer" if kind_of(code).filed_by is Role.OFFICER else "administrator")


def sent(unit: Unit, code: str) -> Case:
    kind, filer = kind_of(code), filer_of(unit, code)
    change = next(iter(kind.effects))
    prepare(unit, kind, change, filer)
    wanted = {"change": change, BUSINESS: "社會救助", SUBJECT: filer.staff_no}
    return file(unit, kind, filer, answers_for(unit, kind, filer, wanted))


def brought_to(unit: Unit, code: str, state: str) -> Case:
    """A case of the kind that waits at a step, or that has come to this end."""
    case = sent(unit, code)
    if state.isdigit():
        for _ in range(int(state)):
            case = advance(unit, case)
    elif state == "done":
        while case.at is not None:
            case = advance(unit, case)
    elif state == "withdrawn":
        deciding.take_back(unit, people.by_id(unit, case.filed_by), case.id)
    else:
        verdict = {"returned": Verdict.RETURN, "rejected": Verdict.REJECT}[state]
        agency, post, _ = WAY[code][0]
        deciding.judge(unit, person(unit, agency, post), case.id, case.version, verdict, "理由")
    return cases.load(unit, case.id).case


def allowed(code: str, state: str, agency: str, post: str, action: str) -> bool:
    """What the directions and the design permit, said once more."""
    is_filer = (agency, post) == ("D1", "officer" if code.startswith("officer") else "administrator")
    if action == "withdraw":
        return is_filer and (state == "returned" or (state.isdigit() and int(state) < SENT_AT.get(code, 99)))
    if action == "mend":
        return is_filer and state == "returned"
    if action == "nudge":
        return is_filer and state.isdigit()
    if action == "again":
        return is_filer and code == "agency_items" and state == "rejected"
    if not state.isdigit():
        return False
    seat_agency, seat, verdicts = WAY[code][int(state)]
    sits = agency == seat_agency and post in (*HOLDERS.get(seat, (seat,)), "deputy")
    return action in verdicts and sits and not is_filer


def tap(unit: Unit, who: Person, case: Case, action: str, value: str = "") -> Phrase | None:
    """Tap a button of one's own, whoever made it and why."""
    (id_,) = buttons.offer(unit, Letter.CASE, who.id, f"case:{case.id}", case.version, [(action, value)])
    return taps.tapped(unit, who, id_, 1)


@contextmanager
def undone(unit: Unit) -> Iterator[None]:
    try:
        with unit.savepoint():
            yield
            raise Undo
    except Undo:
        pass


def refusal(unit: Unit, who: Person, case: Case, action: str) -> Phrase | None:
    """Why the tap is refused; None when it is not. Nothing of it stays."""
    value = "granted" if action == "answer" else ""
    try:
        with undone(unit):
            tap(unit, who, case, action, value)
    except RuleViolation as no:
        return no.phrase
    return None


STATES = [(code, state) for code in KINDS for state in (*map(str, range(len(WAY[code]))), *ENDS)]


@pytest.mark.parametrize(("code", "state"), STATES)
def test_only_what_the_rules_permit_succeeds_and_every_refusal_says_why(city: Unit, code: str, state: str) -> None:
    case = brought_to(city, code, state)
    found = {
        (agency, post, action): refusal(city, person(city, agency, post), case, action)
        for agency, post in WHO
        for action in ACTIONS
    }

    wrong = {key: no for key, no in found.items() if (no is None) != allowed(code, state, *key)}

    assert wrong == {}
    for no in filter(None, found.values()):
        for locale in LOCALES:
            assert len(TEXTS.plain(no, locale)) > 10, no


# --- nobody decides his own matter, whichever door he takes ----------------------------------------------------------


def key(no: Phrase | None) -> str | None:
    return no.key if no else None


def give(unit: Unit, who: Person, *roles: str) -> Person:
    stored.seat(unit, {who.id: roles})
    return people.by_id(unit, who.id)


def test_not_as_the_deputy_of_who_decides(city: Unit) -> None:
    case = sent(city, "officer_account")
    head, filer = person(city, "D1", "head"), people.by_id(city, case.filed_by)
    until = city.today + timedelta(days=1)
    deputies.name(city, Deputyship(head.id, filer, 2, city.today, until, Capacity.FOR_HEAD, "x"))

    assert key(refusal(city, filer, case, "approve")) == "own-matter"


@pytest.mark.parametrize("code", list(KINDS))
def test_not_as_the_holder_of_a_second_role(city: Unit, code: str) -> None:
    case = sent(city, code)
    filer = give(city, people.by_id(city, case.filed_by), *Role)

    for action in ("approve", "reject", "return", "by_item"):
        assert key(refusal(city, filer, case, action)) in ("own-matter", "step-not-open", "not-your-seat")


def test_not_for_whom_a_colleague_has_filed(city: Unit) -> None:
    kind, filer = kind_of("administrator_account"), person(city, "D1", "administrator")
    subject = person(city, "D1", "administrator2")
    wanted = {"change": "add", BUSINESS: "社會救助", SUBJECT: subject.staff_no}
    case = file(city, kind, filer, answers_for(city, kind, filer, wanted))
    both = give(city, subject, "administrator", "head")

    assert key(refusal(city, both, case, "approve")) == "own-matter"


def test_not_by_a_card_that_somebody_else_was_given(city: Unit) -> None:
    case = sent(city, "officer_account")
    head, filer = person(city, "D1", "head"), people.by_id(city, case.filed_by)
    theirs = buttons.offered(city, head.id, f"case:{case.id}", case.version)["approve", ""]

    with pytest.raises(RuleViolation) as no:
        taps.tapped(city, filer, theirs, 1)

    assert no.value.phrase.key == "button-unknown"


def test_not_by_an_old_card_after_the_seat_was_given_to_another(city: Unit) -> None:
    case = sent(city, "officer_account")
    head = person(city, "D1", "head")
    old = buttons.offered(city, head.id, f"case:{case.id}", case.version)["approve", ""]
    former = give(city, head, "officer")

    with pytest.raises(RuleViolation) as no:
        taps.tapped(city, former, old, 1)

    assert no.value.phrase.key == "not-your-seat"


def test_not_by_an_old_card_of_a_step_that_is_over(city: Unit) -> None:
    case = sent(city, "agency_items")
    reviewer = person(city, "SW", "reviewer")
    old = buttons.offered(city, reviewer.id, f"case:{case.id}", case.version)["approve", ""]
    taps.tapped(city, reviewer, old, 1)

    with pytest.raises(RuleViolation) as no:
        taps.tapped(city, reviewer, old, 1)

    assert no.value.phrase.key == "too-late"


def test_a_verdict_that_has_more_to_say_is_refused_when_it_says_nothing(city: Unit) -> None:
    case = sent(city, "agency_items")

    with pytest.raises(RuleViolation) as no:
        deciding.judge(city, person(city, "SW", "reviewer"), case.id, case.version, Verdict.BY_ITEM)

    assert no.value.phrase.key == "form-incomplete"


def test_an_item_that_was_never_asked_for_cannot_be_agreed_to(city: Unit) -> None:
    case = sent(city, "agency_items")
    said = {**given(case, Verdict.BY_ITEM), "review/LI-99": "agree"}
    deciding.judge(city, person(city, "SW", "reviewer"), case.id, case.version, Verdict.BY_ITEM, given=said)

    assert "LI-99" not in str(cases.load(city, case.id).case.answers)


# --- checked again at the sending, whatever the form was begun with --------------------------------------------------


def why_not_sent(unit: Unit, who: Person, code: str, answers: Answers, case_id: int | None = None) -> str:
    draft = questions.begin_draft(unit, who.id, code, answers, case_id)
    with pytest.raises(RuleViolation) as no:
        filing.send(unit, draft, who)
    return no.value.phrase.key


def test_a_returned_case_is_sent_again_by_nobody_but_who_speaks_for_it(city: Unit) -> None:
    case = brought_to(city, "officer_account", "returned")

    assert why_not_sent(city, person(city, "D1", "deputy"), case.kind, case.answers, case.id) == "not-your-case"


def test_two_colleagues_cannot_have_the_same_account_under_way(city: Unit) -> None:
    case = sent(city, "administrator_account")

    colleague = person(city, "D1", "administrator2")

    assert why_not_sent(city, colleague, case.kind, case.answers) == "case-under-way"
