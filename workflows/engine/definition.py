"""What a workflow is: states, transitions, roles and response templates, as one immutable value.

The JSON form of `Definition` is the import and export format `satupintu-workflow/1`; its JSON
Schema stands in `docs/workflow.schema.json`. Keys that the format does not know are an error.
"""

import hashlib
import json
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

FORMAT: Literal["satupintu-workflow/1"] = "satupintu-workflow/1"

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
OptionalText = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
REQUIREMENT = r"^(answer|note|reason|attachment|field:[A-Za-z0-9][A-Za-z0-9_.-]{0,79})$"
Requirement = Annotated[str, StringConstraints(pattern=REQUIREMENT)]
Days = Annotated[int, Field(ge=0, le=3650)]


class Stage(StrEnum):
    """The public phase to which every state of every OPD belongs."""

    RECEIVED = "received"
    VERIFIED = "verified"
    IN_PROGRESS = "in_progress"
    WAITING_REPORTER = "waiting_reporter"
    RESOLVED = "resolved"
    CLOSED = "closed"
    ARCHIVED = "archived"

    @property
    def is_final(self) -> bool:
        """Whether a complaint in this stage is finished."""
        return self in (Stage.CLOSED, Stage.ARCHIVED)

    @property
    def is_before_answer(self) -> bool:
        """Whether the complaint has no answer yet, so that the task may still be disputed."""
        return self not in (Stage.RESOLVED, Stage.CLOSED, Stage.ARCHIVED)


class Clock(StrEnum):
    """Whether the time in a state counts against the OPD."""

    RUNNING = "running"
    PAUSED = "paused"


class Kind(StrEnum):
    """What a transition does with the owner of the complaint."""

    MOVE = "move"
    HAND_OVER = "hand_over"  # to another OPD, whose workflow begins
    HAND_BACK = "hand_back"  # "not our task", to the coordinator


class Role(StrEnum):
    """The roles that every workflow knows without declaring them."""

    REPORTER = "reporter"
    COORDINATOR = "coordinator"
    OFFICER = "officer"
    OPD_ADMIN = "opd_admin"
    HEAD = "head"
    AUDITOR = "auditor"
    SYSTEM = "system"


class Part(BaseModel):
    """A part of a definition: immutable, and strict about unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AtDeadline(Part):
    """What happens when a state's deadline passes."""

    remind: tuple[Key, ...] = ()
    escalate_to: Key | None = None
    transition: Key | None = None


class State(Part):
    """A step of the workflow. `deadline_days` are working days."""

    key: Key
    name: Text
    name_en: OptionalText = ""
    public_name: OptionalText = ""
    public_name_en: OptionalText = ""
    stage: Stage
    initial: bool = False
    deadline_days: Days | None = None
    clock: Clock = Clock.RUNNING
    at_deadline: AtDeadline | None = None
    sop: OptionalText = ""

    @property
    def is_final(self) -> bool:
        """Whether the state belongs to a final stage."""
        return self.stage.is_final

    @property
    def runs(self) -> bool:
        """Whether time counts here: not final and not paused."""
        return not self.is_final and self.clock == Clock.RUNNING


Operator = Literal[
    "=", "!=", "<", "<=", ">", ">=", "in", "not_in", "contains", "empty", "not_empty"
]
SYNONYMS = {
    "==": "=",
    "eq": "=",
    "is": "=",
    "equals": "=",
    "ne": "!=",
    "neq": "!=",
    "<>": "!=",
    "is_not": "!=",
    "not_equals": "!=",
    "lt": "<",
    "lte": "<=",
    "le": "<=",
    "gt": ">",
    "gte": ">=",
    "ge": ">=",
    "not in": "not_in",
    "is_empty": "empty",
    "is_not_empty": "not_empty",
}
"""Other spellings of the operators that are understood when a file is read."""


class Condition(Part):
    """One row of a guard: a field of the complaint or a form answer, compared with a value."""

    field: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    op: Annotated[Operator, BeforeValidator(lambda word: SYNONYMS.get(word, word))]
    value: Any = None


