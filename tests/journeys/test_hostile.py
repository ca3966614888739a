"""What must not work, and what must not break: forged taps, strangers, identity numbers, strange texts, files."""

import sqlite3

import pytest

from bot.sandbox.groups import invite_bot, say_in_group
from bot.sandbox.phone import Phone
from bot.services import linking
from storage import inbox
from tests.journeys.steps import KIND, apply_for_account, everything, fill
from tests.rig import Rig

IDENTITY = (
    "A123456789",
    "a123456789",
    "Ａ１２３４５６７８９",
    "A-123-456-789",
    "A 123 456 789",
    "idA123456789",
    "A1\u200b23456789",
)


def stranger(rig: Rig) -> Phone:
    return Phone(rig.telegram, rig.telegram.add_user("路人"))


async def test_a_stranger_gets_one_polite_sentence_and_learns_nothing(rig: Rig) -> None:
    phone = stranger(rig)
    for words in ("/start", "/apply", "您好", "/mine"):
        await rig.say(phone, words)

    answers = {each.text for each in phone.messages if not each.mine}

    assert len(answers) == 1
    assert "請向貴機關管理者索取邀請連結" in answers.pop()
    assert not phone.commands


async def test_a_code_links_once_and_is_kept_only_as_its_hash(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    code = officer.messages[0].text.split()[1]
    thief = stranger(rig)
    await rig.say(thief, f"/start {code}")

    assert "無效" in thief.last.text
    assert code not in everything(rig)


async def test_of_two_chats_that_race_for_a_code_one_is_linked(rig: Rig) -> None:
    ((_, code),) = await rig.office.store.write(lambda unit: linking.invite(unit, ["O1"]))
    racers = [stranger(rig) for _ in range(8)]
    for each in racers:
        each.say(f"/start {code}")
    await rig.settle()

    assert sorted("您好" in each.last.text for each in racers) == [False] * 7 + [True]
    assert sum("無效" in each.last.text for each in racers) == 7


@pytest.mark.parametrize("identity", IDENTITY)
async def test_an_identity_number_is_deleted_and_neither_stored_nor_echoed(rig: Rig, identity: str) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    await rig.say(officer, f"查 {identity} 的投保")

    assert "已拒收並刪除" in officer.last.text
    assert not any("投保" in each.text and each.mine for each in officer.messages)
    assert "123456789" not in everything(rig)
    assert identity not in everything(rig)


async def test_an_identity_number_put_in_by_editing_is_deleted_too(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    message_id = officer.say("/menu")
    await rig.settle()
    officer.edit(message_id, "A123456789")
    await rig.settle()

    assert "已拒收並刪除" in officer.last.text
    assert "A123456789" not in everything(rig)


async def test_an_identity_number_in_callback_data_is_not_kept(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    officer.tap_data(officer.last.message_id, "cA123456789")
    await rig.settle()

    assert "A123456789" not in everything(rig)
    assert officer.toasts


async def test_somebody_elses_button_is_refused(rig: Rig) -> None:
    officer, head, other = await rig.link("O1", "H1", "O2")
    number = await apply_for_account(rig, officer)
    card = rig.card(head, number)
    for row in card.buttons:
        for button in row:
            other.tap_data(other.last.message_id, button.data or "")
            await rig.settle()

            assert "不是給您的" in other.toasts[-1]

    assert "辦理中" in rig.card(officer, number).text


@pytest.mark.parametrize(
    "data", ["", "c", "f", "r", "cxxxxxxxxxxxxxxxx", "zzz", "c" + "字" * 20, "c'; DROP TABLE cases;--", "c\x00"]
)
async def test_forged_data_is_answered_and_changes_nothing(rig: Rig, data: str) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    head.tap_data(rig.card(head, number).message_id, data)
    await rig.settle()

    assert head.toasts
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_ones_own_button_behind_another_letter_is_no_button(rig: Rig) -> None:
    """A case's, a question's about that case, a list's, a form's; a reminder's."""
    officer, head, operator = await rig.link("O1", "HO", "IC")
    number = await apply_for_account(rig, officer)
    for words in ("/mine", "/apply"):
        await rig.say(head, words)
    head.tap("退回補正", message=rig.card(head, number))
    await rig.say(operator, "/calendar")
    letters = set()
    for phone in (head, operator):
        for data in [each.data or "" for message in phone.messages for row in message.buttons for each in row]:
            letters.add(data[0])
            for letter in {*"fcdr"} - {data[0]}:
                phone.tap_data(phone.last.message_id, letter + data[1:])
                await rig.settle()

                assert "按鈕已經失效" in phone.toasts[-1]

    assert letters == {*"fcr"}
    assert await rig.office.store.read(inbox.unfinished) == []


async def test_a_button_of_an_earlier_step_does_nothing_later(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    number = await apply_for_account(rig, officer)
    approve = rig.card(head, number).buttons[0][0].data or ""
    await rig.tap(head, "核准")
    head.tap_data(rig.card(head, number).message_id, approve)
    await rig.settle()

    assert "已由 李局長" in head.toasts[-1]
    assert rig.card(administrator, number).labels == ("完成", "退回補正")


async def test_a_tap_on_a_message_we_do_not_know_counts_and_the_message_follows(rig: Rig) -> None:
    """A message that was sent while the bot died is unknown to the tables, but its buttons are good."""
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    card = rig.card(head, number)
    with sqlite3.connect(rig.address.removeprefix("sqlite:///")) as connection:
        connection.execute("DELETE FROM copies WHERE message_id = ?", (card.message_id,))
    await rig.tap(head, "核准")
    shown = next(each for each in head.messages if each.message_id == card.message_id)

    assert not shown.labels
    assert "核准" in shown.text


@pytest.mark.parametrize(
    "words",
    [
        "<b>&amp;</b> & < > \"'",
        "_*[](){}~`#+-=|.!",
        "😀" * 300,
        "\u202egnirts\u2066x",
        "a\x00b\x07c",
        "👨‍👩‍👧‍👦e\u0301",
    ],
)
async def test_strange_texts_are_taken_and_shown_without_harm(rig: Rig, words: str) -> None:
    officer, head = await rig.link("O1", "H1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    await rig.say(officer, words)
    await rig.tap(officer, "送出")

    assert rig.card(head, "115-A2-0001").labels == ("核准", "退回補正", "駁回")


async def test_a_text_that_is_too_long_is_refused_with_its_length(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    await rig.say(officer, "😀" * 2048)

    assert "2048 字" in officer.last.text


@pytest.mark.parametrize("send", ["send_photo", "send_sticker", "send_voice", "send_location"])
async def test_whatever_is_no_text_is_refused_with_one_sentence(rig: Rig, send: str) -> None:
    (officer,) = await rig.link("O1")
    getattr(officer, send)()
    await rig.settle()

    assert "只收文字" in officer.last.text


async def test_a_contact_is_deleted_for_it_holds_a_number(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    officer.send_contact()
    await rig.settle()

    assert "已拒收並刪除" in officer.last.text
    assert not any(each.media for each in officer.messages)


async def test_forwarded_words_are_refused(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    officer.forward("核准", "某人")
    await rig.settle()

    assert "不收轉傳" in officer.last.text


async def test_a_group_is_answered_once_and_left(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    group = invite_bot(rig.telegram, rig.account, officer.user, "我們這一組")
    say_in_group(rig.account, officer.user, group, "/apply@sandbox_bot")
    await rig.settle()
    said = [each for each in group.messages.values() if "一對一" in each.words.text]

    assert len(said) == 1


async def test_an_update_that_is_delivered_twice_is_acted_on_once(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    officer.say("/menu")
    (update,) = rig.account.queue.first(1)
    await rig.settle()
    answers = len(officer.messages)
    rig.account.queue.put_again(update)
    await rig.settle()

    assert len(officer.messages) == answers
