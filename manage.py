#!/usr/bin/env python
"""Run one of the project's commands; without DJANGO_SETTINGS_MODULE under the local settings."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Hand the command line to Django, with both source roots importable."""
    root = Path(__file__).resolve().parent
    sys.path[:0] = [str(root), str(root / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
