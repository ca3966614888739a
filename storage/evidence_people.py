"""Of an agency's year: its people, their accounts, items and passwords, who left, who stood in, the rules of use."""

from sqlalchemy import ColumnElement, and_, case, null, or_, select, union_all

from bot.rules.people import Role

from . import ledger, tables
from .evidence_span import Rows, Span, begin, end, lasts_until, rows_of, who
from .tables import account_items, accounts, agency_items, deputyships, items
from .tables import people as staff
from .unit import Unit


def users(unit: Unit, span: Span) -> Rows:
    """Everybody of the agency in post on a day of the year, or with an account there; with the seats held now."""
    present = (_belongs(span), or_(staff.c.left_on.is_(None), staff.c.left_on > span.first))
    columns = (staff.c.id, staff.c.staff_no.label("person"), staff.c.certificate_on, staff.c.left_on)
    found = rows_of(unit, select(*columns).where(*present).order_by(staff.c.staff_no))
    seats = unit.connection.execute(select(tables.seats).where(tables.seats.c.role.in_(list(Role)))).all()
    held = {each["id"]: [row.role for row in seats if row.person_id == each["id"]] for each in found}
    return [{**each, "roles": sorted(held[each["id"]])} for each in found]


def _belongs(span: Span) -> ColumnElement[bool]:
    """Who is of the agency, or has gone to another and had an account here."""
    return or_(staff.c.agency == span.agency, _used(span))


def _used(span: Span) -> ColumnElement[bool]:
    return staff.c.id.in_(select(accounts.c.person_id).where(accounts.c.agency == span.agency, _open(span)))


def _open(span: Span) -> ColumnElement[bool]:
    return and_(accounts.c.opened_on <= span.last, lasts_until(accounts.c.closed_on, span.first))


def held(unit: Unit, span: Span) -> Rows:
    """Accounts that were open on a day of the year, and how each stood on its last."""
    state = case(
        (accounts.c.closed_on <= span.last, "closed"), (accounts.c.suspended_on <= span.last, "suspended"), else_="open"
    )
    dates = (accounts.c.opened_on, accounts.c.suspended_on, accounts.c.closed_on)
    columns = (staff.c.staff_no.label("person"), accounts.c.kind.label("account"), *dates, state.label("account_state"))
    found = select(*columns).join_from(accounts, staff)
    found = found.where(accounts.c.agency == span.agency, _open(span))
    return rows_of(unit, found.order_by(staff.c.staff_no, accounts.c.id))


def granted(unit: Unit, span: Span) -> Rows:
    """The officers' items that were in force on a day of the year."""
    dates = (account_items.c.granted_on, account_items.c.removed_on)
    person, kind = staff.c.staff_no.label("person"), accounts.c.kind.label("account")
    columns = (person, kind, items.c.code, items.c.name.label("item"), *dates)
    joined = select(*columns).join_from(account_items, accounts).join(staff).join(items)
    lasting = (account_items.c.granted_on <= span.last, lasts_until(account_items.c.removed_on, span.first))
    found = joined.where(accounts.c.agency == span.agency, _open(span), *lasting)
    return rows_of(unit, found.order_by(staff.c.staff_no, items.c.code, account_items.c.id))


def entitled(unit: Unit, span: Span) -> Rows:
    """The agency's items that were in force on a day of the year."""
    names = ("business", "legal_basis", "part", "granted_on", "removed_on")
    columns = (items.c.code, items.c.name.label("item"), *(agency_items.c[name] for name in names))
    begun = or_(agency_items.c.granted_on.is_(None), agency_items.c.granted_on <= span.last)
    lasting = (begun, lasts_until(agency_items.c.removed_on, span.first))
    found = select(*columns).join_from(agency_items, items).where(agency_items.c.agency == span.agency, *lasting)
    return rows_of(unit, found.order_by(items.c.code, agency_items.c.id))


def changed(unit: Unit, span: Span) -> Rows:
    """The days on which passwords were declared changed, of the agency's people; then each account holder's
    present date."""
    of = set(unit.connection.execute(select(staff.c.staff_no).where(_belongs(span))).scalars())
    declared = [
        {"person": said["person"], "changed_on": said["changed_on"], "declared_at": entry.at}
        for entry, said in ledger.of_verb(unit, "password_changed", begin(unit, span), end(unit, span))
        if said["person"] in of
    ]
    kept = tables.passwords
    columns = (staff.c.staff_no.label("person"), kept.c.changed_on, kept.c.due_on.label("next_on"))
    now = select(*columns).join_from(kept, staff).where(_used(span), kept.c.changed_on <= span.last)
    return [*declared, *rows_of(unit, now.order_by(staff.c.staff_no))]


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
    people = (who(made.c.successor_id, "successor"), who(made.c.by_id, "by"))
    joined = select(*columns, *people).join_from(away, staff, staff.c.id == away.c.id)
    here = and_(made.c.person_id == staff.c.id, made.c.agency == span.agency)
    found = joined.join(made, here, isouter=True)
    return rows_of(unit, found.order_by(away.c.left_on, staff.c.staff_no))


def deputised(unit: Unit, span: Span) -> Rows:
    """Deputyships of a day of the year; the last day is the one before `to_day`."""
    names = ("rank", "from_day", "to_day", "capacity", "reason")
    people = (staff.c.staff_no.label("holder"), who(deputyships.c.deputy_id, "deputy"))
    columns = (*people, *(deputyships.c[name] for name in names))
    joined = select(*columns).join_from(deputyships, staff, staff.c.id == deputyships.c.holder_id)
    lasting = (deputyships.c.from_day <= span.last, deputyships.c.to_day > span.first)
    return rows_of(
        unit, joined.where(staff.c.agency == span.agency, *lasting).order_by(deputyships.c.from_day, deputyships.c.id)
    )


def ruled(unit: Unit, span: Span) -> Rows:
    """The agency's rules of use that had been kept by the year's end."""
    kept = tables.usage_rules
    columns = (kept.c.document, kept.c.issued_on, kept.c.kept_on, kept.c.kept_by)
    until = (kept.c.agency == span.agency, kept.c.kept_on <= span.last)
    return rows_of(unit, select(*columns).where(*until).order_by(kept.c.id))
