"""Rules about people: every action belongs to a role that exists and that somebody holds."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from workflows.engine.definition import Definition, Role
from workflows.engine.findings import Code, Finding, Severity

ALWAYS_HELD = frozenset({Role.REPORTER, Role.SYSTEM})


def transitions_without_role(definition: Definition) -> Iterator[Finding]:
    """Every action that does not run by itself has a role."""
    for transition in definition.transitions:
        if not transition.roles and not transition.is_automatic:
            message = _("Nobody may run “%s”. Choose at least one role.") % transition.title
            yield Finding(Code.NO_ROLE, Severity.ERROR, f"transition:{transition.key}", message)


def unknown_roles(definition: Definition) -> Iterator[Finding]:
    """Every role that is named is built in or the OPD's own."""
    named = [
        (f"transition:{transition.key}", role)
        for transition in definition.transitions
        for role in (*transition.roles, *transition.notify)
    ]
    for state in definition.states:
        if state.at_deadline:
            escalation = state.at_deadline.escalate_to
            roles = (*state.at_deadline.remind, *([escalation] if escalation else []))
            named += [(f"state:{state.key}", role) for role in roles]
    for element, role in named:
        if role not in definition.role_keys:
            message = _("The role “%s” does not exist. Choose another, or add it to the own roles.")
            yield Finding(Code.UNKNOWN_ROLE, Severity.ERROR, element, message % role)


def empty_roles(definition: Definition, held_roles: Collection[str]) -> Iterator[Finding]:
    """Every role is held by somebody; where an action has no other role, that is an error."""
    held = set(held_roles) | ALWAYS_HELD
    needed: dict[str, bool] = {}
    for transition in definition.transitions:
        nobody = not held & set(transition.roles) and not transition.is_automatic
        for role in transition.roles:
            if role not in held:
                needed[role] = needed.get(role, False) or nobody
    for role, nobody_else in needed.items():
        severity = Severity.ERROR if nobody_else else Severity.WARNING
        message = _("Nobody holds the role “%s”. Add a member, or choose another role.") % role
        yield Finding(Code.EMPTY_ROLE, severity, f"role:{role}", message)
