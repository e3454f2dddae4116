"""The compiled machine is django-fsm: its conditions, permissions, signals and locking hold."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, models
from django_fsm import (
    ConcurrentTransition,
    ConcurrentTransitionMixin,
    FSMField,
    TransitionNotAllowed,
)
from django_fsm.signals import post_transition, pre_transition
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.making import broken, make, move
from tests.engine.test_soundness import sound_parts
from workflows.engine.compiler import UnknownTransition, compile_machine


class Case(ConcurrentTransitionMixin, models.Model):
    """A complaint as small as the machine allows."""

    state = FSMField(default="new", protected=True)

    class Meta:
        app_label = "engine_tests"
        managed = False

    answered_by: Any = None
    values: dict[str, Any] = {}

    def roles_held_by(self, user: Any) -> set[str]:
        return set(user)

    def guard_values(self) -> dict[str, Any]:
        return self.values

    def was_answered_by(self, user: Any) -> bool:
        return self.answered_by == user


FIELD = Case._meta.get_field("state")
OFFICER, REPORTER, NOBODY = ("officer",), ("reporter",), ()


@pytest.fixture
def table(transactional_db: None) -> Iterator[None]:
    with connection.schema_editor() as editor:
        editor.create_model(Case)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Case)


def machine(**more: Any):
    return compile_machine(broken(**more), FIELD)


def test_a_transition_moves_the_state_and_tells_it_by_signals():
    heard = []

    def listen(signal, **told):
        heard.append((told["name"], told["source"], told["target"]))

    case = Case()
    pre_transition.connect(listen, sender=Case)
    post_transition.connect(listen, sender=Case)
    try:
        machine().bind(case, "start")(note="x")
    finally:
        pre_transition.disconnect(listen, sender=Case)
        post_transition.disconnect(listen, sender=Case)

    assert case.state == "work"
    assert heard == [("start", "new", "work")] * 2


def test_a_jump_is_refused_by_django_fsm():
    case = Case()

    assert not machine().is_possible(case, "answer")
    with pytest.raises(TransitionNotAllowed):
        machine().bind(case, "answer")()
    assert case.state == "new"


def test_the_state_cannot_be_assigned():
    case = Case()
    with pytest.raises(AttributeError):
        case.state = "work"


def test_only_roles_of_the_transition_may_run_it():
    case = Case()

    assert machine().is_permitted(case, "start", OFFICER)
    assert not machine().is_permitted(case, "start", REPORTER)
    assert [item.key for item in machine().available(case, OFFICER)] == ["start", "back"]
    assert machine().available(case, NOBODY) == []


def test_a_guard_is_asked_at_every_call():
    row = {"field": "kind", "op": "=", "value": "complaint"}
    compiled = machine(add=(move("quick", "new", "answered", guard={"all": [row]}),))
    case = Case()

    case.values = {"kind": "aspiration"}
    assert not compiled.is_possible(case, "quick")
    with pytest.raises(TransitionNotAllowed):
        compiled.bind(case, "quick")()
    case.values = {"kind": "complaint"}
    compiled.bind(case, "quick")()
    assert case.state == "answered"


def test_who_answered_may_not_approve():
    compiled = machine(add=(move("approve", "new", "closed", second_person=True),))
    case = Case()

    assert compiled.is_permitted(case, "approve", OFFICER)
    case.answered_by = OFFICER
    assert not compiled.is_permitted(case, "approve", OFFICER)


def test_leaving_enters_the_other_workflow_through_django_fsm():
    case = Case()

    machine().bind(case, "back")(entry_state="masuk")

    assert case.state == "masuk"


def test_an_unknown_transition_is_told():
    with pytest.raises(UnknownTransition):
        machine().bind(Case(), "fly")


def test_equal_definitions_share_one_machine():
    assert machine() is machine()
    assert machine() is not machine(name="Lain")


def test_the_same_state_named_twice_as_source_is_no_trouble():
    compiled = machine(add=(move("twice", ["new", "new"], "work"),))

    assert compiled.is_possible(Case(), "twice")


def test_the_second_of_two_stale_saves_fails(table):
    Case().save()
    first, second = Case.objects.get(), Case.objects.get()
    machine().bind(first, "start")()
    first.save()
    machine().bind(second, "back")(entry_state="masuk")

    with pytest.raises(ConcurrentTransition):
        second.save()


@given(sound_parts(), st.data())
def test_random_actors_never_reach_an_illegal_state_and_are_never_stuck(parts, data):
    definition = make(*parts)
    compiled = compile_machine(definition, FIELD)
    case = Case(state="s0")
    for _ in range(12):
        here = definition.state_by_key[case.state]
        offers = compiled.available(case, OFFICER)
        if here.is_final:
            break
        assert offers
        chosen = data.draw(st.sampled_from(offers))
        if chosen.leaves:
            break
        compiled.bind(case, chosen.key)()
        assert case.state == chosen.target
        assert case.state in definition.state_by_key
