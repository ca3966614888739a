"""An entry of the ledger names the case it is about."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SUSPEND = {
    "sqlite": ("DROP TRIGGER ledger_no_update",),
    "postgresql": ("ALTER TABLE ledger DISABLE TRIGGER ledger_append_only",),
}
RESUME = {
    "sqlite": (
        "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger "
        "BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END",
    ),
    "postgresql": ("ALTER TABLE ledger ENABLE TRIGGER ledger_append_only",),
}
CASE = {"sqlite": "json_extract(body, '$.case')", "postgresql": "body::json ->> 'case'"}


def upgrade() -> None:
    """The column is no part of the hash, so that older entries can be told theirs."""
    op.add_column("ledger", sa.Column("about", sa.String(), nullable=True))
    named = sa.text("about IS NOT NULL")
    op.create_index("ix_ledger_about", "ledger", ["about", "id"], sqlite_where=named, postgresql_where=named)
    dialect = op.get_bind().dialect.name
    for statement in SUSPEND[dialect]:
        op.execute(statement)
    op.execute(
        f"UPDATE ledger SET about = (SELECT {CASE[dialect]} FROM ledger_payloads "  # noqa: S608 the words are ours
        "WHERE ledger_payloads.id = ledger.id)"
    )
    for statement in RESUME[dialect]:
        op.execute(statement)
