"""Importing a roster: all or nothing, and only what the files say anew, so that what was done in chat stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.rules.phrases import Phrase, say
from bot.rules.roster import Content, Fault, File, RosterRefused, Sheet
from bot.rules.roster.checks import Known, check
from bot.rules.roster.files import ACCOUNTS, AGENCIES, AGENCY_ITEMS, DELEGATIONS, FILES, ITEMS, PEOPLE
from bot.rules.roster.reading import Reading, read
from storage import ledger, roster
from storage import opening as balance
from storage.unit import Unit

from . import opening, staffing
from .leaving import cut_leavers

__all__ = ["Count", "RosterRefused", "Summary", "cut_leavers", "import_roster"]

Key: TypeAlias = tuple[str, ...]
LOCALE = "zh-TW"
BY_CELL = (AGENCIES, DELEGATIONS, ITEMS, PEOPLE)
UNTOLD: Mapping[str, dict[str, Any]] = {
    AGENCIES.name: {"head_signs_annex3": False},
    DELEGATIONS.name: {},
    ITEMS.name: {"programme": ""},
    PEOPLE.name: dict.fromkeys(("egov_account", "certificate_on", "certificate_until", "left_on"))
    | {"title": "", "locale": ""},
}


@dataclass(frozen=True, slots=True)
class Count:
    """Of one file: rows read, rows that are new, rows that changed something known."""

    rows: int
    added: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import did, by file; `cut` are staff numbers whose link ended, `ignored` files not of a roster."""

    files: Mapping[str, Count]
    cut: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def changes(self) -> int:
        return sum(each.added + each.changed for each in self.files.values())

    @property
    def phrase(self) -> Phrase:
        counts = tuple(
            say("roster-counts", file=name, rows=each.rows, added=each.added, changed=each.changed)
            for name, each in self.files.items()
        )
        done = say("roster-imported", files=counts) if self.changes else say("roster-unchanged")
        return say("roster-with-ignored", summary=done, ignored=self.ignored) if self.ignored else done


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is there before the import: rows by noun and key, and which keys of the opening balance are in force."""

    rows: Mapping[str, Mapping[Key, dict[str, Any]]]
    agency_items: Mapping[Key, bool]
    accounts: Mapping[Key, bool]


News: TypeAlias = Mapping[str, Mapping[Key, Mapping[str, Content]]]


def import_roster(unit: Unit, files: Mapping[str, Sheet], locale: str = LOCALE) -> Summary:
    """Import what is new in the files; `locale` is for people who have none. Raises RosterRefused with every fault."""
    reading = read(files, unit.today)
    tables = _Tables(
        {file.name: roster.all_rows(unit, file.name) for file in BY_CELL},
        balance.agency_items_ever(unit),
        balance.accounts_ever(unit),
    )
    news = _news(unit, reading, tables)
    if faults := [*reading.faults, *check(reading.lines, news, _known(tables))]:
        raise RosterRefused(_in_order(files, faults))
    counts, cut = _store(unit, reading, tables, news, locale)
    names = {each.name for each in FILES}
    ignored = tuple(sheet.shown for name, sheet in files.items() if name not in names)
    summary = Summary({name: each for name, each in counts.items() if name in files}, cut, ignored)
    if summary.changes:
        payload = {name: [each.added, each.changed] for name, each in summary.files.items()}
        ledger.append(unit, "roster", files=payload, cut=list(cut))
    return summary


def _news(unit: Unit, reading: Reading, tables: _Tables) -> News:
    """By file and key what differs from the last import; of a row that is not in the tables, then everything."""
    news: dict[str, dict[Key, Mapping[str, Content]]] = {file.name: {} for file in BY_CELL}
    for file in BY_CELL:
        lines = [each for each in reading.lines[file.name] if each.key]
        last = roster.last_cells(unit, file.name) if lines else {}
        for line in lines:
            if told := line.news(last.get(_row_name(line.key), {})):
                news[file.name][line.key] = told if line.key in tables.rows[file.name] else line.news({})
    return news


def _known(tables: _Tables) -> Known:
    return Known(
        agencies={key[0]: row["kind"] for key, row in tables.rows[AGENCIES.name].items()},
        items=frozenset(key[0] for key in tables.rows[ITEMS.name]),
        people={key[0]: row["agency"] for key, row in tables.rows[PEOPLE.name].items()},
        agency_items=frozenset(tables.agency_items),
        in_force=frozenset(key[:2] for key, in_force in tables.agency_items.items() if in_force),
        accounts=frozenset(tables.accounts),
    )


def _in_order(files: Mapping[str, Sheet], faults: Iterable[Fault]) -> list[Fault]:
    places = {files[file.name].shown: place for place, file in enumerate(FILES) if file.name in files}
    return sorted(faults, key=lambda each: (places[each.file], each.row))


def _store(
    unit: Unit, reading: Reading, tables: _Tables, news: News, locale: str
) -> tuple[dict[str, Count], tuple[str, ...]]:
    held = roster.seats_held(unit) if news[PEOPLE.name] else {}
    counts = {file.name: _put(unit, file, reading, tables, news[file.name], locale) for file in BY_CELL}
    ids = roster.ids(unit)
    cut = staffing.settle(unit, news[PEOPLE.name], tables.rows[PEOPLE.name], held, ids)
    lines = reading.lines[AGENCY_ITEMS.name]
    counts[AGENCY_ITEMS.name] = Count(len(lines), opening.agency_items(unit, lines, tables.agency_items))
    lines = reading.lines[ACCOUNTS.name]
    counts[ACCOUNTS.name] = Count(len(lines), *opening.accounts(unit, lines, tables.accounts, ids))
    return counts, cut


def _put(
    unit: Unit, file: File, reading: Reading, tables: _Tables, news: Mapping[Key, Mapping[str, Content]], locale: str
) -> Count:
    before = tables.rows[file.name]
    rows = [_row(file, key, values, before.get(key)) for key, values in news.items()]
    if file is PEOPLE:
        rows = [{**row, "locale": row["locale"] or locale} for row in rows]
    roster.put(unit, file.name, rows)
    cells = {line.key: line.cells for line in reading.lines[file.name]}
    told = ((_row_name(key), name, cells[key][name]) for key, values in news.items() for name in values)
    roster.keep_cells(unit, file.name, told)
    added = sum(key not in before for key in news)
    return Count(len(reading.lines[file.name]), added, len(news) - added)


def _row(file: File, key: Key, values: Mapping[str, Content], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """The whole row as it should be: what was there, changed where the file says so. Seats are rows of their own."""
    columns = [each.name for each in file.columns if each.name != "roles"]
    base = (
        {name: before[name] for name in columns}
        if before
        else UNTOLD[file.name] | dict(zip(file.key, key, strict=True))
    )
    return {**base, **{name: values[name] for name in columns if name in values}}


def _row_name(key: Key) -> str:
    return "/".join(key)
