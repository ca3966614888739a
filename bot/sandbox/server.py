"""The sandbox over HTTP: the Bot API, files, the control API, the stream of events and the page."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from .api import BotApi
from .city import City, CityControl, ClockControl, Office, Persona, RehearsalControl, Strip, Those
from .control import Control
from .hall import Hall
from .stream import Stream
from .telegram import Telegram
from .webhooks import Courier

PAGE = Path(__file__).parent / "page"
LARGEST_REQUEST = 52 * 1024 * 1024
BACKLOG = 512
POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"


def create_app(
    telegram: Telegram,
    *,
    people: Sequence[Persona] = (),
    clock: ClockControl | None = None,
    city_control: CityControl | None = None,
    strip: Strip | None = None,
    office: Office | None = None,
    rehearsal: RehearsalControl | None = None,
    linked: Those | None = None,
    left: Those | None = None,
) -> web.Application:
    city = City(people, clock, city_control, strip, office or Office(), rehearsal, linked, left)
    api, stream = BotApi(telegram), Stream(telegram)
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[only_own_page])
    app.router.add_route("*", r"/bot{token:[^/]+}/{method:[A-Za-z]+}", api.answer)
    app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", api.file)
    app.router.add_get("/sandbox/events", stream.serve)
    app.add_routes(Control(telegram).routes())
    app.add_routes(Hall(telegram, city).routes())
    app.router.add_get("/", index)
    app.router.add_static("/page/", PAGE)
    app.cleanup_ctx.append(Courier(telegram).work)
    app.on_response_prepare.append(always_fresh)
    app.on_shutdown.append(stream.close)
    app.on_shutdown.append(lambda _: end_polls(telegram))
    return app


async def index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})


@web.middleware
async def only_own_page(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page from elsewhere may not use the phones here; bots and tests send no origin."""
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden
    return await handler(request)


async def always_fresh(request: web.Request, response: web.StreamResponse) -> None:
    """After an upgrade no browser may go on with the old page."""
    if request.method == "GET":
        response.headers.setdefault("Cache-Control", "no-cache")


async def end_polls(telegram: Telegram) -> None:
    for bot in telegram.bots.values():
        bot.queue.wake()


@dataclass(frozen=True, slots=True)
class Served:
    """A running server; a poll whose client went away is given up at once."""

    url: str
    runner: web.AppRunner

    async def stop(self) -> None:
        await self.runner.cleanup()


async def serve(app: web.Application, *, host: str = "127.0.0.1", port: int = 0) -> Served:
    """Serves on a port, on any free one if it is 0."""
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, host, port, backlog=BACKLOG).start()
    return Served(f"http://{host}:{runner.addresses[0][1]}", runner)


async def serve_bare(*, host: str = "127.0.0.1", port: int = 8080) -> None:
    """Only the Bot API and the page, no bot of ours: until it is cancelled."""
    served = await serve(create_app(Telegram()), host=host, port=port)
    sys.stdout.write(f"{served.url}\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await served.stop()
