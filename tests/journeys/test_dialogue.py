"""One question at a time: back, skip, edit, cancel, put aside, and a bot that dies in the middle."""

from datetime import timedelta

from telegram.ext import ConversationHandler

from bot.rules.fields import QuestionType
from tests.journeys.steps import KIND, apply_for_account, everything, fill
from tests.rig import Rig


async def test_a_form_goes_on_where_it_was_after_a_restart(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    await rig.tap(officer, "LI-01 目前加保")
    await rig.restart()
    await rig.tap(officer, "選好了")
    await rig.restart()
    await rig.say(officer, "運輸業稽查")

    assert "法令依據" in officer.last.text


async def test_back_asks_the_question_before_and_keeps_the_answers(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    await rig.tap(officer, "LI-01 目前加保")
    await rig.tap(officer, "選好了")
    await rig.tap(officer, "上一步")

    assert "✅ LI-01 目前加保" in officer.last.labels


async def test_the_first_question_has_no_way_back(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)

    assert "上一步" not in officer.last.labels


async def test_cancel_sends_nothing_and_a_new_form_starts_empty(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "取消")

    assert "已取消" in officer.last.text

    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)

    assert "第 1 題" in officer.last.text


async def test_what_was_cancelled_can_be_restored_with_its_answers(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    preview = officer.last.text
    await rig.tap(officer, "取消")
    await rig.tap(officer, "復原")

    assert officer.last.text == preview
    assert rig.saw(officer, "已復原")


async def test_another_form_ends_what_was_cancelled(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "取消")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "復原")

    assert "這份草稿已經送出或刪除" in officer.last.text


async def test_what_was_cancelled_is_gone_the_day_after(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "取消")
    rig.clock.turn(rig.clock.now() + timedelta(days=1))
    await rig.tap(officer, "復原")

    assert "這份草稿已經送出或刪除" in officer.last.text
    assert 'INSERT INTO "drafts"' in everything(rig)

    await rig.office.bell.tidy()

    assert 'INSERT INTO "drafts"' not in everything(rig)


async def test_editing_the_kind_of_change_drops_what_belonged_to_the_first(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "異動")
    await rig.say(officer, "改辦停車管理")
    await rig.say(officer, "115.12.1")
    await rig.say(officer, "業務調整")
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請類別")
    await rig.tap(officer, "刪除")

    assert "異動內容" not in officer.last.text
    assert "申請類別：刪除" in officer.last.text


async def test_an_approval_tapped_in_the_middle_of_a_form_does_not_disturb_the_form(rig: Rig) -> None:
    mixed, officer = await rig.link("HO", "O1")
    number = await apply_for_account(rig, officer)
    await rig.say(mixed, "/apply")
    await rig.tap(mixed, KIND)
    await rig.tap(mixed, "新增")
    mixed.tap("核准", message=rig.card(mixed, number).message_id)
    await rig.settle()

    assert rig.saw(officer, "核准", last=2)

    await rig.tap(mixed, "LI-01 目前加保")
    await rig.tap(mixed, "選好了")

    assert "承辦業務" in mixed.last.text


async def test_a_reason_asked_in_the_middle_of_a_form_puts_it_aside_and_brings_it_back(rig: Rig) -> None:
    mixed, officer = await rig.link("HO", "O1")
    number = await apply_for_account(rig, officer)
    await rig.say(mixed, "/apply")
    await rig.tap(mixed, KIND)
    await rig.tap(mixed, "新增")
    await rig.tap(mixed, "LI-01 目前加保")
    await rig.tap(mixed, "選好了")
    mixed.tap("退回補正", message=rig.card(mixed, number).message_id)
    await rig.settle()

    assert rig.saw(mixed, "已先保留", last=2)

    await rig.say(mixed, "請補充業務說明")

    assert "請補充業務說明" in rig.card(officer, number).text
    assert rig.saw(mixed, "接續剛才的問題", last=4)

    await rig.say(mixed, "號誌維護")

    assert "法令依據" in mixed.last.text


async def test_giving_up_a_reason_leaves_the_case_as_it_was(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "駁回")
    await rig.say(head, "/cancel")

    assert "案件未變動" in head.last.text
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_a_reason_typed_after_another_head_decided_changes_nothing(rig: Rig) -> None:
    officer, head, other = await rig.link("O1", "H1", "H2")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "駁回")
    await rig.tap(other, "核准")
    await rig.say(head, "無業務需要")

    assert "您這次操作未生效" in head.last.text
    assert "王副局長" in rig.card(head, number).text
    assert "駁回" not in rig.card(officer, number).text


