"""Before and at the sending of a request: the preview with its chain, the checks, the case."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.rules.fields import Answers, QuestionType
from bot.rules.items import items_of
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Kind
from bot.rules.leaving import Departure
from bot.rules.paper import check_entering
from bot.rules.people import Person, Strength
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.privacy import check_together
from bot.rules.requests import Case, CaseState, Stop, asked, check_filing, preview, send_again, skipped_by
from bot.rules.unfolding import unfolded
from storage import cases, decisions, ledger, people, rights
from storage.decisions import Paper
from storage.questions import Draft
from storage.rights import Account
from storage.unit import Unit

from . import cases as deciding
from . import chains, facts, showing, telling, vacancies
from .case_cards import announce

WRITTEN = frozenset({QuestionType.TEXT, QuestionType.NUMBER})
SENDINGS = {"file": "case_filed", "send_again": "case_sent_again"}
DECLARED = ("egov_on", "certificate_on")


def may_begin(unit: Unit, kind: Kind, person: Person) -> None:
    """One case of a kind at a time for one person, or two would open the same account."""
    _may_file(unit, kind, person, person)
    if kind.one_at_a_time and not kind.for_another:
        _none_under_way(unit, kind, person)


def _may_file(unit: Unit, kind: Kind, sender: Person, applicant: Person) -> None:
    if kind.filed_by not in sender.roles:
        raise RuleViolation("kind-not-yours", role=say(f"role-{kind.filed_by}"))
    if kind.needs_account:
        _check_account(rights.open_account(unit, applicant.id, kind.account, applicant.agency))


def _check_account(account: Account | None) -> None:
    if account is None:
        raise RuleViolation("account-needed-first")
    if account.suspended_on is not None:
        raise RuleViolation("account-suspended", day=account.suspended_on)


def check_words(kind: Kind, answers: Answers) -> None:
    """The guard reads each message; here all that was typed into the form, in its order."""
    fields = unfolded(kind.fields, items_of(kind, answers), answers)
    check_together(str(answers[each.name]) for each in fields if each.type in WRITTEN and answers.get(each.name))


def _none_under_way(unit: Unit, kind: Kind, subject: Person) -> None:
    if present := cases.under_way(unit, kind.code, subject.id, subject.agency):
        raise RuleViolation("case-under-way", number=present.case.number)


def preview_lines(unit: Unit, draft: Draft, person: Person) -> tuple[Phrase, ...]:
    """The answers, then who will have to act, by name and clause, and what stands in the way."""
    kind = kind_of(draft.kind)
    person = facts.applicant(unit, draft, person)
    known = facts.of(unit, kind, person, draft.answers)
    subject = facts.subject_of(unit, person, draft.answers)
    title = (_title(unit, draft, kind, person), *_paper(draft, person))
    fields = asked(kind, draft.answers, known)
    given = showing.answers(unit, fields, draft.answers)
    given += showing.limits(unit, person.agency, fields, draft.answers)
    given += showing.prerequisites(kind, draft.answers, known, subject)
    obstacle: tuple[Phrase, ...] = ()
    try:
        stops = chain(unit, kind, person, draft.answers)
        check_filing(kind, draft.answers, known)
        _check_subject(unit, draft, subject)
    except RuleViolation as no:
        obstacle = (no.phrase,)
        stops = ()
    return (*title, *given, *_chain_lines(stops, person.agency), *obstacle)


def _title(unit: Unit, draft: Draft, kind: Kind, person: Person) -> Phrase:
    """Of a returned case also its number, and why it was returned."""
    agency = people.agency(unit, person.agency).name
    if draft.case_id is None:
        return say("preview-title", kind=say(f"kind-{kind.code}"), agency=agency)
    reason = decisions.course(unit, draft.case_id)[-1].reason or say("nothing")
    number = cases.load(unit, draft.case_id).case.number
    return say("preview-title-again", kind=say(f"kind-{kind.code}"), agency=agency, number=number, reason=reason)


def _paper(draft: Draft, applicant: Person) -> tuple[Phrase, ...]:
    """From whose paper the form is put in."""
    entered = draft.entered
    return (say("preview-paper", who=chains.title_of(applicant), document=entered.document),) if entered else ()


def send(unit: Unit, draft: Draft, person: Person) -> None:
    """File the case, or send a returned one again; the chain is told and the applicant has the number."""
    kind = kind_of(draft.kind)
    applicant = facts.applicant(unit, draft, person)
    if draft.entered is not None:
        check_entering(person, people.acts_for(unit, person), applicant, unit.today)
    check_words(kind, draft.answers)
    check_filing(kind, draft.answers, facts.of(unit, kind, applicant, draft.answers))
    stops = chain(unit, kind, applicant, draft.answers)
    if draft.case_id is not None:
        case = _send_again(unit, draft, applicant, person, stops[0])
    else:
        may_begin(unit, kind, applicant)
        if kind.one_at_a_time:
            _none_under_way(unit, kind, facts.subject_of(unit, applicant, draft.answers))
        case = _file(unit, kind, draft, applicant, person, stops[0])
    _keep_declared(unit, facts.subject_of(unit, applicant, draft.answers), draft.answers)
    telling.tell(unit, person, say("case-filed", number=case.number, seat=say(f"role-{stops[0].seat.role}")))
    announce(unit, case)
    vacancies.tell(unit, case, stops)


def _keep_declared(unit: Unit, subject: Person, answers: Answers) -> None:
    """Prerequisites that the roster did not know and the applicant declared stay with the person."""
    days = {name: date.fromisoformat(str(answers[name])) for name in DECLARED if answers.get(name)}
    if days:
        people.change(unit, subject.id, **days)


def _file(unit: Unit, kind: Kind, draft: Draft, person: Person, by: Person, first: Stop) -> Case:
    subject = facts.subject_of(unit, person, draft.answers)
    values = _new(unit, kind, person, subject, draft.answers, first)
    values |= {"entered_by_id": by.id} if draft.entered else {}
    case = cases.file(unit, kind.series, values).case
    _note(unit, draft, case, "file", person, by)
    return case


def _new(unit: Unit, kind: Kind, person: Person, subject: Person, answers: Answers, first: Stop) -> dict[str, Any]:
    return {
        "kind": kind.code,
        "agency": person.agency,
        "subject_id": subject.id,
        "filed_by_id": person.id,
        "answers": answers,
        "state": CaseState.OPEN.value,
        "step": 0,
        "opened": 1,
        "version": 1,
        "skipped": ";".join(sorted(skipped_by(kind, chains.switched(unit, person.agency)))),
        "seat_role": first.seat.role.value,
        "seat_agency": first.seat.agency,
        **cases.dates(chains.step_deadline(unit, first.step, answers)),
    }


def file_for_leaver(
    unit: Unit, kind: Kind, departure: Departure, by: Person, answers: Answers, document: str
) -> tuple[str, Stop]:
    """A request for somebody who is gone, entered from the paper that says so; its number, and where it waits."""
    leaver = replace(departure.person, agency=departure.agency)
    stops = chain(unit, kind, leaver, answers)
    values = _new(unit, kind, leaver, leaver, answers, stops[0]) | {"entered_by_id": by.id}
    case = cases.file(unit, kind.series, values).case
    decisions.record(unit, case, "file", "file", leaver.id, paper=Paper(document, by.id))
    ledger.append(
        unit, "case_filed", case=case.number, by=by.staff_no, answers=dict(answers), strength="paper", document=document
    )
    announce(unit, case)
    vacancies.tell(unit, case, stops)
    return case.number, stops[0]


def _note(unit: Unit, draft: Draft, case: Case, verdict: str, person: Person, by: Person) -> None:
    """The sending in the case's course and in the ledger, by tap or from paper."""
    paper = Paper(draft.entered.document, by.id) if draft.entered else None
    decisions.record(unit, case, "file", verdict, person.id, paper=paper)
    shown = {"document": paper.document, "recorded_by": by.staff_no} if paper else {}
    strength = (Strength.PAPER if paper else Strength.TAP).value
    answers = dict(draft.answers)
    ledger.append(
        unit, SENDINGS[verdict], case=case.number, by=person.staff_no, answers=answers, strength=strength, **shown
    )


