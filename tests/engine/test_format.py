"""The file format: strict, told in sentences, and the same after any round trip."""

import json
from pathlib import Path

import pytest
from django.utils import translation

from tests.engine.making import make, small
from workflows.engine.definition import FORMAT, canonical
from workflows.engine.library import ready_made
from workflows.engine.loading import UnreadableDefinition, load_definition
from workflows.engine.schema import json_schema

ROOT = Path(__file__).resolve().parents[2]


def text(**changes) -> str:
    content = {"format": FORMAT, "key": "coba", "name": "Coba"} | small() | changes
    return json.dumps(content)


@pytest.mark.parametrize("key", ready_made())
def test_export_and_import_give_the_same_definition(key):
    definition = ready_made()[key]
    exported = canonical(definition)

    again = load_definition(exported)

    assert again == definition
    assert canonical(again) == exported
    assert again.digest == definition.digest


def test_what_is_not_set_does_not_change_the_digest():
    plain = load_definition(text())
    explicit = load_definition(text(own_roles=[], response_templates=[]))

    assert plain.digest == explicit.digest
    assert plain.digest != load_definition(text(name="Lain")).digest


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", "format"),
        ("null", "format"),
        ('{"format": "other/1"}', "format"),
        ("[" * 100_000, ""),
        (" " * 3_000_000, "too large"),
        ('{"format": "satupintu-workflow/1", "format": "x"}', "twice"),
        (text(colour="red"), "colour"),
        (text(states=[{"key": "a", "name": "A", "stage": "verified", "color": 1}]), "color"),
        (text(states=[{"key": "a", "name": "A", "stage": "flying"}]), "stage"),
        (text(states=[{"key": "a", "stage": "verified"}]), "name"),
        (text(states=[{"key": "a b", "name": "A", "stage": "verified"}]), "key"),
        (text(transitions=[{"key": "a", "kind": "hand_over", "target": "x"}]), "target"),
        (text(transitions=[{"key": "a", "guard": {}}]), "all"),
        (text(transitions=[{"key": "a", "guard": {"all": []}}]), "all"),
        (text(transitions=[{"key": "a", "requires": ["money"]}]), "requires"),
        (
            text(
                transitions=[
                    {"key": "a", "guard": {"all": [{"field": "x", "op": "~", "value": 1}]}}
                ]
            ),
            "op",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(source, says):
    with translation.override("en"), pytest.raises(UnreadableDefinition) as raised:
        load_definition(source)

    assert says in str(raised.value)
    assert raised.value.problems


def test_all_problems_are_told_at_once():
    with pytest.raises(UnreadableDefinition) as raised:
        load_definition(text(colour="red", size=3))

    assert len(raised.value.problems) == 2


def test_other_spellings_of_operators_are_understood():
    guard = {"all": [{"field": "kind", "op": "eq", "value": "complaint"}]}
    definition = load_definition(text(transitions=[{"key": "a", "guard": guard}]))

    assert definition.transitions[0].guard.conditions[0].op == "="


def test_the_published_schema_is_fresh():
    published = (ROOT / "docs" / "workflow.schema.json").read_text(encoding="utf-8")

    assert published == json_schema()


def test_a_definition_finds_its_parts():
    definition = make(**small())

    assert definition.state_by_key["work"].name == "Work"
    assert definition.transition_by_key["start"].title == "Start"
    assert [item.key for item in definition.exits("new")] == ["start", "back"]
