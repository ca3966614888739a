"""What an auditor asks for about one agency and one year: each table as plain rows, people by their staff numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, null, or_, select, union_all

from bot.rules.duties import Duty
from bot.rules.people import Role

from . import ledger, phrases, tables
from .tables import account_items, accounts, agency_items, audits, cases, decisions, deputyships, duties, items
from .tables import people as staff
from .unit import Unit

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Span:
    """An agency's year; its last day is today while it runs."""

    agency: str
    year: int
    last: date

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)


def begin(unit: Unit, span: Span) -> datetime:
    return datetime.combine(span.first, datetime.min.time(), unit.zone)


def end(unit: Unit, span: Span) -> datetime:
    return datetime.combine(span.last + timedelta(days=1), datetime.min.time(), unit.zone)


def _rows(unit: Unit, query: Select[Any]) -> Rows:
    return [dict(row._mapping) for row in unit.connection.execute(query)]


def _who(person_id: ColumnElement[Any], label: str) -> ColumnElement[Any]:
    """The staff number behind a person's id."""
    one = staff.alias()
    return select(one.c.staff_no).where(one.c.id == person_id).scalar_subquery().label(label)


def users(unit: Unit, span: Span) -> Rows:
    """Everybody of the agency in post on a day of the year, or with an account there; with the seats held now."""
    present = (_belongs(span), or_(staff.c.left_on.is_(None), staff.c.left_on > span.first))
    columns = (staff.c.id, staff.c.staff_no.label("person"), staff.c.certificate_on, staff.c.left_on)
    found = _rows(unit, select(*columns).where(*present).order_by(staff.c.staff_no))
    seats = unit.connection.execute(select(tables.seats).where(tables.seats.c.role.in_(list(Role)))).all()
    held = {each["id"]: [row.role for row in seats if row.person_id == each["id"]] for each in found}
    return [{**each, "roles": sorted(held[each["id"]])} for each in found]


def filed(unit: Unit, span: Span) -> Rows:
    """Cases that were under way on a day of the year."""
    under_way = (cases.c.filed_at < end(unit, span), _until(cases.c.closed_at, begin(unit, span)))
    columns = (cases.c.id, cases.c.number, cases.c.kind, cases.c.state, cases.c.filed_at, cases.c.closed_at)
    people = (_who(cases.c.subject_id, "person"), _who(cases.c.filed_by_id, "filed_by"))
    found = select(*columns, *people).where(cases.c.agency == span.agency, *under_way)
    return _rows(unit, found.order_by(cases.c.filed_at, cases.c.id))


def _until(ended: ColumnElement[Any], start: Any) -> ColumnElement[bool]:
    return or_(ended.is_(None), ended >= start)


def decided(unit: Unit, span: Span) -> Rows:
    """The whole course of those cases."""
    of = [each["id"] for each in filed(unit, span)]
    names = ("step", "verdict", "capacity", "strength", "reason", "at", "document", "signed_on")
    people = (_who(decisions.c.person_id, "by"), _who(decisions.c.holder_id, "holder"))
    recorder = _who(decisions.c.recorded_by_id, "recorded_by")
    columns = (cases.c.number, *(decisions.c[name] for name in names), *people, recorder)
    found = _rows(
        unit,
        select(*columns).join_from(decisions, cases).where(cases.c.id.in_(of)).order_by(cases.c.id, decisions.c.id),
    )
    return [{**each, "reason": phrases.load(each["reason"]) if each["reason"] else None} for each in found]


def held(unit: Unit, span: Span) -> Rows:
    """Accounts that were open on a day of the year, and how each stood on its last."""
    state = case(
        (accounts.c.closed_on <= span.last, "closed"), (accounts.c.suspended_on <= span.last, "suspended"), else_="open"
    )
    dates = (accounts.c.opened_on, accounts.c.suspended_on, accounts.c.closed_on)
    columns = (staff.c.staff_no.label("person"), accounts.c.kind.label("account"), *dates, state.label("account_state"))
    found = select(*columns).join_from(accounts, staff)
    found = found.where(accounts.c.agency == span.agency, _open(span))
    return _rows(unit, found.order_by(staff.c.staff_no, accounts.c.id))


def _belongs(span: Span) -> ColumnElement[bool]:
    """Who is of the agency, or has gone to another and had an account here."""
    of = select(accounts.c.person_id).where(accounts.c.agency == span.agency, _open(span))
    return or_(staff.c.agency == span.agency, staff.c.id.in_(of))


