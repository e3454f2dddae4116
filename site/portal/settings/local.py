"""Settings of `make run`: one machine, SQLite and local files, no variable required."""

import secrets

from portal.settings.base import *
from portal.settings.base import DATA_DIR, env

DEBUG = env.bool("DEBUG", False)
DATA_DIR.mkdir(parents=True, exist_ok=True)


def _own_secret_key() -> str:
    """Return the key of this data folder, made at the first start and kept, so logins survive."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


SECRET_KEY = env.str("SECRET_KEY", "") or _own_secret_key()
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SERVE_MEDIA = True
DEMO_ALLOWED = True
