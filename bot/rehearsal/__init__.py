"""A rehearsal: simulated office life against the real rules, services and storage, with the clock turned."""

from dataclasses import dataclass
from datetime import date

MOST_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed: days, size, and what goes wrong. `outage` is the first day without the bot and the first with
    it again; without `rollover` the day after the 10th is overdue even where the 10th was closed."""

    first: date
    last: date
    agencies: int = 30
    people: int = 300
    deputies: bool = True
    rollover: bool = True
    outage: tuple[date, date] | None = None
    seed: int = 1

    @property
    def makes_sense(self) -> bool:
        days = (self.last - self.first).days
        out = self.outage or (self.first, self.last)
        return 0 <= days <= MOST_DAYS and self.first <= out[0] <= out[1] <= self.last
