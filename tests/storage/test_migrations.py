"""A database of an earlier version is brought up to date with what it holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from storage import migrate
from storage.engines import writer_engine
from storage.tables import (
    accounts,
    agencies,
    buttons,
    cards,
    duties,
    handovers,
    ledger,
    ledger_payloads,
    metadata,
    notes,
    usage_rules,
    visits,
)


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'office.db'}"
    make: Callable[..., str] = request.getfixturevalue("postgres")
    return make(f"before_{request.node.name.partition('[')[0]}", "template1")


@contextmanager
def begun(address: str) -> Iterator[Connection]:
    engine = writer_engine(address)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def test_accounts_and_handovers_learn_their_agency(empty: str) -> None:
    migrate.upgrade(empty, "0016")
    with begun(empty) as connection:
        for each in (
            "INSERT INTO agencies (code, name, kind) VALUES ('TB', 'x', 'using')",
            "INSERT INTO people (id, staff_no, name, title, agency, locale)"
            " VALUES (1, 'O1', 'x', '', 'TB', ''), (2, 'O2', 'y', '', 'TB', '')",
            "INSERT INTO accounts (person_id, kind, opened_on) VALUES (1, 'officer', '2026-01-05')",
            "INSERT INTO handovers (person_id, successor_id, by_id, \"on\") VALUES (1, 2, 2, '2026-11-02')",
            "INSERT INTO cards (person_id, matter, wanted) VALUES (2, 'leaver:1', 1), (2, 'case:1', 1)",
        ):
            connection.execute(text(each))
    migrate.upgrade(empty)
    with begun(empty) as connection:
        assert list(connection.execute(select(accounts.c.agency)).scalars()) == ["TB"]
        assert [tuple(row)[:4] for row in connection.execute(select(handovers))] == [(1, "TB", 2, 2)]
        matters = connection.execute(select(cards.c.matter).order_by(cards.c.matter)).scalars()
        assert list(matters) == ["case:1", "leaver:1:TB"]


def test_entries_of_the_ledger_learn_their_case_and_stay_unchangeable(empty: str) -> None:
    migrate.upgrade(empty, "0005")
    with begun(empty) as connection:
        for each in ("1, 'case_filed', :at, '0', 'x', 'a'", "2, 'linked', :at, 'a', 'y', 'b'"):
            entry = f"INSERT INTO ledger (id, verb, at, previous, payload_hash, hash) VALUES ({each})"
            connection.execute(text(entry), {"at": "2026-11-23 01:00:00"})
        for number, body in ((1, '{"case":"115-A2-0001"}'), (2, '{"person":"O1"}')):
            connection.execute(insert(ledger_payloads).values(id=number, body=body))
    migrate.upgrade(empty)
    with begun(empty) as connection:
        found = list(connection.execute(select(ledger.c.about).order_by(ledger.c.id)).scalars())

    assert found == ["115-A2-0001", None]

    with pytest.raises(DBAPIError), begun(empty) as connection:
        connection.execute(update(ledger).values(about="115-A2-0002"))


def test_buttons_that_are_out_already_are_found_by_what_their_messages_bear(empty: str) -> None:
    migrate.upgrade(empty, "0016")
    at = {"at": "2026-11-23 01:00:00"}
    matters = {"form:1": "f", "case:1": "c", "digest:2026-11-23": "r", "record:1": "d", "list:mine": "c"}
    with begun(empty) as connection:
        connection.execute(text("INSERT INTO agencies (code, name, kind) VALUES ('TB', 'T', 'using')"))
        person = "id, staff_no, name, title, agency, locale"
        connection.execute(text(f"INSERT INTO people ({person}) VALUES (1, 'O1', 'L', '', 'TB', 'zh-TW')"))
        question = "person_id, purpose, matter, field, type, revision, expires_at"
        connection.execute(
            text(f"INSERT INTO questions ({question}) VALUES (1, 'field', 'form:1', 'items', 'text', 2, :at)"), at
        )
        for number, matter in enumerate(matters):
            button = "id, person_id, matter, action, revision, created_at"
            values = f"'x{number}', 1, '{matter}', 'go', {2 if matter == 'form:1' else 0}, :at"
            connection.execute(text(f"INSERT INTO buttons ({button}) VALUES ({values})"), at)
    migrate.upgrade(empty)
    with begun(empty) as connection:
        found = {row.matter: row.id for row in connection.execute(select(buttons))}

    assert found == {matter: f"{letter}x{number}" for number, (matter, letter) in enumerate(matters.items())}


def test_rules_of_use_and_planned_visits_are_kept(empty: str) -> None:
    migrate.upgrade(empty, "0017")
    with begun(empty) as connection:
        houses = [{"code": each, "name": each, "kind": "using"} for each in ("TB", "LD")]
        connection.execute(insert(agencies), houses)
        connection.execute(insert(notes).values(name="usage_rules:TB", value="府交字第1150012345號"))
        for code, subject, occurrence, due in (
            ("onsite_audit", "LD/TB", "2026", date(2026, 12, 31)),
            ("onsite_visit", "LD/TB", "2026-12-03", date(2026, 12, 3)),
        ):
            row = {"code": code, "subject": subject, "occurrence": occurrence, "due_on": due, "opened_on": due}
            connection.execute(insert(duties).values(**row, agency="TB", authority="LD"))
    migrate.upgrade(empty)
    with begun(empty) as connection:
        rules = connection.execute(select(usage_rules)).one()
        planned = connection.execute(select(duties.c.code, visits.c.day).join_from(visits, duties)).one()
        left = connection.execute(select(notes.c.name).where(notes.c.name.startswith("usage_rules"))).all()

    assert (rules.agency, rules.document, rules.issued_on) == ("TB", "府交字第1150012345號", None)
    assert tuple(planned) == ("onsite_audit", date(2026, 12, 3))
    assert left == []


# --- what the migrations make is what the tables say ------------------------------------------------------------------


def shape(connection: Connection) -> dict[str, tuple[object, ...]]:
    """Of each table its columns, its indexes, and what may be there only once: each ON CONFLICT rests on such a key."""
    found = inspect(connection)
    return {
        table: (
            {(each["name"], each["nullable"]) for each in found.get_columns(table)},
            found.get_pk_constraint(table)["constrained_columns"],
            {tuple(each["column_names"]) for each in found.get_unique_constraints(table)},
            {(tuple(each["column_names"]), each["unique"]) for each in found.get_indexes(table)},
        )
        for table in metadata.tables
    }


def test_the_migrations_make_the_columns_and_keys_that_the_tables_name(empty: str) -> None:
    migrate.upgrade(empty)
    with begun(empty) as connection:
        migrated = shape(connection)
        metadata.drop_all(connection)
        metadata.create_all(connection)

        assert migrated == shape(connection)
