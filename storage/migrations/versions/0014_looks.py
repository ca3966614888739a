"""How a card's message looks, so that one that would look the same is not edited."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("copies", sa.Column("looks", sa.String(), nullable=True))
