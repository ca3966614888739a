"""/board: whose business somebody may oversee, and when it counts as late (points 3, 4 and 9)."""

from collections.abc import Iterable, Sequence
from datetime import date

from .calendar import OfficeCalendar
from .duties import Duty
from .people import Agency, AgencyKind, Delegation, Role, Seat
from .phrases import RuleViolation

WATCHES = frozenset({Role.OPERATOR, Role.REVIEWER, Role.ADMINISTRATOR, Role.HEAD})
MONTHLY = frozenset({Duty.RECORD, Duty.AUDIT})
"""Due on the 10th; a closed one is late only after the next working day."""


def watched(seats: Iterable[Seat], houses: Sequence[Agency], delegations: Sequence[Delegation]) -> tuple[str, ...]:
    """The Information Center all agencies, the Dept. of Labor too; an entrusting authority its district offices;
    administrators and heads their own house."""
    kinds = {each.code: each.kind for each in houses}
    found: set[str] = set()
    for seat in (each for each in seats if each.role in WATCHES):
        sees_all = seat.role is Role.OPERATOR or (
            seat.role is Role.REVIEWER and kinds.get(seat.agency) is AgencyKind.LABOUR
        )
        entrusted = {each.district for each in delegations if each.authority == seat.agency}
        found |= set(kinds) if sees_all else entrusted if seat.role is Role.REVIEWER else {seat.agency}
    if not found:
        raise RuleViolation("board-no-seat")
    return tuple(each.code for each in houses if each.code in found)


def late_until(duty: Duty, today: date, calendar: OfficeCalendar) -> date:
    """What was due by this day is late."""
    last = calendar.before(today)
    return last if duty in MONTHLY and calendar.rolls else date.fromordinal(today.toordinal() - 1)
