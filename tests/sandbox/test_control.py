"""The control API: what the page and tests in other processes do."""

import asyncio
import base64
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.sandbox.city import Office, Persona, Situation
from bot.sandbox.server import create_app, serve

BUTTONS = {"inline_keyboard": [[{"text": "核准", "callback_data": "c1"}]]}


class City:
    """A city that writes down what it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.moment = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    async def turn(self, to: datetime) -> Sequence[dict]:
        self.moment = to
        return [{"who": "王小明", "what": "password -7"}]

    async def seek(self) -> Sequence[dict]:
        return [{"who": "王小明", "what": "sought"}]

    def situations(self) -> Sequence[Situation]:
        return [Situation("day9", "第 9 天", "還少三份紀錄")]

    async def run(self, name: str) -> list[int]:
        self.asked.append(name)
        return [102]

    async def reset(self) -> None:
        self.asked.append("reset")

    async def strip(self, user_id: int) -> list[dict]:
        return [{"who": str(user_id), "what": "核准", "state": "now"}]


@pytest.fixture
def do(served, session):
    """Calls the control API; answers with status and body."""

    async def call(verb: str, path: str, **body):
        async with session.request(verb, f"{served.url}{path}", json=body or None) as response:
            text = await response.text()
            return response.status, json.loads(text) if text[:1] in "[{" else text

    return call


@pytest.fixture
def deed(do, phone):
    return lambda what, /, **body: do("POST", f"/sandbox/chats/{phone.user.id}/{what}", **body)


async def test_a_person_is_made_and_speaks(do, telegram):
    _, person = await do("POST", "/sandbox/users", first_name="李", language_code="zh-hant")
    await do("POST", f"/sandbox/chats/{person['id']}/say", text="/start CODE")

    entities = telegram.only_bot().queue.first(1)[0]["message"]["entities"]
    assert entities == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_chat_can_be_read(api, do, phone):
    await api("sendMessage", chat_id=phone.user.id, text="<b>x</b>", parse_mode="HTML", reply_markup=BUTTONS)
    _, chat = await do("GET", f"/sandbox/chats/{phone.user.id}")

    assert [message["text"] for message in chat["messages"]] == ["/start", "x"]
    assert chat["messages"][1]["buttons"] == [[{"label": "核准", "data": "c1"}]]
    assert (chat["started"], chat["blocked"], chat["older"]) == (True, False, False)


async def test_a_long_chat_is_read_in_pieces(do, phone):
    for number in range(99):
        phone.say(str(number))
    _, newest = await do("GET", f"/sandbox/chats/{phone.user.id}?last=10")
    _, older = await do("GET", f"/sandbox/chats/{phone.user.id}?last=10&before={newest['messages'][0]['id']}")

    assert [message["text"] for message in older["messages"]] == [str(number) for number in range(79, 89)]
    assert newest["older"] is True


async def test_buttons_are_tapped_by_label_or_data(api, deed, phone, telegram):
    sent = (await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup=BUTTONS)).result
    await deed("tap", label="核准")
    await deed("tap", message_id=sent["message_id"], data="forged")

    taps = [update["callback_query"]["data"] for update in telegram.only_bot().queue.first(9)[1:]]
    assert taps == ["c1", "forged"]


async def test_keys_are_pressed(api, deed, phone):
    await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup={"keyboard": [["是"]]})
    await deed("key", label="是")

    assert phone.messages[-1].text == "是"


@pytest.mark.parametrize("kind", ["photo", "document", "sticker", "voice", "contact", "location"])
async def test_other_things_are_sent(deed, phone, kind):
    assert (await deed("send", kind=kind))[0] == 200
    assert phone.messages[-1].media == kind


async def test_a_file_goes_up_and_down(deed, do, served, session, phone):
    content = base64.b64encode("內容".encode()).decode()
    await deed("send", kind="document", name="表.txt", mime_type="text/plain", content=content)
    _, chat = await do("GET", f"/sandbox/chats/{phone.user.id}")
    async with session.get(f"{served.url}/sandbox/files/{chat['messages'][-1]['media']['file_id']}") as response:
        assert (await response.read()).decode() == "內容"


async def test_a_page_in_a_file_is_not_shown_as_one(deed, do, served, session, phone):
    content = base64.b64encode(b"<script>").decode()
    await deed("send", kind="document", name="x.html", mime_type="text/html", content=content)
    _, chat = await do("GET", f"/sandbox/chats/{phone.user.id}")
    async with session.get(f"{served.url}/sandbox/files/{chat['messages'][-1]['media']['file_id']}") as response:
        assert response.content_type == "application/octet-stream"


async def test_a_message_is_edited_forwarded_and_deleted(deed, phone):
    number = phone.say("old")
    await deed("edit", message_id=number, text="new")
    await deed("forward", text="轉傳")
    texts = [message.text for message in phone.messages]
    await deed("delete", message_id=number)

    assert texts == ["/start", "new", "轉傳"]
    assert [message.text for message in phone.messages] == ["/start", "轉傳"]


async def test_a_start_link_is_opened(deed, phone):
    await deed("open", url="https://t.me/sandbox_bot?start=CODE")

    assert phone.messages[-1].text == "/start CODE"


async def test_a_group_link_brings_the_bot_into_a_group(deed, telegram):
    _, answer = await deed("open", url="https://t.me/sandbox_bot?startgroup=CODE")

    last = telegram.only_bot().queue.first(9)[-1]["message"]
    assert (last["text"], last["chat"]["id"]) == ("/start@sandbox_bot CODE", answer["result"]["chat_id"])


async def test_blocking_and_unblocking(deed, do, phone):
    await deed("block")
    blocked = (await do("GET", f"/sandbox/chats/{phone.user.id}"))[1]["blocked"]
    refused = await deed("say", text="x")
    await deed("unblock")

    assert (blocked, refused[0], (await deed("say", text="x"))[0]) == (True, 409, 200)


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("dance", {}, 404),
        ("tap", {"label": "nothing"}, 404),
        ("edit", {"message_id": 99, "text": "x"}, 404),
        ("say", {}, 400),
        ("say", {"text": " "}, 409),
        ("send", {"kind": "planet"}, 409),
        ("send", {"kind": "photo", "content": "bm8gcGljdHVyZQ=="}, 409),
    ],
)
async def test_what_cannot_be_done_is_said(deed, name, body, status):
    assert (await deed(name, **body))[0] == status


async def test_a_page_from_elsewhere_may_not_use_a_phone(served, session, phone):
    headers = {"Origin": "https://example.com"}
    url = f"{served.url}/sandbox/chats/{phone.user.id}/say"
    async with session.post(url, json={"text": "x"}, headers=headers) as response:
        assert response.status == 403


async def test_an_unknown_person_has_no_phone(do, phone):
    assert (await do("POST", "/sandbox/chats/4711/say", text="x"))[0] == 404


async def test_faults_are_ordered_and_cleared(api, do, phone):
    _, ordered = await do("POST", "/sandbox/faults", kind="server_error", method="getMe", times=2)
    failed = (await api("getMe")).status
    _, cleared = await do("DELETE", "/sandbox/faults")

    assert ordered["waiting"][0]["times"] == 2
    assert (failed, cleared["waiting"], (await api("getMe")).status) == (500, [], 200)


async def test_every_call_can_be_slowed(do, telegram):
    await do("POST", "/sandbox/faults", latency_ms=7)

    assert telegram.faults.latency_ms == 7


async def test_violations_are_listed_and_cleared(api, do):
    await api("sendTelepathy")
    _, found = await do("GET", "/violations")
    await do("DELETE", "/violations")

    assert [(each["kind"], each["method"]) for each in found] == [("unknown_method", "sendTelepathy")]
    assert (await do("GET", "/violations"))[1] == []


async def test_what_happens_is_told_at_once(api, served, session, phone):
    async with asyncio.timeout(5), session.get(f"{served.url}/sandbox/events") as stream:
        await stream.content.readline()
        await api("sendMessage", chat_id=phone.user.id, text="news")
        while not (line := await stream.content.readline()).startswith(b"data: "):
            pass

    told = json.loads(line.removeprefix(b"data: "))
    assert (told["kind"], told["chat_id"], told["message"]["text"], told["unread"]) == (
        "message", phone.user.id, "news", 1,
    )  # fmt: skip


async def test_a_city_is_plugged_in(telegram, session):
    city = City()
    persona = Persona(7, "A1", "王小明", "科員", "勞動局", ("承辦",))
    app = create_app(telegram, people=[persona], clock=city, city_control=city, strip=city.strip)
    served = await serve(app)

    async def do(verb: str, path: str, **body):
        async with session.request(verb, served.url + path, json=body or None) as response:
            return await response.json() if response.ok else response.status

    state = await do("GET", "/sandbox/state")
    turned = await do("POST", "/sandbox/clock", to="2026-12-08")
    back = await do("POST", "/sandbox/clock", to="2026-12-01")
    sought = await do("POST", "/sandbox/clock", to="reminder")
    strip = await do("GET", "/sandbox/strip/7")
    await do("POST", "/sandbox/situations/day9")
    await do("POST", "/sandbox/reset")
    await served.stop()

    assert (state["people"][0]["name"], state["situations"][0]["name"]) == ("王小明", "day9")
    assert turned["clock"]["now"] == "2026-12-08T08:30:00+08:00"
    assert turned["sent"] == [{"who": "王小明", "what": "password -7"}]
    assert sought["sent"] == [{"who": "王小明", "what": "sought"}]
    assert state["people"][0]["linked"] is True
    assert (back, strip[0]["state"], city.asked) == (409, "now", ["day9", "reset"])


async def test_without_a_city_there_is_no_clock_to_turn(do, phone):
    state = (await do("GET", "/sandbox/state"))[1]

    assert state["clock"]["can_turn"] is False
    assert (await do("POST", "/sandbox/clock", to="2026-12-08"))[0] == 404
    assert [person["user_id"] for person in state["people"]] == [phone.user.id]


async def test_without_a_city_reset_empties_the_chats(do, api, phone, telegram):
    await do("POST", "/sandbox/reset")

    assert (telegram.users, telegram.only_bot().chats) == ({}, {})


def test_the_clock_offers_tomorrow_the_next_working_day_and_the_eighth():
    friday = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)
    stops = Office().stops(friday)

    assert {name: stop.date().isoformat() for name, stop in stops.items()} == {
        "tomorrow": "2026-11-28",
        "working_day": "2026-11-30",
        "eighth": "2026-12-08",
    }


async def test_the_bot_is_chosen_among_several(do, telegram, phone):
    telegram.add_bot("77:other")
    await do("POST", f"/sandbox/chats/{phone.user.id}/say?bot=77", text="hello")

    assert telegram.only_bot(77).queue.first(1)[0]["message"]["text"] == "hello"


async def test_without_a_bot_nobody_can_be_spoken_to(do, telegram, phone):
    telegram.bots.clear()

    assert (await do("POST", f"/sandbox/chats/{phone.user.id}/say", text="x"))[0] == 409
