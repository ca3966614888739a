"""The guard: what must never be carried (identity numbers, mobiles, certificate serials, birthdays) is found here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import mul
from unicodedata import normalize

from .everyday import Views, unnumbered
from .phrases import RuleViolation
from .roc import parse_date
from .spelling import joined, plain, readings


class Rule(StrEnum):
    """Why a text is not carried; ID_SHAPE looks like an identity number but fails its checksum."""

    NATIONAL_ID = "national_id"
    RESIDENT_ID_NEW = "resident_id_new"
    RESIDENT_ID_OLD = "resident_id_old"
    MOBILE = "mobile"
    CERTIFICATE = "certificate"
    BIRTHDAY = "birthday"
    NAMED_NUMBER = "named_number"
    ID_SHAPE = "id_shape"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Hit:
    """That something was found, never what."""

    rule: Rule


_MM, _DD = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12][0-9]|3[01])"
# A number may be grouped at will where only spaces, dots and dashes part its digits; elsewhere in the usual ways.
_IDENTITY = re.compile(
    rf"(?=[A-Z])(?:(?<![A-Z])|(?![A-Z][A-D]? 20[1-4][0-9] {_MM} {_DD}(?![0-9]))(?![A-Z][A-D] 20[1-4][0-9]{_MM}{_DD}))"
    r"(?=([A-Z]) ?([1289A-D])((?: ?[0-9]){8})(?![0-9]))"  # but not: on 2026-11-23 8:30; ended 20261123
)
_GROUPED_IDENTITY = re.compile(
    r"(?=([A-Z])(?<![A-Z]{2}) ?([1289A-D])((?:[0-9]{2} [0-9]{3} [0-9]{3}|[0-9]{8}|(?: [0-9]){8})(?![0-9])))"
)
_MOBILE = re.compile(r"(?=[08])(?:(?<![0-9])0|8860?) ?9(?: ?[0-9]){8}(?![0-9])")
_GROUPED_MOBILE = re.compile(
    r"(?=[08])(?:(?<![0-9])0|8860?)(?: ?9[0-9]{2} ?[0-9]{3} ?[0-9]{3}| 9(?: [0-9]){8})(?![0-9])"
)
_CERTIFICATE = re.compile(r"(?=[A-Z])(?:(?<![A-Z])[A-Z] ?[A-Z](?: ?[0-9]){14}|[A-Z]{2}[0-9]{14})(?![0-9])")
_SHAPE = re.compile(r"(?=[A-Z])(?:(?<![A-Z])[A-Z] ?[1289A-D](?: ?[0-9]){8}|(?<![A-Z]{2})[A-Z][1289][0-9]{8})(?![0-9])")
_NAMED = re.compile(
    r"(?:身 ?[分份] ?證|居 ?留 ?證|護 ?照|生 ?日)[ □字號碼統一編是為的]{0,10}[0-9](?: ?[0-9]){8,9}(?![0-9])"
    r"|統 ?(?:一 ?)?編[ □號碼是為]{0,6}(?![0-9]{8} )[0-9](?: ?[0-9]){9}(?![0-9])"
)
_ON = rf"""(?=[0-9十A-Z]) (?:
      [0-9十]{{2,4}} \ ?[年\ ]\ ? [0-9十]{{1,3}} \ ?[月\ ]\ ? [0-9十]{{1,3}}
    | (?:(?:19|20)[0-9]{{2}}|[01]?[0-9]{{2}}) {_MM}{_DD}
    | (?:[0-9]{{1,2}}|[A-Z]{{3,9}}) \ (?:[0-9]{{1,2}}|[A-Z]{{3,9}}) \ (?:19|20)[0-9]{{2}} ) (?![0-9])"""
_BIRTHDAY = re.compile(  # not 發生於, 提出生育, 生日禮金
    rf"""(?=[出誕生BD]) (?:
          (?:出\ ?生|誕生|(?<![學民衛習新])生\ ?日)(?=[^一-鿿]|[年月日期時地於在為是我的約民西公十])
        | (?:(?<![一-鿿])|(?<=[我他她君]))生於
        | (?<![A-Z])(?:BIRTH|BORN|DOB)(?:DAY|DATE)?(?![A-Z])
    ) [^0-9]{{0,10}}? {_ON}""",
    re.VERBOSE,
)
_BIRTHDAY_AFTER = re.compile(  # not 生效
    rf"""(?=[0-9十]) {_ON} \ ?日?\ ?
    (?:[^0-9]{{0,4}}(?:出\ ?生|誕生|生\ ?日)|生) (?:[男女者的]|(?![一-鿿]))""",
    re.VERBOSE,
)
_LONG = re.compile(r"[0-9](?: ?[0-9]){7}")  # no number that is looked for has fewer digits

_LETTERS = {letter: 10 + place for place, letter in enumerate("ABCDEFGHJKLMNPQRSTUVXYWZIO")}
_WEIGHTS = (7, 6, 5, 4, 3, 2, 1, 1)


def inspect(text: str) -> Hit | None:
    """The first thing in a text that must not be carried, in any spelling; a text that defeats the guard is a hit."""
    try:
        found = filter(None, map(_find, readings(unnumbered(plain(text)))))
        rule = next(found, None)
    except Exception:  # whatever the fault, an unread text is not let through
        rule = Rule.UNREADABLE
    return Hit(rule) if rule else None


def _find(reading: str) -> Rule | None:
    whole = joined(reading)
    if _LONG.search(whole) and (rule := _find_number(Views.of(reading))):
        return rule
    return Rule.BIRTHDAY if _BIRTHDAY.search(whole) or _BIRTHDAY_AFTER.search(whole) else None


def _find_number(views: Views) -> Rule | None:
    whole, undated, bare = views.whole, views.undated, views.bare
    if rule := _valid(_IDENTITY, views.close) or _valid(_GROUPED_IDENTITY, whole):
        return rule
    if _MOBILE.search(undated) or _GROUPED_MOBILE.search(whole):
        return Rule.MOBILE
    if _CERTIFICATE.search(undated):
        return Rule.CERTIFICATE
    if _SHAPE.search(bare):
        return Rule.ID_SHAPE
    return Rule.NAMED_NUMBER if _NAMED.search(bare) else None


def _valid(pattern: re.Pattern[str], text: str) -> Rule | None:
    kinds = (_kind(*found.groups()) for found in pattern.finditer(text))
    return next(filter(None, kinds), None)


def _kind(letter: str, second: str, rest: str) -> Rule | None:
    """Which identity number this is, if its checksum holds; the letter counts as two digits, a second as its last."""
    tens, units = divmod(_LETTERS[letter], 10)
    lead = _LETTERS[second] % 10 if second.isalpha() else int(second)
    total = tens + 9 * units + 8 * lead + sum(map(mul, _WEIGHTS, map(int, rest.replace(" ", ""))))
    if total % 10:
        return None
    if second.isalpha():
        return Rule.RESIDENT_ID_OLD
    return Rule.NATIONAL_ID if second in "12" else Rule.RESIDENT_ID_NEW


class Guarded(RuleViolation):
    """A refusal of something that must not be carried: the message that held it is deleted."""


def check_together(answers: Iterable[str]) -> None:
    """What is harmless piece by piece may make a number when it is put together again."""
    told = list(answers)
    if hit := inspect("".join(told)) or inspect(" ".join(told)):
        raise Guarded(f"guard-{hit.rule.replace('_', '-')}")


_TOKEN = re.compile(r"[!-~]+")
_TOLD = re.compile(r"(?:密碼|通行碼|PASSWORD|PWD)\s*(?:改[成為]|[是為:=])\s*([!-~]{4,})", re.IGNORECASE)
_OFFICE_TOKEN = re.compile(r"/[a-z]+|[A-Z]{1,2}[0-9]{4,5}|1[0-9]{2}-[AI][1-3]-[0-9]{4,6}", re.IGNORECASE)
_ENDING = ".,!?;:"
_SIGNS = frozenset("!@#$%^&*_+=~?")


def looks_like_password(text: str) -> bool:
    """For the password dialogue alone, where dates are expected and a password may slip in."""
    written = normalize("NFKC", text)
    told = any(not _is_date(token.rstrip(_ENDING)) for token in _TOLD.findall(written))
    return told or any(_is_secret(token.rstrip(_ENDING)) for token in _TOKEN.findall(written))


def _is_secret(token: str) -> bool:
    if len(token) < 6 or _OFFICE_TOKEN.fullmatch(token) or _is_date(token):
        return False
    letters, digits = any(map(str.isalpha, token)), any(map(str.isdigit, token))
    return letters + digits + (not _SIGNS.isdisjoint(token)) > 1 or token.isdigit()


def _is_date(token: str) -> bool:
    try:
        parse_date(token)
    except ValueError:
        return False
    return True
