"""What a sweep added, who can be reached at last, and what can be tapped in a digest."""

from collections.abc import Callable
from datetime import datetime

from bot.rules.calendar import in_office_hours
from bot.rules.kinds import kind_of
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.reminders import RULES
from storage import buttons, cards, cases, reminders
from storage import digests as told
from storage.reminders import Reminder
from storage.unit import Unit

from . import calendars, digests

digest_lines = digests.lines
is_over = digests.is_over


def catch_up(unit: Unit, person: Person) -> None:
    """Somebody can be reached now: one digest with the latest of all that waited; after hours the next sweep brings
    it."""
    if in_office_hours(unit.local, calendars.office(unit)):
        digests.put(unit, [person.id], unit.today)


def listing(unit: Unit, since: int, at: datetime) -> list[dict[str, object]]:
    """What the sweep of this moment added after this row, as `remind` lists it; `why` is the clause and a sentence."""
    day = at.astimezone(unit.zone).date()
    return [_listed(unit, reminder, staff_no) for reminder, staff_no in reminders.since(unit, since, day)]


def _listed(unit: Unit, reminder: Reminder, staff_no: str) -> dict[str, object]:
    key = f"why-{reminder.rule}" if reminder.own else f"why-{reminder.rule}-above"
    return {
        "code": reminder.rule,
        "staff_no": staff_no,
        "matter": f"{reminder.subject}/{reminder.occurrence}",
        "rung": reminder.rung,
        "due": reminder.due_on.isoformat(),
        "why": (_clause(unit, reminder), say(key, **digests.facts_of(reminder))),
    }


def _clause(unit: Unit, reminder: Reminder) -> str:
    if known := RULES[reminder.rule].clause:
        return known
    return kind_of(cases.kind_at(unit, reminder.subject)).clause


# --- taps ------------------------------------------------------------------------------------------------------------


def tapped(unit: Unit, person: Person, button_id: str, message_id: int) -> Phrase | None:
    """A tap under a digest, authorised by its row and again by the tables; the message follows from now on."""
    tap = buttons.find(unit, button_id)
    if tap is None or tap.person_id != person.id or tap.action not in ACTIONS:
        raise RuleViolation("button-unknown")
    cards.adopt(unit, person, tap.matter, message_id)
    about = reminders.find(unit, int(tap.value)) if tap.value else None
    if tap.value and (about is None or not told.is_open(unit, about)):
        cards.want(unit, person, tap.matter)
        return say("reminder-done")
    return ACTIONS[tap.action](unit, person, about)


def _snooze(unit: Unit, person: Person, about: Reminder | None) -> Phrase:
    """Once for each rung: the digest of the next working day says it again."""
    assert about is not None
    assert about.digest_on is not None
    if about.snoozed_to:
        return say("already-snoozed", day=about.snoozed_to)
    to = calendars.office(unit).next_working(max(unit.today, about.digest_on))
    reminders.snooze(unit, about.id, to)
    cards.want(unit, person, digests.matter_of(about.digest_on))
    return say("snoozed" if to <= about.due_on else "snoozed-past", day=to, due=about.due_on)


ACTIONS: dict[str, Callable[[Unit, Person, Reminder | None], Phrase | None]] = {digests.SNOOZE: _snooze}
