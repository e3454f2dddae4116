"""The drawing holds everything, escapes everything, runs nothing; the text says the same."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.utils import translation
from hypothesis import given

from tests.engine.making import broken, make, move, state
from tests.engine.test_soundness import sound_parts
from workflows.engine.diagram import describe, draw_svg
from workflows.engine.library import ready_made
from workflows.engine.soundness import check

EVIL = '<script>alert("x")</script> & "Tanda"'


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def words(svg: str) -> str:
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    return " ".join(text.strip() for text in root.itertext() if text.strip())


@pytest.mark.parametrize("key", ready_made())
def test_every_state_and_action_is_drawn(key):
    definition = ready_made()[key]

    text = words(draw_svg(definition))

    for item in definition.transitions:
        assert item.label in text
    for part in definition.states:
        assert all(word in text for word in part.name.split())


def test_deadlines_roles_and_automatic_actions_are_in_words():
    text = words(draw_svg(ready_made()["sp4n_standard"]))

    assert "14 working days" in text
    assert "clock paused" in text
    assert "head of department" in text
    assert "by itself after 10 working days" in text
    assert "back to the coordinator" in text


def test_findings_stand_at_their_state_and_in_the_legend():
    definition = broken(add_states=(state("stuck"),), add=(move("go", "work", "stuck"),))
    findings = check(definition)

    text = words(draw_svg(definition, findings))

    assert "AB" in text  # two findings at the state
    for finding in findings:
        assert finding.message in text
    assert "Error" in text


def test_a_warning_is_called_a_warning():
    definition = broken(drop=("silence",))

    assert "Warning" in words(draw_svg(definition, check(definition)))


def test_the_present_state_is_said_in_words():
    definition = ready_made()["sp4n_standard"]

    svg = draw_svg(definition, present_state="diproses")

    assert "here now" in svg
    assert "The report stands at “Diproses”." in svg


def test_nothing_in_a_drawing_runs_or_styles():
    definition = make(
        [state("a", "verified", initial=True, name=EVIL), state("z", "closed")],
        [move("go", "a", "z", label=EVIL)],
        name=EVIL,
    )
    svg = draw_svg(definition, check(definition))

    assert "<script" not in svg
    assert " style=" not in svg
    assert ElementTree.fromstring(svg).get("role") == "img"  # noqa: S314 - our own drawing


def test_a_drawing_is_named_for_a_screen_reader():
    svg = draw_svg(ready_made()["intake"])

    assert 'aria-labelledby="wf-title wf-desc"' in svg
    assert "3 states and 5 actions." in svg


def test_broken_and_empty_workflows_are_drawn_too():
    assert words(draw_svg(make([], [])))
    lost = make(
        [state("a", initial=True, deadline_days=None)],
        [
            move("go", "a", "gone"),
            move("no", "gone", "a"),
            move("stay", "a", "a"),
            move("no target", "a", None) | {"key": "none"},
        ],
    )
    assert "no deadline" in words(draw_svg(lost, check(lost)))


def test_many_findings_have_letters_of_their_own():
    many = make([state(f"s{number}") for number in range(30)], [])

    assert "Z2" in words(draw_svg(many, check(many)))


@given(sound_parts())
def test_any_sound_workflow_is_drawn(parts):
    definition = make(*parts)

    assert words(draw_svg(definition, check(definition)))


def test_the_text_alternative_tells_the_same():
    definition = broken(
        own_roles=[{"key": "kabid", "name": "Kepala Bidang"}],
        add_states=(state("stuck"),),
        add=(
            move("go", "work", "stuck", roles=["kabid"], second_person=True),
            move("over", "new", None, kind="hand_over"),
            move("lost", "new", "gone"),
        ),
    )
    rows = {row.name: row for row in describe(definition, check(definition))}

    assert rows["New"].is_initial
    assert [action.leads_to for action in rows["New"].actions] == [
        "Work",
        "back to the coordinator",
        "to another department",
        "gone",
    ]
    assert "Kepala Bidang" in rows["Work"].actions[-1].text
    assert "by a second person" in rows["Work"].actions[-1].text
    assert len(rows["Stuck"].findings) == 2
    assert rows["Closed"].clock == "end"
