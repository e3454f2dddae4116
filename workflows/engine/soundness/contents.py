"""Rules about contents: guards that can hold, fields, templates and placeholders that exist."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workflows.engine.definition import Definition
from workflows.engine.findings import Code, Finding, Severity
from workflows.engine.guards import can_hold, is_known, known_fields
from workflows.engine.placeholders import unknown_placeholders


def impossible_guards(definition: Definition) -> Iterator[Finding]:
    """No action has a condition that no complaint could fulfil."""
    fields = known_fields(definition)
    for transition in definition.transitions:
        if not can_hold(transition.guard, fields):
            message = _("No report can ever fulfil the condition of “%s”.") % transition.title
            element = f"transition:{transition.key}"
            path = tuple(transition.sources[:1])
            yield Finding(Code.GUARD_IMPOSSIBLE, Severity.ERROR, element, message, path)


def unknown_fields(definition: Definition) -> Iterator[Finding]:
    """Every field that a condition asks for exists."""
    fields = known_fields(definition)
    for transition in definition.transitions:
        for row in transition.guard.conditions if transition.guard else ():
            if not is_known(row.field, fields):
                message = _("The condition of “%(label)s” asks for an unknown field: %(field)s.")
                text = message % {"label": transition.title, "field": row.field}
                element = f"transition:{transition.key}"
                yield Finding(Code.UNKNOWN_FIELD, Severity.ERROR, element, text)


def unknown_placeholders_(definition: Definition) -> Iterator[Finding]:
    """Every placeholder of a response template is known."""
    for template in definition.response_templates:
        for name in unknown_placeholders(template.body):
            message = _("The template “%(name)s” holds an unknown placeholder: {%(word)s}.") % {
                "name": template.name,
                "word": name,
            }
            element = f"template:{template.key}"
            yield Finding(Code.UNKNOWN_PLACEHOLDER, Severity.ERROR, element, message)


def unknown_templates(definition: Definition) -> Iterator[Finding]:
    """Every template that an action offers exists."""
    known = {template.key for template in definition.response_templates}
    for transition in definition.transitions:
        if transition.template is not None and transition.template not in known:
            message = _("“%(label)s” offers the template “%(key)s”, which does not exist.") % {
                "label": transition.title,
                "key": transition.template,
            }
            element = f"transition:{transition.key}"
            yield Finding(Code.UNKNOWN_TEMPLATE, Severity.ERROR, element, message)
