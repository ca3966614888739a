"""A report is bound to its entry in the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("audits") as table:
        table.add_column(sa.Column("entry", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_audits_entry_ledger"), "ledger", ["entry"], ["id"])
