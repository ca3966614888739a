"""On-site and ad-hoc audits: opened, filled line by line, recorded once; findings and their correction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, update
from sqlalchemy import insert as plain_insert

from bot.rules.onsite import Finding, Mark, Sort, Stage

from . import counters
from .dialect import insert
from .duties import Owed
from .tables import inspection_findings, inspections
from .unit import Unit


@dataclass(frozen=True, slots=True)
class Inspection:
    """`duty_id` is the yearly duty it fulfils; `by_id` who began it, once recorded who recorded it."""

    id: int
    number: str
    sort: Sort
    authority: str
    agency: str
    business: str
    duty_id: int | None
    held_on: date
    by_id: int
    proposal: str
    to_council: bool
    recorded_on: date | None


def begin(
    unit: Unit, sort: Sort, authority: str, agency: str, by_id: int, held_on: date, duty: Owed | None = None
) -> Inspection:
    """A new audit under the next number of its ROC year, `115-OS-0001`."""
    year = unit.today.year - 1911
    number = f"{year}-OS-{counters.next_value(unit, f'inspection:{year}'):04d}"
    houses = {"authority": authority, "agency": agency, "business": duty.business if duty else ""}
    row = {"number": number, "sort": sort.value, "by_id": by_id, "held_on": held_on, **houses}
    made = plain_insert(inspections).values(**row, duty_id=duty.id if duty else None).returning(inspections.c.id)
    return find(unit, unit.connection.execute(made).scalar_one())


def find(unit: Unit, id_: int) -> Inspection:
    return _read(unit.connection.execute(select(inspections).where(inspections.c.id == id_)).one())


def of_duty(unit: Unit, duty_id: int) -> Inspection | None:
    row = unit.connection.execute(select(inspections).where(inspections.c.duty_id == duty_id)).one_or_none()
    return _read(row) if row else None


def of_duties(unit: Unit, duty_ids: Iterable[int]) -> dict[int, Inspection]:
    found = _where(unit, inspections.c.duty_id.in_(list(duty_ids)))
    return {each.duty_id: each for each in found if each.duty_id is not None}


def by_number(unit: Unit, number: str) -> Inspection:
    return _read(unit.connection.execute(select(inspections).where(inspections.c.number == number)).one())


def of_house(unit: Unit, code: str) -> list[Inspection]:
    """Ad-hoc ones that this agency carries out, and all that were recorded of itself; the newest first."""
    own = inspections.c.authority == code
    return _where(
        unit,
        or_(
            own & inspections.c.duty_id.is_(None),
            (inspections.c.agency == code) & inspections.c.recorded_on.is_not(None),
        ),
    )


def _where(unit: Unit, condition: ColumnElement[bool]) -> list[Inspection]:
    return [
        _read(row)
        for row in unit.connection.execute(select(inspections).where(condition).order_by(inspections.c.id.desc()))
    ]


def change(unit: Unit, id_: int, **values: Any) -> None:
    unit.connection.execute(update(inspections).where(inspections.c.id == id_).values(**values))


def record(unit: Unit, id_: int, by_id: int, held_on: date) -> bool:
    """Once; False when it was recorded already."""
    open_still = update(inspections).where(inspections.c.id == id_, inspections.c.recorded_on.is_(None))
    values = {"recorded_on": unit.today, "by_id": by_id, "held_on": held_on}
    return unit.connection.execute(open_still.values(**values)).rowcount == 1


def findings(unit: Unit, inspection_id: int) -> dict[str, Finding]:
    rows = unit.connection.execute(
        select(inspection_findings).where(inspection_findings.c.inspection_id == inspection_id)
    )
    return {
        row.item: Finding(
            Mark(row.mark),
            row.note,
            row.due_on,
            Stage(row.stage) if row.stage else None,
            row.document,
            row.reported_by,
        )
        for row in rows
    }


def left(unit: Unit, ids: Iterable[int]) -> dict[int, int]:
    """How many corrections of each are not accepted yet; none is left out."""
    of = inspection_findings.c.inspection_id
    unsettled = inspection_findings.c.stage.in_([Stage.OPEN.value, Stage.REPORTED.value])
    counted = select(of, func.count()).where(of.in_(list(ids)), unsettled).group_by(of)
    return {row[0]: row[1] for row in unit.connection.execute(counted)}


def note(unit: Unit, inspection_id: int, item: str, finding: Finding) -> None:
    """The last word of a line counts."""
    values = {
        "mark": finding.mark.value,
        "note": finding.note,
        "due_on": finding.due_on,
        "stage": finding.stage.value if finding.stage else None,
        "document": finding.document,
        "reported_by": finding.reported_by,
    }
    statement = insert(unit, inspection_findings).values(inspection_id=inspection_id, item=item, **values)
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["inspection_id", "item"], set_=values))


def _read(row: Row[Any]) -> Inspection:
    return Inspection(
        row.id,
        row.number,
        Sort(row.sort),
        row.authority,
        row.agency,
        row.business,
        row.duty_id,
        row.held_on,
        row.by_id,
        row.proposal,
        row.to_council,
        row.recorded_on,
    )
