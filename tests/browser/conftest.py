"""A real site in a folder of its own and a real Chromium, shared by all journeys."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
PASSWORD = "satupintu-demo"
START_LIMIT = 180  # seconds for database, demo city and static files


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that plain `make test` needs no browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            server.poll()
            try:
                server.wait(timeout=0.3)
            except subprocess.TimeoutExpired:
                continue
    pytest.fail(f"the site did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start `manage.py up` with the demo city; give its address; end it afterwards."""
    folder = tmp_path_factory.mktemp("site")
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DATA_DIR": str(folder / "data"),
        "PORT": str(port),
    }
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "up"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_ready(address, server, log)
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium without any request of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


class Visit:
    """Opens pages as one person on one device, and notices what no page may do."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site

    @contextmanager
    def page(
        self, viewport: dict[str, int] = PHONE, *, javascript: bool = True, locale: str = "id-ID"
    ) -> Iterator[Page]:
        """Give a fresh page; fail when it called a third party, logged an error or broke CSP."""
        context = self.browser.new_context(
            viewport=viewport, java_script_enabled=javascript, locale=locale, base_url=self.site
        )
        page = context.new_page()
        foreign: list[str] = []
        complaints: list[str] = []
        page.on(
            "request",
            lambda request: (
                foreign.append(request.url)
                if not request.url.startswith((self.site, "data:", "blob:"))
                else None
            ),
        )
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type == "error" and "404" not in message.text
                else None
            ),
        )
        try:
            yield page
        finally:
            context.close()
        assert foreign == []
        assert complaints == []

    def log_in(self, page: Page, username: str) -> None:
        """Enter the admin as one of the demo accounts."""
        page.goto("/admin/login/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")


@pytest.fixture
def visit(chromium: Browser, site: str) -> Visit:
    """Return what opens pages of the running site."""
    return Visit(chromium, site)


def accessibility_findings(page: Page, *, within: str | None = None) -> list[str]:
    """Return axe's findings on the page (WCAG 2.2 AA and best practice), a line each."""
    result = Axe().run(page, context=within)
    return [
        f"{finding['id']}: {node['target']}"
        for finding in result.response["violations"]
        for node in finding["nodes"]
    ]


__all__ = ["DESKTOP", "PHONE", "BrowserContext", "Visit", "accessibility_findings"]
