"""What a check of a workflow finds: a code, the element, a sentence for a person, and a path."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """An error keeps a workflow from being published; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every kind of finding. The codes are a contract."""

    INITIAL = "initial"
    DUPLICATE = "duplicate"
    UNKNOWN_STATE = "unknown-state"
    UNREACHABLE = "unreachable"
    DEAD_END = "dead-end"
    NO_FINAL = "no-final"
    NO_ROLE = "no-role"
    UNKNOWN_ROLE = "unknown-role"
    EMPTY_ROLE = "empty-role"
    NO_HAND_BACK = "no-hand-back"
    NO_DEADLINE = "no-deadline"
    OVER_LIMIT = "over-limit"
    AUTOMATIC_TIE = "automatic-tie"
    GUARD_IMPOSSIBLE = "guard-impossible"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_PLACEHOLDER = "unknown-placeholder"
    UNKNOWN_TEMPLATE = "unknown-template"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or doubtful.

    `element` is `workflow`, `state:KEY`, `transition:KEY`, `template:KEY` or `role:KEY`; `path`
    is a way through the states that shows the problem, as keys.
    """

    code: Code
    severity: Severity
    element: str
    message: str
    path: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain values."""
        return asdict(self) | {"path": list(self.path)}


def has_errors(findings: list[Finding]) -> bool:
    """Return whether anything keeps the workflow from being published."""
    return any(finding.severity == Severity.ERROR for finding in findings)
