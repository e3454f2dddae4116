"""Answers of a probe: does the process live, and is it ready to serve."""

import logging
import uuid
from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

# A task that waits longer than this although it may run means that no worker is alive.
QUEUE_PATIENCE = timedelta(minutes=10)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process can answer at all; touches nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, migrations, storage and queue work, else 503 naming which does not.

    Reasons go to the log only: the answer holds no version, path, host or message.
    """
    checks = {name: _passes(name, check) for name, check in CHECKS.items()}
    ready = all(checks.values())
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)


def _passes(name: str, check: Callable[[], bool]) -> bool:
    try:
        passed = check()
    except Exception:
        logger.exception("readiness: %s failed", name)
        return False
    if not passed:
        logger.error("readiness: %s is not ready", name)
    return passed


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def _migrations_are_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _storage_keeps_files() -> bool:
    name = default_storage.save(f"probe/{uuid.uuid4().hex}", ContentFile(b"ok"))
    try:
        with default_storage.open(name) as stored:
            return bool(stored.read() == b"ok")
    finally:
        default_storage.delete(name)


def _queue_moves() -> bool:
    late = timezone.now() - QUEUE_PATIENCE
    return not (
        DBTaskResult.objects.ready().filter(enqueued_at__lt=late, run_after__lt=late).exists()
    )


CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database_answers,
    "migrations": _migrations_are_applied,
    "storage": _storage_keeps_files,
    "queue": _queue_moves,
}
