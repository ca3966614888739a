"""The door for Telegram's webhook: 200 means that the update is kept; and what a supervisor may ask."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from bot.arrivals import number_of
from storage.unit_thread import StorageAway

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the name of a header
Receive = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
Health = Callable[[], Awaitable[dict[str, Any]]]
Metrics = Callable[[], Awaitable[tuple[bytes, str]]]
"""A page and its content type."""


class ListenRefused(Exception):
    """The machine does not let us listen there."""


def create_app(secret: str, receive: Receive, health: Health, metrics: Metrics) -> web.Application:
    async def telegram(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), secret.encode()):
            return web.Response(status=403)
        try:
            update = await request.json()
        except ValueError:
            return web.Response(status=400)
        if number_of(update) is None:
            return web.Response(status=400)
        try:
            await receive([update])
        except StorageAway:
            return web.Response(status=503)
        return web.Response()

    async def healthy(_: web.Request) -> web.Response:
        state = await health()
        return web.json_response(state, status=200 if state["ok"] else 503)

    async def measured(_: web.Request) -> web.Response:
        page, content_type = await metrics()
        return web.Response(body=page, headers={"Content-Type": content_type})

    app = web.Application(client_max_size=1 << 20)
    app.add_routes([web.get("/health", healthy), web.get("/metrics", measured)])
    if secret:  # without one anybody could speak as anybody
        app.add_routes([web.post(PATH, telegram)])
    return app


async def serve(app: web.Application, listen: str) -> web.AppRunner:
    """Listen at HOST:PORT until the runner is cleaned up."""
    host, _, port = listen.rpartition(":")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]") or "127.0.0.1", int(port)).start()
    except OSError:
        await runner.cleanup()
        raise ListenRefused(listen) from None
    return runner
