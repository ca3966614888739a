"""Monthly audits: how far each is, its sampled entries and their answers, anomalies, and who was asked to hurry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.audits import Item, Result, State
from bot.rules.duties import Duty
from bot.rules.phrases import Value

from . import ledger, phrases, seeds
from .dialect import insert
from .tables import anomalies, audit_items, audits, duties, duty_nudges
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit that has begun; `missing` are the staff numbers whose records were not there when it was reported."""

    duty_id: int
    state: State
    round: int
    version: int
    result: Result | None = None
    explanation: str = ""
    measures: str = ""
    missing: tuple[str, ...] = ()
    reported_by: str | None = None
    reported_at: datetime | None = None
    met_strict: bool | None = None
    met: bool | None = None
    reason: str = ""
    read_by: str | None = None
    read_at: datetime | None = None

    @property
    def is_returned(self) -> bool:
        """The reason stands until the next report, also where a late record has come in since."""
        return bool(self.reason)

    @property
    def revealed(self) -> int:
        """How many seeds are no secret any more: those of the rounds that were reported."""
        return self.round - (self.state in (State.OPEN, State.DRAWN))


@dataclass(frozen=True, slots=True)
class Anomaly:
    id: int
    duty_id: int
    what: Value
    found_by: str
    found_at: datetime
    seen_by: str | None
    seen_at: datetime | None


def find(unit: Unit, duty_id: int) -> Audit:
    """Before the sample is drawn it is open, at version 0."""
    row = unit.connection.execute(select(audits).where(audits.c.duty_id == duty_id)).one_or_none()
    return _read(row) if row else Audit(duty_id, State.OPEN, 1, 0)


def of_month(unit: Unit, agency: str, month: str) -> Audit | None:
    """None before the month's audit was opened."""
    chosen = select(duties.c.id).where(duties.c.code == Duty.AUDIT.value, duties.c.subject == agency)
    duty_id = unit.connection.execute(chosen.where(duties.c.occurrence == month)).scalar_one_or_none()
    return find(unit, duty_id) if duty_id is not None else None


def of_agency(unit: Unit, agency: str) -> list[int]:
    """The duties of an agency's audits, the newest month first."""
    chosen = select(duties.c.id).where(duties.c.code == Duty.AUDIT.value, duties.c.agency == agency)
    return list(unit.connection.execute(chosen.order_by(duties.c.occurrence.desc())).scalars())


def start(unit: Unit, duty_id: int) -> bool:
    """The sample is drawn; False when it was already."""
    row = insert(unit, audits).values(duty_id=duty_id, state=State.DRAWN.value, round=1, version=1)
    return unit.connection.execute(row.on_conflict_do_nothing().returning(audits.c.duty_id)).first() is not None


def change(unit: Unit, audit: Audit, **values: Any) -> bool:
    """The next version, unless somebody else has made it."""
    same = (audits.c.duty_id == audit.duty_id, audits.c.version == audit.version)
    changed = update(audits).where(*same).values(version=audit.version + 1, **values)
    return unit.connection.execute(changed).rowcount == 1


def keep(unit: Unit, before: Audit, after: Audit, entry: int) -> bool:
    """The report as the ledger's entry has it."""
    names = (
        "explanation",
        "measures",
        "reason",
        "reported_by",
        "reported_at",
        "met_strict",
        "met",
        "read_by",
        "read_at",
    )
    values = {name: getattr(after, name) for name in names}
    result = after.result.value if after.result else None
    missing = ";".join(after.missing)
    return change(unit, before, state=after.state.value, result=result, missing=missing, entry=entry, **values)


def said(audit: Audit, matter: str, revealed: Sequence[str]) -> dict[str, Any]:
    """What the ledger says of a report."""
    names = ("result", "explanation", "measures", "missing", "reported_by", "reported_at", "met_strict", "met")
    return {"audit": matter, **{name: getattr(audit, name) for name in names}, "seeds": list(revealed)}


def _read(row: Row[Any]) -> Audit:
    values = {name: getattr(row, name) for name in Audit.__slots__}
    result = Result(row.result) if row.result else None
    missing = tuple(row.missing.split(";")) if row.missing else ()
    return Audit(**{**values, "state": State(row.state), "result": result, "missing": missing})


# --- the sample ------------------------------------------------------------------------------------------------------


def add_items(unit: Unit, duty_id: int, round_: int, drawn: Iterable[tuple[str, int, bool]]) -> None:
    """(staff number, position, whether it is for the head); what is there stays."""
    for subject, position, of_head in drawn:
        key = {"duty_id": duty_id, "subject": subject, "position": position, "of_head": of_head, "round": round_}
        unit.connection.execute(insert(unit, audit_items).values(**key, note="").on_conflict_do_nothing())


def items(unit: Unit, duty_id: int) -> list[Item]:
    found = unit.connection.execute(
        select(audit_items).where(audit_items.c.duty_id == duty_id).order_by(audit_items.c.id)
    )
    return [_item(row) for row in found]


def item(unit: Unit, item_id: int) -> Item:
    return _item(unit.connection.execute(select(audit_items).where(audit_items.c.id == item_id)).one())


