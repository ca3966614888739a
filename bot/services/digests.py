"""Digests: all that a morning has to say to one person, in one message that follows what is done."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.rules.calendar import OfficeCalendar, Reason
from bot.rules.duties import Duty, period
from bot.rules.onsite import CHECKLIST
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, Value, say
from bot.rules.reminders import RULES
from storage import buttons, cards, digests, people
from storage.agenda import Matter
from storage.buttons import Letter
from storage.outbox import Lane
from storage.reminders import Reminder
from storage.unit import Unit

from . import calendars, chains, proposing

SNOOZE = "snooze"
SUSPEND = "person-suspend"
MOST = 20
FEW = 2
DONE = say("digest-done")
Offered = dict[tuple[str, str], str]
Proposed = frozenset[int]
"""The reminders that propose to suspend."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom a digest tells, of which day, and what all its lines look up."""

    person: Person
    day: date
    calendar: OfficeCalendar
    names: Mapping[str, Value]


def matter_of(day: date) -> str:
    return f"{digests.PREFIX}{day}"


def put(unit: Unit, person_ids: Sequence[int], day: date) -> None:
    """One digest for each of these people for whom something waits; none for what is over already."""
    waited = digests.put(unit, person_ids, day)
    said = sorted(digests.said(unit, waited, day), key=lambda each: each.person_id)
    known = people.by_ids(unit, {each.person_id for each in said})
    for person_id, own in groupby(said, key=lambda each: each.person_id):
        _offer(unit, known[person_id], day, list(own))
        cards.want(unit, known[person_id], matter_of(day), Lane.DIGEST)


def _offer(unit: Unit, person: Person, day: date, said: Sequence[Reminder]) -> None:
    """Make the buttons that are not there yet: the sender only looks."""
    there = buttons.offered(unit, person.id, matter_of(day), 0)
    proposed = proposing.among(unit, said)
    wanted = [(action, str(each.id)) for each in said for action in _actions(each, proposed)]
    buttons.offer(unit, Letter.REMINDER, person.id, matter_of(day), 0, [each for each in wanted if each not in there])


def _actions(reminder: Reminder, proposed: Proposed) -> tuple[str, ...]:
    rule = RULES[reminder.rule]
    offered = (rule.action, rule.quick) if reminder.own else (rule.above, SUSPEND if reminder.id in proposed else None)
    return (*(each for each in offered if each), *(() if reminder.snoozed_to else (SNOOZE,)))


def lines(unit: Unit, person: Person, day: date) -> Message:
    """The digest as it stands now: what is still open for this person, as of the digest's day."""
    found = digests.said(unit, [person.id], day)
    proposed = proposing.among(unit, found)
    entries = _entries(sorted(found, key=_place))
    heading = say("digest-title", day=day, who=chains.title_of(person))
    if not entries:
        return Message((heading, DONE))
    offered = buttons.offered(unit, person.id, matter_of(day), 0)
    shown = entries[:MOST]
    spoken_of = {each.subject for entry in shown for each in (*entry[:MOST], *_late(entry, proposed)[:MOST])}
    spoken_of |= {_first(each) for each in spoken_of}
    told = _Told(person, day, calendars.office(unit), named(unit, spoken_of))
    numbers = range(1, MOST + 1) if len(entries) > 1 else (0,)
    items = tuple(
        line
        for number, each in zip(numbers, shown, strict=False)
        for line in (*_item(told, each, number), *_proposal(told, each, proposed))
    )
    rows = (_row(each, offered, number, proposed) for number, each in zip(numbers, shown, strict=False))
    more = (say("digest-more", count=len(entries) - MOST),) if len(entries) > MOST else ()
    return Message((heading, *items, *more, *calendars.warning(unit, person)), tuple(row for row in rows if row))


def is_over(message: Message) -> bool:
    """Nothing of what the digest said is open any more."""
    return DONE in message.lines


def _place(reminder: Reminder) -> tuple[str, date, str]:
    """What is one's own comes first, by its day; of others' what is alike stands together."""
    return "" if reminder.own else _sort(reminder), reminder.due_on, reminder.subject


def _sort(reminder: Reminder) -> str:
    """What has one button for all of a term is alike within the term."""
    return f"{reminder.rule}/{reminder.occurrence}" if RULES[reminder.rule].together else reminder.rule


def _entries(said: Iterable[Reminder]) -> list[tuple[Reminder, ...]]:
    """Each matter for itself; of many others' matters of one kind only the names."""
    entries: list[tuple[Reminder, ...]] = []
    for sort, alike in groupby(said, key=lambda each: _place(each)[0]):
        together = tuple(alike)
        entries += [together] if sort and len(together) > FEW else [(each,) for each in together]
    return entries


def _item(told: _Told, entry: tuple[Reminder, ...], number: int) -> tuple[Phrase, ...]:
    """What one entry says; numbered when there are several."""
    first, *rest = _words(told, entry[0]) if len(entry) == 1 else (_names(told, entry),)
    return (say("digest-item", number=number, text=first) if number else first, *rest)