class Guard(Part):
    """Rows of which all, or any one, must hold. Exactly one of both is given."""

    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None

    def model_post_init(self, context: Any) -> None:
        """Refuse both, neither and an empty list."""
        given = [rows for rows in (self.all, self.any) if rows is not None]
        if len(given) != 1 or not given[0]:
            raise ValueError('give either "all" or "any", with at least one condition')

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The rows, whichever way they are joined."""
        return self.all or self.any or ()


class Transition(Part):
    """An action that moves a complaint. `automatic_after_days` are working days in the source."""

    key: Key
    label: OptionalText = ""
    label_en: OptionalText = ""
    kind: Kind = Kind.MOVE
    sources: tuple[Key, ...] = ()
    target: Key | None = None
    roles: tuple[Key, ...] = ()
    requires: tuple[Requirement, ...] = ()
    reasons: tuple[Text, ...] = ()
    guard: Guard | None = None
    template: Key | None = None
    notify: tuple[Key, ...] = ()
    second_person: bool = False
    automatic_after_days: Days | None = None

    def model_post_init(self, context: Any) -> None:
        """Handing over or back has no target; a move without one is a finding, not an error."""
        if self.kind != Kind.MOVE and self.target is not None:
            raise ValueError(f'"target" of "{self.key}" must be null: it leaves this workflow')

    @property
    def title(self) -> str:
        """What a person calls it: the label, or the key where there is none."""
        return self.label or self.key

    @property
    def is_automatic(self) -> bool:
        """Whether the system runs it by itself."""
        return self.automatic_after_days is not None

    @property
    def leaves(self) -> bool:
        """Whether the complaint goes to another owner."""
        return self.kind != Kind.MOVE


class OwnRole(Part):
    """A role that only this OPD has, such as a head of section."""

    key: Key
    name: Text
    name_en: OptionalText = ""


class ResponseTemplate(Part):
    """A text to answer with; `{placeholders}` are filled in from the complaint."""

    key: Key
    name: Text
    body: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]


class DeclaredField(Part):
    """A named field that an actor fills in (`field:NAME`) or that a guard may ask for."""

    key: Key
    label: Text
    label_en: OptionalText = ""
    type: Literal["text", "number", "date", "choice", "boolean"] = "text"
    choices: tuple[Text, ...] = ()


class Definition(Part):
    """A whole workflow. Immutable; equal content has an equal digest."""

    format: Literal["satupintu-workflow/1"] = FORMAT
    key: Key
    name: Text
    name_en: OptionalText = ""
    states: tuple[State, ...] = ()
    transitions: tuple[Transition, ...] = ()
    own_roles: tuple[OwnRole, ...] = ()
    fields: tuple[DeclaredField, ...] = ()
    response_templates: tuple[ResponseTemplate, ...] = ()

    @cached_property
    def state_by_key(self) -> dict[str, State]:
        """The states by key; of two with the same key the first."""
        return {state.key: state for state in reversed(self.states)}

    @cached_property
    def transition_by_key(self) -> dict[str, Transition]:
        """The transitions by key; of two with the same key the first."""
        return {transition.key: transition for transition in reversed(self.transitions)}

    @cached_property
    def role_keys(self) -> frozenset[str]:
        """Every role that may be named: built in or own."""
        return frozenset(Role) | {role.key for role in self.own_roles}

    def initial_states(self) -> list[State]:
        """Return the states marked as initial; a sound workflow has one."""
        return [state for state in self.states if state.initial]

    def exits(self, state_key: str) -> Iterator[Transition]:
        """Yield the transitions that start in a state."""
        return (item for item in self.transitions if state_key in item.sources)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON: what a version is recognised by."""
        return hashlib.sha256(canonical(self).encode()).hexdigest()


def canonical(definition: Definition) -> str:
    """Return the definition's JSON in one form: what is not set is left out, order is kept."""
    content = definition.model_dump(mode="json", exclude_defaults=True)
    content = {"format": FORMAT} | content
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
