"""Domain A2: a head who is not in the chat signs on paper, and somebody else records it."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox.phone import Phone
from bot.services import linking
from bot.services.roster import import_roster
from storage import outbox
from tests.city import PEOPLE, roster
from tests.journeys.steps import apply_for_account, everything, has_button
from tests.rig import TAIPEI, Rig

RECORD = "登錄紙本核章"
DOCUMENT = "府交字第1150084422號"
OWN = "機關管理者帳號（附表一）"


async def waiting_for_paper(rig: Rig) -> tuple[Phone, Phone, str]:
    """An officer's request waits for heads who are not linked."""
    officer, administrator = await rig.link("O1", "A1")
    return officer, administrator, await apply_for_account(rig, officer)


async def record(rig: Rig, phone: Phone, *answers: str, document: str = DOCUMENT, day: str = "115/11/23") -> None:
    """From the card to the confirmation; `answers` are taps up to the document number."""
    for label in (RECORD, *answers):
        await rig.tap(phone, label)
    for words in (document, day):
        await rig.say(phone, words)


async def test_the_administrator_records_what_the_head_signed_on_paper(rig: Rig) -> None:
    officer, administrator, number = await waiting_for_paper(rig)

    assert rig.card(administrator, number).labels == (RECORD,)

    await record(rig, administrator, "核准", "李局長 科員", "本人", document="府交字第 1150084422 號")

    assert "核章：李局長 科員" in administrator.last.text
    assert DOCUMENT in administrator.last.text

    await rig.tap(administrator, "登錄")

    line = f"✔ 首長核章：核准　李局長 科員　1123/1000　（紙本 {DOCUMENT}，115年11月23日(一)核章，陳管理登錄）"
    assert line in rig.card(officer, number).text
    assert rig.card(administrator, number).labels == ("完成", "退回補正")
    assert '"strength":"paper"' in everything(rig).replace(" ", "")


async def test_a_paper_that_a_deputy_signed_says_so(rig: Rig) -> None:
    officer, administrator, number = await waiting_for_paper(rig)
    await record(rig, administrator, "核准", "李局長 科員", "代理", "謝新人 科員（尚未連結）")
    await rig.tap(administrator, "登錄")

    assert "謝新人 科員（代理 李局長）" in rig.card(officer, number).text


async def test_a_return_on_paper_needs_its_reason_and_the_applicant_hears_it(rig: Rig) -> None:
    officer, administrator, _ = await waiting_for_paper(rig)
    for label in (RECORD, "退回補正", "李局長 科員", "本人"):
        await rig.tap(administrator, label)
    for words in ("法令依據不足;請補", DOCUMENT, "115/11/23"):
        await rig.say(administrator, words)
    await rig.tap(administrator, "登錄")

    assert rig.saw(officer, "經 李局長 科員 退回補正，原因：「法令依據不足；請補」")


async def test_no_paper_is_recorded_where_a_head_is_in_the_chat(rig: Rig) -> None:
    officer, administrator, head = await rig.link("O1", "A1", "H1")
    number = await apply_for_account(rig, officer)

    assert not rig.saw(administrator, number)
    assert "核准" in rig.card(head, number).labels


async def test_a_head_who_links_takes_the_recording_away(rig: Rig) -> None:
    _, administrator, number = await waiting_for_paper(rig)
    await rig.tap(administrator, RECORD)
    (head,) = await rig.link("H1")

    assert not has_button(administrator, RECORD)

    await rig.tap(administrator, "核准")

    assert "首長已連結時由首長在此核示" in administrator.messages[-1].text
    assert "核准" in rig.card(head, number).labels


async def test_a_head_whose_link_is_cut_signs_on_paper_again(rig: Rig) -> None:
    officer, administrator, _ = await rig.link("O1", "A1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.office.store.write(lambda unit: linking.unlink(unit, "H1"))
    rig.office.sender.take(await rig.office.store.read(outbox.waiting))
    await rig.settle()

    assert rig.card(administrator, number).labels == (RECORD,)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("文號不詳", "無法辨識公文文號"),
        ("府交字第12號", "無法辨識公文文號"),
    ],
)
async def test_what_is_no_document_number_is_asked_again(rig: Rig, words: str, answer: str) -> None:
    _, administrator, _ = await waiting_for_paper(rig)
    for label in (RECORD, "核准", "李局長 科員", "本人"):
        await rig.tap(administrator, label)
    await rig.say(administrator, words)

    assert answer in administrator.last.text


@pytest.mark.parametrize(
    ("day", "answer"), [("115/11/20", "核章日 115年11月20日(五) 不會早於送出日"), ("115/11/24", "還沒到")]
)
async def test_a_form_from_the_chat_is_signed_after_it_was_sent_and_not_in_the_future(
    rig: Rig, day: str, answer: str
) -> None:
    _, administrator, _ = await waiting_for_paper(rig)
    await record(rig, administrator, "核准", "李局長 科員", "本人", day=day)

    assert answer in administrator.last.text


@pytest.mark.parametrize(
    ("number", "answer"),
    [("O9", "外機關 不是貴機關人員"), ("O1", "林承辦 是本案當事人"), ("X1", "X1"), ("H1", "不能是您本人")],
)
async def test_who_cannot_have_signed_for_the_head_is_refused(rig: Rig, number: str, answer: str) -> None:
    _, administrator, _ = await waiting_for_paper(rig)
    for label in (RECORD, "核准", "李局長 科員", "代理"):
        await rig.tap(administrator, label)
    await rig.say(administrator, number)

    assert answer in administrator.last.text


