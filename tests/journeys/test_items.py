"""Point 6(1): an officer with an account asks for items, among those the agency has."""

from tests.journeys.steps import apply_for_account
from tests.rig import Rig

KIND = "查調項目權限（附表二）"


async def with_account(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)


async def test_without_an_account_no_items_can_be_asked_for(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)

    assert "請先申請業務承辦者帳號" in officer.last.text


async def test_items_are_exchanged_once_the_administrator_has_carried_it_out(rig: Rig) -> None:
    await with_account(rig)
    officer, head, administrator = (rig.phones[each] for each in ("O1", "H1", "A1"))
    for label in ("異動", "LI-06 投保單位", "選好了", "LI-01 目前加保", "選好了"):
        await rig.tap(officer, label)
    for words in ("運輸業稽查", "公路法第77條", "業務調整"):
        await rig.say(officer, words)
    await rig.tap(officer, "速件（每步驟 3 個工作日）")
    await rig.tap(officer, "送出")

    assert rig.saw(officer, "115-I2-0001")

    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")
    await rig.say(officer, "/apply")
    await rig.tap(officer, KIND)
    await rig.tap(officer, "新增")

    assert officer.last.labels[0] == "LI-01 目前加保"
    assert "LI-06 投保單位" not in officer.last.labels


async def test_only_what_the_agency_has_and_the_officer_has_not_is_offered(rig: Rig) -> None:
    await with_account(rig)
    officer = rig.phones["O1"]
    await rig.tap(officer, "新增")

    assert officer.last.labels == ("LI-06 投保單位", "選好了", "上一步", "取消")
