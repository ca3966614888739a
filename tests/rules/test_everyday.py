"""Ordinary office sentences are full of digits and pass the guard."""

import random
from collections.abc import Callable, Sequence

import pytest

from bot.rules.privacy import inspect

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
    HR 115.11.01-115.11.30
    HR 1151101-1151130
    帳號 wang1234、tyc_hr02
    tycd12345678
    IP 192.168.1.20
    Telegram ID 123456780
    LI-01、LI-02、EI-01
    /start AbC123
    請於 10/8 前完成
    無使用
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
