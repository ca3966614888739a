"""The new kind, from /apply to its end: asked, previewed, signed, returned, mended, noted, explained."""

from tests.rig import Rig

NUMBER = "115-A3-0001"


async def test_a_kind_that_is_one_file_and_its_texts_goes_its_whole_way(rig: Rig) -> None:
    applicant, head, reviewer = await rig.link("A1", "H1", "LD")
    await rig.say(applicant, "/apply")
    await rig.tap(applicant, "機關使用規定")
    await rig.say(applicant, "勞保查調系統使用規定")
    await rig.tap(applicant, "單一單位")
    await rig.say(applicant, "秘書室")
    await rig.say(applicant, "許多")

    assert "請只輸入數字" in applicant.last.text

    await rig.say(applicant, "12")
    await rig.tap(applicant, "今天 115年11月23日(一)")
    await rig.tap(applicant, "略過")
    await rig.tap(applicant, "普通件（每步驟 6 個工作日）")

    assert "1. 首長核章：李局長 科員" in applicant.last.text
    assert "（要點四(三)2）" in applicant.last.text
    assert "2. 備查：勞動審核 科員（要點四(二)3）" in applicant.last.text

    await rig.tap(applicant, "送出")
    await rig.tap(head, "核准")
    await rig.tap(reviewer, "退回補正")
    await rig.say(reviewer, "請補文號")
    await rig.tap(applicant, "修改後再送")
    await rig.tap(applicant, "修改")
    await rig.tap(applicant, "發布文號")
    await rig.say(applicant, "府交字第1150011111號")
    await rig.tap(applicant, "送出")
    await rig.tap(head, "核准")
    await rig.say(reviewer, "/why")

    assert "不定期稽核使用機關使用資料庫之情形" in reviewer.last.text

    await rig.tap(reviewer, "完成")
    await rig.tap(reviewer, "已登錄備查簿")

    assert rig.saw(applicant, f"{NUMBER}　已完成")
    assert rig.saw(applicant, "備查登錄：已登錄備查簿")
