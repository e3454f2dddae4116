"""Guards: they hold or not, never raise, and are refused only when nothing could pass."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.engine.definition import Condition, Guard
from workflows.engine.guards import COMPLAINT_FIELDS, FieldType, can_hold, exclude_each_other, holds
from workflows.engine.placeholders import PLACEHOLDERS, fill, unknown_placeholders

FIELDS = {**COMPLAINT_FIELDS, "size": FieldType("number"), "colour": FieldType("text")}


def guard(*rows, join="all"):
    made = [Condition(field=field, op=op, value=value) for field, op, value in rows]
    return Guard.model_validate({join: made})


@pytest.mark.parametrize(
    ("row", "actual", "passes"),
    [
        (("colour", "=", "Red"), "red", True),
        (("colour", "!=", "red"), "blue", True),
        (("colour", "in", ["red", "blue"]), "BLUE", True),
        (("colour", "in", "red"), "red", True),
        (("colour", "not_in", ["red"]), "blue", True),
        (("colour", "contains", "ed"), "red", True),
        (("colour", "empty", None), "", True),
        (("colour", "empty", None), "x", False),
        (("colour", "not_empty", None), None, False),
        (("size", ">", 3), 4, True),
        (("size", ">=", 3), 3, True),
        (("size", "<", 3), 3, False),
        (("size", "<=", 3), 3, True),
        (("size", ">", 3), "four", False),
        (("size", ">", 3), None, False),
        (("event_date", "<", "2026-01-01"), date(2025, 12, 31), True),
        (("event_date", "=", "2026-01-01"), date(2026, 1, 1), True),
        (("colour", "contains", 3), "red", False),
        (("size", "contains", 3), 3, False),
    ],
)
def test_a_condition_holds_or_not(row, actual, passes):
    assert holds(guard(row), {row[0]: actual}) is passes


def test_rows_are_joined_by_all_or_any():
    rows = ("colour", "=", "red"), ("size", ">", 3)

    assert holds(None, {})
    assert not holds(guard(*rows), {"colour": "red", "size": 1})
    assert holds(guard(*rows, join="any"), {"colour": "red", "size": 1})


@pytest.mark.parametrize(
    ("rows", "possible"),
    [
        ([("colour", "=", "red")], True),
        ([("colour", "=", "red"), ("colour", "=", "blue")], False),
        ([("colour", "=", "red"), ("colour", "!=", "red")], False),
        ([("colour", "in", ["red", "blue"]), ("colour", "not_in", ["red"])], True),
        ([("colour", "in", [])], False),
        ([("colour", "empty", None), ("colour", "=", "red")], False),
        ([("colour", "empty", None)], True),
        ([("colour", "not_empty", None)], True),
        ([("colour", "=", None)], False),
        ([("colour", "!=", {"a": 1})], True),
        ([("size", ">", 3), ("size", "<", 3)], False),
        ([("size", ">=", 3), ("size", "<=", 3)], True),
        ([("size", ">", 3), ("size", "<=", 3)], False),
        ([("size", ">", 3), ("size", "=", 3)], False),
        ([("size", "<", 3), ("size", "=", 4)], False),
        ([("size", "<", 3), ("size", "=", 2)], True),
        ([("size", ">", 3), ("size", "=", 5)], True),
        ([("size", "=", "many")], False),
        ([("size", "contains", 3)], False),
        ([("kind", "=", "complaint")], True),
        ([("kind", "=", "nonsense")], False),
        ([("kind", "not_in", ["complaint", "aspiration", "information"])], False),
        ([("secret", "=", True)], True),
        ([("secret", "=", "yes")], False),
        ([("secret", "=", True), ("secret", "=", False)], False),
        ([("event_date", ">", "2026-02-30")], False),
        ([("event_date", ">", "2026-01-02"), ("event_date", "<", "2026-01-01")], False),
        ([("answer:x", ">", 1), ("answer:x", "<", "a")], False),
    ],
)
def test_what_can_never_hold_is_known(rows, possible):
    assert can_hold(guard(*rows), FIELDS) is possible


def test_any_is_possible_when_one_row_is():
    rows = ("kind", "=", "nonsense"), ("kind", "=", "complaint")

    assert can_hold(guard(*rows, join="any"), FIELDS)
    assert not can_hold(guard(rows[0], join="any"), FIELDS)
    assert can_hold(None, FIELDS)


def test_exclusion_of_two_guards():
    red, blue = guard(("colour", "=", "red")), guard(("colour", "=", "blue"))
    either = guard(("colour", "=", "red"), ("size", "=", 1), join="any")

    assert exclude_each_other(red, blue, FIELDS)
    assert not exclude_each_other(red, None, FIELDS)
    assert not exclude_each_other(blue, either, FIELDS)


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.text(max_size=2))
)
ROWS = st.tuples(
    st.sampled_from([*FIELDS, "answer:x", "unknown"]),
    st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "in", "not_in", "contains", "empty"]),
    VALUES,
)


@given(st.lists(ROWS, min_size=1, max_size=4), VALUES, st.sampled_from(["all", "any"]))
def test_guards_never_raise(rows, actual, join):
    made = guard(*rows, join=join)

    holds(made, {row[0]: actual for row in rows})
    can_hold(made, FIELDS)


@given(
    st.lists(ROWS, min_size=1, max_size=3), st.dictionaries(st.sampled_from(list(FIELDS)), VALUES)
)
def test_what_some_complaint_passes_is_never_called_impossible(rows, values):
    """Only for values that the fields can have: text, numbers and choices of their type."""
    proper = {
        name: value
        for name, value in values.items()
        if FIELDS[name].type == "text" and isinstance(value, str)
    }
    made = guard(*[row for row in rows if row[0] in proper] or [("colour", "empty", None)])
    if holds(made, proper):
        assert can_hold(made, FIELDS)


@pytest.mark.parametrize(
    "body",
    [
        "{__class__}",
        "{judul.__class__}",
        "{judul[0]}",
        "{judul!r}",
        "{judul:>10}",
        "{{judul}}",
        "{}",
        "{ judul }",
        "{judul",
        "judul}",
        "{% load x %}",
    ],
)
def test_a_template_is_no_program(body):
    assert unknown_placeholders(body)


def test_known_placeholders_are_filled_and_values_are_not_read_again():
    body = "Laporan {nomor_laporan}: {judul}"

    assert unknown_placeholders(body) == []
    filled = fill(body, {"nomor_laporan": "482", "judul": "{alasan}"})
    assert filled == "Laporan 482: {alasan}"
    assert fill("{opd}", {}) == "{opd}"
    assert unknown_placeholders(" ".join(f"{{{name}}}" for name in PLACEHOLDERS)) == []
