"""What is said in the middle of a form leads back to its question; menu, help and welcome fit the person."""

import pytest

from tests.journeys.steps import KIND, apply_for_account
from tests.rig import Rig


@pytest.mark.parametrize("detour", ["/help", "/menu", "/privacy", "/why"])
async def test_what_is_said_meanwhile_ends_with_the_name_of_the_open_question(rig: Rig, detour: str) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.say(officer, detour)

    assert officer.last.text.endswith("請繼續回答上面的問題：業務承辦者帳號（附表二）・第 1 題")

    await rig.tap(officer, "新增")

    assert "第 2 題" in officer.last.text


async def test_a_refused_picture_and_a_refused_edit_lead_back_too(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    said = officer.say("/apply")
    await rig.settle()
    officer.send_photo()
    await rig.settle()
    refused = officer.last.text
    officer.edit(said, "/mine")
    await rig.settle()

    assert "不收檔案" in refused
    assert "再編輯不會生效" in officer.last.text
    assert all("請繼續回答上面的問題：請選擇申請種類" in each for each in (refused, officer.last.text))


async def test_without_a_question_nothing_leads_back(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/help")

    assert "上面的問題" not in officer.last.text


async def test_what_was_chosen_of_several_is_named_when_it_is_all(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")
    await rig.tap(officer, "LI-01 目前加保")
    await rig.tap(officer, "選好了")

    assert rig.saw(officer, "✔ LI-01 目前加保")


async def test_a_command_with_a_full_width_slash_is_heard(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "／apply")

    assert KIND in officer.last.labels


async def test_the_menu_offers_the_password_to_who_has_an_account(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")

    assert "password" not in officer.commands

    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    assert "password" in officer.commands
    assert "password" not in head.commands


async def test_the_welcome_and_the_help_say_what_the_roles_can_do(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")

    assert rig.saw(officer, "用 /apply 申請帳號或查調項目")
    assert not rig.saw(head, "用 /apply 申請帳號或查調項目")

    await rig.say(head, "/help")

    assert "機關首長：" in head.last.text
    assert "業務承辦者：" not in head.last.text
