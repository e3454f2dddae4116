"""Documents are tested: what they name exists, and what exists is named."""

import re
from pathlib import Path

import pytest

from workflows.engine.findings import Code

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]


def test_every_finding_is_explained():
    explained = (ROOT / "docs/workflows.md").read_text()

    assert [code for code in Code if f"`{code}`" not in explained] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document):
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text())
    local = [link for link in links if not link.startswith("http")]

    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_of_make_exists(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"`make ([a-z-]+)", document.read_text()))

    assert named <= targets


def test_the_readme_begins_with_the_two_commands():
    beginning = (ROOT / "README.md").read_text()[:400]

    assert "make run" in beginning
    assert "make test" in beginning


def test_site_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_the_lock_holds_versions_and_no_addresses():
    lock = (ROOT / "constraints.txt").read_text()

    assert "://" not in lock
    assert all("==" in line for line in lock.splitlines() if line and not line.startswith("#"))
