"""The text alternative of a drawing: the same states and actions, to be shown as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflows.engine.definition import Definition
from workflows.engine.diagram.wording import action_text, clock_text, goal_text, stage_name
from workflows.engine.findings import Finding


@dataclass(frozen=True)
class TellableAction:
    """One action: what it is called and who runs it, where it leads, what is wrong with it."""

    number: int
    text: str
    leads_to: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class TellableState:
    """One state with everything that the drawing shows of it."""

    name: str
    stage: str
    clock: str
    is_initial: bool
    actions: tuple[TellableAction, ...]
    findings: tuple[str, ...]


def describe(definition: Definition, findings: Sequence[Finding] = ()) -> list[TellableState]:
    """Return the workflow as rows; the numbers are those of the drawing."""
    numbers = {item.key: place for place, item in enumerate(definition.transitions, start=1)}
    return [
        TellableState(
            name=state.name,
            stage=stage_name(state.stage),
            clock=clock_text(state),
            is_initial=state.initial,
            actions=tuple(
                TellableAction(
                    numbers[item.key],
                    action_text(definition, item),
                    goal_text(definition, item),
                    _about(f"transition:{item.key}", findings),
                )
                for item in definition.exits(state.key)
            ),
            findings=_about(f"state:{state.key}", findings),
        )
        for state in definition.states
    ]


def _about(element: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(finding.message for finding in findings if finding.element == element)
