"""Handovers: who took over from whom, and who speaks for an applicant who has left."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_handovers_person_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["people.id"], name=op.f("fk_handovers_successor_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_handovers_by_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_handovers")),
    )
    refers = "CONSTRAINT fk_cases_in_charge_id REFERENCES people (id)"
    op.execute(f"ALTER TABLE cases ADD COLUMN in_charge_id INTEGER {refers}")
    op.create_index(op.f("ix_cases_in_charge_id"), "cases", ["in_charge_id"])
