"""What an auditor asks for about one agency and one year: each table as plain rows, people by their staff numbers."""

from collections.abc import Callable, Iterator, Mapping

from .evidence_cases import decided, filed
from .evidence_duties import anomalous, audited, found, recorded, reviewed, sampled, visited
from .evidence_people import changed, departed, deputised, entitled, granted, held, ruled, users
from .evidence_span import Rows, Span
from .unit import Unit

STANDING = frozenset({"users", "agency_items", "rules"})
"""What tells nothing of a year: rows without a date, or of now."""
TABLES: Mapping[str, Callable[[Unit, Span], Rows]] = {
    "users": users,
    "cases": filed,
    "decisions": decided,
    "accounts": held,
    "account_items": granted,
    "agency_items": entitled,
    "records": recorded,
    "audits": audited,
    "sample": sampled,
    "anomalies": anomalous,
    "reviews": reviewed,
    "onsite": visited,
    "findings": found,
    "passwords": changed,
    "handovers": departed,
    "deputies": deputised,
    "rules": ruled,
}
"""In the order in which they are read."""


def gather(unit: Unit, span: Span) -> Iterator[tuple[str, Rows]]:
    for name, read in TABLES.items():
        yield name, read(unit, span)


def has_anything(unit: Unit, span: Span) -> bool:
    return any(rows for name, rows in gather(unit, span) if name not in STANDING)
