"""What moves a waiting case on: the applicant's 催辦, and the card that a reminder brings."""

from bot.rules.actions import SHOW
from bot.rules.calendar import in_office_hours
from bot.rules.deadlines import nudge_day
from bot.rules.people import Person
from bot.rules.phrases import Message, Phrase, RuleViolation, say
from bot.rules.requests import check_nudge
from storage import cases, ledger, nudges, outbox, people
from storage.cases import Filed
from storage.outbox import Lane
from storage.reminders import Reminder
from storage.unit import Unit

from . import calendars, case_cards, chains, hands, reminding, telling


def nudge(unit: Unit, person: Person, filed: Filed) -> Phrase:
    """Ask those who can decide the open step to do so: once a working day, and only if somebody can read it."""
    case = filed.case
    check_nudge(case, person)
    concerned = people.by_ids(unit, hands.of(unit, case).all).values()
    told = [each for each in concerned if each.user_id is not None]
    if not told:
        raise RuleViolation("nudge-nobody", number=case.number)
    calendar = calendars.office(unit)
    again = calendar.next_working(unit.today)
    if not nudges.add(unit, case.id, nudge_day(unit.today, calendar), person.id):
        raise RuleViolation("nudged-already", number=case.number, day=again)
    ledger.append(unit, "case_nudged", case=case.number, by=person.staff_no)
    for each in told:
        _ask(unit, person, each, filed)
    return say("toast-nudge", day=again)


def _ask(unit: Unit, by: Person, person: Person, filed: Filed) -> None:
    """Silently outside office hours, like the cards themselves."""
    assert filed.case.at is not None
    line = say(
        "nudged",
        number=filed.case.number,
        step=say(f"step-{filed.case.at.name}"),
        who=chains.title_of(by),
        due=filed.step_due or say("nothing"),
    )
    message = Message((line,), ((case_cards.show_button(unit, person, filed.case),),))
    silent = not in_office_hours(unit.local, calendars.office(unit))
    outbox.queue(unit, "say", Lane.DECISION, {**telling.body_of(message), "silent": silent}, person=person)


def _bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of a digest: the case is still open, and still this person's to hear of."""
    found = cases.by_number(unit, about.subject) if about else None
    assert found is not None
    case_cards.bring(unit, person, found.case)


reminding.ACTIONS[SHOW] = _bring
