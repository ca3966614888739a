"""What fits into one message: whole lines from both ends, by Telegram's own count."""

from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import GAP, LIMIT, fitted, length
from bot.rules.phrases import say
from bot.texts import Texts
from tests.rig import TAIPEI

LINES = st.lists(
    st.text(st.characters(exclude_characters="\n<>&", exclude_categories=["Cs"]), max_size=900), max_size=14
)


@given(LINES)
def test_a_message_is_never_too_long_and_keeps_whole_lines_of_both_ends(lines: list[str]) -> None:
    shown = fitted(lines)

    assert length(shown) <= LIMIT
    if shown != "\n".join(lines):
        before, after = shown.split(f"{GAP}\n", 1) if f"{GAP}\n" in shown else (shown.removesuffix(GAP), "")
        assert "\n".join(lines).startswith(before)
        assert "\n".join(lines).endswith(after)


def test_tags_and_escapes_do_not_count() -> None:
    assert length("<b>&amp;</b>") == 1
    assert fitted(["&amp;" * LIMIT]) == "&amp;" * LIMIT


def test_a_face_counts_twice_as_telegram_counts_it() -> None:
    assert length("😀") == 2


def test_the_first_and_the_last_line_stay_when_those_between_are_too_long() -> None:
    assert fitted(["first", "x" * 3000, "y" * 3000, "last"]).startswith("first")
    assert fitted(["first", "x" * 3000, "y" * 3000, "last"]).endswith("last")


def test_a_long_list_is_cut_at_an_item_and_says_how_many_there_are() -> None:
    shown = Texts(TAIPEI).html(say("invite-refused", numbers=tuple(f"A{n:05}" for n in range(2000))), "zh-TW")

    assert "A00000、A00001" in shown
    assert "等共 2000 項" in shown
    assert length(shown) < LIMIT


def test_a_long_text_that_somebody_wrote_is_shown_whole() -> None:
    assert "&lt;" * 2000 in Texts(TAIPEI).html(say("case-under-way", number="<" * 2000), "zh-TW")
