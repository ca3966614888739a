"""What somebody gave up without leaving: an agency, or seats in one. An account is the agency's that opened it."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _accounts_of_agencies()
    op.create_table(
        "transfers",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_transfers_person_id")),
        sa.ForeignKeyConstraint(["agency"], ["agencies.code"], name=op.f("fk_transfers_agency")),
        sa.PrimaryKeyConstraint("person_id", "agency", name=op.f("pk_transfers")),
    )
    _handovers_by_agency()
    for table in ("cards", "buttons", "questions"):
        op.execute(
            f"UPDATE {table} SET matter = matter || ':' || people.agency FROM people"  # noqa: S608
            f" WHERE {table}.matter = 'leaver:' || people.id"
        )


def _accounts_of_agencies() -> None:
    op.add_column("accounts", sa.Column("agency", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE accounts SET agency = (SELECT people.agency FROM people WHERE people.id = accounts.person_id)")
    op.create_index(op.f("ix_accounts_agency"), "accounts", ["agency"])
    is_open = sa.text("closed_on IS NULL")
    op.drop_index("uq_accounts_open", "accounts")
    op.create_index(
        "uq_accounts_open",
        "accounts",
        ["person_id", "kind", "agency"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _handovers_by_agency() -> None:
    op.execute("CREATE TABLE handovers_before AS SELECT * FROM handovers")
    op.drop_table("handovers")
    op.create_table(
        "handovers",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_handovers_person_id")),
        sa.ForeignKeyConstraint(["agency"], ["agencies.code"], name=op.f("fk_handovers_agency")),
        sa.ForeignKeyConstraint(["successor_id"], ["people.id"], name=op.f("fk_handovers_successor_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_handovers_by_id")),
        sa.PrimaryKeyConstraint("person_id", "agency", name=op.f("pk_handovers")),
    )
    op.execute(
        'INSERT INTO handovers (person_id, agency, successor_id, by_id, "on")'
        ' SELECT b.person_id, people.agency, b.successor_id, b.by_id, b."on"'
        " FROM handovers_before AS b JOIN people ON people.id = b.person_id"
    )
    op.drop_table("handovers_before")
