"""Office life day by day: the morning's sweep, then what people do; everything that they would hear of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.rules.calendar import OFFICE_OPENS, OfficeCalendar
from bot.rules.deputies import may_name, next_rank
from bot.rules.people import Capacity, Deputyship, Person
from bot.rules.phrases import RuleViolation
from bot.services import calendars, deputies, outages, roster, sweeping, witness
from bot.services.sweeping import Step
from storage import agenda, migrate, people, reminders
from storage import deputies as named
from storage.agenda import Matter
from storage.engines import scratch_engine
from storage.unit import Unit

from . import Plan, acts, city, habits
from .habits import Away, chance_of
from .post import Message, deliver

T = TypeVar("T")
DAY = timedelta(days=1)
ZONE = ZoneInfo("Asia/Taipei")
SEVEN, TEN, FIVE = time(7, 0), time(10, 0), time(17, 0)
FILINGS = 1 / 250
"""How many requests somebody files on a working day."""


def rehearse(plan: Plan, folder: Path, progress: Callable[[date], None]) -> list[Message]:
    """Every message of these days, in the order in which they came; `folder` takes the database."""
    year = _Year(plan, folder / "rehearsal.db")
    try:
        return year.live(progress)
    finally:
        year.end()


class _Year:
    """One rehearsal under way: who is there, what each has in mind to do when, and what was heard so far."""

    def __init__(self, plan: Plan, file: Path) -> None:
        address = f"sqlite:///{file}"
        migrate.upgrade(address)
        self._plan = plan
        self._engine = scratch_engine(address)
        self._messages: list[Message] = []
        self._in_mind: dict[tuple[int, Matter], date] = {}
        self._everybody: dict[int, Person] = {}
        self._do(plan.first, SEVEN, self._move_in)
        absent = habits.head_away(list(self._everybody.values())) if self._everybody else None
        self._habits = {each.id: habits.habit(plan, each, absent) for each in self._everybody.values()}

    def live(self, progress: Callable[[date], None]) -> list[Message]:
        for day in (self._plan.first + n * DAY for n in range((self._plan.last - self._plan.first).days + 1)):
            self._do(day, SEVEN, self._leave)
            if not self._is_out(day):
                self._morning(day)
                self._do(day, TEN, self._work)
                self._do(day, FIVE, self._evening)
            progress(day)
        return self._messages

    def end(self) -> None:
        self._engine.dispose()

    def _do(self, day: date, at: time, work: Callable[[Unit], T]) -> T:
        """One transaction at this moment; what it queued arrives."""
        with self._engine.begin() as connection:
            unit = Unit(connection, datetime.combine(day, at, ZONE), ZONE)
            done = work(unit)
            self._messages += deliver(unit, self._everybody)
            return done

    def _move_in(self, unit: Unit) -> None:
        """Everybody is linked."""
        roster.import_roster(unit, city.roster(self._plan))
        calendars.put_rollover(unit, self._plan.rollover)
        for each in people.in_post(unit):
            people.link(unit, each.id, each.id)
        self._everybody = {each.id: each for each in people.in_post(unit)}
        unit.queued.clear()

    def _is_out(self, day: date) -> bool:
        return self._plan.outage is not None and Away(*self._plan.outage).covers(day)

    # --- the bot's day -----------------------------------------------------------------------------------------------

    def _morning(self, day: date) -> None:
        """As the bell rings; after an outage as the bot starts."""
        back = self._plan.outage is not None and day == self._plan.outage[1]
        self._do(day, OFFICE_OPENS, outages.resume if back else outages.alive)
        moment = datetime.combine(day, OFFICE_OPENS, ZONE)
        before, heard = self._do(day, OFFICE_OPENS, reminders.last_id), len(self._messages)
        step: Step | None = sweeping.sweep(moment)
        while step is not None:
            step = self._do(day, OFFICE_OPENS, step)
        self._name(heard, self._do(day, OFFICE_OPENS, lambda unit: reminders.since(unit, before, day)))
        self._do(day, OFFICE_OPENS, partial(witness.post, moment))

    def _name(self, heard: int, said: list[tuple[reminders.Reminder, str]]) -> None:
        """What the morning's digests speak of."""
        spoken: dict[str, list[str]] = defaultdict(list)
        for reminder, staff_no in said:
            spoken[staff_no].append(f"{reminder.rule} {reminder.rung}{'' if reminder.own else ' above'}")
        for place, each in enumerate(self._messages[heard:], start=heard):
            if each.sort == "digest":
                self._messages[place] = replace(each, what="; ".join(sorted(spoken[each.staff_no])))

    # --- what people do ----------------------------------------------------------------------------------------------

    def _leave(self, unit: Unit) -> None:
        for person_id, habit in self._habits.items():
            if habit.leaves == unit.today:
                people.change(unit, person_id, left_on=unit.today)

    def _present(self, unit: Unit) -> Iterator[Person]:
        if calendars.office(unit).is_working(unit.today):
            for person in self._everybody.values():
                habit = self._habits[person.id]
                if habit.is_there(unit.today) and not (habit.leaves and habit.leaves <= unit.today):
                    yield person

    def _work(self, unit: Unit) -> None:
        """Each in turn sees to what he has in mind for today, and some file a request."""
        calendar, mine = calendars.office(unit), agenda.of_everybody(unit)
        for person in self._present(unit):
            chance = chance_of(self._plan, person.staff_no, unit.today)
            for matter in mine.get(person.id, ()):
                self._notice(unit, person, matter, calendar)
                if self._in_mind[person.id, matter] <= unit.today:
                    acts.see_to(unit, person, matter, chance)
            if chance.random() < FILINGS:
                acts.apply(unit, person, chance)

    def _notice(self, unit: Unit, person: Person, matter: Matter, calendar: OfficeCalendar) -> None:
        if (person.id, matter) not in self._in_mind:
            name = f"{matter.rule}/{matter.subject}/{matter.occurrence}/{person.staff_no}"
            day = habits.day_for(self._plan, self._habits[person.id], name, unit.today, matter.due_on, calendar)
            self._in_mind[person.id, matter] = day

    def _evening(self, unit: Unit) -> None:
        """Who is on leave from tomorrow names a deputy."""
        if not self._plan.deputies:
            return
        for person in self._everybody.values():
            for away in self._habits[person.id].away:
                if may_name(person) and away.first == unit.today + DAY:
                    self._name_deputy(unit, person, away)

    def _name_deputy(self, unit: Unit, person: Person, away: Away) -> None:
        others = [each.ship for each in named.of_holder(unit, person.id)]
        rank = next_rank(away.first, away.until, others)
        try:
            with unit.savepoint():
                deputy = people.colleagues(unit, person)[0]
                ship = Deputyship(person.id, deputy, rank, away.first, away.until, Capacity.ACTING, "leave")
                deputies.name(unit, person, ship)
        except RuleViolation:
            return
