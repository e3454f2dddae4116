"""Settings come from the environment and fail loudly when something required is missing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

COMPLETE = {
    "SECRET_KEY": "a-long-and-random-enough-key-0123456789-abcdefghijklmnop",
    "ALLOWED_HOSTS": "lapor.example.go.id",
    "DATABASE_URL": "postgres://satupintu@127.0.0.1:5432/satupintu",
    "BASE_URL": "https://lapor.example.go.id",
    "EMAIL_URL": "smtp://127.0.0.1:25",
}


def load(module: str, expression: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Import a settings module in a process of its own and print an expression of it."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", f"from portal.settings.{module} import *; print({expression})"],
        cwd=ROOT,
        env=kept | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", [*COMPLETE, "DATA_DIR"])
def test_production_refuses_to_start_without_a_required_variable(missing, tmp_path):
    environment = COMPLETE | {"DATA_DIR": str(tmp_path)}
    environment[missing] = ""

    result = load("production", "1", **environment)

    assert result.returncode != 0
    assert f"empty or missing: {missing}." in result.stderr


def test_production_names_everything_that_is_missing_at_once():
    result = load("production", "1")

    assert all(name in result.stderr for name in [*COMPLETE, "DATA_DIR"])


def test_production_refuses_a_weak_secret_key(tmp_path):
    result = load("production", "1", **COMPLETE | {"SECRET_KEY": "x", "DATA_DIR": str(tmp_path)})

    assert result.returncode != 0
    assert "SECRET_KEY is too weak" in result.stderr


def test_production_never_allows_the_demo_and_pools_postgresql(tmp_path):
    result = load(
        "production",
        "DEMO_ALLOWED, DEBUG, DATABASES['default']['OPTIONS']",
        **COMPLETE | {"DATA_DIR": str(tmp_path)},
    )

    assert result.stdout.strip() == "False False {'pool': True}", result.stderr


def test_local_settings_keep_one_secret_key_per_data_folder(tmp_path):
    first = load("local", "SECRET_KEY", DATA_DIR=str(tmp_path)).stdout.strip()
    second = load("local", "SECRET_KEY", DATA_DIR=str(tmp_path)).stdout.strip()

    assert len(first) >= 50
    assert first == second
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_sqlite_survives_a_power_cut_and_queues_writers(tmp_path):
    result = load("local", "DATABASES['default']['OPTIONS']", DATA_DIR=str(tmp_path))

    assert "'transaction_mode': 'IMMEDIATE'" in result.stdout
    assert "synchronous=FULL" in result.stdout
    assert "journal_mode=WAL" in result.stdout


def test_redis_and_object_storage_come_from_the_environment(tmp_path):
    result = load(
        "local",
        "CACHES['default']['BACKEND'], STORAGES['default']['OPTIONS']['bucket_name']",
        DATA_DIR=str(tmp_path),
        REDIS_URL="redis://127.0.0.1:6379/1",
        S3_BUCKET="laporan",
    )

    assert "RedisCache" in result.stdout
    assert "laporan" in result.stdout


def test_an_s3_bucket_is_really_opened_with_the_given_endpoint(tmp_path):
    result = load(
        "local",
        "__import__('storages.backends.s3', fromlist=['S3Storage'])"
        ".S3Storage(**STORAGES['default']['OPTIONS']).bucket.meta.client.meta.endpoint_url",
        DATA_DIR=str(tmp_path),
        DJANGO_SETTINGS_MODULE="portal.settings.local",
        S3_BUCKET="laporan",
        S3_ENDPOINT_URL="http://127.0.0.1:9000",
        S3_REGION="id-1",
    )

    assert result.stdout.strip() == "http://127.0.0.1:9000", result.stderr


def test_every_variable_that_the_settings_read_is_explained_in_the_example():
    sources = [*(ROOT / "site/portal/settings").glob("*.py"), ROOT / "site/portal/management"]
    sources += (ROOT / "site/portal/management/commands").glob("*.py")
    read = set()
    for source in sources:
        if source.is_file():
            read |= set(re.findall(r"env\.\w+\(\s*\"([A-Z0-9_]+)\"", source.read_text()))
    explained = set(re.findall(r"^([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert read
    assert read <= explained
    assert explained <= read | {"DJANGO_SETTINGS_MODULE"}
