"""A tap wants one answer, in time."""

import pytest

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTONS = {"inline_keyboard": [[{"text": "核准", "callback_data": "c1"}, {"text": "駁回", "callback_data": "c2"}]]}


@pytest.fixture
async def tap(api, phone) -> str:
    await api("sendMessage", chat_id=phone.user.id, text="?", reply_markup=BUTTONS)
    await api("getUpdates", offset=2**31)
    return phone.tap("核准")


async def test_a_tap_comes_with_its_message(api, phone, tap):
    query = (await api("getUpdates")).result[0]["callback_query"]

    assert (query["id"], query["data"], query["from"]["id"]) == (tap, "c1", phone.user.id)
    assert (query["message"]["text"], query["message"]["reply_markup"]) == ("?", BUTTONS)
    assert isinstance(query["chat_instance"], str)


async def test_an_answer_is_shown_as_a_toast(api, phone, tap, kinds, clock):
    await api("answerCallbackQuery", callback_query_id=tap, text="收到")
    clock.turn(seconds=60)

    assert (phone.toasts, phone.alerts, phone.is_answered(tap)) == (["收到"], [], True)
    assert kinds() == []


async def test_an_answer_may_be_an_alert(api, phone, tap):
    await api("answerCallbackQuery", callback_query_id=tap, text="不行", show_alert=True)

    assert phone.alerts == ["不行"]


async def test_an_answer_may_be_silent(api, phone, tap):
    await api("answerCallbackQuery", callback_query_id=tap)

    assert phone.toasts == []


async def test_a_second_answer_is_refused(api, tap, kinds):
    await api("answerCallbackQuery", callback_query_id=tap)

    assert (await api("answerCallbackQuery", callback_query_id=tap)).refusal == (400, TOO_OLD)
    assert kinds() == ["second_answer"]


async def test_a_late_answer_is_refused_and_counted_once(api, tap, clock, kinds):
    clock.turn(seconds=16)

    assert (await api("answerCallbackQuery", callback_query_id=tap)).refusal == (400, TOO_OLD)
    assert kinds() == ["late_answer"]


async def test_the_deadline_can_be_moved(api, tap, clock, telegram):
    telegram.answer_deadline = 30
    clock.turn(seconds=16)

    assert (await api("answerCallbackQuery", callback_query_id=tap)).result is True


async def test_an_unknown_tap_is_refused(api, kinds):
    assert (await api("answerCallbackQuery", callback_query_id="1")).refusal == (400, TOO_OLD)
    assert kinds() == ["unknown_tap"]


async def test_a_tap_that_nobody_answers_is_found_once(tap, clock, telegram, kinds):
    before = kinds()
    clock.turn(seconds=16)

    assert before == []
    assert kinds() == kinds() == ["unanswered_tap"]
    assert "c1" in telegram.violations[0].detail


@pytest.mark.parametrize(("length", "fits"), [(200, True), (201, False)])
async def test_a_toast_holds_200_characters(api, tap, length, fits):
    answer = await api("answerCallbackQuery", callback_query_id=tap, text="字" * length)

    assert answer.body["ok"] is fits
    assert fits or answer.refusal == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_a_forged_tap_comes_through(api, phone, tap):
    phone.tap_data(phone.last.message_id, "forged")

    assert (await api("getUpdates")).result[-1]["callback_query"]["data"] == "forged"


async def test_a_tap_on_a_message_that_is_gone_shows_only_its_number(api, phone, tap):
    phone.tap_inaccessible(phone.last.message_id, "c1")

    message = (await api("getUpdates")).result[-1]["callback_query"]["message"]
    assert (message["date"], message["message_id"], "text" in message) == (0, phone.last.message_id, False)


async def test_a_button_that_is_not_there_cannot_be_tapped(phone, tap):
    with pytest.raises(LookupError, match="no button '完成' on this phone"):
        phone.tap("完成")


async def test_the_newest_button_with_the_label_is_meant(api, phone, tap):
    newer = {"inline_keyboard": [[{"text": "核准", "callback_data": "newer"}]]}
    await api("sendMessage", chat_id=phone.user.id, text="again", reply_markup=newer)
    older = phone.messages[1]
    phone.tap("核准")
    phone.tap("核准", message=older)

    data = [update["callback_query"]["data"] for update in (await api("getUpdates")).result[1:]]
    assert data == ["newer", "c1"]


async def test_a_start_link_in_a_button_starts_the_bot(api, phone):
    url = "https://t.me/sandbox_bot?start=CODE"
    await api(
        "sendMessage", chat_id=phone.user.id, text="x", reply_markup={"inline_keyboard": [[{"text": "開", "url": url}]]}
    )
    phone.tap("開")

    assert phone.messages[-1].text == "/start CODE"


async def test_another_address_leads_nowhere(phone):
    phone.open_link("https://t.me/other_bot?start=CODE")
    phone.open_link("https://example.com/")

    assert len(phone.messages) == 1
