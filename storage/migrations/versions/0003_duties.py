"""The recurring duties; leavers are found by their day."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNDONE = sa.text("done_on IS NULL")


def upgrade() -> None:
    op.create_table(
        "duties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("business", sa.String(), server_default="", nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agency"], ["agencies.code"], name=op.f("fk_duties_agency")),
        sa.ForeignKeyConstraint(["authority"], ["agencies.code"], name=op.f("fk_duties_authority")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_duties_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sa.UniqueConstraint("code", "subject", "occurrence", name=op.f("uq_duties_code_subject_occurrence")),
    )
    op.create_index(op.f("ix_duties_agency"), "duties", ["agency"])
    op.create_index(op.f("ix_duties_person_id"), "duties", ["person_id"])
    op.create_index("ix_duties_open", "duties", ["code", "due_on"], sqlite_where=_UNDONE, postgresql_where=_UNDONE)
    op.create_index(op.f("ix_people_left_on"), "people", ["left_on"])