async def test_back_goes_to_the_question_before(rig: Rig) -> None:
    _, administrator, _ = await waiting_for_paper(rig)
    for label in (RECORD, "核准", "李局長 科員", "代理", "上一步"):
        await rig.tap(administrator, label)

    assert "李局長 科員 是本人核章" in administrator.last.text

    for label in ("上一步", "上一步"):
        await rig.tap(administrator, label)

    assert "首長在紙本上如何核示" in administrator.last.text


async def test_a_recording_that_is_cancelled_changes_nothing(rig: Rig) -> None:
    _, administrator, number = await waiting_for_paper(rig)
    await record(rig, administrator, "核准", "李局長 科員", "本人")
    await rig.tap(administrator, "取消")

    assert "未登錄任何紙本" in administrator.last.text
    assert rig.card(administrator, number).labels == (RECORD,)


# --- the administrator's own case ------------------------------------------------------------------------------------

REVIEWERS = (*PEOPLE, ("LE", "方審核", "LD", "reviewer", "", ""))


@pytest.fixture
async def labour(tmp_path: Path) -> AsyncIterator[Rig]:
    """A Dept. of Labor with two reviewers."""
    async with Rig(tmp_path, roster(REVIEWERS), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        yield rig
        assert rig.telegram.violations == []


async def ask_for_own_account(rig: Rig, phone: Phone) -> str:
    await rig.say(phone, "/apply")
    for label in (OWN, "新增", "略過"):
        await rig.tap(phone, label)
    await rig.say(phone, "新任管理者")
    await rig.tap(phone, "普通件（每步驟 6 個工作日）")
    await rig.tap(phone, "送出")
    return "115-A1-0001"


async def test_nobody_records_a_paper_on_his_own_matter_a_reviewer_does_and_another_reviews(labour: Rig) -> None:
    rig = labour
    administrator, first, second = await rig.link("A1", "LD", "LE")
    number = await ask_for_own_account(rig, administrator)

    assert not has_button(administrator, RECORD)
    assert rig.card(first, number).labels == (RECORD,)

    await record(rig, first, "核准", "李局長 科員", "本人")
    await rig.tap(first, "登錄")

    assert rig.card(first, number).labels == ()
    assert rig.card(second, number).labels == ("核准", "退回補正", "駁回")


async def test_a_reviewer_who_is_alone_records_and_reviews_and_it_is_marked(rig: Rig) -> None:
    administrator, reviewer = await rig.link("A1", "LD")
    number = await ask_for_own_account(rig, administrator)
    await record(rig, reviewer, "核准", "李局長 科員", "本人")
    await rig.tap(reviewer, "登錄")
    await rig.tap(reviewer, "核准")

    assert "亦為紙本登錄者" in rig.card(administrator, number).text


async def test_another_administrator_records_before_any_reviewer_is_asked(tmp_path: Path) -> None:
    people = (*PEOPLE, ("A2", "葉管理", "TB", "administrator", "", ""))
    async with Rig(tmp_path, roster(people), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        first, second, reviewer = await rig.link("A1", "A2", "LD")
        await rig.say(first, "/apply")
        for label in (OWN, "陳管理 科員", "新增", "略過"):
            await rig.tap(first, label)
        await rig.say(first, "新任管理者")
        await rig.tap(first, "普通件（每步驟 6 個工作日）")
        await rig.tap(first, "送出")

        assert rig.card(second, "115-A1-0001").labels == (RECORD,)
        assert not rig.saw(reviewer, "115-A1-0001")


async def test_an_administrator_who_links_later_finds_what_is_to_be_recorded(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    number = await apply_for_account(rig, officer)
    (administrator,) = await rig.link("A1")

    assert rig.card(administrator, number).labels == (RECORD,)

    await rig.say(administrator, "/desk")

    assert rig.saw(administrator, "待辦事項（1 件）", last=2)


async def test_a_reviewer_who_links_later_finds_the_administrators_own_case(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    number = await ask_for_own_account(rig, administrator)
    (reviewer,) = await rig.link("LD")

    assert rig.card(reviewer, number).labels == (RECORD,)


async def test_a_new_administrator_gets_what_is_to_be_recorded(rig: Rig) -> None:
    officer, colleague = await rig.link("O1", "O2")
    number = await apply_for_account(rig, officer)
    people = tuple((*each[:3], "administrator", *each[4:]) if each[0] == "O2" else each for each in PEOPLE)
    await rig.office.store.write(lambda unit: import_roster(unit, roster(people)))
    rig.office.sender.take(await rig.office.store.read(outbox.waiting))
    await rig.settle()

    assert rig.card(colleague, number).labels == (RECORD,)


async def test_where_two_record_the_same_paper_the_second_is_told_who_was_first(tmp_path: Path) -> None:
    people = (*PEOPLE, ("A2", "葉管理", "TB", "administrator", "", ""))
    async with Rig(tmp_path, roster(people), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI)) as rig:
        officer, first, second = await rig.link("O1", "A1", "A2")
        await apply_for_account(rig, officer)
        for phone in (first, second):
            await record(rig, phone, "核准", "李局長 科員", "本人")
        await rig.tap(first, "登錄")
        await rig.tap(second, "登錄")

        assert rig.saw(second, "已由 李局長 於", last=3)
