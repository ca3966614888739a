"""How often an applicant pressed a case on: once for each working day, or the database refuses."""

from datetime import date

from .dialect import insert
from .tables import nudges
from .unit import Unit


def add(unit: Unit, case_id: int, day: date, person_id: int) -> bool:
    """False when the case was pressed on that day already."""
    row = {"case_id": case_id, "day": day, "person_id": person_id, "at": unit.now}
    added = insert(unit, nudges).values(row).on_conflict_do_nothing().returning(nudges.c.day)
    return unit.connection.execute(added).first() is not None
