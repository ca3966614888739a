"""The clock of the sandbox's city: turned to a moment or to the next reminder, with every office morning on the way."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from typing import Any

from bot.app import Office
from bot.clock import Clock
from bot.rules.calendar import OFFICE_OPENS, OfficeCalendar
from bot.sandbox.city import Office as Hours
from bot.sandbox.city import Persona
from bot.sandbox.phone import Phone
from storage import digests

NINE = time(9, 0)
A_YEAR = timedelta(days=366)
HOURS = Hours(morning=OFFICE_OPENS, is_working_day=OfficeCalendar().is_working)
Sent = Sequence[dict[str, Any]]


class TownClock:
    """Turns the clock of everything in the city. What is being turned is not turned a second time meanwhile."""

    def __init__(self, phones: dict[int, Phone], personas: Sequence[Persona], office: Callable[[], Office]) -> None:
        self.clock = Clock()
        self._turning = asyncio.Lock()
        self._is_awaited = False
        self._phones = phones
        self._personas = personas
        self._office = office

    def now(self) -> datetime:
        return self.clock.now()

    def begin(self) -> None:
        """Nine o'clock on the present or the next working morning."""
        today = datetime.now(HOURS.timezone).date()
        self.clock.turn(datetime.combine(OfficeCalendar().on_or_after(today), NINE, HOURS.timezone))

    async def turn(self, to: datetime) -> Sent:
        """Go to a moment; every office morning on the way rings as it would."""
        async with self._turning:
            before = self._newest()
            for moment in mornings(self._local, to):
                await self._ring(moment)
                if self._is_awaited:
                    return self._since(before)
            self.clock.turn(max(to, self.now()))
            return self._since(before)

    async def seek(self) -> Sent:
        """Go to the first morning on which a digest leaves; in a year without any, to its end."""
        async with self._turning:
            before = self._newest()
            for moment in mornings(self._local, self._local + A_YEAR):
                await self._ring(moment)
                if self._is_awaited or await self._office().store.read(lambda unit: digests.are_told(unit, unit.today)):
                    return self._since(before)
            return []

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """What is being turned stops where it is, and nothing is turned meanwhile."""
        self._is_awaited = True
        async with self._turning:
            self._is_awaited = False
            yield

    @property
    def _local(self) -> datetime:
        return self.now().astimezone(HOURS.timezone)

    async def _ring(self, moment: datetime) -> None:
        """The sweep of a morning, until every message has left that it has queued: on a closed day at once."""
        self.clock.turn(moment)
        office = self._office()
        await office.bell.ring(moment)
        while not office.idle:
            await asyncio.sleep(0.001)

    def _newest(self) -> dict[int, int]:
        return {user_id: phone.newest for user_id, phone in self._phones.items()}

    def _since(self, before: dict[int, int]) -> Sent:
        names = {each.user_id: each.name for each in self._personas}
        return [
            {"who": names[user_id], "what": each.text.partition("\n")[0], "user_id": user_id}
            for user_id, newest in before.items()
            for each in self._phones[user_id].received(newest)
        ]


def mornings(after: datetime, until: datetime) -> list[datetime]:
    days = (until.date() - after.date()).days
    opened = [datetime.combine(after.date() + timedelta(days=n), OFFICE_OPENS, after.tzinfo) for n in range(days + 1)]
    return [each for each in opened if after < each <= until]
