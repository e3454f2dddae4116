"""Staff learn what waits for them, once, without a word about the reporter."""

from notifications.models import Notification

from tests.factories import make_complaint
from workflows.cases.models import Event, Stage
from workflows.cases.tasks import VERB_FILED, VERB_HANDED_OVER, announce


def test_a_new_complaint_is_announced_to_the_coordinators(city, coordinator, officer, head):
    complaint = make_complaint()

    assert announce.call(complaint.events.get().pk) == 1

    notification = Notification.objects.get()
    assert notification.recipient == coordinator
    assert notification.verb == VERB_FILED
    assert notification.target == complaint


def test_a_disposition_is_announced_to_the_officers_of_that_opd(
    city, coordinator, officer, outsider, head
):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)

    announce.call(complaint.events.get(transition="verify").pk)

    assert [row.recipient for row in Notification.objects.filter(verb=VERB_HANDED_OVER)] == [
        officer
    ]


def test_an_announcement_that_runs_twice_tells_once(city, coordinator):
    event = make_complaint().events.get()

    announce.call(event.pk)
    assert announce.call(event.pk) == 0

    assert Notification.objects.count() == 1


def test_steps_that_nobody_waits_for_are_not_announced(city, coordinator, officer):
    complaint = make_complaint(Stage.RESOLVED, opd=city.pupr)

    for event in complaint.events.filter(transition__in=["start", "resolve"]):
        assert announce.call(event.pk) == 0


def test_a_notification_holds_nothing_of_reporter_or_story(city, coordinator):
    complaint = make_complaint(
        category=city.bribes, title="Jejakjudul rahasia", name="Jejaknama", story="Jejakcerita " * 4
    )

    for event in Event.objects.filter(complaint=complaint):
        announce.call(event.pk)

    assert "ejak" not in repr(Notification.objects.values().get())
