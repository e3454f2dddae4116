"""Appending to the history of a complaint, in the transaction of what is told."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db.models import Max

from workflows.cases.models import Complaint, Event, EventKind
from workflows.cases.tasks import announce


def append_event(
    complaint: Complaint,
    *,
    kind: EventKind,
    at: datetime,
    actor: AbstractUser | None = None,
    actor_role: str,
    transition: str = "",
    source: str = "",
    public_text: str = "",
    note: str = "",
    quiet: bool = False,
) -> Event:
    """Write the next line of the history and enqueue what follows from it.

    Call it inside the transaction that changes the complaint, with the row locked: the sequence
    is the last one plus one, and a unique constraint refuses two equal ones.
    `quiet` leaves the announcement out (for events of the past).
    """
    last = complaint.events.aggregate(last=Max("sequence"))["last"] or 0
    event = Event.objects.create(
        complaint=complaint,
        sequence=last + 1,
        at=at,
        kind=kind,
        transition=transition,
        source=source,
        target=complaint.stage,
        opd=complaint.opd,
        actor_id=actor.pk if actor else None,
        actor_role=actor_role,
        public_text=public_text,
        note=note,
    )
    if not quiet:
        announce.enqueue(event.pk)
    return event
