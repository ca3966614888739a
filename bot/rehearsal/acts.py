"""What people do about what is open: each sort of matter by the service that the chat uses."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random

from bot.rules.fields import Answer, Answers, Facts, Field, QuestionType
from bot.rules.kinds import KINDS
from bot.rules.kinds.kind import NEEDS_REASON, Change, Kind, Verdict
from bot.rules.people import Person
from bot.rules.phrases import RuleViolation
from bot.rules.requests import next_question
from bot.services import cases as deciding
from bot.services import digests, facts, filing, handover, leaving, passwords, task_cards, tasks
from storage import cases, handovers, people, questions
from storage import tasks as stored_tasks
from storage.agenda import Matter
from storage.unit import Unit

from . import duty_acts, onsite_acts

RETURNED = 0.08
FIVE_YEARS = timedelta(days=5 * 365)
PAPER = "1160000001"
SURE = ("yes", "add", "ordinary", "own")
Act = Callable[[Unit, Person, Matter, Random], None]


def see_to(unit: Unit, person: Person, matter: Matter, chance: Random) -> bool:
    """Whether it was taken: a refusal leaves it as it was."""
    try:
        with unit.savepoint():
            ACTS[matter.rule](unit, person, matter, chance)
    except RuleViolation:
        return False
    return True


def apply(unit: Unit, person: Person, chance: Random) -> bool:
    """File a request of a kind that this person may file."""
    kinds = [each for each in KINDS.values() if each.filed_by in person.roles]
    if not kinds:
        return False
    try:
        with unit.savepoint():
            kind = chance.choice(kinds)
            filing.may_begin(unit, kind, person)
            _send(unit, kind, person, _filled(unit, kind, person, chance), None)
    except RuleViolation:
        return False
    return True


def _send(unit: Unit, kind: Kind, person: Person, answers: Answers, case_id: int | None) -> None:
    filing.send(unit, questions.begin_draft(unit, person.id, kind.code, answers, case_id), person)
    questions.drop_draft(unit, person.id)


def _filled(unit: Unit, kind: Kind, person: Person, chance: Random) -> Answers:
    """Every question of the form with some answer that it takes."""
    answers: dict[str, Answer] = {}
    known = facts.of(unit, kind, person, answers)
    while field := next_question(kind, answers, known):
        answers[field.name] = _answer(unit, field, known, chance)
        known = facts.of(unit, kind, person, answers)
    return answers


def _answer(unit: Unit, field: Field, known: Facts, chance: Random) -> Answer:
    options = known.options_of(field)
    if field.type is QuestionType.CHOICE:
        return next((each for each in SURE if each in options), None) or chance.choice(options or ("",))
    if field.type is QuestionType.SEVERAL:
        return options[:1] or ""
    if field.type is QuestionType.DATE:
        return unit.today.isoformat()
    return "1" if field.type is QuestionType.NUMBER else field.name


# --- sorts of matters ------------------------------------------------------------------------------------------------


def _change_password(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    passwords.declare(unit, person, unit.today)


def _decide(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    found = cases.by_number(unit, matter.subject)
    if found is None or found.case.at is None or str(found.case.opened) != matter.occurrence:
        return  # somebody else was first today
    verdicts = found.case.at.verdicts
    verdict = Verdict.RETURN if chance.random() < RETURNED and Verdict.RETURN in verdicts else verdicts[0]
    reason = "documents" if verdict in NEEDS_REASON else None
    deciding.judge(unit, person, found.case.id, found.case.version, verdict, reason)


def _mend(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    found = cases.by_number(unit, matter.subject)
    assert found is not None
    _send(unit, KINDS[found.case.kind], person, found.case.answers, found.case.id)


def _renew_certificate(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    people.change(unit, person.id, certificate_until=unit.today + FIVE_YEARS)
    digests.refresh(unit, matter.rule, matter.subject, matter.occurrence)


def _hand_over(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """Taken over once; the deletion of each account is filed from paper and goes its way."""
    departure = handover.of_reminder(unit, matter.subject, matter.occurrence)
    if handovers.of(unit, departure.person.id, departure.agency) is None:
        handover.take_over(unit, person, departure, person)
    for account in leaving.accounts_of(unit, departure):
        kind = handover.kind_to_delete(unit, departure, account.kind)
        today = unit.today.isoformat()
        answers = {"change": Change.DELETE.value, "effective_on": today, "reason": PAPER, "speed": "urgent"}
        filing.file_for_leaver(unit, kind, departure, person, answers, PAPER)


def _take_back(unit: Unit, person: Person, matter: Matter, chance: Random) -> None:
    """What the agency has given up; a colleague may have seen to it today."""
    task = stored_tasks.of_officer(unit, matter.occurrence, matter.subject)
    if task.done_on is None:
        given = {"removed_on": unit.today.isoformat(), "removal_note": PAPER}
        tasks.DIALOGUE.act(unit, person, task_cards.matter_of(task), given)


ACTS: Mapping[str, Act] = {
    "task": _take_back,
    "password": _change_password,
    "approval_step": _decide,
    "returned": _mend,
    "certificate": _renew_certificate,
    "leaver": _hand_over,
    **duty_acts.ACTS,
    **onsite_acts.ACTS,
}