def _open(span: Span) -> ColumnElement[bool]:
    return and_(accounts.c.opened_on <= span.last, _until(accounts.c.closed_on, span.first))


def granted(unit: Unit, span: Span) -> Rows:
    """The officers' items that were in force on a day of the year."""
    dates = (account_items.c.granted_on, account_items.c.removed_on)
    person, kind = staff.c.staff_no.label("person"), accounts.c.kind.label("account")
    columns = (person, kind, items.c.code, items.c.name.label("item"), *dates)
    joined = select(*columns).join_from(account_items, accounts).join(staff).join(items)
    lasting = (account_items.c.granted_on <= span.last, _until(account_items.c.removed_on, span.first))
    found = joined.where(accounts.c.agency == span.agency, *lasting)
    return _rows(unit, found.order_by(staff.c.staff_no, items.c.code, account_items.c.id))


def entitled(unit: Unit, span: Span) -> Rows:
    """The agency's items that were in force on a day of the year."""
    names = ("business", "legal_basis", "part", "granted_on", "removed_on")
    columns = (items.c.code, items.c.name.label("item"), *(agency_items.c[name] for name in names))
    begun = or_(agency_items.c.granted_on.is_(None), agency_items.c.granted_on <= span.last)
    lasting = (begun, _until(agency_items.c.removed_on, span.first))
    found = select(*columns).join_from(agency_items, items).where(agency_items.c.agency == span.agency, *lasting)
    return _rows(unit, found.order_by(items.c.code, agency_items.c.id))


# --- duties ----------------------------------------------------------------------------------------------------------


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
    return _rows(unit, found.order_by(duties.c.occurrence, duties.c.subject))


def audited(unit: Unit, span: Span) -> Rows:
    """The monthly audits, begun or not."""
    names = ("result", "explanation", "measures", "missing", "reported_by", "reported_at", "met_strict", "met")
    more = ("reason", "read_by", "read_at")
    columns = (duties.c.id, duties.c.occurrence.label("month"), duties.c.due_on, audits.c.state.label("audit_state"))
    values = (audits.c[name] for name in (*names, *more))
    joined = select(*columns, *values).join_from(duties, audits, isouter=True)
    return _rows(unit, joined.where(*_owed(span, Duty.AUDIT)).order_by(duties.c.occurrence))


def sampled(unit: Unit, span: Span) -> Rows:
    drawn = tables.audit_items
    names = ("round", "position", "failed", "note", "checked_by", "shown_at", "checked_at")
    columns = (duties.c.occurrence.label("month"), drawn.c.subject.label("person"), *(drawn.c[name] for name in names))
    found = select(*columns).join_from(drawn, duties).where(*_owed(span, Duty.AUDIT))
    return _rows(unit, found.order_by(duties.c.occurrence, drawn.c.id))


def anomalous(unit: Unit, span: Span) -> Rows:
    seen = tables.anomalies
    names = ("what", "found_by", "found_at", "seen_by", "seen_at")
    columns = (duties.c.occurrence.label("month"), *(seen.c[name] for name in names))
    found = select(*columns).join_from(seen, duties).where(*_owed(span, Duty.AUDIT))
    return [{**each, "what": phrases.load(each["what"])} for each in _rows(unit, found.order_by(seen.c.id))]


def reviewed(unit: Unit, span: Span) -> Rows:
    """Each quarter's review, account by account."""
    said = tables.account_reviews
    joined = select(
        duties.c.occurrence.label("quarter"),
        duties.c.done_on,
        staff.c.staff_no.label("person"),
        accounts.c.kind.label("account"),
        said.c.finding.label("review_finding"),
        _who(said.c.by_id, "by"),
        said.c.on.label("confirmed_on"),
    ).join_from(duties, said, isouter=True)
    joined = joined.join(accounts, accounts.c.id == said.c.account_id, isouter=True)
    joined = joined.join(staff, staff.c.id == accounts.c.person_id, isouter=True)
    return _rows(unit, joined.where(*_owed(span, Duty.REVIEW)).order_by(duties.c.occurrence, staff.c.staff_no))


