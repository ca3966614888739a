"""HTTP to Telegram on aiohttp: python-telegram-bot's own seam, at a third of the default's cost."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from itertools import chain, repeat
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import structlog
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

log = structlog.get_logger()

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
JSON = {"Content-Type": "application/json"}


class Unreached(NetworkError):
    """Nobody answered: neither the message nor its chat can be the cause."""


class AiohttpRequest(BaseRequest):
    """One keep-alive session. A failure on the wire is told without the address, which holds the token."""

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ_SECONDS

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        assert self._session is not None, "initialize() comes first"
        seconds = READ_SECONDS if read_timeout is None or isinstance(read_timeout, DefaultValue) else read_timeout
        timeout = aiohttp.ClientTimeout(connect=CONNECT_SECONDS, sock_read=seconds)
        try:
            proxy = _proxy(url.rpartition("/")[0])
            content = _content(request_data)
            async with self._session.request(method, url, **content, timeout=timeout, proxy=proxy) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise Unreached(type(error).__name__) from None


@cache
def _proxy(address: str) -> str | None:
    """The proxy of the environment, looked up once: aiohttp's `trust_env` would do it for every request, and read a
    netrc too."""
    parts = urlsplit(address)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


def _content(data: RequestData | None) -> dict[str, Any]:
    """The parameters as JSON, as PTB encodes them; with files as multipart."""
    if data is not None and data.contains_files:
        return {"data": _form(data)}
    return {"data": data.json_payload, "headers": JSON} if data is not None and data.parameters else {}


def _form(data: RequestData) -> aiohttp.FormData:
    """A file keeps its name as it is: Telegram would show the percent signs of a quoted one."""
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def is_telegrams(error: BaseException) -> bool:
    """Whether Telegram said it itself: a page that a proxy put in its place does not parse."""
    cause = error.__cause__
    return cause is None or (isinstance(cause, InvalidToken) and is_telegrams(cause))


async def insist(call: Callable[[], Awaitable[object]]) -> None:
    """Call until Telegram does it; only its own no ends the tries."""
    for pause in chain(PAUSES, repeat(PAUSES[-1])):
        try:
            await call()
            return
        except TelegramError as error:
            if isinstance(error, (InvalidToken, BadRequest, Forbidden)) and is_telegrams(error):
                raise
            wait = max(pause, seconds_of(error)) if isinstance(error, RetryAfter) else pause
            log.warning("Telegram cannot be reached, trying again", error=type(error).__name__, seconds=wait)
            await asyncio.sleep(wait)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants to hear nothing."""
    wait = error.retry_after
    return wait if isinstance(wait, (int, float)) else wait.total_seconds()
