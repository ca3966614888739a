"""The city's part of the page: who is there, what time it is, which situations one can step into."""

from collections.abc import Sequence
from datetime import datetime

from aiohttp import web

from .bots import BotAccount
from .city import City, ClockControl, Persona, RehearsalControl
from .control import answer
from .events import Event, EventKind
from .shapes import Json
from .telegram import Telegram

NEXT_REMINDER = "reminder"


class Hall:
    def __init__(self, telegram: Telegram, city: City) -> None:
        self.telegram = telegram
        self.city = city

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sandbox/state", self.state),
            web.get("/sandbox/strip/{user_id:[0-9]+}", self.strip),
            web.post("/sandbox/clock", self.turn),
            web.post("/sandbox/situations/{name}", self.run),
            web.post("/sandbox/reset", self.reset),
            web.get("/sandbox/rehearsal", self.rehearsal),
            web.post("/sandbox/rehearsal", self.rehearse),
            web.get("/sandbox/rehearsal/{name}", self.rehearsed),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """All that a page needs to draw itself, but for the chats."""
        wanted = request.query.get("bot")
        bots = list(self.telegram.bots.values())
        bot = next((bot for bot in bots if str(bot.user.id) == wanted), bots[0] if bots else None)
        people = self._people()
        linked = await self.city.linked() if self.city.linked else [each.user_id for each in people]
        left = await self.city.left() if self.city.left else ()
        return answer(
            {
                "bots": [{"id": bot.user.id, "username": bot.user.username} for bot in bots],
                "bot_id": bot.user.id if bot else None,
                "people": [
                    self._person(bot, each) | {"linked": each.user_id in linked, "left": each.user_id in left}
                    for each in people
                ],
                "clock": self._clock(),
                "situations": self._situations(),
                "strip": self.city.strip is not None,
                "reset": self.city.control is not None,
                "rehearsal": self.city.rehearsal is not None,
            }
        )

    async def strip(self, request: web.Request) -> web.Response:
        steps = await self.city.strip(int(request.match_info["user_id"])) if self.city.strip else []
        return answer(steps)

    async def turn(self, request: web.Request) -> web.Response:
        """Turns to a moment, to the opening of a day given as a date, or to the next reminder; never back."""
        clock = self.city.clock
        if not clock:
            raise web.HTTPNotFound()
        to = str((await request.json())["to"])
        sent = await (clock.seek() if to == NEXT_REMINDER else self._turned(clock, to))
        turned = {"clock": self._clock(), "sent": list(sent), "to": to}
        self.telegram.events.tell(Event(EventKind.CLOCK, body=turned))
        return answer(turned)

    async def _turned(self, clock: ClockControl, given: str) -> Sequence[Json]:
        to = self._moment(given)
        if to <= clock.now():
            raise web.HTTPConflict()
        return await clock.turn(to)

    async def run(self, request: web.Request) -> web.Response:
        if not self.city.control:
            raise web.HTTPNotFound()
        people = await self.city.control.run(request.match_info["name"])
        self.telegram.events.tell(Event(EventKind.RESET))
        return answer({"people": list(people)})

    async def reset(self, _request: web.Request) -> web.Response:
        """The city starts anew; without a city only the chats are emptied."""
        if self.city.control:
            await self.city.control.reset()
            self.telegram.events.tell(Event(EventKind.RESET))
        else:
            self.telegram.reset()
        return answer({"result": True})

    async def rehearsal(self, _request: web.Request) -> web.Response:
        return answer(self._rehearsal().state())

    async def rehearse(self, request: web.Request) -> web.Response:
        """Begins today, and goes on in the background."""
        clock = self.city.clock
        now = clock.now() if clock else self.telegram.now()
        self._rehearsal().start(now.astimezone(self.city.office.timezone).date())
        return await self.rehearsal(request)

    async def rehearsed(self, request: web.Request) -> web.FileResponse:
        path = self._rehearsal().file(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    def _rehearsal(self) -> RehearsalControl:
        if self.city.rehearsal is None:
            raise web.HTTPNotFound
        return self.city.rehearsal

    def _people(self) -> list[Persona]:
        known = {persona.user_id for persona in self.city.people}
        others = [
            Persona(user.id, "", user.name, f"@{user.username}" if user.username else "", "")
            for user in self.telegram.users.values()
            if user.id not in known
        ]
        return [*self.city.people, *others]

    def _person(self, bot: BotAccount | None, persona: Persona) -> Json:
        chat = bot.chats.get(persona.user_id) if bot else None
        return {
            "user_id": persona.user_id,
            "staff_no": persona.staff_no,
            "name": persona.name,
            "title": persona.title,
            "agency": persona.agency,
            "roles": list(persona.roles),
            "group": persona.group,
            "unread": chat.unread() if chat else 0,
        }

    def _clock(self) -> Json | None:
        clock, office = self.city.clock, self.city.office
        now = clock.now() if clock else self.telegram.now()
        return {
            "now": now.astimezone(office.timezone).isoformat(),
            "timezone": str(office.timezone),
            "can_turn": clock is not None,
            "stops": {name: moment.isoformat() for name, moment in office.stops(now).items()},
        }

    def _moment(self, given: str) -> datetime:
        moment = datetime.fromisoformat(given)
        if len(given) == len("2026-11-23"):
            return self.city.office.opening(moment.date())
        return moment if moment.tzinfo else moment.replace(tzinfo=self.city.office.timezone)

    def _situations(self) -> list[Json]:
        if not self.city.control:
            return []
        return [{"name": item.name, "title": item.title, "hint": item.hint} for item in self.city.control.situations()]
