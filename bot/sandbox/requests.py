"""Reads the parameters of a call from an HTTP request, in any of the four ways that Telegram takes."""

import json
from typing import Any

from aiohttp import BodyPartReader, web

from .errors import ApiError, bad_request
from .params import Params, Upload
from .violations import ViolationKind

FORM = "application/x-www-form-urlencoded"


async def read_params(request: web.Request) -> Params:
    """What stands in the address and what came in the body; the body wins."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if not request.body_exists:
        return Params(values)
    if request.content_type == "application/json":
        values |= _json(await request.read())
    elif request.content_type == "multipart/form-data":
        await _multipart(request, values, uploads)
    elif request.content_type == FORM:
        values |= dict(await request.post())
    return Params(values, uploads)


def _json(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse JSON object", ViolationKind.BROKEN_REQUEST) from error
    if not isinstance(value, dict):
        raise bad_request("object expected", ViolationKind.BROKEN_REQUEST)
    return value


async def _multipart(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise ApiError(400, "Bad Request: can't parse multipart body", kind=ViolationKind.BROKEN_REQUEST)
        content = bytes(await part.read(decode=False))
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, mime_type, content)
