"""A button's id begins with its routing letter, so that no other letter finds it."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE buttons SET id = CASE"
        " WHEN EXISTS (SELECT 1 FROM questions AS q WHERE q.person_id = buttons.person_id"
        "  AND q.matter = buttons.matter AND q.revision = buttons.revision) THEN 'f'"
        " WHEN matter LIKE 'digest:%' OR matter LIKE 'password:%' OR matter LIKE 'calendar:%' THEN 'r'"
        " WHEN matter LIKE 'record:%' OR matter LIKE 'audit:%' OR matter LIKE 'anomaly:%' OR matter LIKE 'leaver:%'"
        "  THEN 'd'"
        " ELSE 'c' END || id"
    )
