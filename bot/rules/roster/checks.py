"""What no single cell can tell: whether the lines of a roster agree with each other and with what is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..people import AgencyKind
from . import Content, Fault, Line, Noun
from .files import ACCOUNTS, AGENCIES, AGENCY_ITEMS, DELEGATIONS, FILES, ITEMS, PEOPLE

UNKNOWN = {
    Noun.AGENCY: "roster-unknown-agency",
    Noun.ITEM: "roster-unknown-item",
    Noun.PERSON: "roster-unknown-person",
}
ONLY_ONE = (AgencyKind.INFORMATION_CENTER, AgencyKind.LABOUR)

Lines: TypeAlias = Mapping[str, Sequence[Line]]
Key: TypeAlias = tuple[str, ...]
News: TypeAlias = Mapping[str, Mapping[Key, Mapping[str, Content]]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say: each agency's kind, each person's agency, and by key what was ever granted or opened;
    `in_force` are the agencies' items of today."""

    agencies: Mapping[str, str]
    items: frozenset[str]
    people: Mapping[str, str]
    agency_items: frozenset[tuple[str, ...]]
    in_force: frozenset[tuple[str, ...]]
    accounts: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Outlook:
    """The same as it will be after the import."""

    agencies: Mapping[str, Content]
    items: frozenset[str]
    people: Mapping[str, Content]
    in_force: frozenset[tuple[str, ...]]

    def knows(self, noun: Noun, key: str) -> bool:
        if noun is Noun.ITEM:
            return key in self.items
        return key in (self.agencies if noun is Noun.AGENCY else self.people)


def check(lines: Lines, news: News, known: Known) -> Iterator[Fault]:
    """Every disagreement. `news` has what is told anew, by file and key; a line that is wrong in one cell still
    vouches for its key."""
    outlook = _outlook(lines, news, known)
    for file in FILES:
        for column in file.columns:
            if column.refers:
                yield from _unknown(lines[file.name], column.name, column.refers, outlook)
    for kind in ONLY_ONE:
        yield from _only_one(lines[AGENCIES.name], kind, outlook)
    for line in lines[DELEGATIONS.name]:
        yield from _delegation(line, outlook)
    for line in lines[ACCOUNTS.name]:
        if line.key and line.key not in known.accounts:
            yield from _not_granted(line, outlook)


def _outlook(lines: Lines, news: News, known: Known) -> _Outlook:
    granted = {each.key[:2] for each in lines[AGENCY_ITEMS.name] if each.key and each.key not in known.agency_items}
    return _Outlook(
        _after(news[AGENCIES.name], "kind", known.agencies),
        known.items | {key[0] for key in news[ITEMS.name]},
        _after(news[PEOPLE.name], "agency", known.people),
        known.in_force | granted,
    )


def _after(news: Mapping[Key, Mapping[str, Content]], column: str, known: Mapping[str, str]) -> Mapping[str, Content]:
    """The column by key, as the file says where it says something new; None where it says what nobody can read."""
    fresh = {key[0]: values[column] for key, values in news.items() if column in values}
    return {**dict.fromkeys(key[0] for key in news), **known, **fresh}


def _unknown(lines: Sequence[Line], column: str, noun: Noun, outlook: _Outlook) -> Iterator[Fault]:
    for line in lines:
        value = line.values.get(column)
        named = value if isinstance(value, tuple) else (value,)
        for each in named:
            if isinstance(each, str) and not outlook.knows(noun, each):
                yield line.fault(column, UNKNOWN[noun], value=each)


def _only_one(lines: Sequence[Line], kind: AgencyKind, outlook: _Outlook) -> Iterator[Fault]:
    """There is one Information Center and one Dept. of Labor (point 3)."""
    of_kind = sorted(code for code, each in outlook.agencies.items() if each == kind)
    for line in lines:
        others = tuple(code for code in of_kind if line.key and code != line.key[0])
        if others and line.key[0] in of_kind:
            yield line.fault("kind", "roster-only-one", kind=kind.value, others=others)


def _delegation(line: Line, outlook: _Outlook) -> Iterator[Fault]:
    """Only district offices are entrusted with others' work (point 9), and nobody entrusts himself."""
    district, authority = line.values.get("district"), line.values.get("authority")
    kind = outlook.agencies.get(district) if isinstance(district, str) else None
    if kind is not None and kind != AgencyKind.DISTRICT:
        yield line.fault("district", "roster-not-a-district", value=str(district))
    if district is not None and district == authority:
        yield line.fault("authority", "roster-own-authority", value=str(authority))


def _not_granted(line: Line, outlook: _Outlook) -> Iterator[Fault]:
    """An account's items are among its agency's (point 6)."""
    agency = outlook.people.get(line.key[0])
    items = line.values.get("items")
    for item in items if isinstance(items, tuple) else ():
        if isinstance(agency, str) and item in outlook.items and (agency, item) not in outlook.in_force:
            yield line.fault("items", "roster-item-not-granted", value=item, agency=agency)
