"""HTTP to Telegram on aiohttp: python-telegram-bot's own seam, at a third of the default's cost."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

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
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants to hear nothing."""
    wait = error.retry_after
    return wait if isinstance(wait, (int, float)) else wait.total_seconds()
