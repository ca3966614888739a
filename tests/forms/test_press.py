"""What people wrote is printed as they wrote it, whatever the characters."""

from dataclasses import replace

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.forms import annexes, fonts, press
from bot.forms.sheet import Box, Boxes, Column, Fact, Facts, Grid, Sheet
from bot.rules.phrases import say
from tests.forms.printouts import MONDAY, SEAL, flat, printout, read, speak

RARE = "\U000323af"  # in no font that we know of


@pytest.mark.parametrize(
    "words", ["#lorem(9)", "*a* _b_ $c$", "`d` <e> @f \\g", '"h" [i] {j}', "// k", "= l", "http://m"]
)
def test_marks_of_the_typesetter_in_a_name_print_as_they_are(words: str) -> None:
    assert flat(words) in read(annexes.sheet(printout(name=words)))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=25))
@settings(max_examples=25, deadline=None)
def test_whatever_is_typed_prints_as_it_is(words: str) -> None:
    assert words in read(annexes.sheet(printout(business=words)))


def test_rare_characters_of_names_are_there() -> None:
    words = read(annexes.sheet(printout(name="𠮷㐂𤧛堃煊")))

    assert "𠮷㐂𤧛堃煊" in words
    assert "[U+" not in words


def test_a_character_that_no_font_has_is_shown_by_its_code_and_said() -> None:
    words = read(annexes.sheet(printout(name=f"林{RARE}")))

    assert "林[U+323AF]" in words
    assert "以[U+323AF]表示，請於列印後手寫補正" in words


def test_a_fault_of_the_template_is_not_taken_for_a_rare_character() -> None:
    with pytest.raises(typst.TypstError):
        press.draw(Sheet(titles=(), blocks=()), speak)


def test_a_long_run_of_letters_stays_in_its_cell() -> None:
    words = read(annexes.sheet(printout(business="W" * 100)))

    assert words.count("W") == 100
    assert "W" * 100 not in words


def test_the_same_sheet_gives_the_same_file() -> None:
    sheet = annexes.sheet(printout())

    assert press.draw(sheet, speak) == press.draw(sheet, speak)


def test_a_form_keeps_nothing_of_the_one_before_it() -> None:
    read(annexes.sheet(printout(name="謝前人")))
    words = read(annexes.sheet(replace(printout(name="林後人"), number="115-A2-0002")))

    assert "謝前人" not in words and "115-A2-0001" not in words
    assert words.count("115-A2-0002") == 2  # in its place and at the foot


def test_a_report_holds_its_facts_tables_boxes_and_seal() -> None:
    sheet = Sheet(
        titles=("交通局", "115年10月份使用情形稽核報告"),
        blocks=(
            Facts(((Fact("稽核月份", "115年10月"), Fact("使用人數", 3)), (Fact("稽核結果", "正常"),))),
            Grid(
                (Column("承辦人", 2), Column("筆數", centred=True)), (("林承辦", 12), ("謝新人", 0)), "各承辦人使用情形"
            ),
            Boxes((Box("機關管理者", ("陳管理 科員", MONDAY)), Box("機關首長"))),
        ),
        number="TB/2026-10",
        seal=SEAL,
        printed_at=MONDAY,
    )
    words = read(sheet)

    for each in ("使用情形稽核報告", "使用人數3", "各承辦人使用情形", "謝新人0", "1123/1015", "機關首長", SEAL):
        assert each in words


def test_the_doctor_names_who_cannot_be_printed_and_which_font_would_help() -> None:
    assert fonts.findings(["林𠮷㐂", "陳管理"]) == []
    assert fonts.findings(["陳管理", f"林{RARE}"]) == [say("doctor-rare", names=(f"林{RARE}",))]
