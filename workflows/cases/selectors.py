"""Questions about complaints; what a person may see is decided here and nowhere else."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from workflows.cases.models import Complaint, Event, Stage
from workflows.cases.numbers import normalise_number
from workflows.cases.tracking import code_digest, code_matches
from workflows.opd.models import Role
from workflows.opd.permissions import AnyUser, holds_role, roles_of

SEE_EVERYTHING = (Role.COORDINATOR, Role.AUDITOR)
SEE_OWN_OPD = (Role.OFFICER, Role.HEAD, Role.OPD_ADMIN)

# Compared against when no complaint has the number, so that both cases do the same work.
NOBODYS_DIGEST = code_digest("no complaint has this code")


def visible_to(user: AnyUser) -> QuerySet[Complaint]:
    """Return the complaints a person of the staff may see: the only gate to them.

    Coordinators and auditors see every complaint, members of an OPD those it is accountable
    for, all others none.
    """
    complaints = Complaint.objects.all()
    if holds_role(user, *SEE_EVERYTHING):
        return complaints
    own = {opd_id for role, opd_id in roles_of(user) if role in SEE_OWN_OPD}
    return complaints.filter(opd__in=own) if own else complaints.none()


def may_see_reporter(user: AnyUser, complaint: Complaint) -> bool:
    """Return whether the person may read the reporter's name and contact.

    Those who answer need them: coordinators, and officers and head of the accountable OPD.
    """
    return holds_role(user, Role.COORDINATOR) or holds_role(
        user, Role.OFFICER, Role.HEAD, opd_id=complaint.opd_id
    )


def waiting_for(user: AnyUser) -> QuerySet[Complaint]:
    """Return the complaints that wait for an act of this person."""
    mine = Q(pk__in=[])
    if holds_role(user, Role.COORDINATOR):
        mine |= Q(stage=Stage.RECEIVED)
    handled = {opd for role, opd in roles_of(user) if role in (Role.OFFICER, Role.HEAD)}
    if handled:
        mine |= Q(stage__in=(Stage.VERIFIED, Stage.IN_PROGRESS), opd__in=handled)
    return visible_to(user).filter(mine)


def public_register() -> QuerySet[Complaint]:
    """Return what everybody may read: checked, published and not secret, newest first."""
    return Complaint.objects.filter(
        published=True,
        secret=False,
        stage__in=(Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED),
    )


def find_by_code(number: str, code: str) -> Complaint | None:
    """Return the complaint of a report number and tracking code, or None.

    An unknown number costs the same work as a wrong code, so that neither answer nor time tells
    whether a complaint exists.
    """
    complaint = (
        Complaint.objects.select_related("opd", "category", "village")
        .filter(number=normalise_number(number))
        .first()
    )
    digest = complaint.tracking_digest if complaint else NOBODYS_DIGEST
    return complaint if code_matches(code, digest) else None


@dataclass(frozen=True)
class PublicLine:
    """One line of the history as the reporter and, in the register, everybody reads it."""

    at: datetime
    event: str  # "filed" or the key of the transition
    stage: str
    opd: str
    text: str


def public_history(complaint: Complaint) -> list[PublicLine]:
    """Return the history without staff, notes and reporter, oldest first (one query)."""
    events = Event.objects.filter(complaint=complaint).select_related("opd").order_by("sequence")
    return [
        PublicLine(
            at=event.at,
            event=event.transition or event.kind,
            stage=event.target,
            opd=event.opd.name,
            text=event.public_text,
        )
        for event in events
    ]
