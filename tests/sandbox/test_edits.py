"""Messages are changed and deleted in place, and only where Telegram would."""

import pytest

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
BUTTON = {"inline_keyboard": [[{"text": "go", "callback_data": "d"}]]}


@pytest.fixture
async def sent(api, phone) -> dict[str, int]:
    """A message with a button, as the parameters that name it."""
    answer = await api("sendMessage", chat_id=phone.user.id, text="old", reply_markup=BUTTON)
    return {"chat_id": phone.user.id, "message_id": answer.result["message_id"]}


async def test_an_edit_shows_in_its_place(api, phone, sent):
    result = (await api("editMessageText", **sent, text="new")).result

    assert (result["text"], "edit_date" in result) == ("new", True)
    assert (phone.last.text, phone.last.edited, phone.last.buttons) == ("new", True, ())


async def test_buttons_can_be_changed_alone(api, phone, sent):
    markup = {"inline_keyboard": [[{"text": "other", "callback_data": "e"}]]}
    await api("editMessageReplyMarkup", **sent, reply_markup=markup)

    assert phone.last.text == "old"
    assert phone.last.buttons == ((("other", "e"),),)


async def test_an_edit_that_changes_nothing_is_refused(api, sent, kinds):
    assert (await api("editMessageText", **sent, text="old", reply_markup=BUTTON)).refusal == (400, NOT_MODIFIED)
    assert (await api("editMessageReplyMarkup", **sent, reply_markup=BUTTON)).refusal == (400, NOT_MODIFIED)
    assert kinds() == ["unmodified_edit"] * 2


async def test_another_preview_is_a_change_only_where_there_is_a_link(api, phone):
    plain, linked = [
        (await api("sendMessage", chat_id=phone.user.id, text=text)).result["message_id"]
        for text in ("x", "https://a.tw")
    ]
    off = {"chat_id": phone.user.id, "link_preview_options": {"is_disabled": True}}

    assert (await api("editMessageText", **off, message_id=plain, text="x")).refusal == (400, NOT_MODIFIED)
    assert (await api("editMessageText", **off, message_id=linked, text="https://a.tw")).body["ok"]


async def test_an_unknown_message_cannot_be_edited(api, phone, kinds):
    answer = await api("editMessageText", chat_id=phone.user.id, message_id=999, text="x")

    assert answer.refusal == (400, "Bad Request: message to edit not found")
    assert kinds() == ["unknown_message"]


async def test_an_edit_must_name_a_message(api, phone):
    answer = await api("editMessageText", chat_id=phone.user.id, text="x")

    assert answer.refusal == (400, "Bad Request: message identifier is not specified")


async def test_a_persons_message_cannot_be_edited(api, phone):
    number = phone.messages[0].message_id
    answer = await api("editMessageText", chat_id=phone.user.id, message_id=number, text="x")

    assert answer.refusal == (400, "Bad Request: message can't be edited")


async def test_a_message_with_keys_cannot_be_edited(api, phone):
    number = (await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup={"keyboard": [["a"]]})).result[
        "message_id"
    ]
    answer = await api("editMessageText", chat_id=phone.user.id, message_id=number, text="x")

    assert answer.refusal == (400, "Bad Request: message can't be edited")


async def test_only_buttons_can_be_put_under_an_edited_message(api, sent):
    answer = await api("editMessageText", **sent, text="x", reply_markup={"keyboard": [["a"]]})

    assert answer.refusal == (400, "Bad Request: inline keyboard expected")


async def test_a_text_has_no_caption_to_edit(api, sent):
    assert (await api("editMessageCaption", **sent, caption="x")).refusal == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )


async def test_a_deleted_message_is_gone(api, phone, sent):
    assert (await api("deleteMessage", **sent)).result is True
    assert [message.text for message in phone.messages] == ["/start"]
    assert (await api("deleteMessage", **sent)).refusal == (400, "Bad Request: message to delete not found")


async def test_a_bot_may_delete_a_persons_message(api, phone):
    await api("deleteMessage", chat_id=phone.user.id, message_id=phone.messages[0].message_id)

    assert phone.messages == ()


async def test_after_two_days_a_message_stays(api, clock, sent):
    clock.turn(hours=49)

    assert (await api("deleteMessage", **sent)).refusal == (400, "Bad Request: message can't be deleted for everyone")


async def test_many_are_deleted_at_once_and_unknown_ones_passed_over(api, phone, sent):
    numbers = [sent["message_id"], phone.messages[0].message_id, 999]

    assert (await api("deleteMessages", chat_id=phone.user.id, message_ids=numbers)).result is True
    assert phone.messages == ()


async def test_a_reply_to_an_unknown_message_is_refused_unless_allowed(api, phone):
    strict, lenient = {"message_id": 999}, {"message_id": 999, "allow_sending_without_reply": True}

    assert (await api("sendMessage", chat_id=phone.user.id, text="x", reply_parameters=strict)).refusal == (
        400,
        "Bad Request: message to be replied not found",
    )
    assert (await api("sendMessage", chat_id=phone.user.id, text="x", reply_parameters=lenient)).body["ok"]


async def test_a_reply_shows_what_it_answers(api, phone):
    reply = {"message_id": phone.messages[0].message_id}
    result = (await api("sendMessage", chat_id=phone.user.id, text="x", reply_parameters=reply)).result

    assert result["reply_to_message"]["text"] == "/start"


async def test_copies_and_forwards(api, phone, sent):
    place = {"chat_id": phone.user.id, "from_chat_id": phone.user.id, "message_id": sent["message_id"]}
    copied = (await api("copyMessage", **place)).result
    forwarded = (await api("forwardMessage", **place)).result

    assert set(copied) == {"message_id"}
    assert forwarded["forward_origin"]["type"] == "user"
    assert [message.text for message in phone.messages[-2:]] == ["old", "old"]


async def test_protected_content_is_not_forwarded(api, phone):
    place = {"chat_id": phone.user.id, "from_chat_id": phone.user.id}
    number = (await api("sendMessage", chat_id=phone.user.id, text="x", protect_content=True)).result["message_id"]

    assert (await api("forwardMessage", **place, message_id=number)).status == 400
