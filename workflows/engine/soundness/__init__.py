"""Whether a workflow may be published: every rule that a programmer would have checked by eye."""

from collections.abc import Callable, Collection, Iterable, Iterator

from workflows.engine.definition import Definition
from workflows.engine.findings import Finding
from workflows.engine.soundness.actors import empty_roles, transitions_without_role, unknown_roles
from workflows.engine.soundness.contents import (
    impossible_guards,
    unknown_fields,
    unknown_placeholders_,
    unknown_templates,
)
from workflows.engine.soundness.names import duplicates, initial_state, unknown_states
from workflows.engine.soundness.times import automatic_ties, missing_deadlines, over_limit
from workflows.engine.soundness.ways import (
    dead_ends,
    missing_final,
    missing_hand_back,
    unreachable_states,
)

LEGAL_LIMIT_DAYS = 60  # working days; PermenPANRB on SP4N-LAPOR!, changed by the city's setting

Rule = Callable[[Definition], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    initial_state,
    duplicates,
    unknown_states,
    unreachable_states,
    dead_ends,
    missing_final,
    transitions_without_role,
    unknown_roles,
    missing_hand_back,
    missing_deadlines,
    automatic_ties,
    impossible_guards,
    unknown_fields,
    unknown_placeholders_,
    unknown_templates,
)


def check(
    definition: Definition,
    *,
    legal_limit_days: int = LEGAL_LIMIT_DAYS,
    held_roles: Collection[str] | None = None,
) -> list[Finding]:
    """Return everything that is wrong or doubtful, errors first, in the order of the rules.

    `legal_limit_days` are working days. `held_roles` are the roles that somebody holds in the
    OPD; without them `empty-role` is left out. Never raises, whatever the definition says.
    """
    found: list[Finding] = []
    for rule in RULES:
        found.extend(rule(definition))
    found.extend(over_limit(definition, legal_limit_days))
    if held_roles is not None:
        found.extend(empty_roles(definition, held_roles))
    return sorted(_once(found), key=lambda finding: finding.severity != "error")


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))


__all__ = ["LEGAL_LIMIT_DAYS", "check"]
