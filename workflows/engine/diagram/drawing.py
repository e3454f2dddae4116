"""The SVG itself: no scripts, no inline styles, every text escaped."""

from collections.abc import Sequence
from html import escape

from django.utils.translation import gettext as _

from workflows.engine.definition import Clock, Definition, Stage
from workflows.engine.diagram.layout import BOX_WIDTH, LEFT, Box, Layout, Line, lay_out
from workflows.engine.diagram.wording import action_text, clock_text, goal_text, stage_name
from workflows.engine.findings import Finding, Severity

INK, QUIET, ACCENT, ERROR, PAPER = "#16211e", "#4b5a55", "#0b5c4c", "#a8231a", "#ffffff"
STAGE_FILL = {
    Stage.RECEIVED: "#f3efe2",
    Stage.VERIFIED: "#e6f0ec",
    Stage.IN_PROGRESS: "#dcebf5",
    Stage.WAITING_REPORTER: "#fdf0cf",
    Stage.RESOLVED: "#d8efdd",
    Stage.CLOSED: "#e7e7e7",
    Stage.ARCHIVED: "#e7e7e7",
}
LEGEND_LINE = 22


def draw_svg(
    definition: Definition, findings: Sequence[Finding] = (), present_state: str | None = None
) -> str:
    """Return the drawing of a workflow, with what was found and where a complaint stands.

    Actions are numbered on their lines and named in a legend below, so that no label covers
    another. Title and description make it readable to a screen reader; `describe` gives the rest.
    """
    layout = lay_out(definition)
    legend = _legend(definition, findings, layout.height)
    height = layout.height + LEGEND_LINE * (len(legend) + 1)
    width = max(layout.width, 720)
    marked = _numbered(findings)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'role="img" aria-labelledby="wf-title wf-desc" font-family="system-ui, sans-serif" '
        f'font-size="14" fill="{INK}">',
        f'<title id="wf-title">{escape(definition.name)}</title>',
        f'<desc id="wf-desc">{escape(_summary(definition, findings, present_state))}</desc>',
        _arrow_head(),
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="{PAPER}"/>',
        f'<text x="{LEFT}" y="30" font-size="18" font-weight="700">'
        f"{escape(definition.name)}</text>",
        *(_column(stage, x, layout) for stage, x in layout.columns),
        *(_line(line) for line in layout.lines),
        *(
            _box(box, present_state, marked.get(f"state:{box.state.key}", []))
            for box in layout.boxes
        ),
        *(_badge(line) for line in layout.lines),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts)


def _summary(definition: Definition, findings: Sequence[Finding], present_state: str | None) -> str:
    text = _("%(states)d states and %(actions)d actions.") % {
        "states": len(definition.states),
        "actions": len(definition.transitions),
    }
    present = definition.state_by_key.get(present_state or "")
    if present:
        text += " " + _("The report stands at “%s”.") % present.name
    return " ".join([text, *(finding.message for finding in findings)])


def _numbered(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """Return the letters of the findings by element: A, B, C … as in the legend."""
    marked: dict[str, list[str]] = {}
    for place, finding in enumerate(findings):
        marked.setdefault(finding.element, []).append(_letter(place))
    return marked


def _letter(place: int) -> str:
    return chr(65 + place) if place < 26 else f"Z{place - 24}"


def _arrow_head() -> str:
    return (
        '<defs><marker id="wf-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        f'markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10Z" fill="{QUIET}"/>'
        "</marker></defs>"
    )


def _column(stage: Stage, x: float, layout: Layout) -> str:
    return (
        f'<text x="{x + BOX_WIDTH / 2:.0f}" y="62" text-anchor="middle" font-size="13" '
        f'font-weight="600" fill="{QUIET}">{escape(stage_name(stage))}</text>'
    )


def _line(line: Line) -> str:
    dashes = ' stroke-dasharray="6 5"' if line.automatic else ""
    return (
        f'<path d="{line.path}" fill="none" stroke="{QUIET}" stroke-width="1.6"{dashes} '
        'marker-end="url(#wf-head)"/>'
    )


def _badge(line: Line) -> str:
    text = ", ".join(map(str, line.numbers))
    width = 12 + 7.5 * len(text)
    return (
        f'<rect x="{line.badge_x - width / 2:.1f}" y="{line.badge_y - 10:.1f}" width="{width:.1f}" '
        f'height="20" rx="10" fill="{PAPER}" stroke="{QUIET}"/>'
        f'<text x="{line.badge_x:.1f}" y="{line.badge_y + 4.5:.1f}" text-anchor="middle" '
        f'font-size="12" font-weight="700">{text}</text>'
    )


def _box(box: Box, present_state: str | None, letters: Sequence[str]) -> str:
    state = box.state
    present = state.key == present_state
    stroke, thickness = (ERROR, 2.5) if letters else (ACCENT, 4) if present else (INK, 1.4)
    dashes = ' stroke-dasharray="4 3"' if state.clock == Clock.PAUSED and not present else ""
    middle = box.x + BOX_WIDTH / 2
    parts = [
        f'<rect x="{box.x:.0f}" y="{box.y:.0f}" width="{BOX_WIDTH}" height="{box.height:.0f}" '
        f'rx="9" fill="{STAGE_FILL[state.stage]}" stroke="{stroke}" stroke-width="{thickness}"'
        f"{dashes}/>"
    ]
    if state.initial:
        parts.append(
            f'<path d="M{box.x - 30:.0f} {box.y + 16:.0f}h28" stroke="{INK}" stroke-width="2" '
            'marker-end="url(#wf-head)"/>'
        )
    for row, text in enumerate(box.lines):
        parts.append(
            f'<text x="{middle:.0f}" y="{box.y + 24 + 18 * row:.0f}" text-anchor="middle" '
            f'font-weight="700">{escape(text)}</text>'
        )
    note = clock_text(state) + (" · " + _("here now") if present else "")
    parts.append(
        f'<text x="{middle:.0f}" y="{box.y + box.height - 12:.0f}" text-anchor="middle" '
        f'font-size="12.5" fill="{QUIET}">{escape(note)}</text>'
    )
    if letters:
        parts.append(
            f'<rect x="{box.right - 16:.0f}" y="{box.y - 11:.0f}" width="{16 + 9 * len(letters)}" '
            f'height="22" rx="11" fill="{ERROR}"/>'
            f'<text x="{box.right - 8 + 4.5 * len(letters):.0f}" y="{box.y + 4.5:.0f}" '
            f'text-anchor="middle" font-size="12" font-weight="700" fill="{PAPER}">'
            f"{escape(''.join(letters))}</text>"
        )
    return "".join(parts)


def _legend(definition: Definition, findings: Sequence[Finding], top: float) -> list[str]:
    """Name the numbered actions and the lettered findings below the drawing."""
    rows = [
        (str(number), f"{action_text(definition, item)} → {goal_text(definition, item)}", INK)
        for number, item in enumerate(definition.transitions, start=1)
    ]
    for place, finding in enumerate(findings):
        kind = _("Error") if finding.severity == Severity.ERROR else _("Warning")
        rows.append((_letter(place), f"{kind}: {finding.message}", ERROR))
    return [
        f'<text x="{LEFT + 24}" y="{top + LEGEND_LINE * row:.0f}" text-anchor="end" '
        f'font-weight="700" fill="{colour}">{escape(mark)}</text>'
        f'<text x="{LEFT + 36}" y="{top + LEGEND_LINE * row:.0f}" fill="{colour}">'
        f"{escape(text)}</text>"
        for row, (mark, text, colour) in enumerate(rows)
    ]
