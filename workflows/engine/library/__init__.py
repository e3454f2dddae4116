"""Ready-made workflows to begin from, each sound as it stands."""

from pathlib import Path

from workflows.engine.definition import Definition
from workflows.engine.loading import load_definition

FOLDER = Path(__file__).parent


def ready_made() -> dict[str, Definition]:
    """Return the library by key, in the order of the files' names."""
    files = sorted(FOLDER.glob("*.json"))
    return {path.stem: load_definition(path.read_text(encoding="utf-8")) for path in files}
