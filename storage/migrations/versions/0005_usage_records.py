"""Monthly records, and the seeds of the sample that audits them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "usage_records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("queries", sa.Integer(), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("difference", sa.String(), nullable=False),
        sa.Column("with_basis", sa.Integer(), nullable=False),
        sa.Column("with_consent", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("met_strict", sa.Boolean(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name=op.f("fk_usage_records_duty_id_duties")),
        sa.ForeignKeyConstraint(["entry"], ["ledger.id"], name=op.f("fk_usage_records_entry_ledger")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usage_records")),
        sa.UniqueConstraint("duty_id", name=op.f("uq_usage_records_duty_id")),
        sa.UniqueConstraint("number", name=op.f("uq_usage_records_number")),
    )
    op.create_table(
        "audit_seeds",
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name=op.f("fk_audit_seeds_duty_id_duties")),
        sa.PrimaryKeyConstraint("duty_id", "round", name=op.f("pk_audit_seeds")),
    )
