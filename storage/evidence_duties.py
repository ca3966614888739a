"""Of an agency's year: its duties, as they were owed and met: records, audits, reviews, on-site audits."""

from sqlalchemy import ColumnElement, select

from bot.rules.duties import Duty

from . import phrases, tables
from .evidence_span import Rows, Span, rows_of, who
from .tables import accounts, audits, duties
from .tables import people as staff
from .unit import Unit


def _owed(span: Span, code: Duty) -> tuple[ColumnElement[bool], ...]:
    of_year = duties.c.occurrence.startswith(f"{span.year:04}")
    return (duties.c.code == code.value, duties.c.agency == span.agency, of_year)


def recorded(unit: Unit, span: Span) -> Rows:
    """What every officer owed for each month, with what came in."""
    kept = tables.usage_records
    names = ("number", "queries", "registered", "difference", "with_basis", "with_consent", "pages", "kept_at")
    more = ("strength", "document", "sent_by", "sent_at", "met_strict", "met", "version")
    columns = (duties.c.occurrence.label("month"), duties.c.subject.label("person"), duties.c.due_on)
    joined = select(*columns, *(kept.c[name] for name in (*names, *more))).join_from(duties, kept, isouter=True)
    found = joined.where(*_owed(span, Duty.RECORD))
    return rows_of(unit, found.order_by(duties.c.occurrence, duties.c.subject))


def audited(unit: Unit, span: Span) -> Rows:
    """The monthly audits, begun or not."""
    names = ("result", "explanation", "measures", "missing", "reported_by", "reported_at", "met_strict", "met")
    more = ("reason", "read_by", "read_at")
    columns = (duties.c.id, duties.c.occurrence.label("month"), duties.c.due_on, audits.c.state.label("audit_state"))
    values = (audits.c[name] for name in (*names, *more))
    joined = select(*columns, *values).join_from(duties, audits, isouter=True)
    return rows_of(unit, joined.where(*_owed(span, Duty.AUDIT)).order_by(duties.c.occurrence))


def sampled(unit: Unit, span: Span) -> Rows:
    drawn = tables.audit_items
    names = ("round", "position", "failed", "note", "checked_by", "shown_at", "checked_at")
    columns = (duties.c.occurrence.label("month"), drawn.c.subject.label("person"), *(drawn.c[name] for name in names))
    found = select(*columns).join_from(drawn, duties).where(*_owed(span, Duty.AUDIT))
    return rows_of(unit, found.order_by(duties.c.occurrence, drawn.c.id))


def anomalous(unit: Unit, span: Span) -> Rows:
    seen = tables.anomalies
    names = ("what", "found_by", "found_at", "seen_by", "seen_at")
    columns = (duties.c.occurrence.label("month"), *(seen.c[name] for name in names))
    found = select(*columns).join_from(seen, duties).where(*_owed(span, Duty.AUDIT))
    return [{**each, "what": phrases.load(each["what"])} for each in rows_of(unit, found.order_by(seen.c.id))]


def reviewed(unit: Unit, span: Span) -> Rows:
    """Each quarter's review, account by account."""
    said = tables.account_reviews
    joined = select(
        duties.c.occurrence.label("quarter"),
        duties.c.done_on,
        staff.c.staff_no.label("person"),
        accounts.c.kind.label("account"),
        said.c.finding.label("review_finding"),
        who(said.c.by_id, "by"),
        said.c.on.label("confirmed_on"),
    ).join_from(duties, said, isouter=True)
    joined = joined.join(accounts, accounts.c.id == said.c.account_id, isouter=True)
    joined = joined.join(staff, staff.c.id == accounts.c.person_id, isouter=True)
    return rows_of(unit, joined.where(*_owed(span, Duty.REVIEW)).order_by(duties.c.occurrence, staff.c.staff_no))


def visited(unit: Unit, span: Span) -> Rows:
    """The on-site audits of the year, planned or not, and the ad-hoc ones that were made in it."""
    made, visits = tables.inspections, tables.visits
    names = ("number", "sort", "held_on", "recorded_on", "proposal", "to_council")
    values = (made.c.id, *(made.c[name] for name in names), who(made.c.by_id, "by"))
    yearly = select(duties.c.authority, duties.c.business, duties.c.due_on, visits.c.day.label("planned_on"), *values)
    yearly = yearly.join_from(duties, visits, visits.c.duty_id == duties.c.id, isouter=True)
    yearly = yearly.join(made, made.c.duty_id == duties.c.id, isouter=True).where(*_owed(span, Duty.ONSITE))
    ad_hoc = select(made.c.authority, made.c.business, *values).where(made.c.agency == span.agency)
    in_year = (made.c.duty_id.is_(None), made.c.held_on.between(span.first, span.last))
    ordered = yearly.order_by(duties.c.authority, duties.c.business)
    return [*rows_of(unit, ordered), *rows_of(unit, ad_hoc.where(*in_year).order_by(made.c.id))]


def found(unit: Unit, span: Span) -> Rows:
    """What those of them that are recorded found, line by line."""
    of = [each["id"] for each in visited(unit, span) if each["recorded_on"]]
    lines, made = tables.inspection_findings, tables.inspections
    names = ("mark", "note", "due_on", "stage", "document", "reported_by")
    columns = (made.c.number, lines.c.item.label("line"), *(lines.c[name] for name in names))
    return rows_of(unit, select(*columns).join_from(lines, made).where(made.c.id.in_(of)).order_by(made.c.id))
