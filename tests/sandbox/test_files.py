"""Files both ways, and albums."""

import json

import aiohttp
import pytest

from bot.sandbox.media import PIXEL

TOKEN = "1001001:sandbox-token"


@pytest.fixture
def upload(served, session):
    async def call(method: str, files: dict[str, bytes], **params):
        form = aiohttp.FormData({name: str(value) for name, value in params.items()})
        for name, content in files.items():
            form.add_field(name, content, filename=f"{name}.bin")
        async with session.post(f"{served.url}/bot{TOKEN}/{method}", data=form) as response:
            return await response.json()

    return call


async def test_a_document_of_a_person_can_be_fetched(api, phone, served, session):
    phone.send_document("表.pdf", b"%PDF-content")
    document = (await api("getUpdates")).result[-1]["message"]["document"]
    path = (await api("getFile", file_id=document["file_id"])).result["file_path"]
    async with session.get(f"{served.url}/file/bot{TOKEN}/{path}") as response:
        content = await response.read()

    assert (document["file_name"], content) == ("表.pdf", b"%PDF-content")


async def test_a_file_of_the_bot_can_be_sent_again_by_its_id(api, phone, upload):
    sent = await upload("sendDocument", {"document": b"abc"}, chat_id=phone.user.id)
    file_id = sent["result"]["document"]["file_id"]
    await api("sendDocument", chat_id=phone.user.id, document=file_id)

    assert phone.last.file == b"abc"


async def test_an_unknown_path_is_not_found(served, session):
    async with session.get(f"{served.url}/file/bot{TOKEN}/documents/none.pdf") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({}, "there is no document in the request"),
        ({"document": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ({"document": "https://example.com/a.pdf"}, "failed to get HTTP URL content"),
        ({"document": "attach://nothing"}, "there is no document in the request"),
    ],
)
async def test_a_document_must_be_there(api, phone, params, reason):
    assert (await api("sendDocument", chat_id=phone.user.id, **params)).refusal == (400, f"Bad Request: {reason}")


async def test_an_unknown_file_cannot_be_fetched(api):
    assert (await api("getFile", file_id="x")).refusal == (400, "Bad Request: invalid file_id")


async def test_an_empty_file_is_refused(phone, upload):
    answer = await upload("sendDocument", {"document": b""}, chat_id=phone.user.id)

    assert answer["description"] == "Bad Request: file must be non-empty"


async def test_a_photo_must_be_an_image(phone, upload):
    good = await upload("sendPhoto", {"photo": PIXEL}, chat_id=phone.user.id)
    bad = await upload("sendPhoto", {"photo": b"text"}, chat_id=phone.user.id)

    assert good["result"]["photo"][0]["width"]
    assert bad["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


@pytest.mark.parametrize(("length", "fits"), [(1024, True), (1025, False)])
async def test_a_caption_holds_1024_units(phone, upload, length, fits):
    answer = await upload("sendPhoto", {"photo": PIXEL}, chat_id=phone.user.id, caption="字" * length)

    assert answer["ok"] is fits
    assert fits or answer["description"] == "Bad Request: message caption is too long"


async def test_an_album_is_sent_as_one(phone, upload):
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in ("one", "two")]
    answer = await upload(
        "sendMediaGroup", {"one": PIXEL, "two": PIXEL}, chat_id=phone.user.id, media=json.dumps(media)
    )

    groups = {message["media_group_id"] for message in answer["result"]}
    assert (len(answer["result"]), len(groups)) == (2, 1)
    assert [message.text for message in phone.messages[-2:]] == ["one", "two"]


@pytest.mark.parametrize("media", [[], [{"type": "photo"}] * 11, [{"type": "photo"}, {"type": "document"}], "x", ["x"]])
async def test_an_album_that_is_wrong_is_refused(api, phone, media):
    assert (await api("sendMediaGroup", chat_id=phone.user.id, media=media)).status == 400


async def test_a_caption_can_be_edited(api, phone, upload):
    sent = await upload("sendPhoto", {"photo": PIXEL}, chat_id=phone.user.id, caption="old")
    place = {"chat_id": phone.user.id, "message_id": sent["result"]["message_id"]}
    await api("editMessageCaption", **place, caption="new")

    assert phone.last.text == "new"
    assert (await api("editMessageText", **place, text="x")).refusal == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
