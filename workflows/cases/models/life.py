"""The life of a complaint, as django-fsm transitions: the one place where a stage changes.

received ──verify──▶ verified ──start──▶ in_progress ──resolve──▶ resolved
    └────archive──▶ archived

Who may do it is decided by `permission`, what must be given by `custom["requires"]`; the
service `perform` checks both, runs the transition and appends the event in one transaction.
"""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import ConcurrentTransitionMixin, FSMField, transition

from workflows.opd.models import Role
from workflows.opd.permissions import holds_role

if TYPE_CHECKING:
    from workflows.cases.models.complaints import Complaint
    from workflows.opd.models import Opd


class Stage(models.TextChoices):
    """The public phases that every complaint goes through."""

    RECEIVED = "received", _("received")
    VERIFIED = "verified", _("verified")
    IN_PROGRESS = "in_progress", _("in progress")
    RESOLVED = "resolved", _("resolved")
    ARCHIVED = "archived", _("archived")


OPEN_STAGES = (Stage.RECEIVED, Stage.VERIFIED, Stage.IN_PROGRESS)


def may_coordinate(complaint: "Complaint", user: AbstractBaseUser) -> bool:
    """Return whether the person coordinates complaints for the city."""
    return holds_role(user, Role.COORDINATOR)


def may_handle(complaint: "Complaint", user: AbstractBaseUser) -> bool:
    """Return whether the person works on complaints of the accountable OPD."""
    return holds_role(user, Role.OFFICER, Role.HEAD, opd_id=complaint.opd_id)


class ComplaintLife(ConcurrentTransitionMixin, models.Model):
    """The state field and its transitions; a second operator's save fails instead of winning."""

    stage = FSMField(
        _("status"), max_length=20, choices=Stage, default=Stage.RECEIVED, protected=True
    )

    class Meta:
        abstract = True

    @transition(
        field=stage,
        source=Stage.RECEIVED,
        target=Stage.VERIFIED,
        permission=may_coordinate,
        custom={"label": _("Verify and hand over"), "requires": ("opd",)},
    )
    def verify(self, *, opd: "Opd") -> None:
        """Give the complaint to the OPD that must handle it: owner and stage change together."""
        self.opd = opd

    @transition(
        field=stage,
        source=Stage.VERIFIED,
        target=Stage.IN_PROGRESS,
        permission=may_handle,
        custom={"label": _("Start the follow-up"), "requires": ("answer",)},
    )
    def start(self) -> None:
        """Begin the follow-up; the reporter reads what will be done."""

    @transition(
        field=stage,
        source=Stage.IN_PROGRESS,
        target=Stage.RESOLVED,
        permission=may_handle,
        custom={"label": _("Answer and resolve"), "requires": ("answer",)},
    )
    def resolve(self) -> None:
        """Answer the complaint."""

    @transition(
        field=stage,
        source=Stage.RECEIVED,
        target=Stage.ARCHIVED,
        permission=may_coordinate,
        custom={"label": _("Archive"), "requires": ("answer",)},
    )
    def archive(self) -> None:
        """Put away what is no complaint about the city's services; the reason is public."""
