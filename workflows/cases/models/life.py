"""The life of a complaint, as django-fsm transitions: the one place where a stage changes.

received ──verify──▶ verified ──start──▶ in_progress ──resolve──▶ resolved
    └────archive──▶ archived

Who may do it is decided by `permission`, what must be given by `custom["requires"]`; the
service `perform` checks both, runs the transition and appends the event in one transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_fsm import ConcurrentTransitionMixin, FSMField, transition

from workflows.opd.models import Role
from workflows.opd.permissions import AnyUser, held_role

if TYPE_CHECKING:
    from workflows.opd.models import Opd


class Stage(models.TextChoices):
    """The public phases that every complaint goes through."""

    # Translators: Belum diverifikasi
    RECEIVED = "received", _("Not yet checked")
    # Translators: Terdisposisi
    VERIFIED = "verified", _("Handed over")
    # Translators: Diproses
    IN_PROGRESS = "in_progress", _("In progress")
    # Translators: Selesai
    RESOLVED = "resolved", _("Resolved")
    # Translators: Diarsipkan
    ARCHIVED = "archived", _("Archived")


OPEN_STAGES = (Stage.RECEIVED, Stage.VERIFIED, Stage.IN_PROGRESS)

IN_ORDER = ("verify", "start", "resolve", "archive")  # as the buttons stand on the page
COORDINATORS = (Role.COORDINATOR,)
HANDLERS = (Role.OFFICER, Role.HEAD)


@dataclass(frozen=True)
class Terms:
    """What a transition asks of the person who runs it."""

    label: str | Promise  # the button
    roles: tuple[str, ...]
    everywhere: bool = False  # whether the role counts in any OPD, not only the accountable one
    requires: tuple[str, ...] = ()  # inputs of `perform` that must not be empty

    def acting_role(self, complaint: "ComplaintLife", user: AnyUser) -> str | None:
        """Return the role in which the person may run it on this complaint, or None."""
        opd_id: int = complaint.opd_id  # type: ignore[attr-defined]
        return held_role(user, *self.roles, opd_id=None if self.everywhere else opd_id)


def move(
    source: Stage, target: Stage, terms: Terms
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a transition of the stage with django-fsm, permitted and described by its terms."""

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        declared: Callable[..., None] = transition(
            field="stage",
            source=source,
            target=target,
            permission=lambda complaint, user: terms.acting_role(complaint, user) is not None,
            custom={"terms": terms},
        )(method)
        return declared

    return decorate


class ComplaintLife(ConcurrentTransitionMixin, models.Model):
    """The state field and its transitions; a second operator's save fails instead of winning."""

    stage = FSMField(
        _("status"), max_length=20, choices=Stage, default=Stage.RECEIVED, protected=True
    )

    class Meta:
        abstract = True

    @move(
        Stage.RECEIVED,
        Stage.VERIFIED,
        # Translators: Verifikasi dan disposisikan
        Terms(_("Verify and hand over"), COORDINATORS, everywhere=True, requires=("opd",)),
    )
    def verify(self, *, opd: "Opd") -> None:
        """Give the complaint to the OPD that must handle it: owner and stage change together."""
        self.opd = opd

    @move(
        Stage.VERIFIED,
        Stage.IN_PROGRESS,
        # Translators: Mulai tindak lanjut
        Terms(_("Begin the follow-up"), HANDLERS, requires=("answer",)),
    )
    def start(self) -> None:
        """Begin the follow-up; the reporter reads what will be done."""

    @move(
        Stage.IN_PROGRESS,
        Stage.RESOLVED,
        # Translators: Jawab dan selesaikan
        Terms(_("Answer and resolve"), HANDLERS, requires=("answer",)),
    )
    def resolve(self) -> None:
        """Answer the complaint."""

    @move(
        Stage.RECEIVED,
        Stage.ARCHIVED,
        # Translators: Arsipkan
        Terms(_("Archive"), COORDINATORS, everywhere=True, requires=("answer",)),
    )
    def archive(self) -> None:
        """Put away what is no complaint about the city's services; the reason is public."""

    def possible_moves(self, user: AnyUser) -> dict[str, Terms]:
        """Return what this person may do with the complaint where it stands, in order of life."""
        found: list[Any] = list(self.get_available_user_stage_transitions(user))  # type: ignore[attr-defined]
        found.sort(key=lambda declared: IN_ORDER.index(declared.name))
        return {declared.name: declared.custom["terms"] for declared in found}


def terms_of(key: str) -> Terms | None:
    """Return the terms of a transition of the life, or None when there is no such transition."""
    declared = getattr(getattr(ComplaintLife, key, None), "_django_fsm", None)
    if declared is None:
        return None
    first: Any = next(iter(declared.transitions.values()))
    terms: Terms = first.custom["terms"]
    return terms
