"""The SQL that keeps the history append-only in the database itself, for every client of it."""

from collections.abc import Sequence

TABLE = "cases_event"
MESSAGE = "the history is append-only"

SQLITE_PROTECT = [
    f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
]
SQLITE_RELEASE = [
    f"DROP TRIGGER IF EXISTS {TABLE}_no_update",
    f"DROP TRIGGER IF EXISTS {TABLE}_no_delete",
]
POSTGRESQL_PROTECT = [
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
]
POSTGRESQL_RELEASE = [
    f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}",
    f"DROP FUNCTION IF EXISTS {TABLE}_refuse()",
]


def protect_sql(vendor: str) -> Sequence[str]:
    """Return the statements that make the database refuse UPDATE and DELETE of events."""
    return {"sqlite": SQLITE_PROTECT, "postgresql": POSTGRESQL_PROTECT}[vendor]


def release_sql(vendor: str) -> Sequence[str]:
    """Return the statements that lift the protection (to reverse the migration)."""
    return {"sqlite": SQLITE_RELEASE, "postgresql": POSTGRESQL_RELEASE}[vendor]
