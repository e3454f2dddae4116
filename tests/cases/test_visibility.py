"""Who may see which complaint: one gate, tested for every role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import make_complaint, make_user
from workflows.cases.models import Stage
from workflows.cases.selectors import (
    may_see_reporter,
    public_history,
    public_register,
    visible_to,
    waiting_for,
)

SEES_ALL = {"coordinator", "auditor", "superuser"}
SEES_OWN = {"officer", "head", "opd_admin"}


@pytest.mark.parametrize(
    "person",
    ["coordinator", "auditor", "superuser", "officer", "head", "opd_admin", "outsider"],
)
@pytest.mark.parametrize("secret", [False, True])
def test_each_role_sees_what_it_must(request, city, person, secret):
    own = make_complaint(Stage.VERIFIED, opd=city.pupr, secret=secret)
    new = make_complaint(secret=secret)
    seen = set(visible_to(request.getfixturevalue(person)))

    expected = {own, new} if person in SEES_ALL else {own} if person in SEES_OWN else set()
    assert seen == expected


@pytest.mark.parametrize("stranger", ["anonymous", "without roles", "inactive"])
def test_strangers_see_nothing(city, officer, stranger):
    make_complaint(Stage.VERIFIED, opd=city.pupr)
    officer.is_active = False
    people = {
        "anonymous": AnonymousUser(),
        "without roles": make_user(),
        "inactive": officer,
    }

    assert not visible_to(people[stranger]).exists()


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("coordinator", True),
        ("officer", True),
        ("head", True),
        ("superuser", True),
        ("opd_admin", False),
        ("auditor", False),
        ("outsider", False),
    ],
)
def test_only_those_who_answer_read_the_reporter(request, city, person, may):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)

    assert may_see_reporter(request.getfixturevalue(person), complaint) is may


def test_new_complaints_wait_for_the_coordinator_and_handed_over_ones_for_the_opd(
    city, coordinator, officer, auditor
):
    new = make_complaint()
    handed_over = make_complaint(Stage.VERIFIED, opd=city.pupr)
    started = make_complaint(Stage.IN_PROGRESS, opd=city.pupr)
    make_complaint(Stage.RESOLVED, opd=city.pupr)

    assert set(waiting_for(coordinator)) == {new}
    assert set(waiting_for(officer)) == {handed_over, started}
    assert not waiting_for(auditor).exists()


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("secret", [False, True])
def test_the_register_shows_only_what_was_checked_published_and_is_not_secret(
    city, stage, publish, secret
):
    make_complaint(stage, opd=city.pupr, publish=publish, secret=secret)

    expected = publish and not secret and stage not in (Stage.RECEIVED, Stage.ARCHIVED)
    assert public_register().exists() == expected


def test_the_public_history_names_departments_and_never_staff(
    city, coordinator, officer, django_assert_num_queries
):
    complaint = make_complaint(Stage.RESOLVED, opd=city.pupr)

    with django_assert_num_queries(1):
        lines = public_history(complaint)

    assert [line.event for line in lines] == ["filed", "verify", "start", "resolve"]
    assert [line.opd for line in lines[1:]] == [city.pupr.name] * 3
    assert lines[-1].text == "Sudah ditambal."
    assert "orang" not in repr(lines)
