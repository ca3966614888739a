"""The way of a case as a strip: who acted, who holds it, who comes next."""

from dataclasses import dataclass

from bot.rules.people import Person
from bot.rules.phrases import Phrase, say
from storage import cases, decisions, people
from storage.cases import Filed
from storage.decisions import Decision
from storage.unit import Unit

from . import cases as deciding
from . import chains


@dataclass(frozen=True, slots=True)
class Mark:
    """One stop; `state` is done, now or next."""

    number: str
    who: Phrase
    what: Phrase
    state: str


def newest(unit: Unit, person: Person) -> list[Mark]:
    """The newest case that this person waits for or has to decide; empty when there is none."""
    found = [*cases.of_party(unit, person.id, 1), *deciding.waiting_for(unit, person)]
    return _marks(unit, max(found, key=lambda each: each.step_since)) if found else []


def _marks(unit: Unit, filed: Filed) -> list[Mark]:
    case = filed.case
    past = [
        Mark(case.number, chains.title_of(people.by_id(unit, each.person_id)), _what(each), "done")
        for each in decisions.course(unit, case.id)
    ]
    if case.at is None:
        return past
    later = []
    for index, step in enumerate(case.route[case.step :]):
        seat = chains.seat(unit, step, case.agency, case.answers)
        state = "next" if index else "now"
        later.append(Mark(case.number, say(f"role-{seat.role}"), say(f"step-{step.name}"), state))
    return [*past, *later]


def _what(done: Decision) -> Phrase:
    verdict = say(f"verdict-{done.verdict}")
    return say("verdict-on-paper", verdict=verdict, document=done.paper.document) if done.paper else verdict
