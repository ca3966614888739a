"""A case's form on printout: asked for by a button, drawn as the case stands, for whom it concerns."""

from storage import ledger, people
from tests.forms.printouts import flat, text_of
from tests.journeys.steps import apply_for_account
from tests.rig import Rig

PRINT = "列印表單"


async def test_the_applicant_prints_the_form_from_the_list_of_own_cases(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.tap(head, "核准")
    await rig.say(officer, "/mine")

    assert officer.last.labels == (f"查看 {number}", PRINT)

    await rig.tap(officer, PRINT)
    pdf = officer.last.file or b""
    sent = rig.telegram.files.at("documents/file_1.pdf")

    assert officer.toasts[-1] == f"正在產製 {number} 的表單，稍候送達。"
    assert officer.last.media == "document"
    assert sent is not None and (sent.name, sent.mime_type) == (f"{number}.pdf", "application/pdf")
    assert pdf.startswith(b"%PDF")
    assert flat("李局長 科員 本人 系統核准 1123/1000") in text_of(pdf)


async def test_who_has_to_decide_prints_the_form_from_the_desk(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.say(head, "/desk")
    await rig.tap(head, PRINT)

    assert number in text_of(head.last.file or b"")


async def test_when_all_is_done_every_card_offers_the_form(rig: Rig) -> None:
    officer, head, administrator = await rig.link("O1", "H1", "A1")
    number = await apply_for_account(rig, officer)

    assert PRINT not in rig.card(head, number).labels

    await rig.tap(head, "核准")
    await rig.tap(administrator, "完成")

    for phone in (officer, head, administrator):
        assert rig.card(phone, number).labels == (PRINT,)

    await rig.tap(head, PRINT)

    assert "簽核歷程（已完成）" in text_of(head.last.file or b"")


async def test_who_no_longer_has_to_do_with_the_case_is_refused_and_told_why(rig: Rig) -> None:
    officer, head = await rig.link("O1", "H1")
    number = await apply_for_account(rig, officer)
    await rig.say(head, "/desk")
    await rig.office.store.write(
        lambda unit: people.change(unit, people.by_user(unit, head.user.id).id, agency="CB")  # type: ignore[union-attr]
    )
    await rig.tap(head, PRINT)

    assert f"{number} 的表單只提供申請人、本案的核示與辦理人員及副知機關列印" in head.last.text
    assert all(each.media is None for each in head.messages)


async def test_the_seal_on_the_paper_is_an_entry_of_the_ledger(rig: Rig) -> None:
    (officer,) = await rig.link("O1")
    number = await apply_for_account(rig, officer)
    await rig.say(officer, "/mine")
    await rig.tap(officer, PRINT)
    seal = await rig.office.store.read(lambda unit: ledger.seal_of(unit, number))
    at, _, digest = seal.partition(":")

    assert seal in text_of(officer.last.file or b"")
    assert await rig.office.store.read(lambda unit: ledger.verify(unit, (int(at), digest))) == []
