"""What follows an event, done by the background worker."""

from django.utils.translation import gettext_noop
from django_tasks import task
from notifications.models import Notification
from notifications.signals import notify

from workflows.cases.models import Event, EventKind, Stage
from workflows.opd.models import Role
from workflows.opd.selectors import members_with_role

# Verbs are stored as msgids and translated for the reader when shown.
VERB_FILED = gettext_noop("A new complaint has arrived")
VERB_HANDED_OVER = gettext_noop("A complaint was handed over to your department")


@task()
def announce(event_id: int) -> int:
    """Tell the staff who must act now, by a notification in the admin; return to how many.

    Runs at least once: a notification that exists already is not sent again. It names the report
    number only, never the reporter or the title, because a complaint may be secret.
    """
    event = Event.objects.select_related("complaint", "opd").get(pk=event_id)
    if event.kind == EventKind.FILED:
        verb, people = VERB_FILED, members_with_role(Role.COORDINATOR)
    elif event.target == Stage.VERIFIED:
        verb = VERB_HANDED_OVER
        people = members_with_role(Role.OFFICER, opd=event.opd)
    else:
        return 0
    told = Notification.objects.filter(
        action_object_object_id=str(event.pk),
        action_object_content_type__app_label="cases",
        action_object_content_type__model="event",
    ).values("recipient")
    waiting = list(people.exclude(pk__in=told))
    if waiting:
        notify.send(
            sender=event.opd,
            recipient=waiting,
            verb=verb,
            action_object=event,
            target=event.complaint,
            timestamp=event.at,
        )
    return len(waiting)
