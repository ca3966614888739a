"""Buttons: what a tap stands for is a row; the data on the wire is its id, which begins with its routing letter."""

import secrets
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import bindparam, delete, select, tuple_
from sqlalchemy import insert as plain_insert

from .tables import buttons
from .unit import Unit

KEPT = timedelta(days=400)
LETTERS = 17  # letters only: no id is ever taken for an identity number


class Letter(StrEnum):
    """Which handler hears the tap. It is part of the id: behind another letter there is no such button."""

    FORM = "f"
    CASE = "c"
    DUTY = "d"
    REMINDER = "r"


@dataclass(frozen=True, slots=True)
class Tap:
    """A button as it was offered: to whom, about what, which action with which value, at which revision."""

    person_id: int
    matter: str
    action: str
    value: str
    revision: int


_INSERT = plain_insert(buttons)


def offer(
    unit: Unit, letter: Letter, person_id: int, matter: str, revision: int, actions: Iterable[tuple[str, str]]
) -> list[str]:
    """Keep a button for each (action, value); their ids, in order."""
    rows = [
        {
            "id": letter + _new_id(),
            "person_id": person_id,
            "matter": matter,
            "action": action,
            "value": value,
            "revision": revision,
            "created_at": unit.now,
        }
        for action, value in actions
    ]
    if rows:
        unit.connection.execute(_INSERT, rows)
    return [str(row["id"]) for row in rows]


def _new_id() -> str:
    """Over ninety bits of chance, from one look at the system's source of it."""
    alphabet = string.ascii_letters
    return "".join(alphabet[each % len(alphabet)] for each in secrets.token_bytes(LETTERS))


_ONE = select(buttons).where(buttons.c.id == bindparam("id"))


def find(unit: Unit, id_: str) -> Tap | None:
    row = unit.connection.execute(_ONE, {"id": id_}).one_or_none()
    return Tap(row.person_id, row.matter, row.action, row.value, row.revision) if row else None


_OFFERED = (
    select(buttons)
    .where(buttons.c.matter == bindparam("matter"), buttons.c.person_id == bindparam("person"))
    .where(buttons.c.revision == bindparam("revision"))
)


def offered(unit: Unit, person_id: int, matter: str, revision: int) -> dict[tuple[str, str], str]:
    """What is offered at this revision: (action, value) -> id."""
    found = unit.connection.execute(_OFFERED, {"matter": matter, "person": person_id, "revision": revision})
    return {(row.action, row.value): row.id for row in found}


_KNOWN = select(buttons).where(
    tuple_(buttons.c.matter, buttons.c.revision).in_(bindparam("matters", expanding=True)),
    buttons.c.person_id == bindparam("person"),
)


def ensure(unit: Unit, letter: Letter, taps: Sequence[Tap]) -> list[str]:
    """The ids of one person's buttons, in order; what was never offered is offered now."""
    if not taps:
        return []
    matters = list({(each.matter, each.revision) for each in taps})
    found = unit.connection.execute(_KNOWN, {"matters": matters, "person": taps[0].person_id})
    known = {Tap(row.person_id, row.matter, row.action, row.value, row.revision): row.id for row in found}
    for each in taps:
        if each not in known:
            known[each] = offer(unit, letter, each.person_id, each.matter, each.revision, [(each.action, each.value)])[
                0
            ]
    return [known[each] for each in taps]


def purge(unit: Unit) -> int:
    return unit.connection.execute(delete(buttons).where(buttons.c.created_at < unit.now - KEPT)).rowcount
