"""Cards as they stand now: what one person sees of one matter, with the buttons that are still open to that person."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.rules.actions import first_choice, label
from bot.rules.fields import Facts
from bot.rules.items import items_left, said
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Step
from bot.rules.people import Capacity, Person, StaffedSeat, entitled
from bot.rules.phrases import Button, Message, Phrase, say
from bot.rules.requests import Case, CaseState, asked
from storage import buttons, cases, decisions, people, rights
from storage.cards import Card
from storage.cases import Filed
from storage.decisions import Decision
from storage.unit import Unit

from . import audit_cards, audits, case_cards, chains, handover_card, reminding, showing, task_cards
from .hands import Hands, Office

DIGEST = "digest"
MARKS = {"return": "↩", "reject": "✕", "withdraw": "⊘"}
ENDS = 3
People = Mapping[int, Person]
Steps = Mapping[str, Phrase]


def card(unit: Unit, card: Card) -> Message | None:
    """The card's present state for its person, whatever was queued; None when there is nothing left to begin with."""
    sort, _, id_ = card.matter.partition(":")
    message = VIEWS[sort](unit, people.by_id(unit, card.person_id), id_)
    return message if card.copies or sort != DIGEST or not reminding.is_over(message) else None


def _case(unit: Unit, person: Person, id_: str) -> Message:
    filed = cases.load(unit, int(id_))
    office = Office(unit)
    now = office.hands(filed.case)
    course = decisions.course(unit, filed.case.id)
    concerned = people.by_ids(unit, {*filed.case.spokesmen, *(id_ for each in course for id_ in each.people)})
    title = _title(unit, filed.case, concerned, person, now)
    way = (*_way(unit, filed, now, course, concerned), *_future(unit, filed.case, office))
    first = _first(unit, filed.case) if person.id in now.deciders else ()
    lines = (title, *_answers(unit, filed.case, concerned), *way, *first)
    return Message(lines, _buttons(unit, filed.case, person, now))


def _first(unit: Unit, case: Case) -> tuple[Phrase, ...]:
    """Which item the choices under the card are about, where they stand on the card itself."""
    items = items_left(kind_of(case.kind), case.answers)
    if case.at is None or first_choice(case.at, case.at.verdicts[0]) is None:
        return ()
    return (say("item-first", item=showing.item(unit, items[0]), count=len(items)),)


def _title(unit: Unit, case: Case, concerned: People, person: Person, now: Hands) -> Phrase:
    return say(
        "card-title-decide" if person.id in now.all else "card-title",
        number=case.number,
        kind=say(f"kind-{case.kind}"),
        subject=_subject(unit, concerned[case.subject]),
        agency=people.agency(unit, case.agency).name,
        state=_state(case, person, now),
    )


def _subject(unit: Unit, subject: Person) -> Phrase:
    """For whom it is; that the account is suspended has to be known to whoever decides."""
    since = rights.suspended(unit, [subject.id]).get(subject.id)
    return say("person-suspended", who=chains.title_of(subject), day=since) if since else chains.title_of(subject)


def _state(case: Case, person: Person, now: Hands) -> Phrase:
    if person.id in now.recorders:
        return say("decide-paper")
    return say(f"decide-{case.at.name}") if person.id in now.deciders and case.at else say(f"state-{case.state}")


def _answers(unit: Unit, case: Case, concerned: People) -> tuple[Phrase, ...]:
    """Every answer that was given, whatever the roster has learnt since, and what it knew of the prerequisites."""
    kind = kind_of(case.kind)
    known = frozenset(each.fact for each in kind.gates if each.field not in case.answers)
    fields = (*asked(kind, case.answers, Facts(unit.today, {})), *said(kind, case.answers))
    given = showing.answers(unit, fields, case.answers)
    given += showing.limits(unit, case.agency, fields, case.answers)
    return given + showing.prerequisites(kind, case.answers, Facts(unit.today, {}, known), concerned[case.subject])


