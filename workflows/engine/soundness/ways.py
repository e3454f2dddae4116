"""Rules about ways: every state can be reached and left, and "not our task" is always possible."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workflows.engine.definition import Definition, Kind, Role, Stage, State, Transition
from workflows.engine.findings import Code, Finding, Severity
from workflows.engine.paths import Ways

PATIENT_ROLES = {Role.REPORTER, Role.AUDITOR}  # nobody can count on them to act


def unreachable_states(definition: Definition) -> Iterator[Finding]:
    """From the first state every other one can be reached."""
    if not definition.initial_states():
        return
    reached = Ways(definition).reached
    for state in definition.states:
        if state.key not in reached:
            message = _("No action leads to the state “%s”. Add one, or remove the state.")
            element = f"state:{state.key}"
            yield Finding(
                Code.UNREACHABLE, Severity.ERROR, element, message % state.name, (state.key,)
            )


def missing_final(definition: Definition) -> Iterator[Finding]:
    """A complaint can be finished here, or is handed over to where it can."""
    ends = any(state.is_final for state in definition.states)
    hands_over = any(item.kind == Kind.HAND_OVER for item in definition.transitions)
    if not ends and not hands_over:
        message = _(
            "No state is final. Add one in the phase “closed” or “archived”; else no report ends."
        )
        yield Finding(Code.NO_FINAL, Severity.ERROR, "workflow", message)


def dead_ends(definition: Definition) -> Iterator[Finding]:
    """From every state a final one, or another owner, can be reached by somebody's action."""
    ways = Ways(definition)
    ending = ways.ending()
    for state in definition.states:
        if state.is_final:
            continue
        element, path = f"state:{state.key}", ways.path_to(state.key)
        if state.key not in ending:
            message = _("A report in the state “%s” can never be finished. Add an action onward.")
            yield Finding(Code.DEAD_END, Severity.ERROR, element, message % state.name, path)
        elif doubt := _doubt(definition, state):
            yield Finding(Code.DEAD_END, Severity.WARNING, element, doubt, path)


def _doubt(definition: Definition, state: State) -> str:
    """Return why a report could be stuck in a state that has a way out, or an empty text."""
    exits = list(definition.exits(state.key))
    if all(_waits_for_others(item) for item in exits):
        return _(
            "Only the reporter can act in the state “%s”, and may stay silent. Add an action of "
            "the staff, or one that runs by itself."
        ) % (state.name)
    if all(item.guard is not None for item in exits):
        return _(
            "Every action in the state “%s” has a condition; a report that fulfils none is stuck. "
            "Add an action without a condition."
        ) % (state.name)
    return ""


def _waits_for_others(transition: Transition) -> bool:
    return not transition.is_automatic and set(transition.roles) <= PATIENT_ROLES


def missing_hand_back(definition: Definition) -> Iterator[Finding]:
    """From every state before the answer the task can be given away (No Wrong Door).

    In an OPD's workflow each such state itself needs the exit. A coordinator's workflow hands
    over instead of back; there it is enough that the hand-over can be reached before an answer.
    While only the reporter is waited for, a missing exit is a warning.
    """
    is_intake = all(item.kind != Kind.HAND_BACK for item in definition.transitions) and any(
        item.kind == Kind.HAND_OVER for item in definition.transitions
    )
    ways = Ways(definition)
    before_answer = {state.key for state in definition.states if state.stage.is_before_answer}
    leaving = ways.leaving()
    good = ways.leading_to(leaving, within=before_answer) if is_intake else leaving
    for state in definition.states:
        if state.key not in before_answer or state.key in good:
            continue
        waits = state.stage == Stage.WAITING_REPORTER
        severity = Severity.WARNING if waits else Severity.ERROR
        message = _(
            "In the state “%s” nobody can say “not our task”. Add an action that hands the report "
            "back to the coordinator."
        ) % (state.name)
        path = ways.path_to(state.key)
        yield Finding(Code.NO_HAND_BACK, severity, f"state:{state.key}", message, path)
