"""The control API under /sandbox/: what a person does, done over HTTP by the page or by a test in another process."""

import base64
from collections.abc import Callable
from typing import Any

from aiohttp import web

from . import actions, groups, media, screen
from .bots import BotAccount
from .errors import ApiError
from .faults import Fault, FaultKind
from .media import Media, MediaKind
from .shapes import Json, dumps
from .telegram import Telegram
from .users import User

PAGE_OF_MESSAGES = 60
MIME_TYPES = {MediaKind.PHOTO: "image/png", MediaKind.STICKER: "image/webp"}


class Control:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._deeds: dict[str, Callable[[BotAccount, User, Json], Any]] = {
            "say": lambda bot, person, body: _number(actions.say(bot, person, str(body["text"]))),
            "tap": _tap,
            "key": _key,
            "send": self._send,
            "forward": lambda bot, person, body: _number(actions.forward(bot, person, body["text"], _origin(body))),
            "edit": lambda bot, person, body: _number(actions.edit(bot, person, body["message_id"], body["text"])),
            "delete": lambda bot, person, body: actions.delete(bot, person, body["message_id"]),
            "open": self._open,
            "block": lambda bot, person, _: actions.block(bot, person),
            "unblock": lambda bot, person, _: actions.unblock(bot, person),
            "read": lambda bot, person, _: actions.read(bot, person),
            "group": self._group,
        }

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sandbox/users", self.add_user),
            web.get("/sandbox/chats/{user_id:-?[0-9]+}", self.chat),
            web.post("/sandbox/chats/{user_id:[0-9]+}/{deed}", self.deed),
            web.get("/sandbox/files/{file_id}", self.file),
            web.get("/sandbox/faults", self.faults),
            web.post("/sandbox/faults", self.add_fault),
            web.delete("/sandbox/faults", self.clear_faults),
            web.get("/violations", self.violations),
            web.delete("/violations", self.clear_violations),
        ]

    async def add_user(self, request: web.Request) -> web.Response:
        body = await request.json()
        names = {name: body.get(name) for name in ("last_name", "username", "language_code")}
        user = self.telegram.add_user(str(body["first_name"]), user_id=body.get("id"), **names)
        return answer(user.as_json())

    async def chat(self, request: web.Request) -> web.Response:
        bot, chat_id = self._bot(request), int(request.match_info["user_id"])
        chat = bot.chats.get(chat_id) or bot.private_chat(self._person(chat_id))
        last, before = request.query.get("last", PAGE_OF_MESSAGES), request.query.get("before")
        return answer(screen.shown_chat(bot, chat, last=int(last), before=int(before) if before else None))

    async def deed(self, request: web.Request) -> web.Response:
        """One deed of one person; 404 for what is not on that phone, 409 for what it cannot do now."""
        deed = self._deeds.get(request.match_info["deed"])
        if not deed:
            raise web.HTTPNotFound(text=request.match_info["deed"])
        body = await request.json() if request.can_read_body else {}
        try:
            result = deed(self._bot(request), self._person(int(request.match_info["user_id"])), body)
        except (KeyError, TypeError) as error:
            raise web.HTTPBadRequest(text=repr(error)) from error
        except LookupError as error:
            raise web.HTTPNotFound(text=str(error)) from error
        except (ApiError, PermissionError, ValueError) as error:
            raise web.HTTPConflict(text=str(error)) from error
        return answer({"result": result})

    async def file(self, request: web.Request) -> web.Response:
        file = self.telegram.files.get(request.match_info["file_id"])
        if not file:
            raise web.HTTPNotFound()
        disposition = f"inline; filename*=UTF-8''{media.quoted(file.name)}"
        safe = file.mime_type if file.mime_type in media.SHOWN else "application/octet-stream"
        return web.Response(body=file.content, content_type=safe, headers={"Content-Disposition": disposition})

    async def faults(self, _request: web.Request) -> web.Response:
        faults = self.telegram.faults
        return answer({"latency_ms": faults.latency_ms, "waiting": [fault.as_json() for fault in faults.waiting()]})

    async def add_fault(self, request: web.Request) -> web.Response:
        """A fault to wait for its call; {"latency_ms": n} alone slows every call from now on."""
        body = await request.json()
        if "kind" in body:
            self.telegram.faults.add(Fault(**(body | {"kind": FaultKind(body["kind"])})))
        else:
            self.telegram.faults.latency_ms = int(body["latency_ms"])
        return await self.faults(request)

    async def clear_faults(self, request: web.Request) -> web.Response:
        self.telegram.faults.clear()
        return await self.faults(request)

    async def violations(self, _request: web.Request) -> web.Response:
        return answer([violation.as_json() for violation in self.telegram.violations])

    async def clear_violations(self, _request: web.Request) -> web.Response:
        self.telegram.violations.clear()
        return answer([])

    def _bot(self, request: web.Request) -> BotAccount:
        wanted = request.query.get("bot")
        try:
            return self.telegram.only_bot(int(wanted) if wanted else None)
        except LookupError as error:
            raise web.HTTPConflict(text=str(error)) from error

    def _person(self, user_id: int) -> User:
        if user_id not in self.telegram.users:
            raise web.HTTPNotFound(text=f"no person {user_id}")
        return self.telegram.users[user_id]

    def _send(self, bot: BotAccount, person: User, body: Json) -> Json:
        item = self._media(MediaKind(body["kind"]), person, body)
        return _number(actions.send_media(bot, person, item, str(body.get("caption", ""))))

    def _media(self, kind: MediaKind, person: User, body: Json) -> Media:
        if kind is MediaKind.CONTACT:
            return media.contact(str(body.get("phone_number", "+886900000000")), person.first_name, person.id)
        if kind is MediaKind.LOCATION:
            return media.location(float(body.get("latitude", 24.993)), float(body.get("longitude", 121.301)))
        content = base64.b64decode(body["content"]) if "content" in body else media.PIXEL
        mime_type = body.get("mime_type") or MIME_TYPES.get(kind, "application/octet-stream")
        return media.of_file(kind, self.telegram.files.add(body.get("name", f"{kind}.bin"), mime_type, content))

    def _open(self, bot: BotAccount, person: User, body: Json) -> Json:
        chat = groups.open_group_link(self.telegram, bot, person, body["url"])
        if chat:
            return {"chat_id": chat.id}
        actions.open_link(bot, person, body["url"])
        return {}

    def _group(self, bot: BotAccount, person: User, body: Json) -> Json:
        if "chat_id" in body:
            return _number(groups.say_in_group(bot, person, bot.chats[body["chat_id"]], body["text"]))
        return {"chat_id": groups.invite_bot(self.telegram, bot, person, body["title"]).id}


def answer(body: Any) -> web.Response:
    return web.json_response(body, dumps=dumps)


def _number(message: Any) -> Json:
    return {"message_id": message.message_id}


def _origin(body: Json) -> str:
    return str(body.get("origin", "Somebody"))


def _tap(bot: BotAccount, person: User, body: Json) -> Json:
    """By message and data, by message and label, or by label alone on the newest message that has it."""
    if "data" in body:
        return {"tap": actions.tap(bot, person, body["message_id"], body["data"]).id}
    message_id, button = actions.find_button(bot, person, body["label"], body.get("message_id"))
    tap = actions.press(bot, person, message_id, button)
    return {"tap": tap.id if tap else None}


def _key(bot: BotAccount, person: User, body: Json) -> Json:
    return _number(actions.press_key(bot, person, actions.find_key(bot, person, body["label"])))
