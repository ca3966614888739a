"""The guard: every spelling of what must not be carried is caught."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules import privacy
from bot.rules.privacy import Hit, Rule, inspect, looks_like_password

unhurried = settings(deadline=None)
settled = settings(deadline=None, derandomize=True)  # one spelling in a hundred thousand reads as a date as well
LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
SECONDS = {"12": Rule.NATIONAL_ID, "89": Rule.RESIDENT_ID_NEW, "ABCD": Rule.RESIDENT_ID_OLD}
GAPS = ["", " ", "  ", "-", "\u2013", "\u2014", ".", "·", "_", "\n", "\t", " - ", "\u3000", "\u200b", "\u00ad"]
DIGITS = "0123456789"
SCRIPTS = [
    DIGITS,
    "０１２３４５６７８９",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "⓿❶❷❸❹❺❻❼❽❾",
    "٠١٢٣٤٥٦٧٨٩",
    "०१२३४५६७८९",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "零一二三四五六七八九",
    "〇壹貳參肆伍陸柒捌玖",
]


def each(block: str) -> list[str]:
    """One example a line; \\n in it is a new line."""
    return [line.strip().replace(r"\n", "\n") for line in block.strip().splitlines()]


def rule_of(text: str) -> Rule | None:
    hit = inspect(text)
    return hit.rule if hit else None


def check_digit(start: str) -> int:
    """The last digit of an identity number by the published weights, from its letters and seven digits."""
    place = 10 + LETTERS.index(start[0])
    second = (10 + LETTERS.index(start[1])) % 10 if start[1].isalpha() else int(start[1])
    digits = [place // 10, place % 10, second, *(int(digit) for digit in start[2:])]
    total = sum(weight * digit for weight, digit in zip((1, 9, 8, 7, 6, 5, 4, 3, 2, 1), digits, strict=True))
    return -total % 10


def starts(seconds: str) -> st.SearchStrategy[str]:
    digits = st.text(DIGITS, min_size=7, max_size=7)
    return st.builds("".join, st.tuples(st.sampled_from(LETTERS), st.sampled_from(seconds), digits))


def any_identity(chance: random.Random) -> str:
    start = chance.choice(LETTERS) + chance.choice("1289ABCD") + "".join(chance.choices(DIGITS, k=7))
    return f"{start}{check_digit(start)}"


def in_any_script(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans(DIGITS, chance.choice(SCRIPTS)))


def spelled(number: str, chance: random.Random) -> str:
    case, density = chance.choice([str.lower, str.upper]), chance.random()
    gaps = [chance.choice(GAPS) if chance.random() < density else "" for _ in number]
    return "".join(char + gap for char, gap in zip(in_any_script(case(number), chance), gaps, strict=True))


# Identity numbers.


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("A123456789", Rule.NATIONAL_ID),
        ("A800000014", Rule.RESIDENT_ID_NEW),
        ("AA00000009", Rule.RESIDENT_ID_OLD),
        ("CC00151114", Rule.RESIDENT_ID_OLD),
        ("A123456788", Rule.ID_SHAPE),
        ("A800000015", Rule.ID_SHAPE),
        ("AA00000008", Rule.ID_SHAPE),
    ],
)
def test_the_checksum_tells_a_number_from_its_mere_shape(number: str, rule: Rule) -> None:
    assert inspect(number) == Hit(rule)


@pytest.mark.parametrize(("seconds", "rule"), SECONDS.items())
@unhurried
@given(data=st.data())
def test_every_number_with_its_checksum_is_named_by_its_kind(seconds: str, rule: Rule, data: st.DataObject) -> None:
    start = data.draw(starts(seconds))

    assert rule_of(f"{start}{check_digit(start)}") is rule


@unhurried
@given(starts("1289ABC"), st.integers(1, 9))
def test_a_wrong_check_digit_leaves_the_shape(start: str, wrong: int) -> None:
    number = f"{start}{(check_digit(start) + wrong) % 10}"

    assert rule_of(f"（{number}）") is Rule.ID_SHAPE


@pytest.mark.parametrize(
    "text",
    each("""
    A123 456 788
    A-1-2-3-4-5-6-7-8-8
    id a123456788
    xA123456788
    Ａ１２３４５６７８８
    A一二三四五六七八八
