"""Where the boxes and lines of a drawing go: a column for each phase, states below each other."""

import textwrap
from dataclasses import dataclass

from workflows.engine.definition import Definition, Stage, State, Transition

BOX_WIDTH = 190
COLUMN_GAP = 110
ROW_GAP = 44
TOP = 84
LEFT = 40
LANE = 18  # between the long ways that run below all boxes
NAME_WIDTH = 21  # characters in a line of a box


@dataclass(frozen=True)
class Box:
    """The place of a state, in pixels of the drawing."""

    state: State
    lines: tuple[str, ...]
    column: int
    x: float
    y: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + BOX_WIDTH

    @property
    def middle(self) -> float:
        """The y of the middle."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Line:
    """A way between two boxes, or out of the workflow, with the numbers of its actions."""

    path: str
    badge_x: float
    badge_y: float
    numbers: tuple[int, ...]
    automatic: bool
    leaves: bool


@dataclass(frozen=True)
class Layout:
    """A whole drawing."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    columns: tuple[tuple[Stage, float], ...]
    width: float
    height: float


def lay_out(definition: Definition) -> Layout:
    """Return the places of everything; the same definition is always drawn alike."""
    stages = [stage for stage in Stage if any(s.stage == stage for s in definition.states)]
    states = [state for state in definition.states if definition.state_by_key[state.key] is state]
    boxes: dict[str, Box] = {}
    for column, stage in enumerate(stages):
        y = float(TOP)
        for state in states:
            if state.stage != stage:
                continue
            lines = tuple(textwrap.wrap(state.name, NAME_WIDTH) or [state.key])
            height = 40 + 18 * len(lines)
            x = LEFT + column * (BOX_WIDTH + COLUMN_GAP)
            boxes[state.key] = Box(state, lines, column, x, y, height)
            y += height + ROW_GAP
    lines_ = tuple(_lines(definition, boxes))
    bottom = max((box.y + box.height for box in boxes.values()), default=TOP)
    bottom = max([bottom, *(line.badge_y for line in lines_)])
    width = LEFT * 2 + max(1, len(stages)) * BOX_WIDTH + max(0, len(stages) - 1) * COLUMN_GAP + 30
    columns = tuple(
        (stage, LEFT + place * (BOX_WIDTH + COLUMN_GAP)) for place, stage in enumerate(stages)
    )
    return Layout(tuple(boxes.values()), lines_, columns, width, bottom + 60)


def _lines(definition: Definition, boxes: dict[str, Box]) -> list[Line]:
    """Join actions between the same two states into one line, so that the drawing stays clear."""
    joined: dict[tuple[str, str], list[tuple[int, Transition]]] = {}
    for number, item in enumerate(definition.transitions, start=1):
        target = "" if item.leaves else item.target or "?"
        if target and target not in boxes:
            continue
        for source in dict.fromkeys(item.sources):
            if source in boxes:
                joined.setdefault((source, target), []).append((number, item))
    floor = max((box.y + box.height for box in boxes.values()), default=float(TOP))
    outgoing: dict[str, int] = {}
    found: list[Line] = []
    lanes = 0
    for (source, target), items in joined.items():
        place = outgoing[source] = outgoing.get(source, 0) + 1
        count = sum(1 for start, _ in joined if start == source)
        start = boxes[source]
        far = bool(target) and abs(boxes[target].column - start.column) > 1
        lanes += far
        port = start.y + start.height * place / (count + 1)
        path, x, y = (
            _out(start, port)
            if not target
            else _between(start, boxes[target], port, place, floor + LANE * lanes if far else None)
        )
        numbers = tuple(number for number, _ in items)
        automatic = all(item.is_automatic for _, item in items)
        found.append(Line(path, x, y, numbers, automatic, not target))
    return found


def _out(start: Box, port: float) -> tuple[str, float, float]:
    """A short arrow to the left and down: out of this workflow."""
    x, y = start.x, port
    return f"M{x:.0f} {y:.0f}h-16v14", x - 16, y


def _between(
    start: Box, end: Box, port: float, place: int, dip: float | None
) -> tuple[str, float, float]:
    """A curve between two boxes: from side to side, on a lane below all others, or around."""
    shift = 26 + 20 * ((place - 1) % 3)  # badges of neighbouring ports do not cover each other
    if start.column == end.column:
        return _around(start, end, port, place)
    forward = 1 if end.column > start.column else -1
    x1, x2 = (start.right, end.x) if forward > 0 else (start.x, end.right)
    y2 = end.middle if forward > 0 else end.middle + 9
    if dip is not None:
        near, far = x1 + 56 * forward, x2 - 56 * forward
        path = (
            f"M{x1:.0f} {port:.0f}C{near:.0f} {port:.0f} {x1:.0f} {dip:.0f} {near:.0f} {dip:.0f}"
            f"H{far:.0f}C{x2:.0f} {dip:.0f} {far:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        )
        return path, near + 18 * forward, dip
    bend = max(40.0, abs(x2 - x1) / 2) * forward
    path = (
        f"M{x1:.0f} {port:.0f}C{x1 + bend:.0f} {port:.0f} {x2 - bend:.0f} {y2:.0f} "
        f"{x2:.0f} {y2:.0f}"
    )
    return path, x1 + shift * forward, port + (y2 - port) * 0.003 * shift


def _around(start: Box, end: Box, port: float, place: int) -> tuple[str, float, float]:
    """A bow on the right side, between states of one column or back to the same one."""
    out = 30.0 + 14 * place
    y2 = port + 16 if start is end else end.middle + 4 * place
    x = start.right
    path = f"M{x:.0f} {port:.0f}C{x + out:.0f} {port:.0f} {x + out:.0f} {y2:.0f} {x:.0f} {y2:.0f}"
    return path, x + out * 0.75, (port + y2) / 2
