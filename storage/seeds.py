"""The secret seeds of the monthly sample: drawn when a month is opened, shown to nobody before the report is sent.

Their hashes stand in the ledger before the first record of the month can come in."""

import hashlib
import secrets
from collections.abc import Iterable

from sqlalchemy import exists, select
from sqlalchemy import insert as plain_insert

from bot.rules.duties import Duty

from . import ledger
from .tables import audit_seeds, duties
from .unit import Unit

FIRST = 1
_WITHOUT = (
    select(duties.c.id, duties.c.agency, duties.c.occurrence)
    .where(duties.c.code == Duty.AUDIT.value, duties.c.done_on.is_(None))
    .where(~exists().where(audit_seeds.c.duty_id == duties.c.id))
    .order_by(duties.c.id)
)


def draw(unit: Unit) -> None:
    """One for every open audit that has none."""
    put(unit, [(row.id, f"{row.agency}/{row.occurrence}") for row in unit.connection.execute(_WITHOUT)], FIRST)


def put(unit: Unit, wanted: Iterable[tuple[int, str]], round_: int) -> None:
    """New seeds for these audits, (duty, AGENCY/MONTH); one entry of the ledger holds all their hashes."""
    drawn = {matter: (duty_id, secrets.token_hex(32)) for duty_id, matter in wanted}
    if drawn:
        rows = [{"duty_id": duty_id, "round": round_, "seed": seed} for duty_id, seed in drawn.values()]
        unit.connection.execute(plain_insert(audit_seeds), rows)
        hashes = {matter: hashed(seed) for matter, (_, seed) in drawn.items()}
        ledger.append(unit, "audit_seeds", round=round_, sha256=hashes)


def of(unit: Unit, duty_id: int) -> list[str]:
    """The seeds of an audit, in the order of its rounds."""
    chosen = select(audit_seeds.c.seed).where(audit_seeds.c.duty_id == duty_id)
    return list(unit.connection.execute(chosen.order_by(audit_seeds.c.round)).scalars())


def hashed(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()
