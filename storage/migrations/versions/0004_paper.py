"""Signatures and forms on paper: their document numbers, and who recorded them."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PEOPLE = {"cases": ("entered_by_id", "aside_id"), "decisions": ("recorded_by_id",), "drafts": ("for_id",)}
PLAIN = {"decisions": ("document VARCHAR", "signed_on DATE"), "drafts": ("document VARCHAR",)}


def upgrade() -> None:
    for table, names in PEOPLE.items():
        for name in names:
            refers = f"CONSTRAINT fk_{table}_{name} REFERENCES people (id)"
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER {refers}")
    for table, columns in PLAIN.items():
        for each in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {each}")