def _way(unit: Unit, filed: Filed, now: Hands, course: list[Decision], concerned: People) -> tuple[Phrase, ...]:
    """Where the case has been, and who holds it."""
    steps = chains.step_names(unit, filed.case)
    past = tuple(_past(filed.case, each, concerned, steps) for each in course)
    taken_over = _taken_over(filed.case, concerned)
    present = _present(filed, now, concerned, steps)
    return (say("way-title"), *_shortened(past), *taken_over, *present)


def _shortened(past: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Of a long course its beginning and its end."""
    if len(past) <= 2 * ENDS + 1:
        return past
    return (*past[:ENDS], say("way-gap", count=len(past) - 2 * ENDS), *past[-ENDS:])


def _taken_over(case: Case, concerned: People) -> tuple[Phrase, ...]:
    """Who speaks for an applicant who has left."""
    return (say("way-taken-over", who=chains.title_of(concerned[case.in_charge])),) if case.in_charge else ()


def _past(case: Case, done: Decision, concerned: People, steps: Steps) -> Phrase:
    who = concerned[done.person_id]
    capacity = done.capacity if done.capacity is not Capacity.IN_PERSON else None
    holder = concerned[done.holder_id] if done.holder_id and capacity else None
    return say(
        "way-past-reason" if done.reason else "way-past",
        mark=MARKS.get(done.verdict, "✔"),
        verdict=say(f"verdict-{done.verdict}"),
        step=steps.get(done.step) or say(f"step-{done.step}"),
        who=chains.title_of(who),
        capacity=say(f"capacity-for-{capacity}", holder=holder.name) if holder else say("nothing"),
        paper=_paper(case, done, concerned),
        at=done.at,
        reason=done.reason or say("nothing"),
    )


def _paper(case: Case, done: Decision, concerned: People) -> Phrase:
    """What a line rests on when it was no tap; and a review by who recorded the signature is marked."""
    if done.paper is None:
        is_both = case.aside == done.person_id and done.holder_id is not None
        return say("way-recorder-too") if is_both else say("nothing")
    recorder = concerned[done.paper.recorded_by].name
    if done.paper.signed_on is None:
        return say("way-paper", document=done.paper.document, recorder=recorder)
    return say("way-paper-signed", document=done.paper.document, recorder=recorder, day=done.paper.signed_on)


def _present(filed: Filed, now: Hands, concerned: People, steps: Steps) -> tuple[Phrase, ...]:
    if filed.case.state is CaseState.RETURNED:
        return (say("way-with-applicant", who=chains.title_of(concerned[filed.case.filed_by])),)
    if filed.seat is None or filed.case.at is None:
        return ()
    who = chains.who(now.deciding, say(f"role-{filed.seat.role}"))
    due: date | Phrase = filed.step_due or say("nothing")
    return (say("way-now", step=steps[filed.case.at.name], who=who, due=due),)


def _future(unit: Unit, case: Case, office: Office) -> tuple[Phrase, ...]:
    """Who comes after, as things are today."""
    later = case.route[case.step + 1 :] if case.at else ()
    return tuple(_to_come(unit, case, each, office.staffed(office.seat(case, each.role, each.of))) for each in later)


def _to_come(unit: Unit, case: Case, step: Step, staffed: StaffedSeat) -> Phrase:
    who = chains.who(entitled(staffed, case.parties, unit.today), say(f"role-{step.role}"))
    return say("way-next", step=chains.step_name(step, staffed.seat, case.agency), who=who)


def _buttons(unit: Unit, case: Case, person: Person, now: Hands) -> tuple[tuple[Button, ...], ...]:
    """What was offered at this version and is still permitted."""
    offered = buttons.offered(unit, person.id, case_cards.matter_of(case), case.version)
    permitted = case_cards.actions_for(case, person, now)
    row = tuple(
        Button(label(case, action, value), offered[action, value])
        for action, value in permitted
        if (action, value) in offered
    )
    return (row,) if row else ()


VIEWS: dict[str, Callable[[Unit, Person, str], Message]] = {
    "leaver": handover_card.view,
    "case": _case,
    task_cards.TASK: task_cards.card,
    audits.AUDIT: audit_cards.view,
    audits.ANOMALY: audit_cards.anomaly,
    DIGEST: lambda unit, person, day: reminding.digest_lines(unit, person, date.fromisoformat(day)),
}