def shown(unit: Unit, item_id: int) -> None:
    """From now on somebody looks at it: the time is kept."""
    unit.connection.execute(update(audit_items).where(audit_items.c.id == item_id).values(shown_at=unit.now))


def answer(unit: Unit, item_id: int, failed: Iterable[str], note: str, by: str, entry: int) -> None:
    values = {"failed": ";".join(failed), "note": note, "checked_by": by, "checked_at": unit.now, "entry": entry}
    unit.connection.execute(update(audit_items).where(audit_items.c.id == item_id).values(**values))


def seconds(unit: Unit, duty_id: int) -> dict[int, int]:
    """How long each answered entry was looked at, by its id."""
    query = select(audit_items.c.id, audit_items.c.shown_at, audit_items.c.checked_at)
    shown = query.where(audit_items.c.duty_id == duty_id, audit_items.c.shown_at.is_not(None))
    rows = unit.connection.execute(shown.where(audit_items.c.checked_at.is_not(None)))
    return {row.id: int((row.checked_at - row.shown_at).total_seconds()) for row in rows}


def entry(unit: Unit, duty_id: int) -> int | None:
    """The ledger's entry of the report."""
    query = select(audits.c.entry).where(audits.c.duty_id == duty_id)
    return unit.connection.execute(query).scalar_one_or_none()


def look_again(unit: Unit, item_ids: Iterable[int]) -> None:
    """These are not answered any more; the ledger keeps what was said."""
    these = update(audit_items).where(audit_items.c.id.in_(list(item_ids)))
    unit.connection.execute(these.values(failed=None, note="", entry=None))


def content(item: Item, failed: Iterable[str], note: str, by: str, matter: str) -> dict[str, Any]:
    """What the ledger says of an answered entry."""
    asked = {"audit": matter, "subject": item.subject, "position": item.position, "round": item.round}
    return {**asked, "failed": list(failed), "note": note, "by": by}


def verify(unit: Unit) -> list[str]:
    """Reports and answers that are not what the ledger says of them."""
    return [*_changed_reports(unit), *_changed_items(unit)]


def _changed_reports(unit: Unit) -> Iterator[str]:
    query = select(audits, duties.c.agency, duties.c.occurrence).join_from(audits, duties)
    for row in unit.connection.execute(query.where(audits.c.entry.is_not(None)).order_by(audits.c.duty_id)):
        audit, matter = _read(row), f"{row.agency}/{row.occurrence}"
        revealed = seeds.of(unit, audit.duty_id)[: audit.revealed]
        if not ledger.holds(unit, row.entry, said(audit, matter, revealed)):
            yield f"audit {matter}"


def _changed_items(unit: Unit) -> Iterator[str]:
    query = select(audit_items, duties.c.agency, duties.c.occurrence).join_from(audit_items, duties)
    for row in unit.connection.execute(query.where(audit_items.c.entry.is_not(None)).order_by(audit_items.c.id)):
        if not ledger.holds(unit, row.entry, _said(row)):
            yield f"audit item {row.id}"


def _said(row: Row[Any]) -> dict[str, Any]:
    read = _item(row)
    return content(read, read.failed or (), read.note, row.checked_by, f"{row.agency}/{row.occurrence}")


def _item(row: Row[Any]) -> Item:
    failed = None if row.failed is None else tuple(each for each in row.failed.split(";") if each)
    return Item(row.id, row.subject, row.position, row.of_head, failed, row.note, row.checked_by, row.round)


# --- anomalies, and who is asked to hurry ----------------------------------------------------------------------------


def add_anomaly(unit: Unit, duty_id: int, what: Value, by: str) -> int:
    row = plain_insert(anomalies).values(duty_id=duty_id, what=phrases.dump(what), found_by=by, found_at=unit.now)
    anomaly_id: int = unit.connection.execute(row.returning(anomalies.c.id)).scalar_one()
    return anomaly_id


def anomaly(unit: Unit, anomaly_id: int) -> Anomaly:
    row = unit.connection.execute(select(anomalies).where(anomalies.c.id == anomaly_id)).one()
    return _anomaly(row)


def anomalies_of(unit: Unit, duty_id: int) -> list[Anomaly]:
    found = unit.connection.execute(select(anomalies).where(anomalies.c.duty_id == duty_id).order_by(anomalies.c.id))
    return [_anomaly(row) for row in found]


def _anomaly(row: Row[Any]) -> Anomaly:
    return Anomaly(**{**row._mapping, "what": phrases.load(row.what)})


def see(unit: Unit, anomaly_id: int, by: str) -> bool:
    """False when somebody has seen it before."""
    unseen = update(anomalies).where(anomalies.c.id == anomaly_id, anomalies.c.seen_at.is_(None))
    return unit.connection.execute(unseen.values(seen_by=by, seen_at=unit.now)).rowcount == 1


def nudge(unit: Unit, duty_id: int, day: date) -> bool:
    """False when those who are missing were asked that day already."""
    row = insert(unit, duty_nudges).values(duty_id=duty_id, day=day)
    return unit.connection.execute(row.on_conflict_do_nothing().returning(duty_nudges.c.day)).first() is not None
