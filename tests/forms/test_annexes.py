"""Points 5 and 6: the annexes on paper hold every field, every signature, and room for stamps."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.forms import annexes
from bot.forms.sheet import Boxes
from bot.rules.people import Capacity
from bot.rules.phrases import say
from storage.decisions import Paper
from tests.forms.printouts import (
    ADMINISTRATOR,
    AGENCY_ANSWERS,
    DEPUTY,
    HEAD,
    OFFICER,
    SEAL,
    agency_items,
    blank,
    flat,
    printout,
    read,
    signed,
)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("administrator_account", "附表一 桃園市政府 勞保局資訊中介服務查調機關管理者帳號申請表"),
        ("officer_account", "附表二 桃園市政府 勞保局資訊中介服務查調業務承辦者申請表"),
        ("agency_items", "附表三 桃園市政府 勞保局資訊中介服務查調項目增減表"),
        ("officer_items", "附表二 桃園市政府 勞保局資訊中介服務查調業務承辦者申請表"),
    ],
)
def test_each_annex_is_called_as_the_directions_call_it(kind: str, title: str) -> None:
    words = read(annexes.sheet(blank(kind)))

    assert all(each in words for each in title.split())


def test_every_answer_stands_on_the_form() -> None:
    words = read(annexes.sheet(printout()))

    assert "115-A2-0001" in words
    assert "115年11月23日(一)" in words
    assert "交通局（TB）" in words
    assert "■新增□異動□刪除□復權" in words
    assert "■普通件□速件" in words
    assert "■LI-01目前加保" in words and "LI-06" not in words
    for each in ("林承辦", "科員", "lin", "運輸業稽查", "公路法第77條", "接辦稽查業務"):
        assert each in words


def test_the_course_shows_who_when_in_which_capacity_and_why() -> None:
    words = read(
        annexes.sheet(
            printout(
                signed(0, "file", "file", OFFICER, capacity=None),
                signed(1, "sign", "return", HEAD, holder=HEAD, reason=say("reason-return-legal_basis")),
                signed(2, "file", "send_again", OFFICER, capacity=None),
                signed(3, "sign", "approve", DEPUTY, capacity=Capacity.ACTING, holder=HEAD, because="局長公出"),
                signed(4, "carry_out", "done", ADMINISTRATOR, holder=ADMINISTRATOR),
            )
        )
    )

    assert flat("115年 1123/1115 首長核章 退回補正 李大同 局長 本人 系統 法令依據未載明條項") in words
    assert flat("王明 副局長 代理 李大同（局長公出）") in words
    assert flat("115年 1123/1415 機關管理者辦理 辦理完成 陳管理 科員 本人 系統") in words


def test_a_signature_on_paper_shows_its_number_its_day_and_who_recorded_it() -> None:
    paper = Paper("府交運字第1150000001號", 1, date(2026, 11, 24))
    words = read(
        annexes.sheet(
            printout(
                signed(0, "file", "file", OFFICER, capacity=None),
                signed(30, "sign", "approve", HEAD, holder=HEAD, paper=paper),
            )
        )
    )

    assert flat("公文文號 府交運字第1150000001號") in words
    assert flat("李大同 局長 本人 紙本核准 府交運字第1150000001號 115年11月24日(二)") in words
    assert flat("紙本 府交運字第1150000001號 115.11.24（陳管理 登錄）") in words


def test_a_box_forgets_what_was_decided_before_the_form_was_sent_again() -> None:
    returned = signed(1, "sign", "return", HEAD, holder=HEAD, reason="請補")
    sheet = annexes.sheet(
        printout(signed(0, "file", "file", OFFICER), returned, signed(2, "file", "send_again", OFFICER))
    )
    boxes = sheet.blocks[1]
    words = read(sheet)

    assert isinstance(boxes, Boxes)
    assert boxes.boxes[2].lines == ()
    assert "退回補正" in words


def test_an_administrators_form_offers_the_changes_of_an_account_and_no_others() -> None:
    words = read(annexes.sheet(blank("administrator_account")))

    assert "□新增□異動□刪除□復權" in words
    assert "□增" not in words


def test_annex_3_says_of_each_item_on_which_law_it_rests_and_what_became_of_it() -> None:
    words = read(annexes.sheet(agency_items()))

    assert flat("機關管理者 陳管理") in words
    assert "使用者人數3人（列印時）" in words
    assert "■增□減" in words
    assert flat("1 LI-01 目前加保 社會救助法第44條之3 審查資格 僅查是否加保 120") in words
    assert flat("2 LI-06 投保單位 社會救助法第44條之3 審查資格 僅查是否加保 120") in words
    assert flat("1～2 社會救助法第44條之3 主管機關得洽請提供 府社助字第1150000012號") in words
    assert flat("1 LI-01 目前加保 ■同意 □不同意 □全部核准 ■部分核准 □不准 不含薪資") in words
    assert flat("2 LI-06 投保單位 □同意 ■不同意 逾越最小必要 □全部核准 □部分核准 □不准") in words
    assert flat("送勞保局日期 115年11月24日(二) 函送勞保局文號 府資服字第1150000099號") in words
    assert flat("勞保局回復日期 115年11月27日(五) 勞保局回復文號 保資字第11500001234號") in words
    assert flat("權限異動完成日 115年11月27日(五)") in words


def test_items_are_given_up_without_law_or_purpose_and_for_a_reason() -> None:
    given_up = {"change": "decrease", "items_dropped": ("LI-01",), "reason": "業務移撥", "speed": "ordinary"}
    words = read(annexes.sheet(replace(agency_items(), answers=given_up)))

    assert "■減" in words and "申請原因業務移撥" in words
    assert flat("1 LI-01 目前加保") in words
    assert "授權法令規定" not in words and "使用目的" not in words and "承辦業務" not in words


def test_what_a_change_does_not_ask_is_struck_out_and_what_is_written_by_hand_is_said() -> None:
    words = read(annexes.sheet(printout()))

    assert "異動內容－生效日－" in words
    assert "單位、公務電話、公務電子郵件、使用期限及保密切結，本系統不蒐集，請申請人於列印後填寫" in words
    assert "－" not in read(annexes.sheet(blank()))


def test_to_approve_annex_3_as_a_whole_is_to_agree_to_every_item() -> None:
    asked = {name: answer for name, answer in AGENCY_ANSWERS.items() if not name.startswith(("review", "bureau"))}
    approved = signed(3, "review", "approve", HEAD, holder=HEAD)
    whole = replace(agency_items(), answers=asked, course=(signed(0, "file", "file", ADMINISTRATOR), approved))

    assert read(annexes.sheet(whole)).count("■同意") == 2


def test_the_page_carries_its_seal_its_number_and_which_page_it_is() -> None:
    words = read(annexes.sheet(printout()))

    assert SEAL in words
    assert "第1頁，共1頁" in words


def test_a_long_course_goes_over_the_page_under_the_same_heads() -> None:
    rounds = [
        each
        for n in range(9)
        for each in (
            signed(4 * n, "file", "send_again" if n else "file", OFFICER, capacity=None),
            signed(
                4 * n + 1, "sign", "return", HEAD, holder=HEAD, reason="請補附授權法令規定全文及業務關聯性說明。" * 7
            ),
        )
    ]
    words = read(annexes.sheet(printout(*rounds, legal_basis="公路法第77條第2項規定，" * 16, reason="原因" * 150)))

    pages = int(re.findall(r"共(\d)頁", words)[0])

    assert pages > 2
    assert words.count("日期時間") == pages


def test_a_blank_form_has_boxes_to_tick_and_to_stamp_and_no_number() -> None:
    words = read(annexes.sheet(blank()))

    assert "□新增□異動□刪除□復權" in words and "■" not in words
    assert "□LI-01目前加保" in words and "□LI-06投保單位" in words
    for each in ("申請人", "單位主管", "首長核章", "機關管理者辦理"):
        assert each in words
    assert "簽核歷程" not in words and "核對碼" not in words
