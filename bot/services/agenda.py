"""/calendar: the dates that concern a person, why each is on its day, and what is closed this month; also as a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.rules.agenda import next_rung
from bot.rules.calendar import Month, OfficeCalendar, Reason, is_weekend
from bot.rules.duties import Duty, month_term
from bot.rules.office_days import may_declare
from bot.rules.people import Person, Role
from bot.rules.phrases import Button, Message, Phrase, Value, say
from bot.rules.reminders import RULES
from bot.rules.requests import CaseState
from storage import agenda, buttons, cases, duties, people, rights
from storage.agenda import Matter
from storage.buttons import Letter
from storage.reminders import Reminder
from storage.unit import Unit

from . import calendars, digests, office_day_form, reminding, telling

FILE, DAYS = "agenda", "office_days"
MOST = 20
CLOCKS = frozenset({"password", "certificate"})


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of a person: what falls due, and in sentences why it does and when the bot speaks of it."""

    identity: str
    due: date
    title: Phrase
    why: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the file shows; `at` is when it was drawn."""

    dates: tuple[Dated, ...]
    at: datetime


def show(unit: Unit, person: Person) -> None:
    """The next dates with their reasons, the closed days, and the file to take along."""
    found = _dates(unit, person)
    items = (line for each in found[:MOST] for line in (_head(unit, each), *each.why))
    more = (say("digest-more", count=len(found) - MOST),) if len(found) > MOST else ()
    lines = (say("agenda-title"), *(items if found else (say("agenda-empty"),)), *more, *_closed(unit, person))
    telling.show(unit, person, Message((*lines, *calendars.warning(unit, person)), _buttons(unit, person, found)))


def _head(unit: Unit, dated: Dated) -> Phrase:
    return say("agenda-item" if dated.due >= unit.today else "agenda-item-late", title=dated.title, due=dated.due)


def look(unit: Unit, person_id: int, params: Mapping[str, Any]) -> Seen:
    return Seen(_dates(unit, people.by_id(unit, person_id)), unit.now)


def file_name(seen: Seen) -> Phrase:
    return say("agenda-file-name")


def _dates(unit: Unit, person: Person) -> tuple[Dated, ...]:
    """The soonest first; what is overdue comes before."""
    calendar = calendars.office(unit)
    matters = [*agenda.of_person(unit, person.id), *_coming(unit, person)]
    names = digests.named(unit, [each.subject for each in matters])
    found = [_of_matter(unit, person, each, names[each.subject], calendar) for each in matters]
    return tuple(sorted([*found, *_own_cases(unit, person, calendar)], key=lambda each: (each.due, each.identity)))


def _coming(unit: Unit, person: Person) -> Iterator[Matter]:
    """Of this month and the next the monthly duties that no sweep has opened yet."""
    holds = rights.open_account(unit, person.id, Role.OFFICER, person.agency) is not None
    owes = ((Duty.RECORD, person.staff_no),) * holds
    owes += ((Duty.AUDIT, person.agency),) * (Role.ADMINISTRATOR in person.roles)
    for term in (month_term(unit.today), month_term(Month.of(unit.today).plus(1).first)):
        for duty, subject in owes:
            if term.due_on >= unit.today and duties.find(unit, duty, subject, term.occurrence) is None:
                yield Matter(duty.value, subject, term.occurrence, term.due_on)


def _of_matter(unit: Unit, person: Person, matter: Matter, name: Value, calendar: OfficeCalendar) -> Dated:
    facts = {**digests.facts_of(matter), "name": name}
    why = (say("agenda-why", text=say(f"why-{matter.rule}", **facts)), *_early(person, matter.due_on, calendar))
    following = _next(unit, person, matter, calendar)
    return Dated(
        _identity(matter),
        matter.due_on,
        say(f"agenda-{matter.rule}", **facts),
        (*why, *following) if matter.due_on >= unit.today else why,
    )


def _identity(matter: Matter) -> str:
    """A clock that starts anew keeps its place in the calendar."""
    parts = (matter.rule, matter.subject, matter.occurrence)
    return "/".join(parts[:2] if matter.rule in CLOCKS else parts)


def _own_cases(unit: Unit, person: Person, calendar: OfficeCalendar) -> Iterator[Dated]:
    """By when others have to decide what I applied for."""
    for filed in cases.of_party(unit, person.id):
        case = filed.case
        if case.state is CaseState.OPEN and filed.step_due and filed.seat:
            seat = say(f"role-{filed.seat.role}")
            yield Dated(
                f"case/{case.number}/{case.opened}",
                filed.step_due,
                say("agenda-own-case", number=case.number),
                (say("agenda-why-own-case", seat=seat), *_early(person, filed.step_due, calendar)),
            )


def _early(person: Person, due: date, calendar: OfficeCalendar) -> tuple[Phrase, ...]:
    """Why to be done earlier, when the office is closed on the day itself."""
    why = calendar.explain(due)
    if why.reason_key is Reason.WORKING_DAY:
        return ()
    holiday = calendar.holiday_name(due, person.locale) or ""
    return (say(why.reason_key, due=due, target=why.target, until=why.params["until"], holiday=holiday),)


def _next(unit: Unit, person: Person, matter: Matter, calendar: OfficeCalendar) -> tuple[Phrase, ...]:
    """When the bot speaks of it next, and which day that was to be."""
    found = next_rung(RULES[matter.rule], matter.due_on, unit.today, calendar)
    if found is None:
        return ()
    if found.nominal == found.day:
        return (say("agenda-next", day=found.day),)
    holiday = calendar.holiday_name(found.nominal, person.locale) or say("agenda-not-worked")
    return (say("agenda-next-moved", day=found.day, nominal=found.nominal, holiday=holiday),)


def _closed(unit: Unit, person: Person) -> Iterator[Phrase]:
    """Of this month and the next: the days off that are not weekends, and the weekends that are worked."""
    calendar, month = calendars.office(unit), Month.of(unit.today)
    for each in (month, month.plus(1)):
        days = [date(each.year, each.month, n) for n in range(1, each.last.day + 1)]
        changed = [day for day in days if calendar.is_working(day) is is_weekend(day)]
        named = tuple(_named(day, calendar, person.locale) for day in changed)
        key = "agenda-closed" if named else "agenda-closed-none"
        yield say(key, month=each.month, days=named)


def _named(day: date, calendar: OfficeCalendar, locale: str) -> Phrase:
    short = f"{day.month}/{day.day}"
    if calendar.is_working(day):
        return say("agenda-day-worked", day=short)
    return say("agenda-day-off", day=short, name=calendar.holiday_name(day, locale) or say("agenda-not-worked"))


# --- taps ------------------------------------------------------------------------------------------------------------


def _buttons(unit: Unit, person: Person, found: tuple[Dated, ...]) -> tuple[tuple[Button, ...], ...]:
    actions = [FILE] * bool(found) + [DAYS] * may_declare(person)
    return tuple((Button(say(f"button-{each}"), _button(unit, person, each)),) for each in actions)


def _button(unit: Unit, person: Person, action: str) -> str:
    matter = f"calendar:{person.id}"
    known = buttons.offered(unit, person.id, matter, 0).get((action, ""))
    return known or buttons.offer(unit, Letter.REMINDER, person.id, matter, 0, [(action, "")])[0]


def _send_file(unit: Unit, person: Person, about: Reminder | None) -> Phrase:
    telling.hand_out(unit, person, FILE)
    return say("agenda-file-sent")


reminding.ACTIONS[FILE] = _send_file
reminding.ACTIONS[DAYS] = office_day_form.show
