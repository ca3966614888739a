"""/invite: links for colleagues, to the one who asks and to nobody else."""

import re

import pytest

from bot.sandbox.phone import Phone
from tests.journeys.steps import everything
from tests.rig import Rig

CODE = re.compile(r"start=([0-9A-Z]{12})")


async def invited(rig: Rig, phone: Phone, words: str) -> list[str]:
    await rig.say(phone, "/invite")
    await rig.say(phone, words)
    return CODE.findall(phone.last.text)


async def test_the_administrator_invites_a_colleague_who_links_with_it(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/invite")

    assert "尚有 5 人未連結" in administrator.last.text

    await rig.tap(administrator, "林承辦 科員（尚未連結）")
    (code,) = CODE.findall(administrator.last.text)
    officer = Phone(rig.telegram, rig.telegram.add_user("O1"))
    await rig.say(officer, f"/start {code}")

    assert "您的帳號已完成連結" in officer.messages[-1].text or rig.saw(officer, "您的帳號已完成連結")


async def test_all_who_are_not_linked_get_one_each(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/invite")
    await rig.tap(administrator, "全部未連結者（5 人）")

    assert len(set(CODE.findall(administrator.last.text))) == 5
    assert "外機關" not in administrator.last.text


async def test_where_everybody_is_linked_nothing_is_asked(rig: Rig) -> None:
    administrator, operator, *_ = await rig.link("A1", "IC", "O1", "O2", "H1", "H2", "HO")
    await rig.say(administrator, "/invite")

    assert administrator.last.text == "交通局的同仁都已連結，不需再邀請。"
    assert administrator.last.labels == ()

    await rig.link("O9", "H9", "LD")
    await rig.say(operator, "/invite")

    assert operator.last.text == "各機關同仁都已連結，不需再邀請。"


async def test_a_code_stands_in_no_table_and_on_no_other_phone(rig: Rig) -> None:
    administrator, head, other = await rig.link("A1", "H1", "IC")
    (code,) = await invited(rig, administrator, "O1")

    assert code not in everything(rig)
    assert '"by":"A1"' in everything(rig).replace(" ", "")
    assert not any(rig.saw(phone, code) for phone in (head, other))


async def test_a_later_invitation_voids_the_earlier(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    (first,) = await invited(rig, administrator, "O1")
    await invited(rig, administrator, "O1")
    officer = Phone(rig.telegram, rig.telegram.add_user("O1"))
    await rig.say(officer, f"/start {first}")

    assert not rig.saw(officer, "您的帳號已完成連結")


async def test_the_operator_invites_of_every_agency(rig: Rig) -> None:
    (operator,) = await rig.link("IC")
    await rig.say(operator, "/invite")
    await rig.tap(operator, "文化局（未連結 2 人）")
    await rig.tap(operator, "全部未連結者（2 人）")

    assert len(CODE.findall(operator.last.text)) == 2
    assert len(await invited(rig, operator, "O1、O9")) == 2


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("O9", "外機關 不是貴機關人員"),
        ("X9", "名冊查無員工編號 X9"),
        ("H1", "李局長 已連結"),
    ],
)
async def test_a_refusal_says_why_and_makes_no_code_for_anybody(rig: Rig, number: str, why: str) -> None:
    administrator, _ = await rig.link("A1", "H1")

    assert await invited(rig, administrator, f"O1 {number}") == []
    assert why in administrator.last.text


async def test_an_officer_is_told_who_invites(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/invite")

    assert "邀請由機關管理者或資訊中心承辦人產生" in officer.last.text


async def test_the_page_of_a_person_makes_an_invitation_too(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/people")
    await rig.tap(administrator, "謝新人")
    await rig.tap(administrator, "產生邀請")

    assert len(CODE.findall(administrator.last.text)) == 1
    assert "謝新人 科員（O2）" in administrator.last.text


async def test_an_administrator_invites_the_head_who_is_not_in_the_chat(rig: Rig) -> None:
    (administrator,) = await rig.link("A1")
    await rig.say(administrator, "/invite")
    await rig.say(administrator, "H1")

    assert "李局長" in administrator.last.text
    assert "start=" in administrator.last.text
