"""Small makers of definitions for tests."""

from typing import Any

from workflows.engine.definition import FORMAT, Definition


def state(key: str, stage: str = "in_progress", **fields: Any) -> dict[str, Any]:
    """A state with a deadline where its clock runs."""
    defaults: dict[str, Any] = {"key": key, "name": key.title(), "stage": stage}
    if stage not in ("closed", "archived"):
        defaults["deadline_days"] = 5
    return defaults | fields


def move(key: str, source: str | list[str], target: str | None, **fields: Any) -> dict[str, Any]:
    """An action of the officer."""
    sources = [source] if isinstance(source, str) else source
    return {
        "key": key,
        "label": key.title(),
        "sources": sources,
        "target": target,
        "roles": ["officer"],
    } | fields


def back(*sources: str, **fields: Any) -> dict[str, Any]:
    """The exit "not our task"."""
    return move("back", list(sources), None, kind="hand_back") | fields


def make(
    states: list[dict[str, Any]], transitions: list[dict[str, Any]], **more: Any
) -> Definition:
    """A definition of these states and transitions."""
    content = {"format": FORMAT, "key": "coba", "name": "Coba"}
    return Definition.model_validate(
        content | {"states": states, "transitions": transitions} | more
    )


def small(**more: Any) -> dict[str, Any]:
    """The parts of a small sound workflow: new → work → answered → closed, with a way back."""
    return {
        "states": [
            state("new", "verified", initial=True),
            state("work"),
            state("answered", "resolved", clock="paused", deadline_days=None),
            state("closed", "closed"),
        ],
        "transitions": [
            move("start", "new", "work"),
            move("answer", "work", "answered", requires=["answer"]),
            move("close", "answered", "closed", roles=["reporter"]),
            move("silence", "answered", "closed", roles=["system"], automatic_after_days=10),
            back("new", "work"),
        ],
    } | more


def broken(
    *,
    drop: tuple[str, ...] = (),
    add_states: tuple[dict[str, Any], ...] = (),
    add: tuple[dict[str, Any], ...] = (),
    **more: Any,
) -> Definition:
    """The small workflow without some actions or states, and with others."""
    parts = small()
    states = [row for row in parts["states"] if row["key"] not in drop]
    transitions = [row for row in parts["transitions"] if row["key"] not in drop]
    return make([*states, *add_states], [*transitions, *add], **more)
