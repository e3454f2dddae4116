"""Workflows of other systems, converted: each can be expressed, and what is wrong is found."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from workflows.engine.definition import FORMAT, Definition
from workflows.engine.soundness import check

FOLDER = Path(__file__).parent / "foreign"
ROLES = {
    "citizen": "reporter",
    "pelapor": "reporter",
    "system": "system",
    "system(category autoclose)": "system",
    "admin nasional": "coordinator",
    "admin instansi": "coordinator",
    "gro": "coordinator",
    "dgro": "coordinator",
    "csr": "coordinator",
    "cfc": "coordinator",
    "administrator": "head",
}


def key_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:70]


def converted(file: str) -> Definition:
    """Read the facts of a system as a definition; what our format asks and they lack stays out."""
    facts = json.loads((FOLDER / file).read_text())
    states = [
        {
            "key": key_of(row["name"]),
            "name": row["name"][:200],
            "stage": "closed" if row.get("terminal") else "in_progress",
            "initial": bool(row.get("initial")),
            "deadline_days": _days(row),
        }
        for row in facts["states"]
    ]
    used: dict[str, int] = {}
    transitions = [_transition(row, used) for row in facts["transitions"]]
    return Definition.model_validate(
        {
            "format": FORMAT,
            "key": key_of(file.split(".")[0]),
            "name": file,
            "states": states,
            "transitions": transitions,
        }
    )


def _days(row: dict[str, Any]) -> int | None:
    hours = row.get("sla_hours")
    return row.get("sla_working_days") or (int(hours / 24) if hours else None)


def _transition(row: dict[str, Any], used: dict[str, int]) -> dict[str, Any]:
    key = key_of(row["name"])
    used[key] = used.get(key, 0) + 1
    return {
        "key": key if used[key] == 1 else f"{key}-{used[key]}",
        "label": row["name"],
        "sources": [key_of(row["from"])],
        "target": key_of(row["to"]),
        "roles": sorted({ROLES.get(role.lower(), "officer") for role in row["roles"]}),
    }


def codes(definition: Definition) -> set[tuple[str, str]]:
    return {(str(finding.code), finding.element) for finding in check(definition)}


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.json")))
def test_every_system_can_be_expressed(file):
    definition = converted(file)

    assert definition.states
    assert definition.transitions


def test_digit_cannot_hand_back_and_has_states_without_a_deadline():
    found = codes(converted("digit_pgr_oss.json"))

    assert ("no-deadline", "state:pendingforassignment") in found
    assert ("no-hand-back", "state:pendingatlme") in found


def test_lapor_lets_a_case_run_past_the_limit_and_waits_in_a_state_without_a_deadline():
    found = codes(converted("lapor_sp4n_reconstructed.json"))

    assert ("over-limit", "workflow") in found
    without = {element for code, element in found if code == "no-deadline"}
    assert any("terdisposisi-ke-admin-instansi" in element for element in without)


def test_ureport_opens_from_nowhere_and_promises_no_time():
    found = codes(converted("ureport.json"))

    assert ("unknown-state", "transition:open") in found
    assert ("no-deadline", "state:open") in found
