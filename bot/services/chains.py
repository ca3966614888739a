"""The chain of a request: whose seats its steps wait at, who may act there today, by when."""

from collections.abc import Iterable

from bot.rules import deadlines, requests
from bot.rules.clauses import CLAUSES
from bot.rules.deadlines import Deadline
from bot.rules.fields import Answers
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, Step
from bot.rules.people import (
    Authority,
    Capacity,
    Of,
    Person,
    Seat,
    StaffedSeat,
    Switch,
    is_self_review,
    other_authorities,
    seat_of,
)
from bot.rules.phrases import Phrase, Value, say
from bot.rules.requests import Case, CaseState, Stop
from storage import people
from storage.unit import Unit

from . import calendars


def seat(unit: Unit, step: Step, agency: str, answers: Answers) -> Seat:
    if step.of is Of.AGENCY:  # the commonest: no look at the whole city
        return seat_of(step.role, step.of, agency, None, (), ())
    business = str(answers.get(BUSINESS, "")) or None
    return seat_of(step.role, step.of, agency, business, people.all_agencies(unit), people.all_delegations(unit))


def switched(unit: Unit, agency: str) -> frozenset[Switch]:
    return people.agency(unit, agency).switched


def seats(unit: Unit, steps: Iterable[Step], agency: str, answers: Answers) -> tuple[StaffedSeat, ...]:
    return tuple(people.staffed(unit, seat(unit, step, agency, answers)) for step in steps)


def seat_now(unit: Unit, case: Case) -> Seat | None:
    """Where the case waits; None when nobody has to act."""
    return seat(unit, case.at, case.agency, case.answers) if case.at else None


def deciders(unit: Unit, case: Case) -> tuple[Authority, ...]:
    """Who may decide the open step today."""
    at = seat_now(unit, case)
    return requests.deciders(case, people.staffed(unit, at), unit.today) if at else ()


def copied(unit: Unit, case: Case) -> list[Person]:
    """Who reads the case without deciding it: the office's other reviewing authorities (point 9)."""
    review = next((each for each in case.route if each.of is Of.AUTHORITY), None)
    if review is None:
        return []
    agencies, delegations = people.all_agencies(unit), people.all_delegations(unit)
    reviewing = seat(unit, review, case.agency, case.answers).agency
    others = other_authorities(case.agency, reviewing, kind_of(case.kind).copies, agencies, delegations)
    return [each for code in others for each in people.holders(unit, Seat(review.role, code))]


def step_deadline(unit: Unit, step: Step, answers: Answers) -> Deadline:
    """Of a step that opens today."""
    speed = str(answers.get("speed", "ordinary"))
    return deadlines.of_step(unit.today, speed, calendars.office(unit), step.patience)


def deadline(unit: Unit, case: Case) -> Deadline | None:
    """Of what the case waits for from today on; None when it is closed."""
    if case.state is CaseState.RETURNED:
        return deadlines.of_return(unit.today)
    return step_deadline(unit, case.at, case.answers) if case.at else None


def step_names(unit: Unit, case: Case) -> dict[str, Phrase]:
    """How the steps of a case are called."""
    return {each.name: step_name(each, seat(unit, each, case.agency, case.answers), case.agency) for each in case.route}


def step_name(step: Step, seat: Seat, agency: str) -> Phrase:
    """The step as it is called; where an authority acts on its own agency's case, that is said."""
    name = say(f"step-{step.name}")
    return say("self-review", step=name) if is_self_review(step.of, seat, agency) else name


def stop_line(number: int, stop: Stop, agency: str) -> Phrase:
    """One line of the chain: the step, who may act, and the clause it rests on."""
    return say(
        "chain-line",
        number=number,
        step=step_name(stop.step, stop.seat, agency),
        who=who(stop.entitled, say(f"role-{stop.seat.role}")),
        clause=CLAUSES[stop.step.clause].label,
    )


def who(found: tuple[Authority, ...], seat_name: Phrase) -> Value:
    """The people by name; a vacant seat, and who is not linked yet, are said."""
    return tuple(name_of(each) for each in found) or say("seat-vacant", seat=seat_name)


def name_of(authority: Authority) -> Phrase:
    person = authority.person
    named = say("person-unlinked" if person.user_id is None else "person", name=person.name, title=person.title)
    if authority.capacity is Capacity.IN_PERSON:
        return named
    return say("acting-for", deputy=named, holder=authority.holder.name, capacity=say(f"capacity-{authority.capacity}"))


def title_of(person: Person) -> Phrase:
    return say("person", name=person.name, title=person.title)
