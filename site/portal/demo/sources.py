"""Reading fixtures/: tables, settings, and texts with a header."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

FIXTURES: Path = settings.BASE_DIR / "fixtures"
LANGUAGES = ("id", "en")


@dataclass(frozen=True)
class Text:
    """A text file: `key: value` lines, an empty line, then the content."""

    header: dict[str, str]
    content: str


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of fixtures/<name>.csv by the names in its first line."""
    with (FIXTURES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_settings(name: str) -> dict[str, Any]:
    """Return what fixtures/<name>.json says."""
    found: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def read_text(folder: str, name: str, language: str) -> Text:
    """Return fixtures/<folder>/<name>.<language>.md."""
    return parse_text((FIXTURES / folder / f"{name}.{language}.md").read_text(encoding="utf-8"))


def names_in(folder: str) -> list[str]:
    """Return the names of the texts of a folder, without language and ending, in order."""
    return sorted({path.name.split(".")[0] for path in (FIXTURES / folder).glob("*.md")})


def parse_text(source: str) -> Text:
    """Split a text into header and content.

    Raises ValueError when a line of the header is no `key: value`.
    """
    head, _, content = source.strip().partition("\n\n")
    header = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or " " in key:
            raise ValueError(f"not `key: value` in the header: {line!r}")
        header[key] = value.strip()
    return Text(header, content.strip())
