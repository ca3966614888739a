"""The door of the Bot API: faults, pauses and limits first, then the method, and the answer in Telegram's form."""

import asyncio
import inspect
from typing import Any

from aiohttp import web

from .calls import Call
from .errors import ApiError, too_many_requests
from .faults import Fault, FaultKind
from .methods import Method, method
from .params import Params
from .requests import read_params
from .shapes import Json, compact, dumps
from .telegram import Telegram
from .violations import ViolationKind

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n</body>\r\n</html>\r\n"
SERVER_FAULTS = {FaultKind.SERVER_ERROR: ApiError(500, "Internal Server Error")}


class BotApi:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def answer(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        try:
            bot = self.telegram.bot(request.match_info["token"])
            known = method(name)
            call = Call(self.telegram, bot, known.name, await read_params(request))
        except ApiError as error:
            return self._refused(name, error)
        self._note_unknown(known, call.params)
        return await self._through_faults(request, known, call)

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            self.telegram.bot(request.match_info["token"])
        except ApiError as error:
            return _json(_refusal(error), error.code)
        file = self.telegram.files.at(request.match_info["path"])
        if not file:
            return _json(_refusal(ApiError(404, "Not Found")), 404)
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def run(self, known: Method, call: Call) -> Any:
        """Runs a method that a webhook's answer asked for, outside faults and limits."""
        result = known.acting()(call)
        return await result if inspect.isawaitable(result) else result

    async def _through_faults(self, request: web.Request, known: Method, call: Call) -> web.StreamResponse:
        chat_id = call.params.integer("chat_id") or None
        fault = self.telegram.faults.take(known.name, chat_id)
        delay = self._delay(fault)
        await asyncio.sleep(delay) if delay else None
        if fault and fault.kind is FaultKind.DROPPED:
            return _drop(request)
        if fault and fault.kind is FaultKind.BAD_GATEWAY:
            return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
        if fault and fault.kind is FaultKind.ODD_ANSWER:
            return web.Response(status=fault.status, text=fault.body, content_type="text/html")
        response = await self._answer_of(known, call, chat_id, fault)
        await asyncio.sleep(delay) if delay else None
        if fault and fault.kind is FaultKind.REPLY_LOST:
            return _drop(request)
        return response

    def _delay(self, fault: Fault | None) -> float:
        """Half of the latency lies before the act and half after it."""
        ordered = fault.latency_ms if fault and fault.kind is FaultKind.LATENCY else 0
        return (self.telegram.faults.latency_ms + ordered) / 2000

    async def _answer_of(self, known: Method, call: Call, chat_id: int | None, fault: Fault | None) -> web.Response:
        try:
            self._refuse_early(known, call, chat_id, fault)
            return _json({"ok": True, "result": await self.run(known, call)})
        except ApiError as error:
            return self._refused(known.name, error)

    def _refuse_early(self, known: Method, call: Call, chat_id: int | None, fault: Fault | None) -> None:
        call.bot.flood.check(known.name, chat_id)
        if fault and fault.kind is FaultKind.TOO_MANY_REQUESTS:
            _pause(call, known.name, chat_id, fault)
            raise too_many_requests(fault.retry_after)
        if fault and fault.kind in SERVER_FAULTS:
            raise SERVER_FAULTS[fault.kind]

    def _refused(self, name: str, error: ApiError) -> web.Response:
        if error.kind:
            self.telegram.report(error.kind, name, error.description)
        return _json(_refusal(error), error.code)

    def _note_unknown(self, known: Method, params: Params) -> None:
        """Telegram passes over what it does not know; here it is written down."""
        for name in params.values:
            if name not in known.parameters:
                self.telegram.report(ViolationKind.UNKNOWN_PARAMETER, known.name, name)


def _pause(call: Call, name: str, chat_id: int | None, fault: Fault) -> None:
    if fault.whole_bot:
        call.bot.flood.pause(fault.retry_after)
    elif chat_id is None:
        call.bot.flood.pause(fault.retry_after, method=name)
    else:
        call.bot.flood.pause(fault.retry_after, chat_id=chat_id)


def _refusal(error: ApiError) -> Json:
    parameters = {"retry_after": error.retry_after} if error.retry_after else None
    head = {"ok": False, "error_code": error.code, "description": error.description}
    return head | compact(parameters=parameters)


def _json(body: Json, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, dumps=dumps)


def _drop(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
