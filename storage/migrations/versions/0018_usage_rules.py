"""The agencies' rules of use with their history; each on-site audit has a planned day of its own; who reported a
correction."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "usage_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.Column("kept_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["agency"], ["agencies.code"], name=op.f("fk_usage_rules_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usage_rules")),
    )
    op.create_index(op.f("ix_usage_rules_agency"), "usage_rules", ["agency"])
    op.execute(
        "INSERT INTO usage_rules (agency, document, kept_on, kept_by)"
        " SELECT agencies.code, notes.value, CURRENT_DATE, '' FROM agencies"
        " JOIN notes ON notes.name = 'usage_rules:' || agencies.code"
    )
    op.execute("DELETE FROM notes WHERE name LIKE 'usage_rules:%'")
    op.create_table(
        "visits",
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name=op.f("fk_visits_duty_id")),
        sa.PrimaryKeyConstraint("duty_id", name=op.f("pk_visits")),
    )
    op.execute(
        "INSERT INTO visits (duty_id, day) SELECT owed.id, max(visit.due_on) FROM duties AS owed"
        " JOIN duties AS visit ON visit.agency = owed.agency AND visit.authority = owed.authority"
        " WHERE owed.code = 'onsite_audit' AND visit.code = 'onsite_visit'"
        " AND owed.done_on IS NULL AND visit.done_on IS NULL GROUP BY owed.id"
    )
    op.add_column("inspection_findings", sa.Column("reported_by", sa.String(), nullable=False, server_default=""))
