"""The ledger: the database refuses change, and whoever gets round that is found by the chain."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from bot.rules.phrases import say
from storage import ledger
from storage.engines import writer_engine
from storage.ledger import GENESIS
from storage.tables import ledger as chain
from storage.tables import ledger_payloads as payloads
from storage.unit import Unit

ZONE = ZoneInfo("Asia/Taipei")
MOMENT = datetime(2026, 11, 23, 1, 0, 0, 123456, tzinfo=UTC)
LENGTH = 5
Work = Callable[[Unit], object]


class Book:
    """A ledger of five entries, and a burglar who has switched off what guards it."""

    def __init__(self, address: str) -> None:
        self.engine = writer_engine(address)
        with self.unit() as unit:
            for number in range(1, LENGTH + 1):
                ledger.append(unit, "noted", number=number, what="件")

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with self.engine.begin() as connection:
            yield Unit(connection, MOMENT, ZONE)

    def tamper(self, *works: Work) -> None:
        with self.unit() as unit:
            if self.engine.dialect.name == "sqlite":
                unit.connection.execute(text("PRAGMA defer_foreign_keys = ON"))
                for name in ("ledger_no_update", "ledger_no_delete", "ledger_payloads_no_update"):
                    unit.connection.execute(text(f"DROP TRIGGER {name}"))
            else:
                unit.connection.execute(text("SET session_replication_role = replica"))
            for work in works:
                work(unit)

    def faults(self, witnessed: tuple[int, str] | None = None) -> list[str]:
        with self.unit() as unit:
            return ledger.verify(unit, witnessed)

    def hash_of(self, number: int) -> str:
        with self.unit() as unit:
            return next(entry.hash for entry, _ in ledger.entries(unit) if entry.id == number)


@pytest.fixture
def book(database: str) -> Iterator[Book]:
    book = Book(database)
    yield book
    book.engine.dispose()


def change(number: int, **values: object) -> Work:
    return lambda unit: unit.connection.execute(update(chain).where(chain.c.id == number).values(**values))


def remove(number: int) -> Work:
    def work(unit: Unit) -> None:
        unit.connection.execute(delete(payloads).where(payloads.c.id == number))
        unit.connection.execute(delete(chain).where(chain.c.id == number))

    return work


# --- what the database refuses ---------------------------------------------------------------------------------------


def refused(book: Book, statement: object) -> str:
    with pytest.raises(DBAPIError) as no, book.unit() as unit:
        unit.connection.execute(statement)  # type: ignore[call-overload]
    return str(no.value)


def test_an_entry_cannot_be_changed(book: Book) -> None:
    assert "append-only" in refused(book, update(chain).where(chain.c.id == 2).values(verb="forged"))


def test_an_entry_cannot_be_deleted(book: Book) -> None:
    assert "append-only" in refused(book, delete(chain).where(chain.c.id == LENGTH))


def test_the_whole_ledger_cannot_be_deleted(book: Book) -> None:
    assert "append-only" in refused(book, delete(chain))


def test_a_payload_cannot_be_changed(book: Book) -> None:
    assert "append-only" in refused(book, update(payloads).where(payloads.c.id == 2).values(body="{}"))


def test_a_number_cannot_be_given_twice(book: Book) -> None:
    row = {"id": LENGTH, "verb": "x", "at": MOMENT, "previous": "p", "payload_hash": "h", "hash": "h"}
    why = refused(book, insert(chain).values(**row)).lower()

    assert "unique" in why or "append-only" in why


def test_no_two_entries_can_follow_the_same_one(book: Book) -> None:
    row = {"id": LENGTH + 1, "verb": "x", "at": MOMENT, "payload_hash": "h", "hash": "h"}

    assert "unique" in refused(book, insert(chain).values(**row, previous=GENESIS)).lower()


def test_an_entry_cannot_be_replaced(sqlite: Callable[[], str]) -> None:
    """SQLite deletes the row that is in the way of a REPLACE without asking the DELETE trigger."""
    book = Book(sqlite())
    row = {"id": LENGTH, "verb": "x", "at": MOMENT, "previous": "p", "payload_hash": "h", "hash": "h"}

    assert "append-only" in refused(book, insert(chain).prefix_with("OR REPLACE").values(**row))

    book.engine.dispose()


def test_the_ledger_cannot_be_emptied_at_a_stroke(postgres: Callable[[], str]) -> None:
    book = Book(postgres())

    assert "append-only" in refused(book, text("TRUNCATE ledger CASCADE"))

    book.engine.dispose()


# --- what verify finds -----------------------------------------------------------------------------------------------


def test_a_whole_ledger_has_no_faults(book: Book) -> None:
    assert book.faults() == []


def test_an_empty_ledger_has_no_faults(database: str) -> None:
    engine = writer_engine(database)
    with engine.begin() as connection:
        faults = ledger.verify(Unit(connection, MOMENT, ZONE))
    engine.dispose()

    assert faults == []


@pytest.mark.parametrize(
    "values",
    [
        {"verb": "forged"},
        {"at": datetime(2026, 11, 23, 1, 0, 0, 123457, tzinfo=UTC)},
        {"payload_hash": "0" * 64},
        {"hash": "1" * 64},
        {"previous": "2" * 64},
    ],
    ids=lambda values: next(iter(values)),
)
def test_a_changed_entry_is_found(book: Book, values: dict[str, object]) -> None:
    book.tamper(change(3, **values))

    assert "changed 3" in book.faults()


def test_an_entry_that_was_changed_with_a_hash_to_match_is_found_at_the_next_one(book: Book) -> None:
    def forge(unit: Unit) -> None:
        entry = next(each for each, _ in ledger.entries(unit) if each.id == 3)
        forged = ledger._chain(3, "forged", entry.at, entry.previous, entry.payload_hash)
        change(3, verb="forged", hash=forged)(unit)

    book.tamper(forge)

    assert book.faults() == ["changed 4"]


def test_a_forged_entry_is_found_though_the_next_one_is_made_to_follow_it(book: Book) -> None:
    def forge(unit: Unit) -> None:
        entry = next(each for each, _ in ledger.entries(unit) if each.id == 3)
        forged = ledger._chain(3, "forged", entry.at, entry.previous, entry.payload_hash)
        change(3, verb="forged", hash=forged)(unit)
        change(4, previous=forged)(unit)

    book.tamper(forge)

    assert book.faults() == ["changed 4"]


def test_a_changed_payload_is_found(book: Book) -> None:
    book.tamper(lambda unit: unit.connection.execute(update(payloads).where(payloads.c.id == 3).values(body="{}")))

    assert book.faults() == ["payload 3"]


def test_a_payload_put_under_another_entry_is_found(book: Book) -> None:
    def swap(unit: Unit) -> None:
        bodies = {entry.id: body for entry, body in ledger.entries(unit)}
        for one, other in ((2, 4), (4, 2)):
            unit.connection.execute(update(payloads).where(payloads.c.id == one).values(body=bodies[other]))

    book.tamper(swap)

    assert book.faults() == ["payload 2", "payload 4"]


def test_a_deleted_entry_is_found(book: Book) -> None:
    book.tamper(remove(3))

    assert book.faults() == ["missing 3", "changed 4"]


def test_a_deleted_beginning_is_found(book: Book) -> None:
    book.tamper(remove(1), remove(2))

    assert book.faults() == ["missing 1", "changed 3"]


def test_a_deletion_that_was_closed_up_is_found(book: Book) -> None:
    book.tamper(remove(3), *(renumber(number, number - 1) for number in range(4, LENGTH + 1)))

    assert "changed 3" in book.faults()


def renumber(number: int, to: int) -> Work:
    def work(unit: Unit) -> None:
        unit.connection.execute(update(payloads).where(payloads.c.id == number).values(id=to))
        change(number, id=to)(unit)

    return work


def test_an_inserted_entry_is_found(book: Book) -> None:
    row = {"id": 3, "verb": "forged", "at": MOMENT, "payload_hash": "0" * 64}

    def slip_in(unit: Unit) -> None:
        previous = next(entry.hash for entry, _ in ledger.entries(unit) if entry.id == 2)
        own = ledger._chain(3, "forged", MOMENT, previous, "0" * 64)
        change(4, previous="3" * 64)(unit)
        unit.connection.execute(insert(chain).values(**row, previous=previous, hash=own))

    book.tamper(*(renumber(number, number + 1) for number in range(LENGTH, 2, -1)), slip_in)

    assert book.faults() == [f"changed {number}" for number in range(4, LENGTH + 2)]


def test_entries_in_another_order_are_found(book: Book) -> None:
    book.tamper(renumber(2, 99), renumber(3, 2), renumber(99, 3))

    assert book.faults() == ["changed 2", "changed 3", "changed 4"]


def test_a_purged_payload_is_no_fault(book: Book) -> None:
    with book.unit() as unit:
        unit.connection.execute(delete(payloads).where(payloads.c.id == 2))

    assert book.faults() == []


def test_a_cut_tail_is_not_seen_in_the_chain_itself(book: Book) -> None:
    book.tamper(remove(5), remove(4))

    assert book.faults() == []


def test_a_cut_tail_is_found_by_a_witnessed_head(book: Book) -> None:
    witnessed = (LENGTH, book.hash_of(LENGTH))
    book.tamper(remove(5), remove(4))

    assert book.faults(witnessed) == ["witness 5"]


def test_a_tail_that_was_written_anew_is_found_by_a_witnessed_head(book: Book) -> None:
    witnessed = (LENGTH, book.hash_of(LENGTH))
    book.tamper(remove(5), lambda unit: ledger.append(unit, "another story"))

    assert book.faults() == []
    assert book.faults(witnessed) == ["witness 5"]


def test_an_emptied_ledger_is_found_by_a_witnessed_head(book: Book) -> None:
    witnessed = (2, book.hash_of(2))
    book.tamper(*(remove(number) for number in range(LENGTH, 0, -1)))

    assert book.faults(witnessed) == ["witness 2"]


def test_a_head_that_was_witnessed_long_ago_still_stands(book: Book) -> None:
    assert book.faults((2, book.hash_of(2))) == []


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_entries_are_numbered_without_a_gap_from_one(book: Book) -> None:
    with book.unit() as unit:
        numbers = [entry.id for entry, _ in ledger.entries(unit)]

    assert numbers == list(range(1, LENGTH + 1))


def test_an_entry_that_was_undone_leaves_no_gap(book: Book) -> None:
    with pytest.raises(ArithmeticError), book.unit() as unit:
        ledger.append(unit, "undone")
        raise ArithmeticError
    with book.unit() as unit:
        assert ledger.append(unit, "kept") == LENGTH + 1

    assert book.faults() == []


def test_the_head_is_the_newest_entry(book: Book) -> None:
    with book.unit() as unit:
        assert ledger.head(unit) == (LENGTH, book_hash(unit, LENGTH))


def book_hash(unit: Unit, number: int) -> str:
    return next(entry.hash for entry, _ in ledger.entries(unit) if entry.id == number)


def test_the_first_entry_follows_a_head_that_everybody_knows(book: Book) -> None:
    with book.unit() as unit:
        first = next(ledger.entries(unit))[0]

    assert first.previous == "0" * 64


def test_moments_keep_their_microseconds(book: Book) -> None:
    with book.unit() as unit:
        entry = next(ledger.entries(unit))[0]

    assert entry.at == MOMENT
    assert ledger.shown(entry)["at"] == "2026-11-23T01:00:00.123456+00:00"


def test_a_payload_may_hold_phrases_dates_and_any_script(book: Book) -> None:
    with book.unit() as unit:
        ledger.append(unit, "said", what=say("item", name="王○○ 😀"), day=MOMENT.date(), at=MOMENT, nothing=None)

    assert book.faults() == []


def test_the_seal_of_a_case_is_the_newest_entry_about_it(unit: Unit) -> None:
    ledger.append(unit, "case_filed", case="115-A2-0001", by="O1")
    number = ledger.append(unit, "case_decided", case="115-A2-0001", by="H1")
    ledger.append(unit, "case_filed", case="115-A2-0002", by="O2")
    at, _, digest = ledger.seal_of(unit, "115-A2-0001").partition(":")

    assert int(at) == number
    assert ledger.verify(unit, (number, digest)) == []
    assert [said["by"] for _, said in ledger.about(unit, "115-A2-0001")] == ["O1", "H1"]
    assert ledger.seal_of(unit, "115-A2-0404") == ""
