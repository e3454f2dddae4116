"""Every rule finds its fault, says it in a sentence, and lets sound workflows pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.making import back, broken, make, move, small, state
from workflows.engine.definition import Definition
from workflows.engine.library import ready_made
from workflows.engine.soundness import check


def found(definition: Definition, **options) -> dict[str, str]:
    """Return the elements by code and severity, for instance {"dead-end error": "state:work"}."""
    return {
        f"{finding.code} {finding.severity}": finding.element
        for finding in check(definition, **options)
    }


def test_a_sound_workflow_has_no_finding():
    assert found(make(**small()), held_roles=["officer"]) == {}


@pytest.mark.parametrize("key", ready_made())
def test_every_ready_made_workflow_is_sound(key):
    assert check(ready_made()[key], held_roles=["officer", "head", "coordinator"]) == []


@pytest.mark.parametrize(
    ("definition", "finding", "element"),
    [
        pytest.param(
            make([state("a", "closed")], []), "initial error", "workflow", id="no initial state"
        ),
        pytest.param(make([], []), "initial error", "workflow", id="nothing at all"),
        pytest.param(
            broken(add_states=(state("b", "closed", initial=True),)),
            "initial error",
            "workflow",
            id="two initial states",
        ),
        pytest.param(
            broken(add_states=(state("work"),)), "duplicate error", "state:work", id="state twice"
        ),
        pytest.param(
            broken(add=(move("start", "work", "answered"),)),
            "duplicate error",
            "transition:start",
            id="transition twice",
        ),
        pytest.param(
            broken(own_roles=[{"key": "head", "name": "Kepala"}]),
            "duplicate error",
            "role:head",
            id="own role named like a built-in",
        ),
        pytest.param(
            broken(
                response_templates=[{"key": "t", "name": "T", "body": "x"}] * 2,
            ),
            "duplicate error",
            "template:t",
            id="template twice",
        ),
        pytest.param(
            broken(add=(move("go", "work", "nowhere"),)),
            "unknown-state error",
            "transition:go",
            id="target does not exist",
        ),
        pytest.param(
            broken(add=(move("go", "nowhere", "work"),)),
            "unknown-state error",
            "transition:go",
            id="source does not exist",
        ),
        pytest.param(
            broken(add=(move("go", "work", None),)),
            "unknown-state error",
            "transition:go",
            id="move without target",
        ),
        pytest.param(
            broken(add=(move("go", [], "work"),)),
            "unknown-state error",
            "transition:go",
            id="no source",
        ),
        pytest.param(
            broken(add_states=(state("late", at_deadline={"transition": "nothing"}),)),
            "unknown-state error",
            "state:late",
            id="deadline runs an action that does not start there",
        ),
        pytest.param(
            broken(drop=("start",)), "unreachable error", "state:work", id="nothing leads there"
        ),
        pytest.param(
            broken(drop=("answer",)), "unreachable error", "state:answered", id="cut behind"
        ),
        pytest.param(
            broken(
                add_states=(state("stuck"),),
                add=(move("go", "work", "stuck"),),
            ),
            "dead-end error",
            "state:stuck",
            id="no exit",
        ),
        pytest.param(
            broken(drop=("silence",)), "dead-end warning", "state:answered", id="only the reporter"
        ),
        pytest.param(
            make(
                [state("a", "verified", initial=True), state("z", "closed")],
                [
                    move(
                        "go",
                        "a",
                        "z",
                        guard={"all": [{"field": "kind", "op": "=", "value": "complaint"}]},
                    ),
                ],
            ),
            "dead-end warning",
            "state:a",
            id="every exit guarded",
        ),
        pytest.param(
            make(
                [state("a", "verified", initial=True), state("b")],
                [move("go", "a", "b"), move("again", "b", "a"), back("a", "b")],
            ),
            "no-final error",
            "workflow",
            id="no final state",
        ),
        pytest.param(
            broken(add=(move("go", "work", "closed", roles=[]),)),
            "no-role error",
            "transition:go",
            id="nobody may",
        ),
        pytest.param(
            broken(add=(move("go", "work", "closed", roles=["boss"]),)),
            "unknown-role error",
            "transition:go",
            id="role does not exist",
        ),
        pytest.param(
            broken(add=(move("go", "work", "closed", notify=["boss"]),)),
            "unknown-role error",
            "transition:go",
            id="notifies a role that does not exist",
        ),
        pytest.param(
            broken(add_states=(state("late", at_deadline={"escalate_to": "boss"}),)),
            "unknown-role error",
            "state:late",
            id="escalates to a role that does not exist",
        ),
        pytest.param(
            broken(drop=("back",), add=(back("new"),)),
            "no-hand-back error",
            "state:work",
            id="cannot say not our task",
        ),
        pytest.param(
            broken(
                add_states=(state("ask", "waiting_reporter", clock="paused", deadline_days=None),),
                add=(move("ask", "work", "ask"), move("goon", "ask", "work")),
            ),
            "no-hand-back warning",
            "state:ask",
            id="waiting without a way back",
        ),
        pytest.param(
            make(
                [state("a", "received", initial=True), state("b"), state("z", "closed")],
                [
                    move("over", "a", None, kind="hand_over"),
                    move("go", "a", "b"),
                    move("end", "b", "z"),
                ],
            ),
            "no-hand-back error",
            "state:b",
            id="intake that cannot hand over",
        ),
        pytest.param(
            broken(
                add_states=(state("slow", deadline_days=None),), add=(move("go", "work", "slow"),)
            ),
            "no-deadline error",
            "state:slow",
            id="clock runs without deadline",
        ),
        pytest.param(
            broken(
                add_states=(state("slow", deadline_days=51),),
                add=(move("go", "work", "slow"), move("on", "slow", "answered")),
            ),
            "over-limit error",
            "workflow",
            id="slowest way too slow",
        ),
        pytest.param(
            broken(add=(move("also", "answered", "closed", roles=[], automatic_after_days=10),)),
            "automatic-tie error",
            "transition:also",
            id="two at the same time",
        ),
        pytest.param(
            broken(
                drop=("work",),
                add_states=(state("work", at_deadline={"transition": "answer"}),),
                add=(move("also", "work", "closed", automatic_after_days=5),),
            ),
            "automatic-tie error",
            "transition:answer",
            id="tie with the deadline",
        ),
        pytest.param(
            broken(
                add=(
                    move(
                        "go",
                        "work",
                        "closed",
                        guard={
                            "all": [
                                {"field": "kind", "op": "=", "value": "complaint"},
                                {"field": "kind", "op": "=", "value": "aspiration"},
                            ]
                        },
                    ),
                )
            ),
            "guard-impossible error",
            "transition:go",
            id="contradiction",
        ),
        pytest.param(
            broken(
                add=(
                    move(
                        "go",
                        "work",
                        "closed",
                        guard={"any": [{"field": "weather", "op": "=", "value": "rain"}]},
                    ),
                )
            ),
            "unknown-field error",
            "transition:go",
            id="field does not exist",
        ),
        pytest.param(
            broken(
                response_templates=[
                    {"key": "t", "name": "T", "body": "Halo {nama_pelapor}, {cuaca}."}
                ]
            ),
            "unknown-placeholder error",
            "template:t",
            id="placeholder does not exist",
        ),
        pytest.param(
            broken(add=(move("go", "work", "closed", template="t"),)),
            "unknown-template error",
            "transition:go",
            id="template does not exist",
        ),
    ],
)
def test_every_fault_is_found(definition, finding, element):
    findings = check(definition)

    matching = [
        row
        for row in findings
        if f"{row.code} {row.severity}" == finding and row.element == element
    ]
    assert matching, findings
    assert len(matching[0].message) > 20


def test_a_role_that_nobody_holds_is_an_error_where_no_other_may_act():
    definition = broken(add=(move("go", "work", "closed", roles=["officer", "head"]),))

    assert found(definition, held_roles=["officer"]) == {"empty-role warning": "role:head"}
    assert found(definition, held_roles=["head"]) == {"empty-role error": "role:officer"}
    assert "empty-role" not in str(found(definition))


def test_the_counter_example_is_a_way_from_the_first_state():
    definition = broken(add_states=(state("stuck"),), add=(move("go", "work", "stuck"),))

    paths = {row.code: row.path for row in check(definition)}
    assert paths["dead-end"] == ("new", "work", "stuck")


def test_the_slowest_way_is_named():
    definition = broken(
        add_states=(state("slow", deadline_days=51),),
        add=(move("go", "work", "slow"), move("on", "slow", "answered")),
    )

    finding = next(row for row in check(definition) if row.code == "over-limit")
    assert finding.path == ("new", "work", "slow")
    assert found(definition, legal_limit_days=61) == {"no-hand-back error": "state:slow"}


def test_a_way_back_does_not_make_a_workflow_slower():
    """The bound counts a cycle whole; only the search sees that no simple path is too slow."""
    definition = make(
        [
            state("a", "verified", initial=True, deadline_days=20),
            state("b", deadline_days=30),
            state("c", deadline_days=30),
            state("z", "closed"),
        ],
        [
            move("ab", "a", "b"),
            move("ba", "b", "a"),
            move("ac", "a", "c"),
            move("ca", "c", "a"),
            move("bz", ["b", "c"], "z"),
            back("a", "b", "c"),
        ],
    )
    assert found(definition) == {}


def test_a_workflow_with_too_many_ways_is_doubted_not_refused(monkeypatch):
    monkeypatch.setattr("workflows.engine.paths.MOST_STEPS", 2)
    definition = make(
        [
            state("a", "verified", initial=True, deadline_days=30),
            state("b", deadline_days=20),
            state("c", deadline_days=20),
            state("z", "closed"),
        ],
        [
            move("ab", "a", "b"),
            move("ba", "b", "a"),
            move("ac", "a", "c"),
            move("ca", "c", "a"),
            move("bz", ["b", "c"], "z"),
            back("a", "b", "c"),
        ],
    )
    assert found(definition) == {"over-limit warning": "workflow"}


def test_guards_that_exclude_each_other_are_no_tie():
    def automatic(key: str, kind: str):
        return move(
            key,
            "work",
            "answered",
            roles=["system"],
            automatic_after_days=3,
            guard={"all": [{"field": "kind", "op": "=", "value": kind}]},
        )

    definition = broken(add=(automatic("one", "complaint"), automatic("two", "aspiration")))
    assert found(definition) == {}


def test_an_action_does_not_tie_with_itself_at_the_deadline():
    definition = broken(
        drop=("work",),
        add_states=(state("work", at_deadline={"transition": "late"}),),
        add=(move("late", "work", "answered", roles=["system"], automatic_after_days=5),),
    )
    assert found(definition) == {}


def test_a_question_of_the_form_may_be_asked():
    row = {"field": "answer:lebar_lubang", "op": ">", "value": 10}
    definition = broken(add=(move("go", "work", "answered", guard={"all": [row]}),))

    assert found(definition) == {}


def test_a_field_that_an_action_asks_for_may_be_asked_later():
    row = {"field": "biaya", "op": "not_empty"}
    definition = broken(
        add=(
            move("one", "new", "work", requires=["field:biaya"]),
            move("two", "work", "answered", guard={"any": [row]}),
        )
    )
    assert found(definition) == {}


STAGES = st.sampled_from(["verified", "in_progress"])


@st.composite
def sound_parts(draw):
    """Parts of random sound workflows: a chain of states with random extra moves among them."""
    size = draw(st.integers(1, 6))
    keys = [f"s{number}" for number in range(size)]
    states = [
        state(key, draw(STAGES), initial=place == 0, deadline_days=draw(st.integers(1, 8)))
        for place, key in enumerate(keys)
    ]
    states.append(state("end", draw(st.sampled_from(["closed", "archived"]))))
    ways = [*keys, "end"]
    transitions = [
        move(f"t{place}", ways[place], ways[place + 1]) for place in range(len(ways) - 1)
    ]
    extra = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(ways)), max_size=5))
    transitions += [move(f"x{place}", *pair) for place, pair in enumerate(extra)]
    return states, [*transitions, back(*keys)]


@given(sound_parts())
def test_no_sound_workflow_is_refused(parts):
    assert check(make(*parts), held_roles=["officer"]) == []


@given(sound_parts(), st.data())
def test_every_seeded_fault_is_found(parts, data):
    states, transitions = parts
    fault = data.draw(
        st.sampled_from(
            ["unreachable", "dead-end", "no-deadline", "no-role", "unknown-state", "no-hand-back"]
        )
    )
    if fault == "unreachable":
        states = [*states, state("island")]
        transitions = [*transitions, move("leave", "island", "end")]
    elif fault == "dead-end":
        states = [*states, state("pit")]
        transitions = [*transitions, move("fall", "s0", "pit")]
    elif fault == "no-deadline":
        states = [{**states[0], "deadline_days": None}, *states[1:]]
    elif fault == "no-role":
        transitions = [{**transitions[0], "roles": []}, *transitions[1:]]
    elif fault == "unknown-state":
        transitions = [{**transitions[0], "target": "gone"}, *transitions[1:]]
    else:
        transitions = [*transitions[:-1], back(*transitions[-1]["sources"][1:])]

    assert fault in {str(finding.code) for finding in check(make(states, transitions))}
