"""The probes say whether the process lives and whether it is ready, and leak nothing."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal import health

pytestmark = pytest.mark.django_db


def test_healthz_answers_without_touching_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")

    assert response.status_code == 200
    assert response.content == b"ok\n"


def test_readyz_answers_200_when_everything_works(client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "checks": {"database": True, "migrations": True, "storage": True, "queue": True},
    }
    assert "no-store" in response["Cache-Control"]


def test_readyz_leaves_no_file_behind(client):
    client.get("/readyz")

    _, files = default_storage.listdir("probe")
    assert files == []


@pytest.mark.parametrize("broken", ["database", "migrations", "storage", "queue"])
def test_readyz_answers_503_and_names_only_the_broken_part(client, monkeypatch, broken, caplog):
    def fail() -> bool:
        raise OSError("secret path /srv/satupintu is full")

    monkeypatch.setitem(health.CHECKS, broken, fail)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"][broken] is False
    assert b"secret path" not in response.content
    assert "secret path" in caplog.text


def test_readyz_notices_a_queue_that_nobody_works_on(client):
    long_ago = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="workflows.cases.tasks.announce",
        queue_name="default",
        backend_name="default",
        run_after=long_ago,
        exception_class_path="",
        traceback="",
    )
    DBTaskResult.objects.update(enqueued_at=long_ago)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["queue"] is False


def test_a_pending_migration_means_not_ready(client, monkeypatch):
    monkeypatch.setattr(
        "django.db.migrations.executor.MigrationExecutor.migration_plan", lambda *_: ["pending"]
    )

    assert client.get("/readyz").json()["checks"]["migrations"] is False


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_probes_answer_only_to_reading(client, address):
    assert client.post(address).status_code == 405
