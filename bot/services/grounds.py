"""Why: the clause behind a question or a step, why it is this seat, and by what right this person acts there."""

from datetime import timedelta

from bot.rules.actions import WHY
from bot.rules.clauses import CLAUSES
from bot.rules.fields import Answers
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import BUSINESS, Step
from bot.rules.people import Authority, Capacity, Of, Person, Seat, StaffedSeat, is_self_review
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.requests import Case
from bot.rules.unfolding import key_of
from storage import cards, cases, people, questions
from storage.questions import Draft, Question
from storage.unit import Unit

from . import asking, case_cards, chains, facts, filing, hands, lists, particulars, telling
from . import cases as deciding
from .deputies import reason_of
from .lists import Listed, Offer

DAY = timedelta(days=1)
MOST = 20


def why(unit: Unit, person: Person) -> None:
    """Of the question that is open, else of what waits for me and my own open cases: one at once, several to choose."""
    back = asking.pointer(unit, person)
    question, draft = questions.load(unit, person.id), questions.draft_of(unit, person.id)
    if question is not None and draft is not None and question.matter.startswith("form:"):
        return telling.tell(unit, person, *_of_form(unit, person, question, draft), *back)
    if question is not None and question.purpose == particulars.DIALOGUE.name:
        return telling.tell(unit, person, say("why-question"), _clause(particulars.clause(unit, question)), *back)
    found = _matters(unit, person)
    if not found:
        return telling.tell(unit, person, say("why-nothing"), _clause("1"), *back)
    if len(found) == 1:
        return telling.tell(unit, person, *_of_case(unit, person, found[0]), *back)
    rows = tuple((Offer(_name(each), case_cards.matter_of(each), WHY, revision=each.version),) for each in found[:MOST])
    return telling.show(unit, person, lists.dressed(unit, person.id, Listed((say("why-which"),), rows)))


def explain(unit: Unit, person: Person, case_id: int) -> None:
    """The step a case waits at, for whom the case concerns."""
    case = cases.load(unit, case_id).case
    concerned = hands.of(unit, case).all | case.spokesmen
    if person.id not in concerned and cards.find(unit, person.id, case_cards.matter_of(case)) is None:
        raise RuleViolation("button-unknown")
    telling.tell(unit, person, *_of_case(unit, person, case))


def _matters(unit: Unit, person: Person) -> list[Case]:
    own = [each for each in cases.of_party(unit, person.id) if each.case.at]
    return list({each.case.id: each.case for each in (*deciding.waiting_for(unit, person), *own)}.values())


def _name(case: Case) -> Phrase:
    return say("why-matter", number=case.number, kind=say(f"kind-{case.kind}"))


def _of_form(unit: Unit, person: Person, question: Question, draft: Draft) -> tuple[Phrase, ...]:
    """A question cites its clause; the preview that of every step, and why it is this seat."""
    kind = kind_of(draft.kind)
    if question.field:
        clauses = {each.name: each.clause for each in kind.fields}
        return say("why-question"), _clause(clauses.get(key_of(question.field), kind.clause))
    person = facts.applicant(unit, draft, person)
    stops = filing.chain(unit, kind, person, draft.answers)
    chain = [
        line
        for number, each in enumerate(stops, 1)
        for line in (
            chains.stop_line(number, each, person.agency),
            *_seat(unit, each.step, each.seat, person.agency, draft.answers),
        )
    ]
    return say("why-form"), _clause(kind.clause), *chain


def _of_case(unit: Unit, person: Person, case: Case) -> tuple[Phrase, ...]:
    if case.at is None:
        return say("why-ended", number=case.number), _clause(kind_of(case.kind).clause)
    office = hands.Office(unit)
    seat, now = office.seat(case, case.at.role, case.at.of), office.hands(case)
    name = chains.step_name(case.at, seat, case.agency)
    role = say(f"role-{seat.role}")
    intro = say("why-step", number=case.number, step=name, seat=role, who=chains.who(now.deciding, role))
    acting = (line for each in now.deciding for line in _right(unit, each, office.staffed(seat)))
    paper = (say("why-paper"),) if now.recording else ()
    mine = (say("why-own-matter"),) if person.id in case.parties else ()
    grounds = _seat(unit, case.at, seat, case.agency, case.answers)
    return intro, _clause(case.at.clause), *grounds, *acting, *paper, *mine


def _seat(unit: Unit, step: Step, seat: Seat, agency: str, answers: Answers) -> tuple[Phrase, ...]:
    """Why the step is at this seat."""
    names = {each.code: each.name for each in people.all_agencies(unit)}
    where, role = names[seat.agency], say(f"role-{seat.role}")
    lines = [say(f"why-seat-{step.of}", agency=where, seat=role)]
    if step.of is Of.AUTHORITY:
        business = str(answers.get(BUSINESS, ""))
        if business in facts.entrusted_to(unit, agency):
            lines = [say("why-seat-entrusted", agency=where, district=names[agency], business=business), _clause("9")]
    if step.switch is not None:
        lines.append(say(f"why-switch-{step.switch}", agency=names[agency]))
    if is_self_review(step.of, seat, agency):
        lines.append(say("why-self-review"))
    return tuple(lines)


def _right(unit: Unit, authority: Authority, staffed: StaffedSeat) -> tuple[Phrase, ...]:
    """Who acts for the holder says since when, until when and why."""
    if authority.capacity is Capacity.IN_PERSON:
        return ()
    pair = (authority.holder.id, authority.person.id)
    ships = [each for each in staffed.deputyships if (each.holder, each.deputy.id) == pair and each.covers(unit.today)]
    return tuple(
        say(
            "why-deputy",
            deputy=authority.person.name,
            holder=authority.holder.name,
            capacity=say(f"capacity-{authority.capacity}"),
            since=each.from_day,
            until=each.to_day - DAY,
            reason=reason_of(each.reason),
        )
        for each in ships[:1]
    )


def _clause(id_: str) -> Phrase:
    return say("clause", label=CLAUSES[id_].label, text=CLAUSES[id_].text)
