"""On-site and ad-hoc audits: the checklist, findings and their correction."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inspections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("business", sa.String(), server_default="", nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.Text(), server_default="", nullable=False),
        sa.Column("to_council", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["authority"], ["agencies.code"], name=op.f("fk_inspections_authority")),
        sa.ForeignKeyConstraint(["agency"], ["agencies.code"], name=op.f("fk_inspections_agency")),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name=op.f("fk_inspections_duty_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_inspections_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
        sa.UniqueConstraint("number", name=op.f("uq_inspections_number")),
        sa.UniqueConstraint("duty_id", name=op.f("uq_inspections_duty_id")),
    )
    op.create_index(op.f("ix_inspections_agency"), "inspections", ["agency"])
    op.create_table(
        "inspection_findings",
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("document", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspections.id"], name=op.f("fk_inspection_findings_inspection_id")
        ),
        sa.PrimaryKeyConstraint("inspection_id", "item", name=op.f("pk_inspection_findings")),
    )
