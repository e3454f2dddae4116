"""The history of a complaint: lines are appended, never edited or deleted."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.cases.models.life import Stage


class EventKind(models.TextChoices):
    """What a line of the history tells."""

    FILED = "filed", _("filed")
    MOVED = "moved", _("moved")


class Event(models.Model):
    """One line of the append-only history, written in the same step as what it tells.

    `public_text` is for the reporter (and, when the complaint is published, for everybody);
    `note` stays among staff. `opd` is the department accountable after the event.
    """

    complaint = models.ForeignKey(
        "cases.Complaint", on_delete=models.PROTECT, related_name="events"
    )
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField(_("time"), default=timezone.now)
    kind = models.CharField(max_length=20, choices=EventKind)
    transition = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=60, blank=True, choices=Stage)
    target = models.CharField(max_length=60, blank=True, choices=Stage)
    opd = models.ForeignKey("opd.Opd", on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    actor_role = models.CharField(max_length=20)
    public_text = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("history")
        ordering = ["complaint", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["complaint", "sequence"], name="event_sequence_once")
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id}#{self.sequence} {self.kind}"
