"""Of an agency's year: its cases and their course."""

from sqlalchemy import select

from . import phrases
from .evidence_span import Rows, Span, begin, end, lasts_until, rows_of, who
from .tables import cases, decisions
from .unit import Unit


def filed(unit: Unit, span: Span) -> Rows:
    """Cases that were under way on a day of the year."""
    under_way = (cases.c.filed_at < end(unit, span), lasts_until(cases.c.closed_at, begin(unit, span)))
    columns = (cases.c.id, cases.c.number, cases.c.kind, cases.c.state, cases.c.filed_at, cases.c.closed_at)
    people = (who(cases.c.subject_id, "person"), who(cases.c.filed_by_id, "filed_by"))
    found = select(*columns, *people).where(cases.c.agency == span.agency, *under_way)
    return rows_of(unit, found.order_by(cases.c.filed_at, cases.c.id))


def decided(unit: Unit, span: Span) -> Rows:
    """The whole course of those cases."""
    of = [each["id"] for each in filed(unit, span)]
    names = ("step", "verdict", "capacity", "strength", "reason", "at", "document", "signed_on")
    people = (who(decisions.c.person_id, "by"), who(decisions.c.holder_id, "holder"))
    recorder = who(decisions.c.recorded_by_id, "recorded_by")
    columns = (cases.c.number, *(decisions.c[name] for name in names), *people, recorder)
    found = rows_of(
        unit,
        select(*columns).join_from(decisions, cases).where(cases.c.id.in_(of)).order_by(cases.c.id, decisions.c.id),
    )
    return [{**each, "reason": phrases.load(each["reason"]) if each["reason"] else None} for each in found]
