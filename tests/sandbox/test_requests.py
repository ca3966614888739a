"""The four ways to call, the tokens, the names of methods and parameters."""

import aiohttp
import pytest

from bot.sandbox.server import create_app, serve
from bot.sandbox.telegram import Telegram

TOKEN = "1001001:sandbox-token"


@pytest.fixture
def url(served) -> str:
    return f"{served.url}/bot{TOKEN}"


async def test_a_call_may_stand_in_the_address(url, session, phone):
    async with session.get(f"{url}/sendMessage", params={"chat_id": phone.user.id, "text": "你好 & hi"}) as response:
        assert (await response.json())["result"]["text"] == "你好 & hi"


async def test_a_call_may_come_as_a_form(url, session, phone):
    form = {"chat_id": str(phone.user.id), "text": "hi", "disable_notification": "true"}
    async with session.post(f"{url}/sendMessage", data=form) as response:
        assert (await response.json())["ok"]

    assert phone.last.silent


async def test_a_call_may_come_in_parts(url, session, phone):
    form = aiohttp.FormData({"chat_id": str(phone.user.id), "caption": "附件"}, quote_fields=False)
    form.add_field("document", b"%PDF-1.7", filename="表.pdf", content_type="application/pdf")
    async with session.post(f"{url}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]

    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("表.pdf", "application/pdf", 8)


async def test_the_name_of_a_method_is_taken_in_any_case(api, phone):
    assert (await api("GETME")).result["is_bot"] is True


async def test_the_bot_says_who_it_is(api):
    me = (await api("getMe")).result

    assert (me["id"], me["username"], me["can_join_groups"]) == (1001001, "sandbox_bot", True)


async def test_an_unknown_method_is_not_found_and_written_down(api, kinds):
    assert (await api("sendTelepathy")).refusal == (404, "Not Found: method not found")
    assert kinds() == ["unknown_method"]


async def test_a_method_that_is_not_played_says_so(api, kinds):
    assert (await api("sendInvoice", chat_id=1)).status == 501
    assert kinds() == ["not_emulated"]


async def test_an_unknown_parameter_is_passed_over_and_written_down(api, phone, telegram):
    answer = await api("sendMessage", chat_id=phone.user.id, text="hi", colour="red")

    assert answer.result["text"] == "hi"
    assert [(v.kind.value, v.method, v.detail) for v in telegram.violations] == [
        ("unknown_parameter", "sendMessage", "colour")
    ]


async def test_a_body_that_is_no_json_is_refused(url, session, kinds):
    headers = {"Content-Type": "application/json"}
    async with session.post(f"{url}/sendMessage", data=b"{", headers=headers) as response:
        assert response.status == 400

    assert kinds() == ["broken_request"]


@pytest.mark.parametrize("token", ["abc", "1:", ":abc", "1:a b"])
async def test_a_token_of_the_wrong_form_is_unauthorized(served, session, token):
    async with session.get(f"{served.url}/bot{token}/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_any_token_of_the_right_form_opens_a_bot(served, session, telegram):
    async with session.get(f"{served.url}/bot77:other/getMe") as response:
        assert (await response.json())["result"]["id"] == 77

    assert len(telegram.bots) == 2


async def test_an_unknown_token_is_refused_where_tokens_are_restricted(session):
    served = await serve(create_app(Telegram(tokens=["5:known"])))
    async with session.get(f"{served.url}/bot5:known/getMe") as known:
        assert known.status == 200
    async with session.get(f"{served.url}/bot6:unknown/getMe") as unknown:
        assert unknown.status == 401
    await served.stop()


async def test_text_that_is_no_unicode_is_refused(url, session, phone):
    body = b'{"chat_id": %d, "text": "\\ud800"}' % phone.user.id
    headers = {"Content-Type": "application/json"}
    async with session.post(f"{url}/sendMessage", data=body, headers=headers) as response:
        assert (await response.json())["description"] == "Bad Request: strings must be encoded in UTF-8"
