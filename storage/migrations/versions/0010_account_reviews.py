"""The account review of a quarter: what was said of each account."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_reviews",
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name=op.f("fk_account_reviews_duty_id")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_reviews_account_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_account_reviews_by_id")),
        sa.PrimaryKeyConstraint("duty_id", "account_id", name=op.f("pk_account_reviews")),
    )
