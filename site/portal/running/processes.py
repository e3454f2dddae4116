"""Web server, worker and clock as one group: they start together and end together."""

import ctypes
import os
import shlex
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from honcho.manager import Manager
from honcho.process import Popen, Process

PR_SET_PDEATHSIG = 1  # prctl(2), Linux


def _die_with_parent(signum: int) -> None:
    """Ask the kernel to signal this process when its parent dies, even by `kill -9`.

    Without it a crash of the group would leave a web server behind that holds the port, and
    the next start would fail. Only Linux knows this; elsewhere nothing happens.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signum)


class _TiedPopen(Popen):
    def __init__(self, cmd: str, **kwargs: Any) -> None:
        super().__init__(cmd, preexec_fn=lambda: _die_with_parent(signal.SIGTERM), **kwargs)


class _TiedProcess(Process):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._child_ctor = _TiedPopen

    def run(self, *args: Any, **kwargs: Any) -> None:
        _die_with_parent(signal.SIGKILL)
        super().run(*args, **kwargs)


def port_is_free(host: str, port: int) -> bool:
    """Return whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def commands(*, host: str, port: int, web_workers: int, threads: int) -> Mapping[str, str]:
    """Return the shell command of each process of the group, by name."""
    python = shlex.quote(sys.executable)
    manage = shlex.quote(str(Path(sys.argv[0]).resolve()))
    gunicorn = shlex.quote(str(Path(sys.executable).with_name("gunicorn")))
    return {
        "web": (
            f"exec {gunicorn} portal.wsgi --bind {host}:{port} --workers {web_workers} "
            f"--threads {threads} --worker-class gthread --no-control-socket --log-level warning"
        ),
        "worker": (
            f"exec {python} {manage} db_worker --queue-name '*' --no-startup-delay --no-reload"
        ),
        "clock": f"exec {python} {manage} clock",
    }


def run_together(named: Mapping[str, str], *, site_root: Path) -> int:
    """Run the commands until one ends or SIGTERM/SIGINT arrives; then end all of them.

    Returns the exit code: 0 after a signal, else that of the process which ended first.
    """
    manager = Manager()
    manager._process_ctor = _TiedProcess
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    environment["PYTHONPATH"] = os.pathsep.join(
        [str(site_root), str(site_root / "site"), environment.get("PYTHONPATH", "")]
    ).rstrip(os.pathsep)
    for name, command in named.items():
        manager.add_process(name, command, env=environment, cwd=str(site_root))
    manager.loop()
    asked_to_stop = manager.returncode in (130, 143)
    return 0 if asked_to_stop else int(manager.returncode or 0)