"""),
)
def test_a_shape_is_caught_in_other_spellings_too(text: str) -> None:
    assert rule_of(text) is Rule.ID_SHAPE


@unhurried
@given(starts("1289"), st.integers(1, 9), st.sampled_from(GAPS))
def test_a_shape_is_caught_in_groups_and_inside_words(start: str, wrong: int, gap: str) -> None:
    number = f"{start}{(check_digit(start) + wrong) % 10}"
    grouped = gap.join([number[:1], number[1:4], number[4:7], number[7:]])

    assert rule_of(grouped) is Rule.ID_SHAPE
    assert rule_of(f"個案x{number}號") is Rule.ID_SHAPE


@pytest.mark.parametrize("text", ["EMP100000001", "STAFF200000001", "員工EMP100000001號"])
def test_a_staff_number_of_letters_and_nine_digits_passes(text: str) -> None:
    assert rule_of(text) is None


@pytest.mark.parametrize("text", ["EMP100000003", "EMPA123456789", "員工EMP100000003號"])
def test_a_real_number_is_caught_however_many_letters_stand_before_it(text: str) -> None:
    assert rule_of(text) is Rule.NATIONAL_ID


def test_ten_thousand_numbers_are_caught_in_all_spellings() -> None:
    chance = random.Random(115)
    before, after = ["", "id", "x", "身分證", "A1023，", "1."], ["", "。", "的資料", " 請查", "\n"]
    texts = [
        chance.choice(before) + spelled(any_identity(chance), chance) + chance.choice(after) for _ in range(10_000)
    ]

    assert [text for text in texts if rule_of(text) not in SECONDS.values()] == []


@pytest.mark.parametrize(
    "text",
    each(r"""
    A123456789
    a123456789
    Ａ１２３４５６７８９
    idA123456789
    A–123–456–789
    A  123  456  789
    A.123.456.789
    A_123_456_789
    A\n1\n2\n3\n4\n5\n6\n7\n8\n9
    查詢A123456789一案
    身分證：A123456789，請查
    ᴀ123456789
    Á123456789
    🅰123456789
    🇦123456789
    𝐀𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗
    A1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣
    A⑴⑵⑶⑷⑸⑹⑺⑻⑼
    A⒈⒉⒊⒋⒌⒍⒎⒏⒐
    A(123)456(789)
    A1234一5678一9
    A1234丨56789
    Aー123ー456ー789
    A−123−456−789
    A★123★456★789
    A一二三四五六七八九
    A壹貳參肆伍陸柒捌玖
    A弌弍弎肆伍陆柒捌玖
    A壹贰叁肆伍陸柒捌玖
    A一2三4五6七8九
    A/123/456/789
    A|123|456|789
    A:123456789
    A,1,2,3,4,5,6,7,8,9
    A1234 56789 0912
    A123456788 A123456789
