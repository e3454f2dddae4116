"""The words of a drawing: roles, stages, deadlines, who does what."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.engine.definition import Clock, Definition, Kind, Role, Stage, State, Transition


def stage_name(stage: Stage) -> str:
    """Return the public name of a phase."""
    return {
        Stage.RECEIVED: _("Received"),
        Stage.VERIFIED: _("With a department"),
        Stage.IN_PROGRESS: _("Being handled"),
        Stage.WAITING_REPORTER: _("Waiting for the reporter"),
        Stage.RESOLVED: _("Answered"),
        Stage.CLOSED: _("Closed"),
        Stage.ARCHIVED: _("Archived"),
    }[stage]


def role_name(definition: Definition, key: str) -> str:
    """Return what people call a role."""
    built_in = {
        Role.REPORTER: _("reporter"),
        Role.COORDINATOR: _("coordinator"),
        Role.OFFICER: _("liaison officer"),
        Role.OPD_ADMIN: _("department admin"),
        Role.HEAD: _("head of department"),
        Role.AUDITOR: _("auditor"),
        Role.SYSTEM: _("system"),
    }
    own = {role.key: role.name for role in definition.own_roles}
    return own.get(key) or built_in.get(key, key)  # type: ignore[call-overload]


def clock_text(state: State) -> str:
    """Return the deadline of a state in words."""
    if state.is_final:
        return _("end")
    if state.clock == Clock.PAUSED:
        return _("clock paused")
    if not state.deadline_days:
        return _("no deadline")
    days = state.deadline_days
    return ngettext("%(n)d working day", "%(n)d working days", days) % {"n": days}


def action_text(definition: Definition, item: Transition) -> str:
    """Return label, people and time of an action in one line."""
    parts = [item.title]
    roles = [role for role in item.roles if role != Role.SYSTEM]
    if roles:
        parts.append(", ".join(role_name(definition, role) for role in roles))
    if item.automatic_after_days is not None:
        days = item.automatic_after_days
        parts.append(
            ngettext(
                "by itself after %(n)d working day", "by itself after %(n)d working days", days
            )
            % {"n": days}
        )
    if item.second_person:
        parts.append(_("by a second person"))
    return " · ".join(parts)


def goal_text(definition: Definition, item: Transition) -> str:
    """Return where an action leads, in words."""
    if item.kind == Kind.HAND_OVER:
        return _("to another department")
    if item.kind == Kind.HAND_BACK:
        return _("back to the coordinator")
    target = definition.state_by_key.get(item.target or "")
    return target.name if target else str(item.target)
