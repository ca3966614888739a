"""Nothing is kept for ever: what has been kept for its years goes for good, and the ledger says what and how much."""

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from storage import ledger, retention
from storage.retention import DESTROYED, Key, Stock
from storage.unit import Unit

from .audits import ANOMALY, AUDIT
from .case_cards import CASE
from .leaving import RULE as LEAVER
from .people_board import PERSON
from .records import RECORD
from .reviews import REVIEW
from .task_cards import TASK

STOCKS = retention.STOCKS
MATTERS = {
    "cases": (CASE,),
    "tasks": (TASK,),
    "duties": (RECORD, AUDIT, REVIEW),
    "anomalies": (ANOMALY,),
    "people": (PERSON, LEAVER),
}


def due(unit: Unit, stock: Stock, years: int) -> list[Key]:
    """Some of what has been kept for so many years since it ended."""
    return retention.due(unit, stock, _day(unit, years))


def destroy(unit: Unit, stock: Stock, years: int, keys: Sequence[Key]) -> int:
    """It goes, and in the same transaction the ledger says so; how many rows went, besides what hung on them."""
    day = _day(unit, years)
    count, numbers = retention.destroy(unit, stock, keys, day, MATTERS)
    if count:
        ledger.append(
            unit, DESTROYED, what=stock.table.name, count=count, numbers=numbers, ended_before=day, kept=years
        )
    return count


def _day(unit: Unit, years: int) -> date:
    return unit.today - relativedelta(years=years)
