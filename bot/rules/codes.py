"""Link codes: what they are made of, and how they are kept and compared."""

import hashlib
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is read as something else
LENGTH = 12
VALID_FOR = timedelta(days=7)
FAILURES_ALLOWED = 5
FAILURES_WITHIN = timedelta(hours=1)


def hashed(code: str) -> str:
    """How a code is kept and compared: never as it was typed, and whether in capitals or not."""
    return hashlib.sha256(code.upper().encode()).hexdigest()
