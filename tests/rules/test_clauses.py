"""Every clause of the directions, against the text of the directions beside this file."""

import re
from pathlib import Path

import pytest

from bot.rules.clauses import CLAUSES, Clause

REGULATION = (Path(__file__).parent / "regulation.txt").read_text(encoding="utf-8")
SIZES = {"3": 5, "4.1": 3, "4.2": 3, "4.3": 2, "4.4": 5, "4.5": 3, "5.1": 2, "5.2": 2, "6": 2}
AUDITS = ["8.1.1", "8.1.2", "8.2.1", "8.2.2", "8.p2", "8.p3"]
IDS = ["1", "2", *(f"{place}.{n}" for place in SIZES for n in range(1, SIZES[place] + 1)), "7", *AUDITS, "9", "10"]
NUMBER = re.compile(r"\s*(?:\([1-5]\)|[1-6]、|[七八九十]、)?\s*")
NUMERALS = dict(enumerate("一二三四五六七八九十", start=1))


def lines_of(text: str) -> list[str]:
    return [NUMBER.sub("", line, count=1).strip() for line in text.splitlines()]


def test_the_ids_are_those_of_the_directions_in_their_order() -> None:
    assert list(CLAUSES) == IDS


def test_a_clause_is_found_under_its_own_id() -> None:
    assert all(clause.id == key for key, clause in CLAUSES.items())


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=list(CLAUSES))
def test_a_clause_has_the_exact_words_of_the_directions(clause: Clause) -> None:
    assert clause.text in REGULATION


def test_clauses_and_headings_in_their_order_are_the_whole_of_the_directions() -> None:
    told: list[str] = []
    above: tuple[str, ...] = ()
    for clause in CLAUSES.values():
        known = sum(1 for old, new in zip(above, clause.under, strict=False) if old == new)
        told += [*clause.under[known:], *lines_of(clause.text)]
        above = clause.under

    assert told == [line for line in lines_of(REGULATION) if line]


@pytest.mark.parametrize(
    ("clause", "label"),
    [("1", "一"), ("3.5", "三(五)"), ("5.1.1", "五(一)1"), ("8.p2", "八第二項"), ("8.p3", "八第三項"), ("10", "十")],
)
def test_a_label_is_how_the_office_cites_the_clause(clause: str, label: str) -> None:
    assert CLAUSES[clause].label == label


@pytest.mark.parametrize("clause", [key for key in IDS if "p" not in key])
def test_a_label_says_the_same_place_as_the_id(clause: str) -> None:
    point, *parts = clause.split(".")
    expected = NUMERALS[int(point)]
    if parts:
        expected += f"({NUMERALS[int(parts[0])]})" + "".join(parts[1:])

    assert CLAUSES[clause].label == expected


def test_nobody_can_change_the_directions() -> None:
    with pytest.raises(TypeError):
        CLAUSES["1"] = CLAUSES["2"]  # type: ignore[index]
