"""Ordinary office sentences are full of digits and pass the guard."""

import random
from collections.abc import Callable, Sequence
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.clauses import CLAUSES
from bot.rules.privacy import Hit, Rule, inspect

unhurried = settings(deadline=None)
days = st.dates(min_value=date(2021, 1, 1), max_value=date(2049, 12, 31))
times = st.times().map(lambda moment: moment.replace(microsecond=0))
tenfold = st.text("0123456789", min_size=10, max_size=10)

EXAMPLES = """
    府智安字第1140084422號
    府地航字第1080047813號
    院授數資安字第1141000253號
    院臺護長字第1090201804A號
    高市府研資字第10670057100號
    法律字第10503517710號
    府行文字第 0930118594 號
    府行文字第０９３０１１８５９４號
    臺教人(三)字第0930118594號
    勞工保險條例第29條第1項
    個人資料保護法第15條第1款、第16條
    03-3322101#1234
    (03)332-2101 分機 6612
    員工編號 A1023、TY00123
    A1023 11511 無使用
    A1023, 11511
    TY00123 03-3322101#1234
    TY41234 (03)3322101 轉12
    A1023 (03)3322101
    TY12345 2026-11
    TY91234 21件
    F2999 5 8123筆
    A123456 115年11月
    統編12345678 12筆
    115-A1-0007、115-I3-0012
    115-A1-0007 1234
    115-A1-0007, 0008
    11511
    115年11月
    2026-11
    09:30-12:00 12人
    09:30 12345678
    09801234 17:00
    2026-09-01 2026-09-15
    115.09.01-115.09.30
    09/30-10/15 12人
    1123/0830
    0911/1600 12
    2025-09 20250915
    NT$1,234,567,890
    NT$123,456,789
    NTD 123,456,789 元
    新臺幣123456789元
    A1 2026-11-23
    A1 115/11/23 08:30
    A1 20261123
    IMG_20261123_083015
    IP 192.168.1.20
    HR 115.11.01-115.11.30
    HR 105.01.01-100.12.31
    HR 1999-12-31 2000-01-01
    府行文 字第0930118594號
    HR 1151101-1151130
    帳號 wang1234、tyc_hr02
    tycd12345678
    Telegram ID 123456780
    LI-01、LI-02、EI-01
    /start AbC123
    請於 10/8 前完成
    無使用
    Please submit by 2026-11-10 17:00
    and 2025-02-08 (Saturday) was worked
    ended 20250208
    see data 20261123
    from 2026-11-01 until 2026-11-30
"""
WORDS = """
    請於 前將紀錄送機關管理者 查調事由為 依據 承辦人 帳號 統編 案號 文號 已於 完成密碼變更 請查照 登記簿筆數 列印 附表一
    身分證影本已歸檔 聯絡電話 員工編號 發生於 生效 會議時間 與登記簿相符 差異 經費 自然人憑證已上傳 系統筆數 項目
"""
MARKS = ["，", "、", " ", "。", "：", " / ", "；", "\n", "（", "為", "於"]


