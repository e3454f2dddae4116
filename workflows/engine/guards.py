"""Guards: which fields may be asked, whether a guard can ever hold, and whether it holds now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.engine.definition import Condition, Definition, Guard

ANSWER_PREFIX = "answer:"  # a question of the complaint form, by its key


@dataclass(frozen=True)
class FieldType:
    """What a guard may compare a field with."""

    type: str  # text, number, date, choice or boolean
    choices: tuple[str, ...] = ()


COMPLAINT_FIELDS: Mapping[str, FieldType] = {
    "kind": FieldType("choice", ("complaint", "aspiration", "information")),
    "category": FieldType("text"),
    "village": FieldType("text"),
    "district": FieldType("text"),
    "opd": FieldType("text"),
    "language": FieldType("text"),
    "channel": FieldType("text"),
    "title": FieldType("text"),
    "story": FieldType("text"),
    "place": FieldType("text"),
    "event_date": FieldType("date"),
    "anonymous": FieldType("boolean"),
    "secret": FieldType("boolean"),
    "has_contact": FieldType("boolean"),
    "days_open": FieldType("number"),
    "hand_backs": FieldType("number"),
    "reopenings": FieldType("number"),
}
"""The fields of every complaint that a guard may ask."""

ORDERED = ("number", "date")


def known_fields(definition: Definition) -> dict[str, FieldType]:
    """Return the complaint's fields, those the workflow declares, and those its actions ask for."""
    declared = {
        field.key: FieldType(field.type, tuple(field.choices)) for field in definition.fields
    }
    asked = {
        need.removeprefix("field:"): FieldType("any")
        for transition in definition.transitions
        for need in transition.requires
        if need.startswith("field:")
    }
    return {**asked, **COMPLAINT_FIELDS, **declared}


def is_known(name: str, fields: Mapping[str, FieldType]) -> bool:
    """Return whether a guard may ask the field; answers of forms are known by their prefix."""
    return name in fields or (name.startswith(ANSWER_PREFIX) and len(name) > len(ANSWER_PREFIX))


def holds(guard: Guard | None, values: Mapping[str, Any]) -> bool:
    """Return whether the guard lets the complaint pass. Total: never raises.

    A field without a value makes a comparison false, so that a guard never passes by accident.
    """
    if guard is None:
        return True
    results = (_condition_holds(row, values.get(row.field)) for row in guard.conditions)
    return all(results) if guard.all is not None else any(results)


def _condition_holds(row: Condition, actual: Any) -> bool:
    blank = actual is None or actual == "" or actual == []
    if row.op in ("empty", "not_empty"):
        return blank == (row.op == "empty")
    if blank:
        return False
    try:
        return bool(COMPARE[row.op](_comparable(actual), _comparable(row.value)))
    except TypeError:
        return False


def _comparable(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_comparable(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.casefold() if isinstance(value, str) else value


COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": lambda actual, value: actual == value,
    "!=": lambda actual, value: actual != value,
    "<": lambda actual, value: actual < value,
    "<=": lambda actual, value: actual <= value,
    ">": lambda actual, value: actual > value,
    ">=": lambda actual, value: actual >= value,
    "in": lambda actual, value: actual in _listed(value),
    "not_in": lambda actual, value: actual not in _listed(value),
    "contains": lambda actual, value: value in actual,
}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def can_hold(guard: Guard | None, fields: Mapping[str, FieldType]) -> bool:
    """Return False when no complaint at all could pass the guard.

    Looks at each field alone: contradicting equalities, ranges that exclude each other, values
    outside a field's choices, operators that its type does not have. What it cannot decide counts
    as possible, so no workflow is refused wrongly.
    """
    if guard is None:
        return True
    rows = guard.conditions
    if guard.all is None:
        return any(_rows_can_hold([row], fields) for row in rows)
    names = {row.field for row in rows}
    return all(_rows_can_hold([row for row in rows if row.field == name], fields) for name in names)


def _rows_can_hold(rows: list[Condition], fields: Mapping[str, FieldType]) -> bool:
    kind = fields.get(rows[0].field, FieldType("any"))
    if any(not _row_fits(row, kind) for row in rows):
        return False
    if any(row.op == "empty" for row in rows):
        return all(row.op == "empty" for row in rows)
    return _range_is_open(rows) and _choice_is_left(rows, kind)


def _row_fits(row: Condition, kind: FieldType) -> bool:
    """Whether the operator and value make sense for the field's type."""
    if row.op in ("empty", "not_empty", "!=", "not_in"):
        return True
    values = _listed(row.value)
    if row.op in ("in", "contains") and not values:
        return False
    if kind.type == "number":
        return all(isinstance(value, int | float) for value in values) and row.op != "contains"
    if kind.type == "boolean":
        return all(isinstance(value, bool) for value in values) and row.op not in ("<", ">")
    if kind.type == "date":
        return all(_is_date(value) for value in values)
    return row.value is not None


def _is_date(value: Any) -> bool:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _range_is_open(rows: list[Condition]) -> bool:
    """Whether some value lies above every lower and below every upper bound."""
    lower = [(row.value, row.op == ">") for row in rows if row.op in (">", ">=")]
    upper = [(row.value, row.op == "<") for row in rows if row.op in ("<", "<=")]
    exact = [row.value for row in rows if row.op == "="]
    try:
        for low, above in lower:
            if any(high < low or (high == low and (above or below)) for high, below in upper):
                return False
            if any(value < low or (value == low and above) for value in exact):
                return False
        return not any(
            value > high or (value == high and below) for value in exact for high, below in upper
        )
    except TypeError:
        return False


def _choice_is_left(rows: list[Condition], kind: FieldType) -> bool:
    """Whether a value is left after all equalities, lists and exclusions."""
    allowed: set[Any] | None = None
    if kind.type == "choice" and kind.choices:
        allowed = {_comparable(choice) for choice in kind.choices}
    if kind.type == "boolean":
        allowed = {True, False}
    for row in rows:
        if row.op in ("=", "in"):
            named = {_hashable(value) for value in _listed(row.value)}
            allowed = named if allowed is None else allowed & named
    if allowed is None:
        return True
    for row in rows:
        if row.op in ("!=", "not_in"):
            allowed = allowed - {_hashable(value) for value in _listed(row.value)}
    return bool(allowed)


def _hashable(value: Any) -> Any:
    value = _comparable(value)
    return tuple(value) if isinstance(value, list) else value if _is_plain(value) else repr(value)


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def exclude_each_other(
    first: Guard | None, second: Guard | None, fields: Mapping[str, FieldType]
) -> bool:
    """Return whether no complaint could pass both guards."""
    if first is None or second is None:
        return False
    return not any(
        can_hold(Guard(all=(*some, *others)), fields)
        for some in _alternatives(first)
        for others in _alternatives(second)
    )


def _alternatives(guard: Guard) -> list[tuple[Condition, ...]]:
    """Return the sets of rows of which one must hold whole."""
    return [guard.all] if guard.all is not None else [(row,) for row in guard.any or ()]