def _names(told: _Told, entry: tuple[Reminder, ...]) -> Phrase:
    facts = facts_of(entry[0])
    return say(f"remind-{entry[0].rule}-many", **{**facts, "names": _listed(told, entry), "count": len(entry)})


def _listed(told: _Told, entry: Sequence[Reminder]) -> tuple[Value, ...]:
    subjects = dict.fromkeys(each.subject for each in entry[:MOST])
    return (*(told.names[each] for each in subjects), *_more(len(entry) - MOST))


def _proposal(told: _Told, entry: tuple[Reminder, ...], proposed: Proposed) -> tuple[Phrase, ...]:
    """With the button, where the matter stands for itself; of many the names."""
    late = _late(entry, proposed)
    if not late:
        return ()
    is_many = len(entry) > 1
    return (say("suspension-proposed-many", names=_listed(told, late)) if is_many else say("suspension-proposed"),)


def _late(entry: tuple[Reminder, ...], proposed: Proposed) -> list[Reminder]:
    return [each for each in entry if each.id in proposed]


def _more(count: int) -> tuple[Phrase, ...]:
    return (say("names-more", count=count),) if count > 0 else ()


def _words(told: _Told, reminder: Reminder) -> tuple[Phrase, ...]:
    """What one matter says; while there is time, also why to be early when the due date is closed."""
    person, day, due = told.person, told.day, reminder.due_on
    name = told.names[reminder.subject]
    about = {"name": name, "whose": whose(person, reminder.subject, name), "days": abs((due - day).days)}
    facts = {**facts_of(reminder), **about, "authority": told.names[_first(reminder.subject)]}
    if not reminder.own:
        return (say(f"remind-{reminder.rule}-above", **facts),)
    state = "overdue" if day > due else "today" if day == due else "before"
    line = say(f"remind-{reminder.rule}-{state}", **facts)
    why = told.calendar.explain(due)
    if day > due or why.reason_key is Reason.WORKING_DAY:
        return (line,)
    holiday = told.calendar.holiday_name(due, person.locale) or ""
    key = f"{why.reason_key}-today" if why.target == day else why.reason_key
    return (line, say(key, due=due, target=why.target, until=why.params["until"], holiday=holiday))


def whose(person: Person, subject: str, name: Value) -> Phrase:
    """Of a matter that is somebody else's: whose."""
    return say("nothing") if subject == person.staff_no else say("whose", name=name)


def facts_of(reminder: Reminder | Matter) -> dict[str, Value]:
    """What a sentence about a matter may name."""
    item = _line_of(reminder.subject) if reminder.rule == Duty.CORRECTION else say("nothing")
    return {"subject": reminder.subject, "period": period(reminder.occurrence), "due": reminder.due_on, "item": item}


def _line_of(subject: str) -> Phrase:
    """Of a correction what the checklist says there."""
    return say(f"onsite-item-{CHECKLIST[int(subject.rpartition('/')[2]) - 1].code}")


def _first(subject: str) -> str:
    """Of AUTHORITY/AGENCY the authority."""
    return subject.partition("/")[0]


def named(unit: Unit, subjects: Collection[str]) -> dict[str, Value]:
    """People by their names, agencies by theirs; of AUTHORITY/AGENCY/BUSINESS the agency and the business."""
    staff = people.by_staff_nos(unit, subjects)
    houses = {each.code: each.name for each in people.all_agencies(unit)}
    return {each: chains.title_of(staff[each]) if each in staff else _house(houses, each) for each in subjects}


def _house(houses: dict[str, str], subject: str) -> Value:
    _, _, audited = subject.partition("/")
    code, _, business = (audited or subject).partition("/")
    name = houses.get(code, subject)
    return say("agency-business", agency=name, business=business) if business else name


def _row(entry: tuple[Reminder, ...], offered: Offered, number: int, proposed: Proposed) -> tuple[Button, ...]:
    """What can be done about a matter; about many together only what shows them all."""
    reminder, together = entry[0], RULES[entry[0].rule].together
    actions = _actions(reminder, proposed) if len(entry) == 1 else (together,) if together else ()
    return tuple(
        Button(_label(action, reminder, number), offered[action, str(reminder.id)])
        for action in actions
        if (action, str(reminder.id)) in offered
    )


def _label(action: str, reminder: Reminder, number: int) -> Phrase:
    if number and action == SNOOZE:
        return say("button-snooze-of", number=number)
    return say(f"button-{action}", number=reminder.subject, whose=say("nothing"), period=period(reminder.occurrence))


def refresh(unit: Unit, rule: str, subject: str, occurrence: str) -> None:
    """A matter is done or has changed: every digest that may show it is brought up to date, whoever's it is."""
    found = digests.of_matter(unit, rule, subject, occurrence)
    known = people.by_ids(unit, {person_id for person_id, _ in found})
    for person_id, matter in found:
        cards.want(unit, known[person_id], matter)
