"""`manage.py workflow`: check a workflow's file, or draw it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from workflows.engine.definition import Definition
from workflows.engine.diagram import draw_svg
from workflows.engine.findings import Finding, Severity, has_errors
from workflows.engine.loading import UnreadableDefinition, load_definition
from workflows.engine.soundness import LEGAL_LIMIT_DAYS, check
from workflows.opd.models import Membership, Opd, ServiceStandard

UNSOUND, UNREADABLE = 1, 2  # exit codes


class Command(BaseCommand):
    """Exit 0 when sound (warnings allowed), 1 with findings of severity error, 2 unreadable."""

    help = "Check a workflow's file (format satupintu-workflow/1), or draw it as SVG."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take `check FILE [--opd CODE] [--json]` or `diagram FILE --output X.svg`."""
        actions = parser.add_subparsers(dest="action", required=True)
        checking = actions.add_parser("check", help="say what is wrong with a workflow")
        checking.add_argument("file", type=Path)
        checking.add_argument("--opd", help="code of the department whose members hold the roles")
        checking.add_argument("--json", action="store_true", help="print the findings as JSON")
        drawing = actions.add_parser("diagram", help="draw a workflow")
        drawing.add_argument("file", type=Path)
        drawing.add_argument("--output", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what was asked for."""
        definition = self._read(options["file"])
        if options["action"] == "diagram":
            drawing = draw_svg(definition, check(definition))
            try:
                options["output"].write_text(drawing, encoding="utf-8")
            except OSError as error:
                raise CommandError(f"{options['output']}: {error.strerror}") from error
            return
        held = held_roles(options["opd"]) if options["opd"] else None
        findings = check(definition, legal_limit_days=city_limit(), held_roles=held)
        self._report(findings, options["json"])

    def _read(self, path: Path) -> Definition:
        try:
            return load_definition(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=UNREADABLE) from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path}: not UTF-8", returncode=UNREADABLE) from error
        except UnreadableDefinition as error:
            raise CommandError("\n".join(error.problems), returncode=UNREADABLE) from error

    def _report(self, findings: list[Finding], as_json: bool) -> None:
        if as_json:
            rows = [finding.as_json() for finding in findings]
            self.stdout.write(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
        else:
            for finding in findings:
                sign = "✗" if finding.severity == Severity.ERROR else "!"
                path = f" ({' → '.join(finding.path)})" if finding.path else ""
                line = f"{sign} {finding.code} {finding.element}: {finding.message}{path}"
                self.stdout.write(line)
        if has_errors(findings):
            raise SystemExit(UNSOUND)


def city_limit() -> int:
    """Return the city's legal limit in working days; the default where no city is set up yet."""
    try:
        standard = ServiceStandard.objects.first()
    except DatabaseError:
        return LEGAL_LIMIT_DAYS
    return standard.supervised_days if standard else LEGAL_LIMIT_DAYS


def held_roles(opd_code: str) -> set[str]:
    """Return the roles that somebody active holds in the OPD, and those that reach all OPDs."""
    opd = Opd.objects.filter(code=opd_code).first()
    if opd is None:
        raise CommandError(f"There is no department with the code {opd_code}.", returncode=2)
    held = Membership.objects.filter(user__is_active=True)
    everywhere = held.filter(role__in=("coordinator", "auditor"))
    return set((held.filter(opd=opd) | everywhere).values_list("role", flat=True))