"""),
)
def test_a_disguised_number_is_caught(text: str) -> None:
    assert rule_of(text) is Rule.NATIONAL_ID


@pytest.mark.parametrize(
    "letter", ["\u0410", "\u0391", "\u0430", "\u03b1"], ids=["Cyrillic", "Greek", "small", "alpha"]
)
def test_a_foreign_letter_that_looks_like_a_latin_one_is_read_as_it(letter: str) -> None:
    assert rule_of(f"{letter}123456789") is Rule.NATIONAL_ID


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u2060", "\u00ad", "\ufeff", "\u034f", "\u0336", "\ufe0f", "\u3164", "\ud800"]
)
def test_what_cannot_be_seen_hides_nothing(hidden: str) -> None:
    assert rule_of(hidden.join("A123456789")) is Rule.NATIONAL_ID


@pytest.mark.parametrize("first", ["\U0001f150", "\U0001f170", "\U0001f1e6"], ids=["round", "square", "flag"])
@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_a_ringed_letter_is_read_as_the_letter(first: str, letter: str) -> None:
    start = f"{letter}12345678"

    assert rule_of(chr(ord(first) + ord(letter) - ord("A")) + start[1:] + str(check_digit(start))) is Rule.NATIONAL_ID


@unhurried
@given(starts("12"), st.sampled_from("OoIiLl"))
def test_letters_among_digits_are_read_as_the_digits_they_look_like(start: str, letter: str) -> None:
    number = f"{start}{check_digit(start)}"
    digit = "0" if letter in "Oo" else "1"

    assert rule_of(number[:2] + number[2:].replace(digit, letter)) is Rule.NATIONAL_ID


@unhurried
@given(starts("1289"), st.sampled_from("/:,、|#*()；"))
def test_the_usual_groupings_are_caught_whatever_parts_them(start: str, mark: str) -> None:
    number = f"{start}{check_digit(start)}"
    grouped = [number[:1], number[1:4], number[4:7], number[7:]]

    assert rule_of(mark.join(number)) in SECONDS.values()
    assert rule_of(mark.join(grouped)) in SECONDS.values()
    assert rule_of(mark.join(grouped[:2]) + number[4:]) in SECONDS.values()


@pytest.mark.parametrize("mark", [*"/:,#()、。；", " / ", "，", "%"])
def test_in_other_groupings_only_spaces_dots_and_dashes_join(mark: str) -> None:
    assert inspect(f"A12345{mark}6789") is None
    assert rule_of("A12345 6789") is Rule.NATIONAL_ID


@unhurried
@given(starts("1289"), st.sampled_from(DIGITS))
def test_one_more_digit_makes_it_another_number(start: str, more: str) -> None:
    assert inspect(f"{start}{check_digit(start)}{more}") is None


@unhurried
@given(starts("1289"), st.sampled_from(["一", "丨", "-"]), st.integers(2, 9))
def test_the_numeral_one_is_also_read_as_a_dash(start: str, stroke: str, place: int) -> None:
    number = f"{start}{check_digit(start)}"

    assert rule_of(number[:place] + stroke + number[place:]) in SECONDS.values()


@pytest.mark.parametrize("text", ["A1234567890", "A12345678", "A323456789", "1123456789", "A1第23456789號"])
def test_other_lengths_and_letters_are_no_identity_number(text: str) -> None:
    assert inspect(text) is None


# Mobiles, certificates, named numbers, birthdays.


@pytest.mark.parametrize(
    "text",
    each("""
    0912345678
    0912-345-678
    0912 345 678
    0912-345678
    09 12 34 56 78
    0.9.1.2.3.4.5.6.7.8
    +886912345678
    +886-912-345-678
    886 912 345 678
    +886 (0)912-345-678
    00886912345678
    002 886 912345678
    8860912345678
    +886 0912 34 5678
    +886 0 9 12 34 56 78
    886912 34 56 78
    （0912）345-678
    0912/345/678
    0912、345、678
    0/9/1/2/3/4/5/6/7/8
    ０９１２３４５６７８
    ⓪⑨①②③④⑤⑥⑦⑧
    手機0912345678請回電
    TEL:0912345678
    零九一二三四五六七八
    09I2345678
    0912ー345ー678
    A1023 0912345678
"""),
)
def test_a_mobile_number_is_caught(text: str) -> None:
    assert rule_of(text) is Rule.MOBILE


@pytest.mark.parametrize(
    "text",
    each("""
    091234567
    09123456789
    1140912345678
    03-3322101
    02-2720-8889
    +886-3-3322101
    0812345678