def _check_subject(unit: Unit, draft: Draft, subject: Person) -> None:
    """A case that was sent stays about the same person, whoever mends it."""
    if draft.case_id is None:
        return
    case = cases.load(unit, draft.case_id).case
    if case.subject != subject.id:
        about = people.by_id(unit, case.subject)
        raise RuleViolation("case-of-another", number=case.number, who=chains.title_of(about))


def _send_again(unit: Unit, draft: Draft, applicant: Person, by: Person, first: Stop) -> Case:
    """By a party or who speaks for it; what is put in from paper is the applicant's own sending."""
    assert draft.case_id is not None
    before = cases.load(unit, draft.case_id).case
    if by.id not in before.spokesmen:
        raise RuleViolation("not-your-case")
    if before.agency != by.agency:
        raise RuleViolation("case-of-former-agency", number=before.number)
    _check_subject(unit, draft, facts.subject_of(unit, applicant, draft.answers))
    sender = applicant if draft.entered else by
    _may_file(unit, kind_of(before.kind), sender, applicant)
    skipped = skipped_by(kind_of(draft.kind), chains.switched(unit, before.agency))
    after = send_again(before, draft.answers, skipped)
    if not decisions.move(unit, before, after, first.seat, chains.deadline(unit, after)):
        raise RuleViolation("case-not-returned", number=before.number)
    deciding.end_reminders(unit, before)
    _note(unit, draft, after, "send_again", sender, by)
    return after


def chain(unit: Unit, kind: Kind, person: Person, answers: Answers) -> tuple[Stop, ...]:
    """The chain as it will be."""
    way = kind.way(chains.switched(unit, person.agency))
    parties = frozenset({person.id, facts.subject_of(unit, person, answers).id})
    return preview(way, chains.seats(unit, way, person.agency, answers), parties, unit.today)


def _chain_lines(stops: tuple[Stop, ...], agency: str) -> tuple[Phrase, ...]:
    if not stops:
        return ()
    return (say("chain-title"), *(chains.stop_line(number, stop, agency) for number, stop in enumerate(stops, 1)))
