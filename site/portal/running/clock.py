"""What must happen by itself at a time: which commands run, and how often."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.management import call_command

logger = logging.getLogger(__name__)


@dataclass
class Job:
    """A management command and its rhythm; every one of them may run twice without harm."""

    command: str
    every: timedelta
    options: dict[str, object] = field(default_factory=dict)
    next_run: float = 0.0  # seconds on the monotonic clock


def jobs() -> list[Job]:
    """Return the jobs of the city, all due at the start."""
    return [
        Job("publish_scheduled", timedelta(minutes=1)),
        Job("clearsessions", timedelta(days=1)),
        Job("prune_db_task_results", timedelta(days=1), {"min_age_days": 14}),
    ]


def run_due(planned: list[Job], now: float, run: Callable[..., object] = call_command) -> list[str]:
    """Run every job whose time has come and return their names.

    A job that fails is logged and tried again at its next time; it does not stop the others.
    """
    done = []
    for job in planned:
        if now < job.next_run:
            continue
        job.next_run = now + job.every.total_seconds()
        try:
            run(job.command, verbosity=0, **job.options)
        except Exception:
            logger.exception("clock: %s failed; it runs again later", job.command)
        else:
            done.append(job.command)
    return done


def seconds_until_next(planned: list[Job], now: float | None = None) -> float:
    """Return how long nothing is due, in seconds, at least a tenth."""
    moment = time.monotonic() if now is None else now
    return max(0.1, min(job.next_run for job in planned) - moment)