async def test_a_stale_form_button_is_answered_with_the_present_question(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    question = officer.last
    data = question.buttons[0][0].data
    await rig.tap(officer, "新增")
    officer.tap_data(question.message_id, data or "")
    await rig.settle()

    assert officer.toasts[-1] == "這個問題已經答過了"
    assert "查調項目" in officer.last.text


async def test_words_where_buttons_are_offered_are_not_guessed_at(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.say(officer, "新增")

    assert "請點選按鈕作答" in officer.last.text

    await rig.tap(officer, "新增")

    assert "查調項目" in officer.last.text


async def test_a_bad_date_is_explained_and_the_question_stays(rig: Rig) -> None:
    (officer,) = await rig.link("O2")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    await rig.tap(officer, "是")
    await rig.say(officer, "昨天")

    assert "無法辨識日期" in officer.last.text

    await rig.say(officer, "116/1/1")

    assert "還沒到" in officer.last.text

    await rig.say(officer, "1151102")

    assert "自然人憑證" in officer.last.text


async def test_every_example_is_itself_accepted(rig: Rig) -> None:
    (officer,) = await rig.link("O2")
    await rig.say(officer, "/apply")
    for _ in range(30):
        if "送出" in officer.last.labels:
            break
        lines = officer.last.text.splitlines()
        if lines[-1].startswith("例："):
            await rig.say(officer, lines[-1].removeprefix("例："))
        elif "選好了" in officer.last.labels:
            await rig.tap(officer, officer.last.labels[0])
            await rig.tap(officer, "選好了")
        else:
            await rig.tap(officer, officer.last.labels[0])

    assert officer.last.labels == ("送出", "修改", "取消")


async def test_the_language_can_be_changed_in_the_middle_of_a_form(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.say(officer, "/language")
    await rig.tap(officer, "English")

    assert rig.saw(officer, "Which change do you need?", last=1)
    assert officer.commands["apply"] == "File a request"


async def test_why_cites_the_clause_behind_the_question(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.say(officer, "/why")

    assert "五(二)1" in officer.last.text
    assert "經機關首長核章後" in officer.last.text


async def test_after_two_weeks_words_answer_nothing_and_the_question_is_asked_again(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    rig.clock.turn(rig.clock.now() + timedelta(days=15))
    await rig.say(officer, "另一個原因")

    assert "申請原因：接辦稽查業務" in officer.last.text

    await rig.say(officer, "另一個原因")

    assert "申請原因：另一個原因" in officer.last.text


async def test_after_two_weeks_a_tap_answers_nothing_and_the_question_is_asked_again(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    rig.clock.turn(rig.clock.now() + timedelta(days=15))
    await rig.tap(officer, KIND)

    assert officer.toasts[-1] == "這個問題已經答過了"
    assert KIND in officer.last.labels


async def test_words_that_were_meant_for_another_question_are_not_stored(rig: Rig) -> None:
    """Whatever state the library remembers, the row says which question is open."""
    (officer,) = await rig.link("O1")
    await fill(rig, officer)
    await rig.tap(officer, "修改")
    await rig.tap(officer, "申請原因")
    (conversation,) = [each for each in rig.office.application.handlers[0] if isinstance(each, ConversationHandler)]
    conversation._conversations[(officer.user.id,)] = QuestionType.NUMBER
    await rig.say(officer, "另一個原因")

    assert "申請原因：接辦稽查業務" in officer.last.text


async def test_a_tapped_question_shows_what_was_chosen(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    asked = officer.last.message_id
    await rig.tap(officer, KIND)
    shown = next(each for each in officer.messages if each.message_id == asked)

    assert KIND in shown.text
    assert not shown.labels
