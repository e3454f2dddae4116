"""The cast of every test: a small city and the people in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.management.commands import flush

from tests.factories import make_category, make_member, make_opd, make_user, make_village
from workflows.cases.append_only import protect_sql, release_sql
from workflows.opd.models import Category, Opd, Role, Village


@dataclass
class City:
    """A city with a coordinating department and two that handle complaints."""

    kominfo: Opd
    pupr: Opd
    dukcapil: Opd
    roads: Category
    bribes: Category
    village: Village


@pytest.fixture
def city(db: None) -> City:
    """Make the city."""
    kominfo = make_opd("KOMINFO", short_name="Diskominfo", coordinates=True)
    pupr = make_opd("PUPR", short_name="Dinas PUPR", name="Dinas Pekerjaan Umum")
    return City(
        kominfo=kominfo,
        pupr=pupr,
        dukcapil=make_opd("DUKCAPIL", short_name="Disdukcapil"),
        roads=make_category("jalan", name="Jalan dan drainase", usual_opd=pupr),
        bribes=make_category("pungli", name="Pungutan liar", secret_by_default=True, order=200),
        village=make_village(),
    )


@pytest.fixture
def coordinator(city: City) -> Any:
    """Coordinates all complaints."""
    return make_member(Role.COORDINATOR, city.kominfo, "koordinator")


@pytest.fixture
def officer(city: City) -> Any:
    """Answers for PUPR: the owner in most tests."""
    return make_member(Role.OFFICER, city.pupr, "petugas.pupr")


@pytest.fixture
def head(city: City) -> Any:
    """Heads PUPR: a colleague."""
    return make_member(Role.HEAD, city.pupr, "pimpinan.pupr")


@pytest.fixture
def opd_admin(city: City) -> Any:
    """Configures PUPR and handles nothing."""
    return make_member(Role.OPD_ADMIN, city.pupr, "admin.pupr")


@pytest.fixture
def outsider(city: City) -> Any:
    """Answers for another department."""
    return make_member(Role.OFFICER, city.dukcapil, "petugas.dukcapil")


@pytest.fixture
def auditor(city: City) -> Any:
    """Reads everything and changes nothing."""
    return make_member(Role.AUDITOR, city.kominfo, "inspektorat")


@pytest.fixture
def superuser(db: None) -> Any:
    """Runs the installation."""
    return make_user("admin", is_superuser=True, is_staff=True)


@pytest.fixture(scope="session", autouse=True)
def _flush_may_empty_the_history() -> Iterator[None]:
    """Let the emptying of SQLite between transactional tests pass the append-only triggers.

    PostgreSQL is emptied by TRUNCATE, which row triggers do not meet; SQLite by DELETE.
    """
    original = flush.sql_flush

    def sql_flush(style: Any, connection: Any, **options: Any) -> list[str]:
        statements = original(style, connection, **options)
        if connection.vendor != "sqlite" or not statements:
            return statements
        return [*release_sql("sqlite"), *statements, *protect_sql("sqlite")]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush, "sql_flush", sql_flush)
        yield
