"""Who can be written to, and what people do besides typing."""

import pytest

from bot.sandbox import groups
from bot.sandbox.phone import Phone


async def test_an_unknown_chat_is_refused(api, kinds):
    assert (await api("sendMessage", chat_id=4711, text="x")).refusal == (400, "Bad Request: chat not found")
    assert (await api("sendMessage", chat_id="@nobody", text="x")).refusal == (400, "Bad Request: chat not found")
    assert kinds() == ["unknown_chat"] * 2


async def test_a_chat_must_be_named(api):
    assert (await api("sendMessage", text="x")).refusal == (400, "Bad Request: chat_id is empty")


async def test_a_bot_cannot_write_first(api, telegram):
    silent = telegram.add_user("靜")

    assert (await api("sendMessage", chat_id=silent.id, text="x")).refusal == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


async def test_who_blocked_the_bot_gets_nothing(api, phone):
    phone.block()
    answer = await api("sendMessage", chat_id=phone.user.id, text="x")
    phone.unblock()

    assert answer.refusal == (403, "Forbidden: bot was blocked by the user")
    assert (await api("sendMessage", chat_id=phone.user.id, text="x")).body["ok"]


async def test_the_bot_hears_of_being_blocked(api, phone):
    phone.block()

    change = (await api("getUpdates")).result[-1]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")


async def test_a_blocked_bot_is_not_talked_to(phone):
    phone.block()

    with pytest.raises(PermissionError):
        phone.say("x")


async def test_messages_come_in_telegrams_full_shape(api, phone):
    message = (await api("getUpdates")).result[0]["message"]

    person = {"id": phone.user.id, "first_name": "小明", "last_name": "王"}

    assert message == {
        "message_id": 1,
        "from": person | {"is_bot": False, "language_code": "zh-hant"},
        "chat": person | {"type": "private"},
        "date": 1795395600,
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }


async def test_a_person_edits_what_was_said(api, phone):
    phone.edit(phone.say("old"), "new")

    edited = (await api("getUpdates")).result[-1]["edited_message"]
    assert (edited["text"], "edit_date" in edited) == ("new", True)


@pytest.mark.parametrize("kind", ["photo", "document", "sticker", "voice", "contact", "location"])
async def test_a_person_sends_other_things(api, phone, kind):
    getattr(phone, f"send_{kind}")()

    assert kind in (await api("getUpdates")).result[-1]["message"]
    assert phone.messages[-1].media == kind


async def test_a_forwarded_text_says_so(api, phone):
    phone.forward("hello", "李四")

    origin = (await api("getUpdates")).result[-1]["message"]["forward_origin"]
    assert (origin["type"], origin["sender_user_name"]) == ("hidden_user", "李四")


async def test_a_text_too_long_for_a_message_goes_out_in_parts(api, phone):
    phone.say("字" * 5000)

    lengths = [len(update["message"]["text"]) for update in (await api("getUpdates")).result[1:]]
    assert lengths == [4096, 904]


async def test_4096_emoji_are_one_message(api, phone):
    phone.say("😀" * 4096)

    assert (await api("getUpdates")).result[1]["message"]["text"] == "😀" * 4096


async def test_unread_messages_are_counted_until_read(api, phone):
    for text in "ab":
        await api("sendMessage", chat_id=phone.user.id, text=text)
    before = phone.chat.unread()
    phone.say("seen")

    assert (before, phone.chat.unread()) == (2, 0)


async def test_people_do_not_see_each_others_chats(api, phone, telegram):
    other = Phone(telegram, telegram.add_user("李"))
    other.say("hi")
    await api("sendMessage", chat_id=other.user.id, text="yours")

    assert [message.text for message in phone.messages] == ["/start"]
    assert other.last.text == "yours"


async def test_the_chat_can_be_asked_for(api, phone):
    chat = (await api("getChat", chat_id=phone.user.id)).result

    assert (chat["id"], chat["type"], chat["first_name"]) == (phone.user.id, "private", "小明")


async def test_a_bot_is_added_to_a_group_and_leaves_it(api, phone, telegram):
    group = groups.invite_bot(telegram, telegram.only_bot(), phone.user, "會議")
    added, joined = (await api("getUpdates")).result[1:]
    await api("sendMessage", chat_id=group.id, text="bye")
    left = await api("leaveChat", chat_id=group.id)

    assert added["my_chat_member"]["chat"]["type"] == "group"
    assert joined["message"]["new_chat_members"][0]["id"] == 1001001
    assert left.result is True
    assert (await api("sendMessage", chat_id=group.id, text="x")).refusal == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )


async def test_in_a_group_a_bot_hears_commands_and_its_name(api, phone, telegram):
    bot = telegram.only_bot()
    group = groups.invite_bot(telegram, bot, phone.user, "會議")
    await api("getUpdates", offset=2**31)
    for text in ("hello", "/help", "@sandbox_bot hi"):
        groups.say_in_group(bot, phone.user, group, text)

    assert [update["message"]["text"] for update in (await api("getUpdates")).result] == ["/help", "@sandbox_bot hi"]


async def test_a_private_chat_cannot_be_left(api, phone):
    assert (await api("leaveChat", chat_id=phone.user.id)).status == 400


async def test_typing_is_shown_for_known_actions_only(api, phone):
    assert (await api("sendChatAction", chat_id=phone.user.id, action="typing")).result is True
    assert (await api("sendChatAction", chat_id=phone.user.id, action="dancing")).refusal == (
        400,
        "Bad Request: wrong parameter action in request",
    )
