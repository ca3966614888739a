"""An approval, whole: case, decision, ledger, everybody's card, the applicant told, the next approver asked."""

from . import bots, speed
from .api import tapped
from .office import Office
from .speed import ROUNDS, Speed
from .table import Line, at_least, at_most

UPDATES, ORM_UPDATES = 400, 160


async def lines(office: Office, echo: Speed) -> list[Line]:
    taps = [tapped(n, each.user_id, each.message_id, each.data) for n, each in enumerate(office.waiting[:UPDATES], 1)]
    own, orm = [], []
    for _ in range(ROUNDS):
        address, other = office.copy(), office.copy()
        orm.append(await speed.measure(lambda api: bots.stock_orm(api, other), taps[:ORM_UPDATES]))  # noqa: B023
        own.append(await speed.measure(lambda api: bots.ours(api, address), taps))  # noqa: B023
    mine, theirs = Speed.of(own), Speed.of(orm)
    return [
        at_least(
            f"durable approval tap, {mine.calls} calls / stock echo, 1 call",
            "a second", mine.per_second, echo.per_second, 1.5,
        ),
        at_least(
            f"durable approval tap / the same by async ORM, {theirs.calls} calls",
            "a second", mine.per_second, theirs.per_second, 5,
        ),
        at_most("CPU of a tap / the same by async ORM", "ms", mine.cpu, theirs.cpu, 0.2),
    ]  # fmt: skip
