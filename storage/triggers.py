"""The ledger refuses change: what the database itself enforces, per dialect."""

REFUSED = (("ledger", "UPDATE"), ("ledger", "DELETE"), ("ledger_payloads", "UPDATE"))

SQLITE = (
    *(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table, act in REFUSED
    ),
    # INSERT OR REPLACE would delete without asking the trigger above.
    "CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger WHEN EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END",
)

POSTGRESQL = (
    "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
    "CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger "
    "FOR EACH STATEMENT EXECUTE FUNCTION append_only()",
    "CREATE TRIGGER ledger_payloads_append_only BEFORE UPDATE ON ledger_payloads "
    "FOR EACH STATEMENT EXECUTE FUNCTION append_only()",
)