def visited(unit: Unit, span: Span) -> Rows:
    """The on-site audits of the year, planned or not, and the ad-hoc ones that were made in it."""
    made, visits = tables.inspections, tables.visits
    names = ("number", "sort", "held_on", "recorded_on", "proposal", "to_council")
    values = (made.c.id, *(made.c[name] for name in names), _who(made.c.by_id, "by"))
    yearly = select(duties.c.authority, duties.c.business, duties.c.due_on, visits.c.day.label("planned_on"), *values)
    yearly = yearly.join_from(duties, visits, visits.c.duty_id == duties.c.id, isouter=True)
    yearly = yearly.join(made, made.c.duty_id == duties.c.id, isouter=True).where(*_owed(span, Duty.ONSITE))
    ad_hoc = select(made.c.authority, made.c.business, *values).where(made.c.agency == span.agency)
    in_year = (made.c.duty_id.is_(None), made.c.held_on.between(span.first, span.last))
    ordered = yearly.order_by(duties.c.authority, duties.c.business)
    return [*_rows(unit, ordered), *_rows(unit, ad_hoc.where(*in_year).order_by(made.c.id))]


def found(unit: Unit, span: Span) -> Rows:
    """What those of them that are recorded found, line by line."""
    of = [each["id"] for each in visited(unit, span) if each["recorded_on"]]
    lines, made = tables.inspection_findings, tables.inspections
    names = ("mark", "note", "due_on", "stage", "document", "reported_by")
    columns = (made.c.number, lines.c.item.label("line"), *(lines.c[name] for name in names))
    return _rows(unit, select(*columns).join_from(lines, made).where(made.c.id.in_(of)).order_by(made.c.id))


# --- passwords, handovers, deputies, rules ---------------------------------------------------------------------------


def changed(unit: Unit, span: Span) -> Rows:
    """The days on which passwords were declared changed, of the agency's people; then each one's present date."""
    of = set(unit.connection.execute(select(staff.c.staff_no).where(_belongs(span))).scalars())
    declared = [
        {"person": said["person"], "changed_on": said["changed_on"], "declared_at": entry.at}
        for entry, said in ledger.of_verb(unit, "password_changed", begin(unit, span), end(unit, span))
        if said["person"] in of
    ]
    kept = tables.passwords
    columns = (staff.c.staff_no.label("person"), kept.c.changed_on, kept.c.due_on.label("next_on"))
    now = select(*columns).join_from(kept, staff).where(_belongs(span), kept.c.changed_on <= span.last)
    return [*declared, *_rows(unit, now.order_by(staff.c.staff_no))]


def departed(unit: Unit, span: Span) -> Rows:
    """Who left in the year, went to another agency or gave up seats; with the handover, if it was made."""
    moved, made = tables.transfers, tables.handovers
    left = select(staff.c.id, staff.c.left_on, null().label("given_up")).where(
        staff.c.agency == span.agency, staff.c.left_on.between(span.first, span.last)
    )
    gone = select(moved.c.person_id, moved.c.on, moved.c.roles).where(
        moved.c.agency == span.agency, moved.c.on.between(span.first, span.last)
    )
    away = union_all(left, gone).subquery()
    columns = (staff.c.staff_no.label("person"), away.c.left_on, away.c.given_up, made.c.on.label("handed_on"))
    people = (_who(made.c.successor_id, "successor"), _who(made.c.by_id, "by"))
    joined = select(*columns, *people).join_from(away, staff, staff.c.id == away.c.id)
    here = and_(made.c.person_id == staff.c.id, made.c.agency == span.agency)
    found = joined.join(made, here, isouter=True)
    return _rows(unit, found.order_by(away.c.left_on, staff.c.staff_no))


def deputised(unit: Unit, span: Span) -> Rows:
    """Deputyships of a day of the year; the last day is the one before `to_day`."""
    names = ("rank", "from_day", "to_day", "capacity", "reason")
    people = (staff.c.staff_no.label("holder"), _who(deputyships.c.deputy_id, "deputy"))
    columns = (*people, *(deputyships.c[name] for name in names))
    joined = select(*columns).join_from(deputyships, staff, staff.c.id == deputyships.c.holder_id)
    lasting = (deputyships.c.from_day <= span.last, deputyships.c.to_day > span.first)
    return _rows(
        unit, joined.where(staff.c.agency == span.agency, *lasting).order_by(deputyships.c.from_day, deputyships.c.id)
    )


def ruled(unit: Unit, span: Span) -> Rows:
    """The agency's rules of use that had been kept by the year's end."""
    kept = tables.usage_rules
    columns = (kept.c.document, kept.c.issued_on, kept.c.kept_on, kept.c.kept_by)
    until = (kept.c.agency == span.agency, kept.c.kept_on <= span.last)
    return _rows(unit, select(*columns).where(*until).order_by(kept.c.id))


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
