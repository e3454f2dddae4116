"""The complaint: what a citizen reported, once, and who is accountable for it now."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.cases.models.life import ComplaintLife


class Kind(models.TextChoices):
    """The classes of report of SP4N-LAPOR!."""

    # Translators: Pengaduan
    COMPLAINT = "complaint", _("Complaint")
    # Translators: Aspirasi
    ASPIRATION = "aspiration", _("Aspiration")
    # Translators: Permintaan informasi
    INFORMATION = "information", _("Request for information")


class Channel(models.TextChoices):
    """The way a complaint came in."""

    WEB = "web", _("website")


class Complaint(ComplaintLife):
    """One thing a citizen reported, of any class.

    `opd` is the accountable department and is never empty: from filing on it is the
    coordinating one, until a disposition names another (No Wrong Door).
    The reporter's three fields are empty when `anonymous`; the tracking code is kept only as
    a digest.
    """

    number = models.CharField(_("report number"), max_length=20, unique=True)
    tracking_digest = models.CharField(max_length=64, editable=False)
    # The same form sent twice is one complaint.
    submission_digest = models.CharField(max_length=64, unique=True, editable=False)

    kind = models.CharField(_("class"), max_length=20, choices=Kind, default=Kind.COMPLAINT)
    title = models.CharField(_("title"), max_length=150)
    story = models.TextField(_("story"))
    event_date = models.DateField(_("date of the event"), null=True, blank=True)
    village = models.ForeignKey(
        "opd.Village",
        verbose_name=_("village (kelurahan)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="complaints",
    )
    place = models.CharField(_("place"), max_length=250, blank=True)
    category = models.ForeignKey(
        "opd.Category",
        verbose_name=_("category"),
        on_delete=models.PROTECT,
        related_name="complaints",
    )
    requested_opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("department the reporter chose"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="requested_complaints",
    )
    opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("accountable department"),
        on_delete=models.PROTECT,
        related_name="complaints",
    )

    reporter_name = models.CharField(_("name"), max_length=120, blank=True)
    reporter_email = models.EmailField(_("e-mail"), blank=True)
    reporter_phone = models.CharField(_("phone"), max_length=30, blank=True)
    anonymous = models.BooleanField(_("anonymous"), default=False)
    secret = models.BooleanField(_("secret"), default=False)
    published = models.BooleanField(
        _("in the public register"),
        default=False,
        help_text=_("Only after the first check, and never a secret complaint."),
    )

    channel = models.CharField(_("channel"), max_length=20, choices=Channel, default=Channel.WEB)
    language = models.CharField(_("language of the reporter"), max_length=5, default="id")
    filed_at = models.DateTimeField(_("filed"), default=timezone.now)
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("first follow-up"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        ordering = ["-filed_at", "-pk"]
        indexes = [
            models.Index(fields=["opd", "stage", "-filed_at"], name="complaint_inbox"),
            models.Index(fields=["stage", "-filed_at"], name="complaint_all"),
            models.Index(
                fields=["-filed_at"], condition=Q(published=True), name="complaint_register"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(anonymous=False)
                | Q(reporter_name="", reporter_email="", reporter_phone=""),
                name="complaint_anonymous_leaves_no_trace",
            ),
            models.CheckConstraint(
                condition=Q(secret=False) | Q(published=False), name="complaint_secret_is_unlisted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
