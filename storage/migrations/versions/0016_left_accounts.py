"""What was suspended because its holder had left is told from what was suspended for another reason."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "accounts", sa.Column("suspended_as_leaver", sa.Boolean, nullable=False, server_default=sa.text("false"))
    )
    op.execute(
        "UPDATE accounts SET suspended_as_leaver = true WHERE suspended_on >="
        " (SELECT left_on FROM people WHERE people.id = accounts.person_id)"
    )
