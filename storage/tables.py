"""Every table, in one metadata for SQLite and PostgreSQL. Moments are UTC, dates are dates."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC without its zone, because SQLite has none."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _person(name: str = "person_id", **options: Any) -> Column[int]:
    return Column(name, ForeignKey("people.id"), **options)


# --- the spine -------------------------------------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("user_id", BigInteger),
    Column("kind", String, nullable=False),
    Column("guard", String),
    Column("body", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("done_at", Moment),
    UniqueConstraint("bot_id", "update_id"),
    Index("ix_inbox_open", "id", sqlite_where=text("done_at IS NULL"), postgresql_where=text("done_at IS NULL")),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _person(),
    Column("chat_id", BigInteger),
    Column("lane", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("card_id", ForeignKey("cards.id")),
    Column("created_at", Moment, nullable=False),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("error", Text),
    Column("done_at", Moment),
    Index("ix_outbox_open", "id", sqlite_where=text("done_at IS NULL"), postgresql_where=text("done_at IS NULL")),
)

cards = Table(
    "cards",
    metadata,
    _id(),
    _person(nullable=False),
    Column("matter", String, nullable=False),
    Column("wanted", Integer, nullable=False),
    UniqueConstraint("person_id", "matter"),
    Index("ix_cards_matter", "matter"),
)

copies = Table(
    "copies",
    metadata,
    Column("card_id", ForeignKey("cards.id"), primary_key=True),
    Column("message_id", BigInteger, primary_key=True),
    Column("shown", Integer, nullable=False),
    Column("looks", String),
)

buttons = Table(
    "buttons",
    metadata,
    Column("id", String, primary_key=True),
    _person(nullable=False),
    Column("matter", String, nullable=False),
    Column("action", String, nullable=False),
    Column("value", String, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index("ix_buttons_matter", "matter", "person_id", "revision"),
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    _person(unique=True, nullable=False),
    Column("kind", String, nullable=False),
    Column("answers", Text, nullable=False),
    Column("case_id", ForeignKey("cases.id")),
    Column("created_at", Moment, nullable=False),
    _person("for_id"),
    Column("document", String),
    Column("cancelled_on", Date),
)

questions = Table(
    "questions",
    metadata,
    _person(primary_key=True),
    Column("purpose", String, nullable=False),
    Column("matter", String, nullable=False),
    Column("field", String, nullable=False),
    Column("type", String, nullable=False),
    Column("chosen", Text, nullable=False, server_default=""),
    Column("given", Text, nullable=False, server_default="{}"),
    Column("revision", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("aside", Text),
)

_ABOUT = text("about IS NOT NULL")

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("verb", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("previous", String, nullable=False, unique=True),
    Column("payload_hash", String, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Column("about", String),
    Index("ix_ledger_about", "about", "id", sqlite_where=_ABOUT, postgresql_where=_ABOUT),
)

ledger_payloads = Table(
    "ledger_payloads",
    metadata,
    Column("id", ForeignKey("ledger.id"), primary_key=True),
    Column("body", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# --- people ----------------------------------------------------------------------------------------------------------

agencies = Table(
    "agencies",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("head_signs_annex3", Boolean, nullable=False, server_default=text("false")),
)

delegations = Table(
    "delegations",
    metadata,
    Column("district", ForeignKey("agencies.code"), primary_key=True),
    Column("authority", ForeignKey("agencies.code"), primary_key=True),
    Column("business", String, primary_key=True),
)

people = Table(
    "people",
    metadata,
    _id(),
    Column("staff_no", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("title", String, nullable=False),
    Column("agency", ForeignKey("agencies.code"), nullable=False, index=True),
    Column("locale", String, nullable=False),
    Column("egov_account", String),
    Column("egov_on", Date),
    Column("certificate_on", Date),
    Column("certificate_until", Date, index=True),
    Column("left_on", Date, index=True),
    Column("user_id", BigInteger, unique=True),
    Column("linked_at", Moment),
    Column("blocked_at", Moment),
)

seats = Table(
    "seats",
    metadata,
    _person(primary_key=True),
    Column("role", String, primary_key=True, index=True),
)

deputyships = Table(
    "deputyships",
    metadata,
    _id(),
    _person("holder_id", nullable=False, index=True),
    _person("deputy_id", nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date, nullable=False),
    Column("capacity", String, nullable=False),
    Column("reason", String, nullable=False, server_default=""),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code_hash", String, primary_key=True),
    _person(nullable=False, index=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

link_attempts = Table(
    "link_attempts",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("at", Moment, nullable=False),
)

roster_cells = Table(
    "roster_cells",
    metadata,
    Column("file", String, primary_key=True),
    Column("row", String, primary_key=True),
    Column("column", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# --- rights ----------------------------------------------------------------------------------------------------------

items = Table(
    "items",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("programme", String, nullable=False),
    Column("subject", String, nullable=False),
)

_IN_FORCE = text("removed_on IS NULL")
_OPEN = text("closed_on IS NULL")

agency_items = Table(
    "agency_items",
    metadata,
    _id(),
    Column("agency", ForeignKey("agencies.code"), nullable=False),
    Column("item", ForeignKey("items.code"), nullable=False),
    Column("legal_basis", Text, nullable=False, server_default=""),
    Column("business", String, nullable=False, server_default=""),
    Column("part", Text, nullable=False, server_default=""),
    Column("granted_on", Date),
    Column("removed_on", Date),
    Index(
        "uq_agency_items_in_force",
        "agency",
        "item",
        "business",
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    ),
)

accounts = Table(
    "accounts",
    metadata,
    _id(),
    _person(nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    Column("suspended_on", Date),
    Column("suspended_as_leaver", Boolean, nullable=False, server_default=text("false")),
    Column("agency", String, nullable=False, server_default="", index=True),
    Index(
        "uq_accounts_open",
        "person_id",
        "kind",
        "agency",
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
)

account_items = Table(
    "account_items",
    metadata,
    _id(),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("item", ForeignKey("items.code"), nullable=False),
    Column("granted_on", Date, nullable=False),
    Column("removed_on", Date),
    Index(
        "uq_account_items_in_force",
        "account_id",
        "item",
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    ),
)

passwords = Table(
    "passwords",
    metadata,
    _person(primary_key=True),
    Column("changed_on", Date, nullable=False),
    Column("due_on", Date, nullable=False, index=True),
)

# --- cases -----------------------------------------------------------------------------------------------------------

cases = Table(
    "cases",
    metadata,
    _id(),
    Column("number", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("agency", ForeignKey("agencies.code"), nullable=False),
    _person("subject_id", nullable=False, index=True),
    _person("filed_by_id", nullable=False, index=True),
    Column("answers", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("step", Integer, nullable=False),
    Column("opened", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("skipped", String, nullable=False, server_default=""),
    Column("seat_role", String),
    Column("seat_agency", ForeignKey("agencies.code")),
    Column("filed_at", Moment, nullable=False),
    Column("step_since", Moment, nullable=False),
    Column("step_due", Date),
    Column("half_on", Date),
    Column("twice_on", Date),
    Column("closed_at", Moment),
    _person("entered_by_id"),
    _person("aside_id"),
    _person("in_charge_id", index=True),
    Index("ix_cases_due", "state", "step_due", "half_on"),
    Index(
        "ix_cases_seat",
        "seat_agency",
        "seat_role",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", String, nullable=False),
    Column("verdict", String, nullable=False),
    _person(nullable=False),
    _person("holder_id"),
    Column("capacity", String),
    Column("strength", String, nullable=False),
    Column("reason", Text),
    Column("at", Moment, nullable=False),
    Column("document", String),
    Column("signed_on", Date),
    _person("recorded_by_id"),
    UniqueConstraint("case_id", "version"),
)

nudges = Table(
    "nudges",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    _person(nullable=False),
    Column("at", Moment, nullable=False),
)

tasks = Table(
    "tasks",
    metadata,
    _id(),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("items", String, nullable=False),
    Column("done_on", Date),
    _person("done_by_id"),
    Column("note", Text, nullable=False, server_default=""),
    UniqueConstraint("case_id", "account_id"),
    Index("ix_tasks_open", "id", sqlite_where=text("done_on IS NULL"), postgresql_where=text("done_on IS NULL")),
)

# --- duties ----------------------------------------------------------------------------------------------------------

_UNDONE = text("done_on IS NULL")

duties = Table(
    "duties",
    metadata,
    _id(),
    Column("code", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("occurrence", String, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("agency", ForeignKey("agencies.code"), nullable=False, index=True),
    Column("authority", ForeignKey("agencies.code")),
    Column("business", String, nullable=False, server_default=""),
    _person(index=True),
    Column("opened_on", Date, nullable=False),
    Column("done_on", Date),
    UniqueConstraint("code", "subject", "occurrence"),
    Index("ix_duties_open", "code", "due_on", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("ix_duties_portion", "code", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
)

usage_records = Table(
    "usage_records",
    metadata,
    _id(),
    Column("duty_id", ForeignKey("duties.id"), nullable=False, unique=True),
    Column("number", String, nullable=False, unique=True),
    *(Column(name, Integer, nullable=False) for name in ("queries", "registered")),
    Column("difference", String, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("with_basis", "with_consent", "pages")),
    Column("kept_at", String, nullable=False),
    Column("strength", String, nullable=False),
    Column("document", String, nullable=False),
    Column("sent_by", String, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("met_strict", Boolean, nullable=False),
    Column("met", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("entry", ForeignKey("ledger.id"), nullable=False),
)

audit_seeds = Table(
    "audit_seeds",
    metadata,
    Column("duty_id", ForeignKey("duties.id"), primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("seed", String, nullable=False),
)

account_reviews = Table(
    "account_reviews",
    metadata,
    Column("duty_id", ForeignKey("duties.id"), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("finding", String, nullable=False),
    _person("by_id", nullable=False),
    Column("on", Date, nullable=False),
)

inspections = Table(
    "inspections",
    metadata,
    _id(),
    Column("number", String, nullable=False, unique=True),
    Column("sort", String, nullable=False),
    Column("authority", ForeignKey("agencies.code"), nullable=False),
    Column("agency", ForeignKey("agencies.code"), nullable=False, index=True),
    Column("business", String, nullable=False, server_default=""),
    Column("duty_id", ForeignKey("duties.id"), unique=True),
    Column("held_on", Date, nullable=False),
    _person("by_id", nullable=False),
    Column("proposal", Text, nullable=False, server_default=""),
    Column("to_council", Boolean, nullable=False, server_default=text("false")),
    Column("recorded_on", Date),
)

inspection_findings = Table(
    "inspection_findings",
    metadata,
    Column("inspection_id", ForeignKey("inspections.id"), primary_key=True),
    Column("item", String, primary_key=True),
    Column("mark", String, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("due_on", Date),
    Column("stage", String),
    Column("document", String, nullable=False, server_default=""),
    Column("reported_by", String, nullable=False, server_default=""),
)

visits = Table(
    "visits",
    metadata,
    Column("duty_id", ForeignKey("duties.id"), primary_key=True),
    Column("day", Date, nullable=False),
)

usage_rules = Table(
    "usage_rules",
    metadata,
    _id(),
    Column("agency", ForeignKey("agencies.code"), nullable=False, index=True),
    Column("document", String, nullable=False),
    Column("issued_on", Date),
    Column("kept_on", Date, nullable=False),
    Column("kept_by", String, nullable=False),
)

transfers = Table(
    "transfers",
    metadata,
    _person(primary_key=True),
    Column("agency", ForeignKey("agencies.code"), primary_key=True),
    Column("roles", String, nullable=False),
    Column("on", Date, nullable=False),
)

handovers = Table(
    "handovers",
    metadata,
    _person(primary_key=True),
    Column("agency", ForeignKey("agencies.code"), primary_key=True),
    _person("successor_id", nullable=False),
    _person("by_id", nullable=False),
    Column("on", Date, nullable=False),
)

audits = Table(
    "audits",
    metadata,
    Column("duty_id", ForeignKey("duties.id"), primary_key=True),
    Column("state", String, nullable=False),
    Column("round", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("result", String),
    *(Column(name, Text, nullable=False, server_default="") for name in ("explanation", "measures", "missing")),
    Column("reported_by", String),
    Column("reported_at", Moment),
    Column("met_strict", Boolean),
    Column("met", Boolean),
    Column("reason", Text, nullable=False, server_default=""),
    Column("read_by", String),
    Column("read_at", Moment),
    Column("entry", ForeignKey("ledger.id")),
)

audit_items = Table(
    "audit_items",
    metadata,
    _id(),
    Column("duty_id", ForeignKey("duties.id"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("subject", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("of_head", Boolean, nullable=False),
    Column("failed", String),
    Column("note", Text, nullable=False),
    Column("checked_by", String),
    Column("shown_at", Moment),
    Column("checked_at", Moment),
    Column("entry", ForeignKey("ledger.id")),
    UniqueConstraint("duty_id", "subject", "position"),
)

anomalies = Table(
    "anomalies",
    metadata,
    _id(),
    Column("duty_id", ForeignKey("duties.id"), nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("found_by", String, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("seen_by", String),
    Column("seen_at", Moment),
)

duty_nudges = Table(
    "duty_nudges",
    metadata,
    Column("duty_id", ForeignKey("duties.id"), primary_key=True),
    Column("day", Date, primary_key=True),
)

# --- reminders -------------------------------------------------------------------------------------------------------

_SNOOZED = text("snoozed_to IS NOT NULL")

reminders = Table(
    "reminders",
    metadata,
    _id(),
    Column("rule", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("occurrence", String, nullable=False),
    Column("rung", String, nullable=False),
    _person(nullable=False),
    Column("due_on", Date, nullable=False),
    Column("day", Date, nullable=False),
    Column("digest_on", Date),
    Column("snoozed_to", Date),
    UniqueConstraint("rule", "subject", "occurrence", "rung", "person_id"),
    Index("ix_reminders_digest", "person_id", "digest_on"),
    Index("ix_reminders_snoozed", "person_id", sqlite_where=_SNOOZED, postgresql_where=_SNOOZED),
)

calendar_days = Table(
    "calendar_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("working", Boolean, nullable=False),
    Column("note", String, nullable=False, server_default=""),
)

calendar_years = Table(
    "calendar_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("imported_at", Moment, nullable=False),
)

calendar_changes = Table(
    "calendar_changes",
    metadata,
    Column("day", Date, primary_key=True),
    Column("working", Boolean, nullable=False),
    Column("note", String, nullable=False, server_default=""),
)