class Office:
    """What an office writes, drawn by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pieces: Sequence[Callable[[], str]] = (
            *(self.document, self.case, self.staff, self.law, self.day, self.month, self.time, self.telephone),
            *(self.amount, self.count, self.account, self.business),
        )

    def one_of(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def digits(self, count: int) -> str:
        return "".join(self.chance.choices("0123456789", k=count))

    def upto(self, first: int, last: int) -> int:
        return self.chance.randint(first, last)

    def document(self) -> str:
        office, year = self.one_of("府智安", "桃勞條", "法律", "府行文"), self.upto(93, 118)
        return f"{office}字第{year:03}{self.digits(7)}{self.one_of('', 'A')}號"

    def case(self) -> str:
        return f"{self.upto(113, 118)}-{self.one_of('A1', 'A2', 'I2', 'I3')}-{self.upto(1, 9999):04}"

    def staff(self) -> str:
        return self.one_of(f"{self.one_of(*'ABCT')}{self.digits(4)}", f"TY{self.digits(5)}")

    def law(self) -> str:
        article = f"第{self.upto(1, 120)}條{self.one_of('', f'第{self.upto(1, 9)}項', '之1')}"
        return self.one_of("勞工保險條例", "就業保險法", "國民年金法", "社會救助法") + article

    def day(self) -> str:
        year, month, day = self.upto(105, 118), self.upto(1, 12), self.upto(1, 28)
        slashed, dotted = f"{year}/{month:02}/{day:02}", f"{year}.{month:02}.{day:02}"
        spoken, iso = f"{year}年{month}月{day}日", f"{year + 1911}-{month:02}-{day:02}"
        return self.one_of(slashed, dotted, spoken, iso, f"{year}{month:02}{day:02}", f"{month}/{day}")

    def month(self) -> str:
        year, month = self.upto(113, 118), self.upto(1, 12)
        return self.one_of(f"{year}{month:02}", f"{year}年{month}月", f"{year + 1911}-{month:02}")

    def time(self) -> str:
        hour, minute = self.upto(8, 17), self.upto(0, 59)
        return self.one_of(f"{hour:02}:{minute:02}", f"{hour:02}:30-{hour + 1}:30", f"0{self.upto(1, 9)}08/{hour:02}30")

    def telephone(self) -> str:
        extension = self.one_of("", f"#{self.digits(4)}", f" 分機{self.digits(3)}")
        return self.one_of("03-332", "(03)332", "03 332", "02-2321") + self.digits(4) + extension

    def amount(self) -> str:
        amount = self.upto(1, 10 ** self.upto(2, 9))
        return self.one_of(f"{amount:,}元", f"NT${amount:,}", f"新臺幣{amount}元")

    def count(self) -> str:
        return f"{self.upto(0, 3000)}{self.one_of(*'筆件人頁次')}"

    def account(self) -> str:
        return self.one_of("tyc", "wang", "lin.", "hr_") + self.digits(self.upto(1, 4))

    def business(self) -> str:
        return self.digits(8)

    def sentence(self) -> str:
        parts = range(self.upto(1, 4))
        return "".join(
            self.one_of(*WORDS.split()) + self.chance.choice(self.pieces)() + self.one_of(*MARKS) for _ in parts
        )


@pytest.mark.parametrize("text", [line.strip() for line in EXAMPLES.splitlines()])
def test_what_an_office_writes_all_day_passes(text: str) -> None:
    assert inspect(text) is None


def test_of_ten_thousand_office_sentences_fewer_than_one_in_a_thousand_is_refused() -> None:
    office = Office(seed=2026)
    refused = [sentence for sentence in (office.sentence() for _ in range(10_000)) if inspect(sentence)]

    assert len(refused) < 10, refused


def test_the_directions_themselves_pass() -> None:
    assert [clause.id for clause in CLAUSES.values() if inspect(clause.text)] == []


# Beside a number that it would make look like a secret, each of these is taken for what it is.


@unhurried
@given(days, days, st.sampled_from("./-"))
def test_two_dates_after_two_letters_are_no_certificate(first: date, last: date, mark: str) -> None:
    assert inspect(f"HR {first:%Y{mark}%m{mark}%d} {last:%Y{mark}%m{mark}%d}") is None
    roc = [f"{day.year - 1911}{mark}{day:%m{mark}%d}" for day in (first, last)]
    assert inspect(f"HR {roc[0]}-{roc[1]}") is None
    assert inspect(f"HR {roc[0]} {roc[1]}") is None


@unhurried
@given(days, days)
def test_a_span_of_compact_dates_after_two_letters_is_no_certificate(first: date, last: date) -> None:
    compact = [f"{day.year - 1911}{day:%m%d}" for day in (first, last)]

    assert inspect(f"HR {compact[0]}-{compact[1]}") is None
    assert inspect(f"HR {compact[0]} - {compact[1]}") is None
    assert inspect(f"by {compact[0]} {compact[1]}") is None


@unhurried
@given(days, days, days)
def test_two_dates_and_a_month_are_no_mobile(first: date, last: date, month: date) -> None:
    texts = [
        f"{first}~{last}",
        f"{month:%Y-%m} {first:%Y%m%d}",
        f"{first:%m/%d} {last:%Y%m%d}",
        f"{first} {month:%Y-%m}",
    ]

    assert [text for text in texts if inspect(text)] == []


@unhurried
@given(times)
def test_a_time_beside_a_business_number_is_no_mobile(moment: time) -> None:
    texts = [f"{moment:%H:%M} 12345678", f"{moment:%H:%M:%S} 12345678", f"09801234 {moment:%H:%M}"]
    texts += [f"{moment.hour}:{moment:%M} 12345678", f"{moment:%H:%M}-17:30 12345678"]

    assert [text for text in texts if inspect(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "12/0912 34 5678",
        "12:0912 34 5678",
        "1123/09123 45678",
        "115.1.0912 34 5678",
        "2026-0912 34 5678",
        "0903.2080-07",
        "0903-2080-07",
        "09 1234 5678",
        "TP123 03 3321 0123 4",
        "TP123-03-3321-0123-4",
        "TP123.03.3321.0123.4",
        "TP12 - 03 3321 0123 45",
        "TP12340 03 3321 012 3",
    ],
)
def test_a_secret_that_begins_like_something_ordinary_is_caught(text: str) -> None:
    assert inspect(text) is not None


def may_be_valid_at_worst(text: str) -> bool:
    return inspect(text) != Hit(Rule.ID_SHAPE)


@unhurried
@given(days, times)
def test_a_date_or_a_time_after_a_staff_number_is_no_shape(day: date, moment: time) -> None:
    texts = [f"A1 {day:%Y%m%d}", f"A1023 {day.year - 1911}{day:%m}", f"A12345 {day:%Y-%m}", f"A12345 {day.year}年"]
    texts += [f"A123456 {day.year - 1911}年", f"A1 {day}", f"A12345 {day:%m%d}/{moment:%H%M}", f"A1234567 {day:%m/%d}"]
    texts += [f"A1234567 {moment:%H:%M}", f"A1 {day:%Y.%m.%d}"]

    assert [text for text in texts if not may_be_valid_at_worst(text)] == []


@unhurried
@given(st.sampled_from(["and", "on", "by", "end", "data", "since", "Feb"]), days, times)
def test_a_date_and_a_time_after_an_english_word_are_no_identity_number(word: str, day: date, moment: time) -> None:
    texts = [f"{word} {day} {moment:%H:%M}", f"{word} {day} {moment.hour}:{moment:%M}", f"{word} {day:%Y.%m.%d}"]
    texts += [f"{word} {day:%Y%m%d}"]

    assert [text for text in texts if inspect(text)] == []


@pytest.mark.parametrize("unit", "筆件人份頁次元項天")
@pytest.mark.parametrize("number", ["A12345678 8", "A1234567 88", "A123456 788", "A12345 6788"])
def test_a_count_after_a_staff_number_is_no_shape(number: str, unit: str) -> None:
    assert inspect(number) == Hit(Rule.ID_SHAPE)
    assert inspect(number + unit) is None


@unhurried
@given(tenfold, st.sampled_from(["", "(0)"]))
def test_an_office_telephone_after_a_staff_number_is_no_certificate(digits: str, style: str) -> None:
    area, number = ("(03)", "(02)") if style else ("03-", "02-")
    texts = [f"TY1{digits[:4]} {area}{digits[3:]}", f"TY1{digits[:3]} {number}{digits[2:]}"]
    texts += [f"TY {area}{digits[3:]} 1234 5", f"HR{digits[:5]}\n{area}{digits[3:6]}-{digits[6:]}"]

    assert [text for text in texts if inspect(text) == Hit(Rule.CERTIFICATE)] == []


@unhurried
@given(st.sampled_from(["A1", "A2", "I2", "I3"]), st.integers(100, 199), st.integers(0, 9999), st.integers(1000, 9999))
def test_a_case_number_beside_a_count_is_no_identity_number(code: str, year: int, running: int, count: int) -> None:
    assert inspect(f"{year}-{code}-{running:04} {count}") is None
    assert inspect(f"{year}-{code}-{running:04}") is None


@unhurried
@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["", " ", "  "]), st.sampled_from(["", "A", " "]))
def test_a_document_number_of_an_old_year_is_no_mobile(digits: str, gap: str, end: str) -> None:
    assert inspect(f"府行文字第{gap}09{digits}{end}號") is None
    assert inspect(f"府一字第09{digits}號") is None
    assert inspect(f"臺教人(三)字第09{digits}號") is None


@pytest.mark.parametrize("label", ["ID", "NO", "TEL", "FAX", "EXT"])
@pytest.mark.parametrize("gap", ["", " ", ".", ":", ": "])
def test_a_number_with_its_label_is_no_shape(label: str, gap: str) -> None:
    numbers = ["12345678", "123456780", "123456781", "987654321", "210987654"]

    assert [number for number in numbers if not may_be_valid_at_worst(f"{label}{gap}{number}")] == []


@unhurried
@given(st.integers(100_000_000, 999_999_999))
def test_an_amount_is_no_identity_number(amount: int) -> None:
    assert inspect(f"NTD {amount:,} 元") is None
    assert inspect(f"NT${amount:,}") is None
    assert inspect(f"共{amount}元") is None
