"""Load the demo city: departments, pages, accounts and sixty reports on their way."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.accounts import PASSWORD
from portal.demo.loading import Summary, load_demo_city


class Command(BaseCommand):
    """`manage.py load_demo`; may run again without harm, never where a real city works."""

    help = "Load the demo city of Kota Solok; adds what is missing and changes nothing else."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was added; refuses where DEMO_ALLOWED is off."""
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                "The demo city brings accounts with a public password and is not allowed under "
                "these settings. Set up a real city with: manage.py init_city --name 'Kota X'"
            )
        self._tell(load_demo_city())

    def _tell(self, summary: Summary) -> None:
        self.stdout.write(
            f"Demo city: {summary.pages} pages, {summary.accounts} accounts and "
            f"{summary.complaints} reports added."
        )
        if summary.accounts:
            self.stdout.write(f"Log in as admin, koordinator, petugas.pupr …: {PASSWORD}")
        if summary.for_trying:
            self.stdout.write("To try the tracking page at /lacak/ (report number, tracking code):")
        for receipt in summary.for_trying:
            complaint = receipt.complaint
            self.stdout.write(f"  {complaint.number}  {receipt.tracking_code}  {complaint.title}")
