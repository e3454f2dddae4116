"""Moving: only by django-fsm, only by who may, one winner, one event, nothing half-done."""

from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction
from django_fsm import ConcurrentTransition, TransitionNotAllowed, can_proceed

from tests.factories import make_complaint, make_member, make_opd
from workflows.cases.errors import InputMissing, NotPermitted, TransitionRefused
from workflows.cases.models import Complaint, Event, Stage
from workflows.cases.models.life import terms_of
from workflows.cases.services import moving, perform
from workflows.opd.models import Role

STEPS = {
    "verify": (Stage.RECEIVED, Stage.VERIFIED),
    "archive": (Stage.RECEIVED, Stage.ARCHIVED),
    "start": (Stage.VERIFIED, Stage.IN_PROGRESS),
    "resolve": (Stage.IN_PROGRESS, Stage.RESOLVED),
}
MAY = {
    "coordinator": {"verify", "archive"},
    "officer": {"start", "resolve"},
    "head": {"start", "resolve"},
    "superuser": set(STEPS),
    "opd_admin": set(),
    "outsider": set(),
    "auditor": set(),
}


@pytest.mark.parametrize("transition", STEPS)
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("person", MAY)
def test_every_person_from_every_stage(request, city, person, stage, transition):
    by = request.getfixturevalue(person)
    complaint = make_complaint(stage, opd=city.pupr)
    before = complaint.events.count()
    source, target = STEPS[transition]
    allowed = source == stage and transition in MAY[person]

    if allowed:
        perform(
            complaint=complaint, transition=transition, by=by, answer="Baik.", opd=city.dukcapil
        )
    else:
        with pytest.raises((NotPermitted, TransitionRefused)):
            perform(
                complaint=complaint, transition=transition, by=by, answer="Baik.", opd=city.pupr
            )

    after = Complaint.objects.get(pk=complaint.pk)
    assert after.stage == (target if allowed else stage)
    assert after.events.count() == before + allowed
    possible = complaint.possible_moves(by)
    assert (transition in possible) == allowed


def test_verifying_hands_over_owner_and_stage_together(city, coordinator):
    complaint = make_complaint()

    event = perform(
        complaint=complaint,
        transition="verify",
        by=coordinator,
        opd=city.pupr,
        note="Sesuai tugas PUPR",
        publish=True,
    )

    complaint = Complaint.objects.get()
    assert (complaint.opd, complaint.stage) == (city.pupr, Stage.VERIFIED)
    assert complaint.published
    assert complaint.verified_at == event.at
    assert (event.source, event.target, event.opd) == ("received", "verified", city.pupr)
    assert (event.actor, event.actor_role) == (coordinator, "coordinator")


def test_a_secret_complaint_is_never_published_by_verifying(city, coordinator):
    complaint = make_complaint(secret=True)

    perform(complaint=complaint, transition="verify", by=coordinator, opd=city.pupr, publish=True)

    assert not Complaint.objects.get().published


def test_each_step_is_stamped_with_its_time(city):
    complaint = make_complaint(Stage.RESOLVED, opd=city.pupr)

    times = [complaint.filed_at, complaint.verified_at, complaint.followed_up_at]
    times.append(complaint.answered_at)
    assert None not in times
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("stage", "transition", "person", "field"),
    [
        (Stage.RECEIVED, "verify", "coordinator", "opd"),
        (Stage.RECEIVED, "archive", "coordinator", "answer"),
        (Stage.VERIFIED, "start", "officer", "answer"),
        (Stage.IN_PROGRESS, "resolve", "head", "answer"),
    ],
)
def test_a_missing_input_is_named_and_nothing_is_written(
    request, city, stage, transition, person, field
):
    complaint = make_complaint(stage, opd=city.pupr)
    by = request.getfixturevalue(person)
    before = Event.objects.count()

    with pytest.raises(InputMissing) as raised:
        perform(complaint=complaint, transition=transition, by=by, answer="  ")

    assert raised.value.field == field
    assert Event.objects.count() == before


def test_an_opd_that_was_closed_receives_nothing(city, coordinator):
    closed = make_opd("LAMA", is_active=False)

    with pytest.raises(InputMissing) as raised:
        perform(complaint=make_complaint(), transition="verify", by=coordinator, opd=closed)

    assert raised.value.field == "opd"


@pytest.mark.parametrize("key", ["delete", "save", "stage", "possible_moves", ""])
def test_what_is_no_transition_cannot_be_performed(city, superuser, key):
    with pytest.raises(NotPermitted):
        perform(complaint=make_complaint(), transition=key, by=superuser)


def test_who_acts_on_an_old_page_learns_who_was_faster(city, officer, head):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    perform(complaint=complaint, transition="start", by=head, answer="Saya yang tangani.")

    with pytest.raises(TransitionRefused) as raised:
        perform(
            complaint=complaint,
            transition="resolve",
            by=officer,
            answer="Sudah.",
            seen_stage=Stage.VERIFIED,
        )

    assert raised.value.last_event.actor == head
    assert raised.value.last_event.public_text == "Saya yang tangani."


def test_the_stage_cannot_be_assigned_beside_the_life(city):
    complaint = make_complaint()

    with pytest.raises(AttributeError):
        complaint.stage = Stage.RESOLVED


def test_django_fsm_itself_refuses_a_jump(city):
    complaint = make_complaint()

    assert not can_proceed(complaint.resolve)
    with pytest.raises(TransitionNotAllowed):
        complaint.resolve()


def test_the_second_of_two_stale_saves_fails(city):
    """The guard of ConcurrentTransitionMixin holds also where no row lock was taken."""
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    first = Complaint.objects.get(pk=complaint.pk)
    second = Complaint.objects.get(pk=complaint.pk)
    first.start()
    first.save()
    second.start()

    with pytest.raises(ConcurrentTransition), transaction.atomic():
        second.save()


def test_a_concurrent_change_under_perform_is_refused_and_rolled_back(city, officer, monkeypatch):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    before = Event.objects.count()

    def overtake(*_: object) -> None:
        faster = Complaint.objects.get(pk=complaint.pk)
        faster.start()
        faster.save()

    monkeypatch.setattr(moving, "_record", overtake)

    with pytest.raises(TransitionRefused):
        perform(complaint=complaint, transition="start", by=officer, answer="Kami cek.")
    assert Event.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_the_same_moment_exactly_one_wins():
    kominfo = make_opd("KOMINFO", coordinates=True)
    people = [make_member(Role.OFFICER, kominfo), make_member(Role.HEAD, kominfo)]
    for _ in range(10):
        complaint = make_complaint(Stage.VERIFIED, opd=kominfo)
        outcomes = _race(complaint, people)

        assert sorted(outcomes) == ["lost", "won"]
        assert complaint.events.filter(transition="start").count() == 1


def _race(complaint, people):
    barrier = Barrier(len(people))
    outcomes = []

    def act(person):
        try:
            barrier.wait(timeout=30)
            perform(complaint=complaint, transition="start", by=person, answer="Kami cek.")
            outcomes.append("won")
        except TransitionRefused as refused:
            outcomes.append("lost" if refused.last_event.actor in people else "lost to nobody")
        finally:
            connection.close()

    threads = [Thread(target=act, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def test_the_history_cannot_be_changed_by_sql(city):
    make_complaint()

    for statement in ("UPDATE cases_event SET note = 'x'", "DELETE FROM cases_event"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_terms_of_a_transition_say_who_and_what():
    terms = terms_of("start")

    assert terms is not None
    assert terms.roles == (Role.OFFICER, Role.HEAD)
    assert terms.requires == ("answer",)
    assert terms_of("nothing") is None
