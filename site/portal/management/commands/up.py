"""Bring the site up on one machine: database, demo city, static files, all processes."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from environs import Env

from portal.running.processes import commands, port_is_free, run_together
from portal.running.static import collect_if_changed
from workflows.opd.models import Opd

env = Env()


class Command(BaseCommand):
    """`manage.py up`, which is what `make run` calls; safe to run again after any crash."""

    help = "Migrate, load the demo city into an empty database, collect static files, and serve."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take address and size from the command line or from HOST, PORT, WEB_WORKERS."""
        parser.add_argument("--host", default=env.str("HOST", "") or "127.0.0.1")
        parser.add_argument("--port", type=int, default=env.str("PORT", "") or 8000)
        parser.add_argument("--web-workers", type=int, default=env.str("WEB_WORKERS", "") or 2)
        parser.add_argument("--threads", type=int, default=env.str("WEB_THREADS", "") or 4)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, say where to go, and serve until SIGTERM or Ctrl-C."""
        host, port = options["host"], options["port"]
        if not port_is_free(host, port):
            raise CommandError(
                f"Port {port} on {host} is taken by another program. Stop that program, or "
                f"choose another port: PORT={port + 1} make run"
            )
        self._prepare()
        self._announce(f"http://{host}:{port}")
        connections.close_all()  # the processes open their own
        code = run_together(
            commands(
                host=host,
                port=port,
                web_workers=options["web_workers"],
                threads=options["threads"],
            ),
            site_root=settings.BASE_DIR,
        )
        if code:
            raise CommandError("One of the processes ended by itself; see above.", returncode=code)

    def _prepare(self) -> None:
        self.stdout.write("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)
        if settings.DEMO_ALLOWED and not Opd.objects.exists():
            self.stdout.write("Loading the demo city …")
            call_command("load_demo")
        if collect_if_changed():
            self.stdout.write("Collected the static files.")

    def _announce(self, address: str) -> None:
        lines = ["", f"  Satu Pintu: {address}/", f"  Staff:      {address}/admin/"]
        if settings.DEMO_ALLOWED:
            lines += [
                "",
                "  Demo accounts, all with the password satupintu-demo:",
                "    admin, koordinator, editor, inspektorat",
                "    admin.pupr, petugas.pupr, pimpinan.pupr  (also dukcapil, dlh, inspektorat)",
            ]
        lines += ["", "  Ctrl-C stops everything.", ""]
        self.stdout.write("\n".join(lines))
