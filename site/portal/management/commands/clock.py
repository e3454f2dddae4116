"""Run what is due by the clock, until told to stop."""

import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from portal.running.clock import jobs, run_due, seconds_until_next


class Command(BaseCommand):
    """`manage.py clock`: scheduled publishing and housekeeping; one is enough for a city."""

    help = "Run what is due by the clock (scheduled publishing, housekeeping), until SIGTERM."

    def handle(self, *args: Any, **options: Any) -> None:
        """Loop until SIGTERM or SIGINT; sleeps only in a wait that a signal ends."""
        stop = threading.Event()
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, lambda *_: stop.set())
        planned = jobs()
        while not stop.is_set():
            close_old_connections()  # a database that restarted is asked anew
            run_due(planned, time.monotonic())
            stop.wait(seconds_until_next(planned))
