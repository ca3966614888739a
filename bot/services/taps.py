"""A tap on what is no question and no digest: its row says what it is about, and who hears it."""

from collections.abc import Callable

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation
from storage import buttons
from storage.buttons import Tap
from storage.unit import Unit

from . import (
    audit_taps,
    audits,
    boards,
    case_cards,
    forms,
    handover,
    leaving,
    lists,
    onsite_notices,
    onsite_taps,
    people_board,
    reasons,
    record_form,
    records,
    reviews,
    task_cards,
    tasks,
)

MATTERS: dict[str, Callable[[Unit, Person, Tap, int], Phrase | None]] = {
    case_cards.CASE: reasons.tapped,
    forms.DRAFT: boards.tapped,
    people_board.PERSON: people_board.tapped,
    lists.LIST: lists.turned,
    onsite_notices.ONSITE: onsite_taps.tapped,
    reviews.REVIEW: reviews.tapped,
    task_cards.TASK: tasks.tapped,
    leaving.RULE: handover.heard,
    records.RECORD: record_form.tapped,
    audits.AUDIT: audit_taps.tapped,
    audits.ANOMALY: audit_taps.seen,
}
"""By the sort of the matter, its first word."""


def tapped(unit: Unit, person: Person, button_id: str, message_id: int) -> Phrase | None:
    tap = buttons.find(unit, button_id)
    heard = MATTERS.get(tap.matter.partition(":")[0]) if tap and tap.person_id == person.id else None
    if tap is None or heard is None:
        raise RuleViolation("button-unknown")
    return heard(unit, person, tap, message_id)
