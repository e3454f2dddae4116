"""Moving a complaint: the one way in which its stage changes."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction as database
from django.utils import timezone
from django_fsm import ConcurrentTransition, can_proceed, has_transition_perm

from workflows.cases.errors import InputMissing, NotPermitted, TransitionRefused
from workflows.cases.models import Complaint, Event, EventKind, Stage
from workflows.cases.models.life import Terms, terms_of
from workflows.cases.services.history import append_event
from workflows.opd.models import Opd


def perform(
    *,
    complaint: Complaint,
    transition: str,
    by: AbstractUser,
    answer: str = "",
    note: str = "",
    opd: Opd | None = None,
    publish: bool = False,
    seen_stage: str | None = None,
    at: datetime | None = None,
    quiet: bool = False,
) -> Event:
    """Run a transition of a complaint's life and return the event it appended.

    `answer` is what the reporter reads, `note` stays among staff, `opd` is the department of a
    disposition, `publish` puts a complaint that is not secret into the public register when it
    is verified. `seen_stage` is where the person saw it; when it moved since, nothing happens.

    One transaction: lock the row, check, run the django-fsm transition, save, append the event,
    enqueue the announcement (unless `quiet`). The given instance stays as it is.

    Raises TransitionRefused (a colleague acted meanwhile, or the transition does not start
    here), NotPermitted, InputMissing; then nothing was written.
    """
    terms = terms_of(transition)
    if terms is None:
        raise NotPermitted(transition)
    inputs = {"answer": answer.strip(), "opd": opd if opd and opd.is_active else None}
    moment = at or timezone.now()
    try:
        with database.atomic():
            current = Complaint.objects.select_for_update().get(pk=complaint.pk)
            role = _permitted_role(current, transition, terms, by, seen_stage)
            for field in terms.requires:
                if not inputs[field]:
                    raise InputMissing(field)
            source = current.stage
            getattr(current, transition)(**({"opd": opd} if "opd" in terms.requires else {}))
            _record(current, moment, publish)
            current.save()
            return append_event(
                current,
                kind=EventKind.MOVED,
                at=moment,
                actor=by,
                actor_role=role,
                transition=transition,
                source=source,
                public_text=answer.strip(),
                note=note.strip(),
                quiet=quiet,
            )
    except ConcurrentTransition as error:
        raise TransitionRefused(_last_event(complaint)) from error


def _permitted_role(
    complaint: Complaint,
    transition: str,
    terms: Terms,
    by: AbstractUser,
    seen_stage: str | None,
) -> str:
    """Return the role in which the person acts, or raise why the transition may not run."""
    run = getattr(complaint, transition)
    if not can_proceed(run) or seen_stage not in (None, complaint.stage):
        raise TransitionRefused(_last_event(complaint))
    role = terms.acting_role(complaint, by)
    if role is None or not has_transition_perm(run, by):
        raise NotPermitted(transition)
    return role


def _record(complaint: Complaint, moment: datetime, publish: bool) -> None:
    """Note when the promises of the new stage were kept, and whether the register shows it."""
    if complaint.stage == Stage.VERIFIED:
        complaint.verified_at = moment
        complaint.published = publish and not complaint.secret
    elif complaint.stage == Stage.IN_PROGRESS:
        complaint.followed_up_at = moment
    else:  # resolved or archived: the reporter has the answer
        complaint.answered_at = moment


def _last_event(complaint: Complaint) -> Event:
    return complaint.events.select_related("actor", "opd").latest("sequence")
