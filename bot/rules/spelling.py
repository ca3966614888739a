"""What a text reads as, however it is spelled: one form for every disguise of a digit, a capital or a separator."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, digit, normalize

OTHER = "□"  # whatever neither spells nor separates
_KEPT = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -./:,#()")
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮԚԜ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "ABESIJKMHOPCTYXYQW" + "ABEZHIKMNOPTYX" + "ABCDEFGHIJKLMNOPRSTUVWYZ",
)
_RINGED = {chr(start + place): chr(65 + place) for start in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)}
_MARKS = dict.fromkeys("−ー", "-") | dict.fromkeys("·•‧・․∙⋅", ".") | {"|": ","}
_READ = _RINGED | _MARKS | dict.fromkeys("○◯〇", "零") | dict.fromkeys("\u115f\u1160", "")
_SPELT = (
    dict.fromkeys(("Cf", "Mn", "Me"), "")
    | dict.fromkeys(("Zs", "Zl", "Zp", "Cc", "Cn", "Co", "Cs", "Pc", "So", "Sk", "Sm"), " ")
    | {"Pd": "-", "Po": ",", "Pi": "(", "Ps": "(", "Pf": ")", "Pe": ")"}
)  # by category; what stands for none of these ends a number
_NUMERALS = str.maketrans(
    "零一二三四五六七八九" + "壹貳參肆伍陸柒捌玖" + "贰叁陆弌弍弎", "0123456789" + "123456789" + "236123"
)
_LETTERED = re.compile(r"(?<=[0-9])[OIL]+")
_LETTER_DIGITS = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[ \-./:,#()]+")
_ENDS = re.compile(r"[/:,#()]")


def plain(text: str) -> str:
    """A text in the few characters that the guard knows."""
    return "".join(map(_plain, text))


def readings(written: str) -> Iterator[str]:
    """A plain text as it stands; where it differs, also with Chinese numerals and look-alike letters as digits."""
    yield written.replace("一", "-").replace("丨", "-")  # the numeral one, typed for a dash
    disguised = _LETTERED.sub(lambda run: run[0].translate(_LETTER_DIGITS), written.translate(_NUMERALS))
    if disguised != written:
        yield disguised


def joined(text: str) -> str:
    """Any run of separators as one."""
    return _SEPARATORS.sub(" ", text)


def closely_joined(text: str) -> str:
    """Any run of spaces, dots and dashes as one; other punctuation ends a number."""
    return joined(_ENDS.sub(OTHER, text))


@lru_cache(maxsize=1 << 14)
def _plain(char: str) -> str:
    if char in _KEPT:
        return char
    parts = normalize("NFKD", char.translate(_LOOKALIKES).upper())
    read = "".join(map(_plain_part, parts))
    return read if len(read) < 5 else OTHER


def _plain_part(part: str) -> str:
    char = part.translate(_LOOKALIKES)
    if char in _KEPT or "一" <= char <= "鿿":
        return char
    if char in _READ:
        return _READ[char]
    if (value := digit(char, None)) is not None:
        return str(value)
    return _SPELT.get(category(char), OTHER)
