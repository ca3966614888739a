"""The one clock: real time, or real time moved by what the sandbox and the rehearsal turned."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells aware UTC. Turned, it goes on running from the moment it was turned to."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def turn(self, to: datetime) -> None:
        self._offset = to - datetime.now(UTC)
