"""Starting the site: what runs, when the clock acts, when static files are collected."""

import signal
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.running.clock import Job, jobs, run_due, seconds_until_next
from portal.running.processes import commands, port_is_free
from portal.running.static import collect_if_changed, fingerprint

ROOT = Path(__file__).resolve().parents[2]


def test_a_job_runs_when_due_and_not_again_before_its_time():
    ran = []
    planned = [Job("publish_scheduled", timedelta(seconds=60))]

    assert run_due(planned, 1000, run=lambda name, **_: ran.append(name)) == ["publish_scheduled"]
    assert run_due(planned, 1059, run=lambda name, **_: ran.append(name)) == []
    assert run_due(planned, 1060, run=lambda name, **_: ran.append(name)) == ["publish_scheduled"]
    assert ran == ["publish_scheduled"] * 2


def test_a_failing_job_is_logged_and_does_not_stop_the_others(caplog):
    def run(name: str, **_: object) -> None:
        if name == "broken":
            raise RuntimeError("no such table")

    planned = [Job("broken", timedelta(minutes=1)), Job("well", timedelta(minutes=1))]

    assert run_due(planned, 0, run=run) == ["well"]
    assert "broken failed" in caplog.text


def test_the_clock_waits_until_the_next_job_but_never_busily():
    planned = [
        Job("soon", timedelta(minutes=1), next_run=30),
        Job("late", timedelta(minutes=1), next_run=90),
    ]

    assert seconds_until_next(planned, now=10) == 20
    assert seconds_until_next(planned, now=500) == pytest.approx(0.1)


@pytest.mark.django_db
def test_every_job_of_the_clock_is_a_command_that_runs():
    planned = jobs()

    assert run_due(planned, 0) == [job.command for job in planned]


def test_the_clock_ends_on_sigterm(tmp_path):
    script = (
        "import threading, os, signal\n"
        "import portal.management.commands.clock as clock\n"
        "clock.jobs = lambda: []\n"
        "clock.seconds_until_next = lambda planned: (print('waiting', flush=True), 60)[1]\n"
        "clock.Command().handle()\n"
        "print('ended')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "PATH": "/usr/bin:/bin"}
        | {"DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert rest == "ended\n"


def test_a_taken_port_is_noticed():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not port_is_free("127.0.0.1", taken.getsockname()[1])
    assert port_is_free("127.0.0.1", 0)


def test_starting_on_a_taken_port_says_what_to_do():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"PORT={port + 1} make run"):
            call_command("up", port=port)


def test_web_worker_and_clock_run_together():
    named = commands(host="127.0.0.1", port=8000, web_workers=2, threads=4)

    assert set(named) == {"web", "worker", "clock"}
    assert all(command.startswith("exec ") for command in named.values())
    assert "--bind 127.0.0.1:8000" in named["web"]


def test_static_files_are_collected_once_until_a_source_changes(settings, tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "site.css").write_text("a{}")
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [assets]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]

    assert collect_if_changed()
    assert not collect_if_changed()
    before = fingerprint()
    (assets / "site.css").write_text("a{color:red}")
    assert fingerprint() != before
    assert collect_if_changed()
    assert (tmp_path / "static" / "site.css").read_text() == "a{color:red}"
