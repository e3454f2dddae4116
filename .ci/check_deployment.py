"""Run Django's deployment checks under the production settings, as a city would set them."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Return the exit code of `check --deploy`; every warning counts as a failure."""
    with tempfile.TemporaryDirectory() as data_dir:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "SECRET_KEY": "only-for-this-check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
            "ALLOWED_HOSTS": "lapor.example.go.id",
            "BASE_URL": "https://lapor.example.go.id",
            "DATABASE_URL": f"sqlite:///{data_dir}/check.sqlite3",
            "EMAIL_URL": "consolemail://",
            "DATA_DIR": data_dir,
        }
        command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
