"""A sweep finds the accounts of a person, and a portion of the open duties, without reading all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    undone = sa.text("done_on IS NULL")
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"])
    op.create_index("ix_duties_portion", "duties", ["code", "id"], sqlite_where=undone, postgresql_where=undone)
