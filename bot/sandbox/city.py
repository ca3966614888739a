"""What a bot may plug into the page: its people, a clock to turn, situations, and the way of the present case."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from .shapes import Json

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Persona:
    """A person at the left of the page; `roles` and `group` are shown as they are."""

    user_id: int
    staff_no: str
    name: str
    title: str
    agency: str
    roles: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A ready-made moment to step into; title and hint are shown as they are, or in the language of the page where they
    are given by language."""

    name: str
    title: str | Mapping[str, str]
    hint: str | Mapping[str, str] = ""


class ClockControl(Protocol):
    def now(self) -> datetime: ...

    async def turn(self, to: datetime) -> Sequence[Json]:
        """Turns the clock and lets the scheduler run; one object for each thing sent: who, what, user_id."""
        ...

    async def seek(self) -> Sequence[Json]:
        """Turns on to the next day on which somebody is reminded; nothing is sent when no day of a year is one."""


class CityControl(Protocol):
    def situations(self) -> Sequence[Situation]: ...

    async def run(self, name: str) -> Sequence[int]:
        """Steps into a situation; whose chats are worth a look, by user id."""
        ...

    async def reset(self) -> None: ...


class RehearsalControl(Protocol):
    """A long work in the background: `state` (idle, running, done, failed), `progress` and the `lines` that came of it,
    and the files it wrote, a picture heat.png among them."""

    def state(self) -> Json: ...

    def start(self, first: date) -> None: ...

    def file(self, name: str) -> Path | None: ...


# Of whom something is true just now, by user id.
Those = Callable[[], Awaitable[Collection[int]]]

# The way of the present case of this person, step by step: who, what, state (done, now, next), perhaps when and case.
Strip = Callable[[int], Awaitable[list[Json]]]


def weekday(day: date) -> bool:
    return day.weekday() < SATURDAY


TAIPEI = ZoneInfo("Asia/Taipei")


@dataclass(frozen=True, slots=True)
class Office:
    """When the city works: what the page needs to offer the next working day."""

    timezone: tzinfo = TAIPEI
    morning: time = time(8, 30)
    is_working_day: Callable[[date], bool] = weekday

    def opening(self, day: date) -> datetime:
        return datetime.combine(day, self.morning, self.timezone)

    def stops(self, now: datetime) -> dict[str, datetime]:
        """The moments that the page offers to turn to."""
        today = now.astimezone(self.timezone).date()
        return {
            "tomorrow": self.opening(today + timedelta(days=1)),
            "working_day": self.opening(self._next(today, self.is_working_day)),
            "eighth": self.opening(self._next(today, lambda day: day.day == 8)),
        }

    def _next(self, today: date, fits: Callable[[date], bool]) -> date:
        day = today + timedelta(days=1)
        while not fits(day):
            day += timedelta(days=1)
        return day


OFFICE = Office()


@dataclass(frozen=True, slots=True)
class City:
    """All that is plugged in; in bare mode nothing is. `linked` are those whose phones the bot knows; the others are
    shown as not linked yet, or as having left if they are among `left`."""

    people: Sequence[Persona] = ()
    clock: ClockControl | None = None
    control: CityControl | None = None
    strip: Strip | None = None
    office: Office = OFFICE
    rehearsal: RehearsalControl | None = None
    linked: Those | None = None
    left: Those | None = None
