"""Buttons under messages and keys under the typing box."""

import pytest

CANT = "can't parse inline keyboard button:"
ARRAYS = "must be an Array of Arrays"


def inline(*rows):
    return {"inline_keyboard": [list(row) for row in rows]}


def button(label="x", **kind):
    return {"text": label} | (kind or {"callback_data": "d"})


@pytest.mark.parametrize(("data", "fits"), [("x" * 64, True), ("x" * 65, False), ("字" * 21, True), ("字" * 22, False)])
async def test_callback_data_holds_64_bytes(api, phone, data, fits):
    markup = inline([button(callback_data=data)])
    answer = await api("sendMessage", chat_id=phone.user.id, text="x", reply_markup=markup)

    assert answer.body["ok"] is fits
    assert fits or answer.refusal == (400, "Bad Request: BUTTON_DATA_INVALID")


async def test_a_hundred_buttons_fit_and_one_more_does_not(api, phone):
    fits, too_many = inline(*[[button()] * 5] * 20), inline(*[[button()] * 5] * 20, [button()])

    assert (await api("sendMessage", chat_id=phone.user.id, text="x", reply_markup=fits)).body["ok"]
    assert (await api("sendMessage", chat_id=phone.user.id, text="x", reply_markup=too_many)).refusal == (
        400,
        "Bad Request: reply markup is too long",
    )


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        (inline([button(callback_data="")]), f"{CANT} Text buttons are unallowed in the inline keyboard"),
        (inline([{"callback_data": "d"}]), f'{CANT} Can\'t find field "text"'),
        (inline(["x"]), f"{CANT} InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [button()]}, f'field "inline_keyboard" of the InlineKeyboardMarkup {ARRAYS}'),
        ({"keyboard": ["x"]}, f'field "keyboard" {ARRAYS}'),
        ({"keyboard": [[7]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        (inline([button(url="no where")]), "inline keyboard button URL 'no where' is invalid: Wrong HTTP URL"),
    ],
)
async def test_a_keyboard_that_is_wrong_is_refused(api, phone, markup, reason):
    answer = await api("sendMessage", chat_id=phone.user.id, text="x", reply_markup=markup)

    assert answer.refusal == (400, f"Bad Request: {reason}")


async def test_keys_stay_under_the_typing_box_until_taken_away(api, phone):
    await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup={"keyboard": [["Boy", {"text": "Girl"}]]})
    await api("sendMessage", chat_id=phone.user.id, text="still there")
    shown = phone.keys
    phone.tap("Girl")
    await api("sendMessage", chat_id=phone.user.id, text="gone", reply_markup={"remove_keyboard": True})

    assert shown == ("Boy", "Girl")
    assert phone.messages[-2].text == "Girl"
    assert phone.keys == ()


async def test_a_one_time_keyboard_goes_with_the_first_tap(api, phone):
    markup = {"keyboard": [["Boy"]], "one_time_keyboard": True}
    await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup=markup)
    phone.tap("Boy")

    assert phone.keys == ()


async def test_a_key_may_ask_for_the_contact(api, phone):
    markup = {"keyboard": [[{"text": "me", "request_contact": True}]]}
    await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup=markup)
    phone.tap("me")

    assert (await api("getUpdates", offset=-1)).result[0]["message"]["contact"]["user_id"] == phone.user.id


async def test_a_forced_reply_makes_the_next_text_a_reply(api, phone):
    asked = (await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup={"force_reply": True})).result
    phone.say("answer")

    update = (await api("getUpdates", offset=-1)).result[0]
    assert update["message"]["reply_to_message"]["message_id"] == asked["message_id"]
