"""Rules about time: deadlines, the legal limit, and no two automatic ways at once."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from workflows.engine.definition import Definition, Transition
from workflows.engine.findings import Code, Finding, Severity
from workflows.engine.guards import exclude_each_other, known_fields
from workflows.engine.paths import Ways


def missing_deadlines(definition: Definition) -> Iterator[Finding]:
    """Every state in which the clock runs has a deadline."""
    for state in definition.states:
        if state.runs and not state.deadline_days:
            message = _("The state “%s” has no deadline. Give one, or pause the clock there.")
            element = f"state:{state.key}"
            yield Finding(
                Code.NO_DEADLINE, Severity.ERROR, element, message % state.name, (state.key,)
            )


def over_limit(definition: Definition, limit: int) -> Iterator[Finding]:
    """The slowest way through the workflow fits the legal limit in working days."""
    days, path, certain = Ways(definition).slowest_path(limit)
    if days <= limit:
        return
    if certain:
        message = _("The slowest way takes %(days)d working days; the limit is %(limit)d.")
        severity = Severity.ERROR
    else:
        message = _(
            "The slowest way may take up to %(days)d working days; the limit is %(limit)d. The "
            "workflow has too many ways to be sure."
        )
        severity = Severity.WARNING
    text = message % {"days": days, "limit": limit}
    yield Finding(Code.OVER_LIMIT, severity, "workflow", text, path)


def automatic_ties(definition: Definition) -> Iterator[Finding]:
    """Of two actions that run by themselves it is always plain which one does."""
    fields = known_fields(definition)
    for state in definition.states:
        timed = [
            (item, item.automatic_after_days)
            for item in definition.exits(state.key)
            if item.is_automatic
        ]
        at_deadline = _at_deadline(definition, state.key)
        if at_deadline and state.deadline_days:
            timed.append((at_deadline, state.deadline_days))
        for (first, days), (second, other_days) in combinations(timed, 2):
            if days != other_days or first.key == second.key:
                continue
            if exclude_each_other(first.guard, second.guard, fields):
                continue
            message = _(
                "“%(first)s” and “%(second)s” would both run by themselves after %(days)d working "
                "days in “%(state)s”. Change one of them."
            ) % {
                "first": first.title,
                "second": second.title,
                "days": days,
                "state": state.name,
            }
            element = f"transition:{second.key}"
            yield Finding(Code.AUTOMATIC_TIE, Severity.ERROR, element, message, (state.key,))


def _at_deadline(definition: Definition, state_key: str) -> Transition | None:
    plan = definition.state_by_key[state_key].at_deadline
    return definition.transition_by_key.get(plan.transition or "") if plan else None
