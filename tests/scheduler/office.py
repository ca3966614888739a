"""A small office on a real database file, and its mornings."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table

from bot.rules.calendar import three_months_after
from bot.rules.people import Person
from bot.rules.phrases import Message
from bot.services import digests, passwords, reminding, sweeping
from bot.services.sweeping import Step
from storage import people, rights
from storage import reminders as kept
from storage.engines import writer_engine
from storage.tables import accounts, agencies, calendar_days, cards, metadata, outbox, reminders, seats
from storage.tables import people as staff
from storage.triggers import SQLITE
from storage.unit import Unit

TAIPEI = ZoneInfo("Asia/Taipei")
MORNING = time(8, 30)
CHANGED = date(2026, 9, 10)  # due on Thursday, 10 December 2026
EVE = date(2026, 12, 9)
LATE = date(2026, 12, 15)  # the third working day overdue
DONE_AT_ONCE = """CREATE TRIGGER done_at_once AFTER INSERT ON duties
    BEGIN UPDATE duties SET done_on = NEW.opened_on WHERE id = NEW.id; END"""
KINDS = {"TB": "using", "CB": "using", "IC": "information_center", "LB": "labour"}
HOUSES = [{"code": code, "name": code, "kind": kind} for code, kind in KINDS.items()]
Heard = tuple[str, str, str]


def morning(day: date, at: time = MORNING) -> datetime:
    return datetime.combine(day, at, TAIPEI)


class Office:
    """People who have to change their passwords; a sweep rings when it is told to. Without `duties` all that recurs is
    done as soon as it is owed."""

    def __init__(self, folder: Path, *, duties: bool = False) -> None:
        folder.mkdir(exist_ok=True)
        self.address = f"sqlite:///{folder / 'office.db'}"
        self.engine = writer_engine(self.address)
        with self.engine.begin() as connection:
            metadata.create_all(connection)
            for statement in SQLITE:
                connection.exec_driver_sql(statement)
            if not duties:
                connection.exec_driver_sql(DONE_AT_ONCE)
            connection.execute(agencies.insert(), HOUSES)

    @contextmanager
    def at(self, moment: datetime) -> Iterator[Unit]:
        with self.engine.begin() as connection:
            yield Unit(connection, moment.astimezone(UTC), TAIPEI)

    def hire(self, staff_no: str, *roles: str, **options: Any) -> None:
        with self.at(morning(date(2026, 1, 2))) as unit:
            self.hire_in(unit, staff_no, *roles, **{"linked": True, **options})

    def hire_in(
        self,
        unit: Unit,
        staff_no: str,
        *roles: str,
        changed: date | None = None,
        agency: str = "TB",
        linked: bool = False,
        left: date | None = None,
        kinds: tuple[str, ...] = ("officer",),
    ) -> None:
        """With `changed`, an account holder whose password was changed on that day."""
        row = {"staff_no": staff_no, "name": f"N-{staff_no}", "title": "T", "agency": agency, "locale": "zh-TW"}
        inserted = unit.connection.execute(staff.insert().values(**row, left_on=left).returning(staff.c.id))
        id_ = inserted.scalar_one()
        if linked:
            people.link(unit, id_, 1000 + id_)
        for role in roles:
            unit.connection.execute(seats.insert().values(person_id=id_, role=role))
        if changed is not None:
            rights.set_password(unit, id_, changed, three_months_after(changed))
            for kind in kinds:
                rights.open_new(unit, id_, kind, changed)

    def person(self, unit: Unit, staff_no: str) -> Person:
        found = people.by_staff_no(unit, staff_no)
        assert found is not None
        return found

    def sweep(self, moment: datetime, steps: int | None = None) -> list[Heard]:
        """Who newly hears of what at which rung; cut short after so many steps."""
        before = self._mark(moment)
        step: Step | None = sweeping.sweep(moment)
        while step is not None and steps != 0:
            with self.at(moment) as unit:
                step = step(unit)
            steps = None if steps is None else steps - 1
        with self.at(moment) as unit:
            return sorted((each, row.subject, row.rung) for row, each in kept.since(unit, before, moment.date()))

    def _mark(self, moment: datetime) -> int:
        with self.at(moment) as unit:
            return kept.last_id(unit)

    def digest(self, staff_no: str, day: date) -> Message:
        """The digest of a day as it would be shown now."""
        with self.at(morning(day)) as unit:
            return digests.lines(unit, self.person(unit, staff_no), day)

    def keys(self, staff_no: str, day: date) -> list[str]:
        """What the digest says, without its heading; of a numbered line what stands behind the number."""
        lines = (each.params.get("text", each) for each in self.digest(staff_no, day).lines[1:])
        return [getattr(each, "key", "") for each in lines]

    def labels(self, staff_no: str, day: date) -> list[list[str]]:
        return [[button.label.key for button in row] for row in self.digest(staff_no, day).buttons]

    def tap(self, staff_no: str, day: date, label: str, moment: datetime) -> str | None:
        """Tap the first button with this label; the key of the toast."""
        buttons = [each for row in self.digest(staff_no, day).buttons for each in row if each.label.key == label]
        with self.at(moment) as unit:
            toast = reminding.tapped(unit, self.person(unit, staff_no), buttons[0].data, 77)
        return toast.key if toast else None

    def declare(self, staff_no: str, day: date, moment: datetime) -> None:
        with self.at(moment) as unit:
            passwords.declare(unit, self.person(unit, staff_no), day)

    def digests(self) -> dict[tuple[str, str], int]:
        """The digests there are, (person, day), each with how often it was wanted."""
        with self.engine.connect() as connection:
            found = connection.execute(staff.join(cards).select()).all()
            return {(row.staff_no, row.matter.removeprefix("digest:")): row.wanted for row in found}

    def changes(self) -> int:
        """How many rows its connection has written so far."""
        with self.engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())

    def queued(self) -> int:
        return self._count(outbox)

    def rows(self) -> int:
        return self._count(reminders)

    def _count(self, table: Table) -> int:
        with self.engine.connect() as connection:
            return len(connection.execute(table.select()).all())

    def close_accounts(self, staff_no: str, day: date) -> None:
        with self.at(morning(day)) as unit:
            person = self.person(unit, staff_no)
            unit.connection.execute(accounts.update().where(accounts.c.person_id == person.id).values(closed_on=day))

    def unseat(self, staff_no: str) -> None:
        with self.at(morning(date(2026, 1, 2))) as unit:
            unit.connection.execute(seats.delete().where(seats.c.person_id == self.person(unit, staff_no).id))

    def closed(self, *days: date) -> None:
        with self.engine.begin() as connection:
            connection.execute(calendar_days.insert(), [{"day": each, "working": False} for each in days])
