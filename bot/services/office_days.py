"""Changing the office calendar. What was reminded of stays, what is still to come moves; nobody is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules import deadlines
from bot.rules.audits import due_of_reading
from bot.rules.calendar import roc_year
from bot.rules.calendar_file import Listed, read, whole_years
from bot.rules.duties import Duty
from bot.rules.office_days import AFTERWARDS, check_age, check_declared, check_operator
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.roster import Sheet
from storage import calendars, cards, cases, duties, ledger, people
from storage.calendars import Day
from storage.unit import Unit

from . import calendars as office_calendars
from . import case_cards

KINDS: Mapping[bool, str] = {True: "worked", False: "closed"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file said: of whole years how many days are off, how many days of other years; how many declared days
    stand over it all; whether anything is new."""

    years: tuple[tuple[int, int], ...]
    single: int
    declared: int
    is_news: bool

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        if not self.is_news:
            return (say("calendar-unchanged"),)
        said = [say("calendar-imported", roc=roc_year(year), year=year, off=off) for year, off in self.years]
        said += [say("calendar-single-days", count=self.single)] if self.single else []
        said += [say("calendar-declared-stand", count=self.declared)] if self.declared else []
        return tuple(said)


def import_official(unit: Unit, sheet: Sheet) -> Imported:
    """All or nothing. Raises CalendarRefused with every fault."""
    listed = read(sheet)
    years = whole_years(listed)
    before = calendars.official(unit), calendars.known(unit).years
    calendars.put_official(unit, sorted(years), _kept(listed, years))
    after = calendars.official(unit), calendars.known(unit).years
    off = {year: sum(not each.works for each in listed if each.day.year == year) for year in sorted(years)}
    single = sum(each.day.year not in years for each in listed)
    done = Imported(tuple(off.items()), single, len(calendars.declared(unit)), before != after)
    if done.is_news:
        ledger.append(unit, "calendar_imported", years=sorted(years), days=len(listed), off=sum(off.values()))
        recount(unit)
    return done


def _kept(listed: Sequence[Listed], years: frozenset[int]) -> list[Day]:
    """Of a whole year only what is not as in a plain week."""
    return [(each.day, each.works, each.note) for each in listed if each.day.year not in years or not each.is_plain]


# --- single days -----------------------------------------------------------------------------------------------------


def declared(unit: Unit) -> list[Day]:
    """The days that were declared and can still be taken back."""
    return [each for each in calendars.declared(unit) if each[0] >= unit.today - AFTERWARDS]


def line(day: Day) -> Phrase:
    when, works, note = day
    return say(f"office-day-{KINDS[works]}", day=when, note=note or say("nothing"))


def declare(unit: Unit, person: Person, day: date, works: bool, note: str) -> Phrase:
    """From now on the office works on this day, or does not; open steps are counted anew."""
    check_operator(person)
    check_declared(day, works, unit.today, office_calendars.office(unit))
    calendars.declare(unit, (day, works, note))
    ledger.append(unit, "office_day_declared", day=day, kind=KINDS[works], note=note, by=person.staff_no)
    recount(unit)
    return say(f"office-day-declared-{KINDS[works]}", day=day)


def take_back(unit: Unit, person: Person, day: date) -> Phrase:
    """The day is again as the official calendar says."""
    check_operator(person)
    check_age(day, unit.today)
    if not calendars.take_back(unit, day):
        raise RuleViolation("office-day-gone", day=day)
    ledger.append(unit, "office_day_taken_back", day=day, by=person.staff_no)
    recount(unit)
    return say("office-day-taken-back", day=day)


def recount(unit: Unit) -> None:
    """Open steps and reports to read are counted in the working days there are now; the cards that show a new date
    follow, silently."""
    calendar = office_calendars.office(unit)
    for owed in duties.all_open(unit, Duty.READING):
        duties.reschedule(unit, owed.id, due_of_reading(owed.opened_on, calendar))
    for filed in cases.open_cases(unit):
        arrived = filed.step_since.astimezone(unit.zone).date()
        speed = str(filed.case.answers.get("speed", "ordinary"))
        assert filed.case.at is not None
        deadline = deadlines.of_step(arrived, speed, calendar, filed.case.at.patience)
        if cases.reschedule(unit, filed.case.id, deadline):
            matter = case_cards.matter_of(filed.case)
            for person in people.by_ids(unit, set(cards.viewers(unit, matter))).values():
                cards.want(unit, person, matter)
