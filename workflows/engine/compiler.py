"""From a definition to real django-fsm transitions, built once per definition and field.

Nothing here changes a state: every change runs through a function that django-fsm's own
`@transition` decorated, so its conditions, permissions, signals and optimistic locking hold.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MethodType
from typing import Any, Protocol

from django_fsm import (
    GET_STATE,
    FSMFieldMixin,
    can_proceed,
    has_transition_perm,
    transition,
)

from workflows.engine.definition import Definition, Transition
from workflows.engine.guards import holds


class Subject(Protocol):
    """What a complaint must be able to tell the machine."""

    def roles_held_by(self, user: Any) -> Collection[str]:
        """Return the roles in which the person may act on this complaint."""

    def guard_values(self) -> Mapping[str, Any]:
        """Return the fields and form answers that guards may ask for."""

    def was_answered_by(self, user: Any) -> bool:
        """Return whether the person gave the last answer (who answered may not approve)."""


class UnknownTransition(LookupError):
    """The definition has no transition of that key."""


Method = Callable[..., Any]


@dataclass(frozen=True)
class Machine:
    """The compiled transitions of one definition, by key."""

    definition: Definition
    field: FSMFieldMixin
    methods: Mapping[str, Method]

    def bind(self, subject: Any, key: str) -> Method:
        """Return the transition as a method of the subject. Raises UnknownTransition."""
        try:
            return MethodType(self.methods[key], subject)
        except KeyError as error:
            raise UnknownTransition(key) from error

    def is_possible(self, subject: Any, key: str) -> bool:
        """Return whether the transition starts where the subject stands and its guard holds."""
        return bool(can_proceed(self.bind(subject, key)))

    def is_permitted(self, subject: Any, key: str, user: Any) -> bool:
        """Return whether the person may run the transition now."""
        return bool(has_transition_perm(self.bind(subject, key), user))

    def available(self, subject: Any, user: Any) -> list[Transition]:
        """Return what the person may do with the subject now, in the order of the definition."""
        here = str(getattr(subject, self.field.name))
        return [
            item
            for item in self.definition.exits(here)
            if item.key in self.methods and self.is_permitted(subject, item.key, user)
        ]


_machines: dict[tuple[str, FSMFieldMixin], Machine] = {}


def compile_machine(definition: Definition, field: FSMFieldMixin) -> Machine:
    """Return the machine of a definition on a state field; made once and kept for ever.

    A definition is immutable and recognised by its digest, so the cache never goes stale. Of two
    transitions with the same key the first counts; a sound definition has no such two.
    """
    known = (definition.digest, field)
    if known not in _machines:
        methods = {
            key: _compiled(item, field) for key, item in definition.transition_by_key.items()
        }
        _machines[known] = Machine(definition, field, methods)
    return _machines[known]


def _compiled(item: Transition, field: FSMFieldMixin) -> Method:
    """Return the decorated function of one transition.

    Handing over and back leave the workflow: their target is the state in which the receiving
    workflow begins, given as `entry_state` when the transition is run, so that also this change
    is django-fsm's.
    """

    def run(subject: Any, **inputs: Any) -> None:
        """Nothing to do beside the change of state; the service writes what else changes."""

    run.__name__ = run.__qualname__ = item.key
    target = GET_STATE(_entry_state) if item.leaves else item.target
    declare = transition(
        field=field,
        source=list(dict.fromkeys(item.sources)),
        target=target,
        conditions=[_condition(item)] if item.guard else [],
        permission=_permission(item),
        custom={"transition": item},
    )
    compiled: Method = declare(run)
    return compiled


def _entry_state(subject: Any, *, entry_state: str, **inputs: Any) -> str:
    return entry_state


def _condition(item: Transition) -> Callable[[Any], bool]:
    def guard_holds(subject: Subject) -> bool:
        return holds(item.guard, subject.guard_values())

    return guard_holds


def _permission(item: Transition) -> Callable[[Any, Any], bool]:
    wanted = frozenset(item.roles)

    def may_run(subject: Subject, user: Any) -> bool:
        if wanted.isdisjoint(subject.roles_held_by(user)):
            return False
        return not (item.second_person and subject.was_answered_by(user))

    return may_run