"""),
)
def test_other_telephones_and_longer_numbers_are_no_mobile(text: str) -> None:
    assert inspect(text) is None


rests = st.text(DIGITS, min_size=8, max_size=8)
gaps = st.sampled_from(GAPS)


def test_ten_thousand_mobiles_are_caught_in_the_usual_spellings() -> None:
    chance = random.Random(7)
    texts = []
    for _ in range(10_000):
        rest, gap = "".join(chance.choices(DIGITS, k=8)), chance.choice(GAPS)
        start = chance.choice(["09", "+8869", "+886 09"])
        texts.append(in_any_script(gap.join([start + rest[:2], rest[2:5], rest[5:]]), chance))

    assert [text for text in texts if rule_of(text) is not Rule.MOBILE] == []


@settled
@given(rests, st.tuples(*[st.sampled_from(["", " ", "-", ".", "_"])] * 10))
def test_a_mobile_is_caught_however_its_digits_are_grouped(rest: str, gaps: tuple[str, ...]) -> None:
    text = "".join(gap + digit for gap, digit in zip(gaps, f"09{rest}", strict=True))

    assert rule_of(text) is Rule.MOBILE


@unhurried
@given(rests, st.sampled_from(["+886", "886", "00886", "002886"]), st.sampled_from(["", "0", "(0)"]), gaps, gaps)
def test_a_mobile_is_caught_behind_any_country_code(rest: str, code: str, zero: str, gap: str, more: str) -> None:
    assert rule_of(f"{code}{gap}{zero}{more}9{rest}") is Rule.MOBILE


@unhurried
@given(rests, st.sampled_from("/:,、|#*；"), st.sampled_from(["0", "+886"]))
def test_the_usual_groupings_of_a_mobile_are_caught_whatever_parts_them(rest: str, mark: str, start: str) -> None:
    assert rule_of(mark.join([f"{start}9{rest[:2]}", rest[2:5], rest[5:]])) is Rule.MOBILE
    assert rule_of(mark.join([f"{start}9{rest[:2]}", rest[2:]])) is Rule.MOBILE
    assert rule_of(mark.join([start, *f"9{rest}"])) is Rule.MOBILE


@unhurried
@given(rests, st.sampled_from(DIGITS))
def test_one_more_digit_makes_no_mobile(rest: str, more: str) -> None:
    assert inspect(f"09{rest}{more}") is None
    assert inspect(f"{more}09{rest}") is None


@pytest.mark.parametrize(
    "text",
    each("""
    TP12345678901234
    tp12345678901234
    ＴＰ１２３４５６７８９０１２３４
    TP 1234-5678-9012-34
    T P 1234 5678 9012 34
    序號xTP12345678901234
"""),
)
def test_the_serial_of_a_certificate_is_caught(text: str) -> None:
    assert rule_of(text) is Rule.CERTIFICATE


@settled
@given(st.text(DIGITS, min_size=14, max_size=14), gaps)
def test_a_serial_is_caught_in_groups_of_four(serial: str, gap: str) -> None:
    groups = [serial[:4], serial[4:8], serial[8:12], serial[12:]]

    assert rule_of(gap.join(["TP", *groups])) in {Rule.CERTIFICATE, Rule.MOBILE}
    assert rule_of(f"XTP{serial}") is Rule.CERTIFICATE


@pytest.mark.parametrize("text", ["TP1234567890123", "TP123456789012345", "T12345678901234", "KPIS 123456 78901234"])
def test_what_is_no_serial_of_a_certificate_passes(text: str) -> None:
    assert inspect(text) is None


@pytest.mark.parametrize(
    "text",
    each("""
    身分證字號：123456789
    身份證 1234567890
    身 分 證 12345-67890
    身份證統一編號是123456789
    身分證的號碼為：012345678
    身分證123456789
    居 留 證 123456789
    護 照123456789
    生 日 1234567890
    統一編號 1234567890
    統 一 編 號 0123456789
    統編：1234567890
    統編0123456789
    統編號碼為 12345-67890
    居留證號1234567890
    護照號碼 312345678
    生日 1234567890
"""),
)
def test_a_long_number_after_its_keyword_is_caught(text: str) -> None:
    assert rule_of(text) is Rule.NAMED_NUMBER


@pytest.mark.parametrize(
    "text",
    each("""
    統編12345678
    統一編號：12345678 12筆
    身分證影本，文號1150012345
    身分證補助 123456789
    身分證末四碼1234
    1234567890
    身分證字號：12345678901
"""),
)
def test_a_business_number_or_a_number_without_its_keyword_passes(text: str) -> None:
    assert inspect(text) is None


@pytest.mark.parametrize(
    "text",
    each(r"""
    出生 78年5月6日
    出生年月日：民國78年5月6日
    出生於78/5/6
    生日：78.05.06
    生日是1989-05-06
    生日 0780506
    生日1000506
    生日 20000506
    78年5月6日是我們生日
    78年5月6日誕生
    我誕生 78年5月6日
    生日19890506
    民國78年5月6日生
    78年5月6日出生
    78年5月6日生，男
    78年5月6日生男
    1989/5/6 出生
    78/5/6是我的生日
    出生七十八年五月六日
    民國一百零二年五月六日出生
    我生於民國78年5月6日
    生 日\n７８．５．６
    出生日期：780506
    DOB 1989/5/6
    born 6 May 1989
    birthday: May 6, 1989
    birthdate 06/05/1989
