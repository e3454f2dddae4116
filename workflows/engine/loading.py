"""From a text to a definition, or to every problem that stands in the way, with its place."""

import json
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from workflows.engine.definition import FORMAT, Definition

LARGEST_FILE = 2 * 1024 * 1024  # characters; no workflow of people is larger


class UnreadableDefinition(Exception):
    """The text is no definition; `problems` says why, a sentence each, with the place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def load_definition(text: str) -> Definition:
    """Read a definition from JSON. Raises UnreadableDefinition with all problems at once."""
    if len(text) > LARGEST_FILE:
        raise UnreadableDefinition([_("The file is too large to be a workflow.")])
    try:
        content = json.loads(text, object_pairs_hook=_without_repeated_keys)
    except RecursionError as error:
        raise UnreadableDefinition([_("The file is nested too deeply.")]) from error
    except ValueError as error:
        raise UnreadableDefinition([_("This is no JSON: %s") % error]) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UnreadableDefinition([_('The file must begin with "format": "%s".') % FORMAT])
    try:
        return Definition.model_validate_json(text)
    except ValidationError as error:
        raise UnreadableDefinition([_sentence(problem) for problem in error.errors()]) from error


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(_('the key "%s" stands twice in one object') % key)
        found[key] = value
    return found


def _sentence(problem: Any) -> str:
    place = ".".join(str(step) for step in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return _('Unknown key "%(key)s" at %(place)s.') % {
            "key": problem["loc"][-1],
            "place": place,
        }
    if problem["type"] == "missing":
        return _('"%(key)s" is missing at %(place)s.') % {
            "key": problem["loc"][-1],
            "place": place,
        }
    return _("%(place)s: %(problem)s") % {"place": place or "-", "problem": problem["msg"]}
