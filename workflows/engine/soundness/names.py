"""Rules about names: one initial state, no name twice, no name that nothing bears."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from workflows.engine.definition import Definition, Kind, Role
from workflows.engine.findings import Code, Finding, Severity


def initial_state(definition: Definition) -> Iterator[Finding]:
    """Exactly one state is where a complaint enters."""
    keys = tuple(state.key for state in definition.initial_states())
    if not keys:
        message = _("No state is marked as the first one. Mark the state in which a report enters.")
        yield Finding(Code.INITIAL, Severity.ERROR, "workflow", message)
    if len(keys) > 1:
        message = _("More than one state is marked as the first one: %(states)s. Keep one.") % {
            "states": ", ".join(keys)
        }
        yield Finding(Code.INITIAL, Severity.ERROR, "workflow", message, keys)


def duplicates(definition: Definition) -> Iterator[Finding]:
    """No key is given twice to the same kind of thing, nor an own role the name of a built-in."""
    named = {
        "state": [state.key for state in definition.states],
        "transition": [transition.key for transition in definition.transitions],
        "role": [role.key for role in definition.own_roles] + [str(role) for role in Role],
        "template": [template.key for template in definition.response_templates],
    }
    for kind, keys in named.items():
        for key, count in Counter(keys).items():
            if count > 1:
                message = _("The key “%(key)s” is used %(count)d times. Give each its own.") % {
                    "key": key,
                    "count": count,
                }
                yield Finding(Code.DUPLICATE, Severity.ERROR, f"{kind}:{key}", message)


def unknown_states(definition: Definition) -> Iterator[Finding]:
    """Every transition starts and ends in states that exist, and names at a deadline exist."""
    known = definition.state_by_key
    for transition in definition.transitions:
        element = f"transition:{transition.key}"
        wanted = [*transition.sources, *([transition.target] if transition.target else [])]
        for key in wanted:
            if key not in known:
                message = _("“%(label)s” names the state “%(state)s”, which does not exist.") % {
                    "label": transition.title,
                    "state": key,
                }
                yield Finding(Code.UNKNOWN_STATE, Severity.ERROR, element, message)
        if not transition.sources:
            message = _("“%s” starts in no state. Choose where it is offered.") % transition.title
            yield Finding(Code.UNKNOWN_STATE, Severity.ERROR, element, message)
        if transition.kind == Kind.MOVE and transition.target is None:
            message = _("“%s” leads to no state. Choose where it leads.") % transition.title
            yield Finding(Code.UNKNOWN_STATE, Severity.ERROR, element, message)
    for state in definition.states:
        name = state.at_deadline.transition if state.at_deadline else None
        if name and name not in {item.key for item in definition.exits(state.key)}:
            message = _(
                "At the deadline of “%(state)s” the action “%(action)s” should run, but it does "
                "not start there."
            ) % {"state": state.name, "action": name}
            yield Finding(Code.UNKNOWN_STATE, Severity.ERROR, f"state:{state.key}", message)