"""),
)
def test_a_birthday_is_caught(text: str) -> None:
    assert rule_of(text) is Rule.BIRTHDAY


@pytest.mark.parametrize("word", [*"年月日期時地於在為是我的約", "民國", "西元", "公元", "十月，", "：", " "])
def test_a_birthday_is_caught_behind_what_may_follow_its_keyword(word: str) -> None:
    assert rule_of(f"出生{word}78年5月6日") is Rule.BIRTHDAY
    assert rule_of(f"他的生日{word}78年5月6日") is Rule.BIRTHDAY


@pytest.mark.parametrize("who", [*"我他她君", "，", ""])
def test_a_birthday_is_caught_in_the_sentence_about_a_person(who: str) -> None:
    assert rule_of(f"{who}生於78年5月6日") is Rule.BIRTHDAY


@pytest.mark.parametrize("day", ["學生日", "民生日", "衛生日", "實習生日", "新生日"])
def test_a_day_of_something_is_no_birthday(day: str) -> None:
    assert inspect(f"{day}：115年11月23日") is None


@pytest.mark.parametrize(
    "text",
    each("""
    自115年11月23日生效
    異常發生於115年11月23日
    實習生於115年11月1日報到
    生日禮金115年11月20日發放
    115年11月23日提出生活津貼
    提出生育給付申請 115/11/23
    115年11月23日出生登記
    衛生日誌 115/11/23
    78年5月6日
    出生地桃園
    生日快樂
    Osborn 115/11/23
    Bornholm 115/11/23
    115年11月23日學生返校
    115年11月23日產生異常
"""),
)
def test_a_date_that_is_nobodys_birthday_passes(text: str) -> None:
    assert inspect(text) is None


# The guard itself.


@unhurried
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert rule_of(text) is not Rule.UNREADABLE


@unhurried
@given(st.text(max_size=60), starts("1289ABCD"), st.text(max_size=60))
def test_a_number_is_caught_inside_any_text(before: str, start: str, after: str) -> None:
    assert inspect(f"{before} 個案{start}{check_digit(start)}號{after}") is not None


@pytest.mark.parametrize(
    "text",
    each("""
    王字第A123456789號
    字第0912345678號
    字第1號0912345678
    115-A1-2345-6789
    NTD A123456789
    2026-11-23 A123456789 08:30
"""),
)
def test_what_an_office_writes_is_no_place_to_hide(text: str) -> None:
    assert inspect(text) is not None


def test_a_text_that_the_guard_cannot_read_is_not_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy, "_LONG", None)

    assert inspect("無使用") == Hit(Rule.UNREADABLE)


def test_a_hit_does_not_say_what_was_found() -> None:
    assert "123" not in repr(inspect("A123456789"))


@pytest.mark.parametrize(
    "unit",
    [
        *each("""
    1
    A1
    1.1.
    ,111
    生日
    出生 1
    字第
    A-
    一
    1O
    統編 1
    身分證 1
    BORN abc.
    ID.
    (1)
    0
    十
    二USD1115.11.23號
    115.11.23.
    12:34.
"""),
        "A1 2 3 4 5 6 7 ",
        "10 10 ",
        " ",
        "\ufdfa",
        "\u0661",
        "a\u0336",
    ],
)
def test_a_text_ten_times_too_long_takes_no_second(unit: str) -> None:
    text = (unit * 40_960)[:40_960]
    began = time.perf_counter()
    inspect(text)

    assert time.perf_counter() - began < 1


# Passwords.


@pytest.mark.parametrize(
    "text",
    each("""
    abcd1234
    Passw0rd!
    ａｂｃｄ１２３４
    我的密碼是abcd1234
    密碼：qwertyui
    新密碼改為 hello
    新密碼改成hello
    密碼為 hello
    通行碼：hello
    password: hello
    pwd=abcd
    123456
    13572468
    p@ssword
    12345!@#
    Abc12345 已變更
    TYC@2026
    A123456789
"""),
)
def test_what_looks_like_a_password_is_seen(text: str) -> None:
    assert looks_like_password(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        *each("""
    115/11/23
    1151123
    2026-11-23
    115年11月23日
    今天
    我已變更密碼
    已於115.11.23變更。
    /cancel
    /password
    yes
    changed yesterday!
    TY00123
    115-A1-0007
    密碼是2026-11-23改的
    密碼已變更
    11/23
    12345
    12-34-56
"""),
    ],
)
def test_an_answer_about_a_password_is_not_one(text: str) -> None:
    assert not looks_like_password(text)
