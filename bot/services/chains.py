"""The chain of a request: whose seats its steps wait at, who may act there today, by when."""

from bot.rules import deadlines, requests
from bot.rules.clauses import CLAUSES
from bot.rules.deadlines import Deadline
from bot.rules.fields import Answers
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, Kind, Step
from bot.rules.people import Authority, Capacity, Of, Person, Seat, StaffedSeat, other_authorities, seat_of
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


def seats(unit: Unit, kind: Kind, agency: str, answers: Answers) -> tuple[StaffedSeat, ...]:
    return tuple(people.staffed(unit, seat(unit, step, agency, answers)) for step in kind.route)


def seat_now(unit: Unit, case: Case) -> Seat | None:
    """Where the case waits; None when nobody has to act."""
    return seat(unit, case.at, case.agency, case.answers) if case.at else None


def deciders(unit: Unit, case: Case) -> tuple[Authority, ...]:
    """Who may decide the open step today."""
    at = seat_now(unit, case)
    return requests.deciders(case, people.staffed(unit, at), unit.today) if at else ()


def copied(unit: Unit, case: Case) -> list[Person]:
    """Who reads the case without deciding it: the office's other reviewing authorities (point 9)."""
    kind = kind_of(case.kind)
    review = next((each for each in kind.route if each.of is Of.AUTHORITY), None)
    if not kind.copied or review is None:
        return []
    agencies, delegations = people.all_agencies(unit), people.all_delegations(unit)
    if not any(each.district == case.agency for each in delegations):
        return []
    reviewing = seat(unit, review, case.agency, case.answers).agency
    others = other_authorities(case.agency, reviewing, agencies, delegations)
    return [each for code in others for each in people.holders(unit, Seat(review.role, code))]


def step_deadline(unit: Unit, answers: Answers) -> Deadline:
    """Of a step that opens today."""
    return deadlines.of_step(unit.today, str(answers.get("speed", "ordinary")), calendars.office(unit))


def deadline(unit: Unit, case: Case) -> Deadline | None:
    """Of what the case waits for from today on; None when it is closed."""
    if case.state is CaseState.RETURNED:
        return deadlines.of_return(unit.today)
    return step_deadline(unit, case.answers) if case.at else None


def stop_line(number: int, stop: Stop) -> Phrase:
    """One line of the chain: the step, who may act, and the clause it rests on."""
    return say(
        "chain-line",
        number=number,
        step=say(f"step-{stop.step.name}"),
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
