"""The sweep, as a chain of short transactions, and what can be tapped in a digest."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Protocol

from bot.rules.calendar import OfficeCalendar, in_office_hours
from bot.rules.duties import month_term, quarter_term, year_term
from bot.rules.kinds import kind_of
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.reminders import REMINDERS, RULES, Rule, horizon, is_escalated, latest, spoken
from storage import buttons, cards, cases, duties, ladders, reminders, seeds
from storage import digests as told
from storage.ladders import Add, Ladder
from storage.reminders import Dues, Reminder
from storage.unit import Unit

from . import calendars, deputies, digests, leaving, roster

Opening = Callable[[Unit, date], None]
Portion = tuple[Add, int, int]
MOST_ACCOUNTS = 5_000
MATTERS = 1_000
DIGESTS = 15
CASES = 50
digest_lines = digests.lines
is_over = digests.is_over


class Step(Protocol):
    """A transaction of the sweep; it returns the one after it."""

    def __call__(self, unit: Unit, /) -> "Step | None": ...


def sweep(at: datetime) -> Step:
    """The sweep of this moment: its first step. Each step is a transaction of its own and returns the one after it,
    so that what has not been committed is not passed over; a sweep that was cut short is completed by the next."""
    calendars.learn(at.year)
    return partial(_cut, at)


def _cut(at: datetime, unit: Unit) -> Step:
    """Leavers go first. Whose day has really come: a sweep ahead of time ends nobody's link."""
    roster.cut_leavers(unit)
    return partial(_stand_in, at)


def _stand_in(at: datetime, unit: Unit) -> Step:
    """Cases move to a deputy whose day has come, and back. Nobody's phone rings for it outside office hours."""
    if not in_office_hours(unit.local, calendars.office(unit)):
        return partial(_open, at)
    return _show_cases(at, deputies.unshown(unit), unit)


def _show_cases(at: datetime, case_ids: list[int], unit: Unit) -> Step:
    deputies.catch_up(unit, case_ids[:CASES])
    if rest := case_ids[CASES:]:
        return partial(_show_cases, at, rest)
    deputies.caught_up(unit)
    return partial(_open, at)


def _open(at: datetime, unit: Unit) -> Step | None:
    """The duties of this month, quarter and year are opened before anything is said of them."""
    moment = at.astimezone(unit.zone)
    return partial(_opening, moment.date(), OPENINGS) if in_office_hours(moment, calendars.office(unit)) else None


def _opening(day: date, kinds: tuple[Opening, ...], unit: Unit) -> Step:
    first, *rest = kinds
    first(unit, day)
    return partial(_opening, day, tuple(rest)) if rest else _open_records(day, *duties.accounts_span(unit))


def _audits(unit: Unit, day: date) -> None:
    duties.open_audits(unit, month_term(day), day)
    seeds.draw(unit)


def _onsite(unit: Unit, day: date) -> None:
    duties.open_onsite(unit, year_term(day), day)


def _reviews(unit: Unit, day: date) -> None:
    if term := quarter_term(day):
        duties.open_reviews(unit, term, day)


OPENINGS = (_audits, _onsite, _reviews)


def _open_records(day: date, first: int, last: int) -> Step:
    return partial(_records, day, first, last) if first <= last else partial(_inherit, day)


def _records(day: date, first: int, last: int, unit: Unit) -> Step:
    duties.open_records(unit, month_term(day), day, first, first + MATTERS - 1)
    return _open_records(day, first + MATTERS, last)


def _inherit(day: date, unit: Unit) -> Step:
    """What was opened in a leaver's name goes to who took over."""
    leaving.see_to_leavers(unit)
    return partial(_rule, day, REMINDERS)


def _rule(day: date, rules: tuple[Rule, ...], unit: Unit) -> Step:
    """Which rung the matters of the first of these rules have reached."""
    rule, *rest = rules
    return _next(day, tuple(_portions(unit, rule, day, calendars.office(unit))), tuple(rest))


def _portions(unit: Unit, rule: Rule, day: date, calendar: OfficeCalendar) -> Iterator[Portion]:
    """All that may have to be said, in ranges of keys that one transaction can hold."""
    begun = spoken(day, calendar) if rule.begins else None
    dues = reminders.dues(unit, rule.code, horizon(rule, day, calendar), begun)
    ladder = _ladder(rule, day, calendar, dues)
    if not dues or not (ladder.says_something or ladder.aside):
        return
    add = ladders.adding(unit, ladder)
    first, last = min(each.first for each in dues), max(each.last for each in dues)
    width = _width(sum(each.count for each in dues), last - first + 1)
    for start in range(first, last + 1, width):
        yield add, start, start + width - 1


def _ladder(rule: Rule, day: date, calendar: OfficeCalendar, dues: list[Dues]) -> Ladder:
    reached = [(each.due_on, rung) for each in dues if (rung := latest(rule, each.due_on, day, calendar))]
    rungs = {rung.name: due for due, rung in reached}
    escalated = max((due for due, rung in reached if is_escalated(rule, rung)), default=None)
    begun = (spoken(day, calendar), rule.begins) if rule.begins else None
    said = tuple((due, name) for name, due in rungs.items())
    return Ladder(rule.code, day, said, escalated, begun, _aside(rule, day, calendar, dues))


def _aside(rule: Rule, day: date, calendar: OfficeCalendar, dues: list[Dues]) -> tuple[date, str] | None:
    """Until which due date the names of those who are missing have to be told."""
    if rule.aside is None:
        return None
    reached = [(each.due_on, rung.name) for each in dues if (rung := rule.aside.given(each.due_on, day, calendar))]
    return max(reached, default=None)


def _width(count: int, span: int) -> int:
    """So many keys that about a thousand matters lie among them, and never more than five thousand accounts."""
    return max(1, min(MOST_ACCOUNTS, MATTERS * span // count))


def _next(day: date, portions: tuple[Portion, ...], rules: tuple[Rule, ...]) -> Step:
    """No digest before the last reminder row."""
    if portions:
        return partial(_add, day, portions, rules)
    return partial(_rule, day, rules) if rules else partial(_digest, day, 0)


def _add(day: date, portions: tuple[Portion, ...], rules: tuple[Rule, ...], unit: Unit) -> Step:
    add, first, last = portions[0]
    add(unit, first, last)
    return _next(day, portions[1:], rules)


def _digest(day: date, after: int, unit: Unit) -> Step | None:
    found, following = told.awaiting(unit, day, after, DIGESTS)
    digests.put(unit, found, day)
    return None if following is None else partial(_digest, day, following)


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
    if about and not told.is_open(unit, about):
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
