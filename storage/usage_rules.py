"""The agencies' own rules of use (4(3)2): each set that was ever kept, the newest in force."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from .tables import usage_rules
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Rules:
    """The document that issued them and its date, None where only the number was asked; kept by a staff number."""

    agency: str
    document: str
    issued_on: date | None
    kept_on: date
    kept_by: str


def keep(unit: Unit, agency: str, document: str, issued_on: date, by: str) -> None:
    row = {"agency": agency, "document": document, "issued_on": issued_on, "kept_on": unit.today, "kept_by": by}
    unit.connection.execute(insert(usage_rules).values(**row))


def history(unit: Unit, agency: str, until: date) -> list[Rules]:
    """All sets that had been kept by this day, the newest first."""
    kept = select(usage_rules).where(usage_rules.c.agency == agency, usage_rules.c.kept_on <= until)
    rows = unit.connection.execute(kept.order_by(usage_rules.c.id.desc()))
    return [Rules(row.agency, row.document, row.issued_on, row.kept_on, row.kept_by) for row in rows]
