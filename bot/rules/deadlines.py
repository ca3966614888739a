"""By when a step is decided and a returned case is sent again; when an applicant may press a case on."""

from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import OfficeCalendar
from .requests import SPEED_DAYS

TO_MEND = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day; of a step also the days on which half of its time and twice its time have passed."""

    due: date
    half: date | None = None
    twice: date | None = None


def of_step(arrived: date, speed: str, calendar: OfficeCalendar, patience: int = 1) -> Deadline:
    """Day 1 is the working day after arrival; 普通件 six, 速件 three, and so many times that for an outside body."""
    days = patience * SPEED_DAYS[speed]
    due, half, twice = (calendar.add_working(arrived, each) for each in (days, (days + 1) // 2, 2 * days))
    return Deadline(due, half, twice)


def of_return(returned: date) -> Deadline:
    """Calendar days; after them nothing is closed."""
    return Deadline(returned + TO_MEND)


def nudge_day(today: date, calendar: OfficeCalendar) -> date:
    """The working day whose one 催辦 a tap uses up: on closed days still that of the working day before."""
    return calendar.on_or_before(today)
