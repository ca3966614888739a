"""The ledger: an append-only chain of what was done, each entry bound to the one before it by its hash."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy import insert as plain_insert

from . import phrases
from .tables import ledger, ledger_payloads
from .unit import Unit

GENESIS = "0" * 64
CHAIN_KEY = 0x6C656467  # any number, the same in every program that writes


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    verb: str
    at: datetime
    previous: str
    payload_hash: str
    hash: str


_HEAD = select(ledger.c.id, ledger.c.hash).order_by(ledger.c.id.desc()).limit(1)
_ENTRY = plain_insert(ledger)
_PAYLOAD = plain_insert(ledger_payloads)


def head(unit: Unit) -> tuple[int, str]:
    """The newest entry's number and hash; read inside the transaction, never remembered."""
    found = unit.connection.execute(_HEAD).one_or_none()
    return (found.id, found.hash) if found else (0, GENESIS)


def append(unit: Unit, verb: str, **payload: Any) -> int:
    """Write down what was done; the number of the entry. A payload's `case` is what the entry is about."""
    _wait_for_turn(unit)
    number, previous = head(unit)
    body = phrases.dump(payload)
    payload_hash = _digest(body)
    own = _chain(number + 1, verb, unit.now, previous, payload_hash)
    unit.connection.execute(
        _ENTRY,
        {
            "id": number + 1,
            "verb": verb,
            "at": unit.now,
            "previous": previous,
            "payload_hash": payload_hash,
            "hash": own,
            "about": payload.get("case"),
        },
    )
    unit.connection.execute(_PAYLOAD, {"id": number + 1, "body": body})
    return number + 1


def about(unit: Unit, case: str) -> list[tuple[Entry, dict[str, Any]]]:
    """The entries about a case with what they say, oldest first; without those whose payload was purged."""
    query = select(ledger, ledger_payloads.c.body).join_from(ledger, ledger_payloads).where(ledger.c.about == case)
    rows = unit.connection.execute(query.order_by(ledger.c.id))
    return [(_entry(row), phrases.load(row.body)) for row in rows]


def of_verb(unit: Unit, verb: str, since: datetime, until: datetime) -> list[tuple[Entry, dict[str, Any]]]:
    """What was written down under this verb in a time, oldest first; without those whose payload was purged."""
    query = select(ledger, ledger_payloads.c.body).join_from(ledger, ledger_payloads)
    chosen = query.where(ledger.c.verb == verb, ledger.c.at >= since, ledger.c.at < until)
    return [(_entry(row), phrases.load(row.body)) for row in unit.connection.execute(chosen.order_by(ledger.c.id))]


def seal_of(unit: Unit, case: str) -> str:
    """The newest entry about a case as NUMBER:HASH, which `ledger verify --head` checks; empty when there is none."""
    query = select(ledger.c.id, ledger.c.hash).where(ledger.c.about == case).order_by(ledger.c.id.desc()).limit(1)
    found = unit.connection.execute(query).one_or_none()
    return f"{found.id}:{found.hash}" if found else ""


def seal(unit: Unit, entry: int | None) -> str:
    """An entry as NUMBER:HASH; empty when there is none."""
    found = unit.connection.execute(select(ledger.c.hash).where(ledger.c.id == entry)).scalar_one_or_none()
    return f"{entry}:{found}" if found else ""


def _wait_for_turn(unit: Unit) -> None:
    """On PostgreSQL commands write beside the leader: each appends alone, until its commit. SQLite has one writer."""
    if unit.connection.dialect.name != "sqlite":
        unit.connection.execute(select(func.pg_advisory_xact_lock(CHAIN_KEY)))


def verify(unit: Unit, witnessed: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with the chain, in order; empty when it is whole. A witnessed head finds a cut tail."""
    faults: list[str] = []
    number, previous = 0, GENESIS
    hashes: dict[int, str] = {}
    for entry, body in entries(unit):
        number += 1
        if entry.id != number:
            faults.append(f"missing {number}")
            number = entry.id
        own = _chain(entry.id, entry.verb, entry.at, entry.previous, entry.payload_hash)
        if entry.previous != previous or entry.hash != own:
            faults.append(f"changed {entry.id}")
        if body is not None and _digest(body) != entry.payload_hash:
            faults.append(f"payload {entry.id}")
        previous = hashes[entry.id] = entry.hash
    if witnessed and hashes.get(witnessed[0]) != witnessed[1]:
        faults.append(f"witness {witnessed[0]}")
    return faults


def holds(unit: Unit, id_: int, payload: Mapping[str, Any]) -> bool:
    """Whether this is what the entry said, by its hash alone: the payload itself may have been purged."""
    kept = select(ledger.c.payload_hash).where(ledger.c.id == id_)
    return unit.connection.execute(kept).scalar_one_or_none() == _digest(phrases.dump(dict(payload)))


def shown(entry: Entry) -> dict[str, str | int]:
    """An entry for export, in the words that its hash is made of."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return {
        "id": entry.id,
        "verb": entry.verb,
        "at": moment,
        "previous": entry.previous,
        "payload_hash": entry.payload_hash,
        "hash": entry.hash,
    }


def entries(unit: Unit) -> Iterator[tuple[Entry, str | None]]:
    """Every entry with its payload, oldest first; None where the payload was purged."""
    query = select(ledger, ledger_payloads.c.body).join_from(ledger, ledger_payloads, isouter=True)
    for row in unit.connection.execute(query.order_by(ledger.c.id)):
        yield _entry(row), row.body


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.id, row.verb, row.at, row.previous, row.payload_hash, row.hash)


def _chain(number: int, verb: str, at: datetime, previous: str, payload_hash: str) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return _digest("\n".join((str(number), verb, moment, previous, payload_hash)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
