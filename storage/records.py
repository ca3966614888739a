"""Monthly records: one for each duty, corrected by whole versions. The ledger holds what each version said."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.duties import Duty
from bot.rules.people import Strength
from bot.rules.roc import roc_year

from . import counters, ledger
from .tables import duties, usage_records
from .unit import Unit

SENT, CORRECTED = "usage_recorded", "usage_corrected"


@dataclass(frozen=True, slots=True)
class Record:
    """What was sent of a month: counts, reasons and document numbers, never what was queried. `sent_by` is the staff
    number of who entered it, `document` the paper's number where it was entered from paper."""

    number: str
    subject: str
    month: str
    agency: str
    queries: int
    registered: int
    difference: str
    with_basis: int
    with_consent: int
    pages: int
    kept_at: str
    strength: Strength
    document: str
    sent_by: str
    sent_at: datetime
    met_strict: bool
    met: bool
    version: int

    @property
    def is_nil(self) -> bool:
        return self.queries == self.registered == 0

    @property
    def gap(self) -> int:
        return self.queries - self.registered

    @property
    def uncovered(self) -> int:
        """Queries that rest neither on a legal basis nor on consent."""
        return self.queries - self.with_basis - self.with_consent


_OF_DUTY = frozenset({"subject", "agency", "month"})
_NAMES = tuple(each.name for each in fields(Record))
_ALL = select(
    usage_records, duties.c.subject, duties.c.occurrence.label("month"), duties.c.agency, duties.c.person_id
).join_from(usage_records, duties)


def next_number(unit: Unit) -> str:
    """Of a record that is sent today, `115-R-0012`: running in the ROC year."""
    year = roc_year(unit.today.year)
    return f"{year}-R-{counters.next_value(unit, f'record:{year}'):04d}"


def find(unit: Unit, duty_id: int) -> Record | None:
    row = unit.connection.execute(_ALL.where(usage_records.c.duty_id == duty_id)).one_or_none()
    return _read(row) if row else None


def of_agency(unit: Unit, agency: str, month: str) -> dict[str, Record]:
    """What came in from an agency for a month, by staff number."""
    chosen = _ALL.where(duties.c.code == Duty.RECORD.value, duties.c.agency == agency, duties.c.occurrence == month)
    return {row.subject: _read(row) for row in unit.connection.execute(chosen.order_by(duties.c.subject))}


def duties_sent(unit: Unit, person_id: int, most: int) -> list[int]:
    """The duties of the newest records that somebody owed and sent."""
    chosen = select(duties.c.id).join_from(usage_records, duties).where(duties.c.person_id == person_id)
    return list(unit.connection.execute(chosen.order_by(duties.c.occurrence.desc()).limit(most)).scalars())


def last_place(unit: Unit, subject: str) -> str | None:
    """Where somebody's newest full record is kept."""
    chosen = select(usage_records.c.kept_at).join_from(usage_records, duties)
    found = chosen.where(duties.c.subject == subject, usage_records.c.kept_at != "")
    return unit.connection.execute(found.order_by(duties.c.occurrence.desc()).limit(1)).scalar_one_or_none()


def keep(unit: Unit, duty_id: int, record: Record) -> None:
    """A first version; its content stands in the ledger."""
    entry = ledger.append(unit, SENT, **_content(record))
    unit.connection.execute(plain_insert(usage_records).values(duty_id=duty_id, entry=entry, **_columns(record)))


def correct(unit: Unit, duty_id: int, record: Record) -> Record | None:
    """The next version, unless somebody else has made it; the version before stays in the ledger."""
    after = replace(record, version=record.version + 1)
    entry = ledger.append(unit, CORRECTED, **_content(after))
    same = (usage_records.c.duty_id == duty_id, usage_records.c.version == record.version)
    changed = update(usage_records).where(*same).values(entry=entry, **_columns(after))
    return after if unit.connection.execute(changed).rowcount == 1 else None


def verify(unit: Unit) -> list[str]:
    """Records that do not say what the ledger says of them."""
    rows = unit.connection.execute(_ALL.order_by(usage_records.c.id))
    return [f"record {row.number}" for row in rows if not ledger.holds(unit, row.entry, _content(_read(row)))]


def _content(record: Record) -> Mapping[str, Any]:
    return {name: getattr(record, name) for name in _NAMES}


def _columns(record: Record) -> dict[str, Any]:
    return {name: value for name, value in _content(record).items() if name not in _OF_DUTY}


def _read(row: Row[Any]) -> Record:
    values = {name: getattr(row, name) for name in _NAMES}
    return Record(**{**values, "strength": Strength(row.strength)})
