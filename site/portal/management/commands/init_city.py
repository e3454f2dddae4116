"""Set up a real city on an empty database: its languages, first pages, menus and coordinator."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from content.services import create_city_pages
from workflows.opd.models import Opd


class Command(BaseCommand):
    """`manage.py init_city`; may run again without harm: what exists stays as it is."""

    help = "Set up a city: languages, first pages, menus, editor groups, coordinating department."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the names of the city and of the department that receives every report."""
        parser.add_argument("--name", required=True, help="name of the city, as in 'Kota X'")
        parser.add_argument("--opd-code", default="KOMINFO", help="capital letters, as in KOMINFO")
        parser.add_argument("--opd-name", default="Dinas Komunikasi dan Informatika")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up, in one transaction, and say what to do next."""
        name = options["name"].strip()
        if not name:
            raise CommandError("Give the name of the city: --name 'Kota X'")
        with transaction.atomic():
            coordinator = self._coordinator(options["opd_code"], options["opd_name"])
            create_city_pages(city_name=name)
        self.stdout.write(
            f"{name} is set up. New reports go to {coordinator.name}.\n"
            "Next: manage.py createsuperuser, then log in at /admin/ and enter departments, "
            "members and categories."
        )

    def _coordinator(self, code: str, name: str) -> Opd:
        """Return the coordinating department; make it, or give the task to the one of that code."""
        existing = Opd.objects.filter(coordinates=True).first()
        if existing:
            return existing
        opd = Opd.objects.filter(code=code).first() or Opd(
            code=code, short_name=name, name=name, answers_for="koordinasi laporan warga"
        )
        opd.coordinates = True
        try:
            opd.full_clean()
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        opd.save()
        return opd
