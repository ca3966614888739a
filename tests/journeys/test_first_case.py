"""Point 5(2): an officer asks for an account, the head signs, the administrator opens it."""

from tests.journeys.steps import apply_for_account, fill, has_button
from tests.rig import Rig


async def test_a_request_goes_from_the_officer_over_the_head_to_the_administrator(rig: Rig) -> None:
    officer, head, other, administrator = await rig.link("O1", "H1", "H2", "A1")
    number = await apply_for_account(rig, officer)

    await rig.tap(other, "核准")
    await rig.tap(administrator, "完成")

    assert number == "115-A2-0001"
    assert f"{number} 已由 陳管理 科員 辦理完成" in officer.last.text
    assert "王副局長" in rig.card(head, number).text
    assert rig.card(head, number).labels == ("列印表單",)


async def test_the_preview_names_who_will_have_to_act_with_the_clause(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await fill(rig, officer)

    assert officer.last.labels == ("送出", "修改", "取消")
    assert "首長核章：李局長 科員（尚未連結）、王副局長 科員（尚未連結）" in officer.last.text
    assert "五(二)1" in officer.last.text
    assert "管理者辦理：陳管理 科員（尚未連結）" in officer.last.text


async def test_the_card_names_who_holds_the_case_and_who_comes_after(rig: Rig) -> None:
    officer, _ = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)

    assert "▶ 首長核章：李局長 科員、王副局長 科員（尚未連結）" in rig.card(officer, number).text
    assert "・機關管理者辦理：陳管理 科員（尚未連結）" in rig.card(officer, number).text


async def test_a_vacant_seat_is_said_in_the_preview_and_the_case_waits_for_it(rig: Rig) -> None:
    (officer,) = await rig.link("O9")
    await rig.say(officer, "/apply")
    await rig.tap(officer, "業務承辦者帳號（附表二）")
    await rig.tap(officer, "新增")
    await rig.tap(officer, "略過")
    for words in ("展演場地管理", "文化資產保存法第3條", "新任承辦"):
        await rig.say(officer, words)
    await rig.tap(officer, "普通件（每步驟 6 個工作日）")

    assert "機關管理者目前無人" in officer.last.text

    await rig.tap(officer, "送出")

    assert rig.saw(officer, "已送出，案號 115-A2-0001")


async def test_a_head_who_links_later_finds_the_case_waiting(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    number = await apply_for_account(rig, officer)
    (head,) = await rig.link("H1")

    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_a_returned_case_keeps_its_number_and_answers(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")

    assert "法令依據未載明條項" in officer.last.text
    assert "↩ 首長核章：退回補正" in rig.card(officer, number).text

    await rig.tap(officer, "修改後再送")
    await rig.tap(officer, "修改")
    await rig.tap(officer, "法令依據")
    await rig.say(officer, "公路法第77條第2項")
    await rig.tap(officer, "送出")

    assert rig.saw(officer, f"已送出，案號 {number}", last=2)
    assert "公路法第77條第2項" in rig.card(head, number).text
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_a_rejection_needs_a_reason_and_the_applicant_reads_it(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "駁回")

    assert "理由" in head.last.text

    await rig.say(head, "該業務已移撥他科")

    assert "駁回：「該業務已移撥他科」" in officer.last.text
    assert "已駁回" in rig.card(officer, number).text


async def test_the_applicant_withdraws_and_every_card_says_so(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(officer, "撤回")

    assert "已撤回" in rig.card(head, number).text
    assert rig.card(head, number).labels == ("列印表單",)


async def test_of_two_heads_the_first_decides_and_the_second_is_told_who_was_first(rig: Rig) -> None:
    officer, head, other, _ = await rig.link("O1", "H1", "H2", "A1")
    number = await apply_for_account(rig, officer)
    taps = [(phone, rig.card(phone, number), label) for phone, label in ((head, "核准"), (other, "駁回"))]
    for phone, card, label in taps:
        phone.tap(label, message=card.message_id)
    await rig.settle()
    late = [phone for phone in (head, other) if rig.saw(phone, "您這次操作未生效")]

    assert len(late) == 1
    assert not has_button(other, "駁回")
    assert not has_button(head, "核准")


async def test_nobody_decides_his_own_matter_though_he_holds_the_seat(rig: Rig) -> None:
    mixed, head = await rig.link("HO", "H1")
    number = await apply_for_account(rig, mixed)

    assert rig.card(mixed, number).labels == ("催辦", "撤回")
    assert rig.card(head, number).labels == ("核准", "退回補正", "駁回")


async def test_the_roster_does_not_know_the_prerequisites_so_the_form_asks(rig: Rig) -> None:
    (officer,) = await rig.link("O2")
    await rig.say(officer, "/apply")
    await rig.tap(officer, "業務承辦者帳號（附表二）")
    await rig.tap(officer, "新增")

    assert "e政府公務帳號" in officer.last.text

    await rig.tap(officer, "否")
    await rig.tap(officer, "是")
    await rig.say(officer, "115/11/2")
    await fill(rig, officer, begun=True)

    assert "須先申請e政府公務帳號" in officer.last.text

    await rig.tap(officer, "送出")

    assert "須先申請e政府公務帳號" in officer.last.text

    await rig.say(officer, "/apply")
    await rig.tap(officer, "繼續填寫")
    await rig.tap(officer, "修改")
    await rig.tap(officer, "是否已申請e政府公務帳號")
    await rig.tap(officer, "是")
    await rig.say(officer, "115.11.3")
    await rig.tap(officer, "送出")

    assert rig.saw(officer, "已送出，案號", last=2)


async def test_a_completed_account_can_be_changed_or_closed_but_not_opened_again(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await rig.say(officer, "/apply")
    await rig.tap(officer, "業務承辦者帳號（附表二）")

    assert officer.last.labels == ("異動", "刪除", "取消")


async def test_a_second_request_of_the_same_kind_is_refused_while_one_is_under_way(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    number = await apply_for_account(rig, officer)
    await rig.say(officer, "/apply")
    await rig.tap(officer, "業務承辦者帳號（附表二）")

    assert f"您已有一件同類申請 {number} 辦理中" in officer.last.text


async def test_the_applicant_hears_who_is_next_and_in_the_end_what_has_changed(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    assert "接著由機關管理者處理，期限" in officer.last.text

    await rig.tap(administrator, "完成")
    assert "帳號已開設" in officer.last.text
    assert "・已開設查調項目，可以使用：LI-01 目前加保" in officer.last.text
    assert "密碼請於" in officer.last.text


async def test_who_gets_a_case_back_hears_until_when_to_mend_it(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "退回補正")
    await rig.tap(head, "法令依據未載明條項")

    assert "請於 115年11月30日(一) 以前補正再送" in officer.last.text
