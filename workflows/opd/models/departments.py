"""The department (OPD): who answers for what, and how it is reached."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Opd(models.Model):
    """A department of the city (Organisasi Perangkat Daerah); the tenant of the system.

    Exactly one OPD coordinates: every new complaint is accountable to it until it is handed
    over, so that no complaint is ever without an owner.
    """

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[
            RegexValidator(r"^[A-Z][A-Z0-9_]*$", _("Use capital letters, digits and _ only."))
        ],
        help_text=_("Short and lasting, in capital letters, for instance PUPR."),
    )
    short_name = models.CharField(_("short name"), max_length=60)
    name = models.CharField(_("full name"), max_length=200)
    name_en = models.CharField(_("full name in English"), max_length=200, blank=True)
    answers_for = models.TextField(
        _("answers for"), help_text=_("What citizens may bring to this department, in plain words.")
    )
    answers_for_en = models.TextField(_("answers for, in English"), blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
    )
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    office_hours = models.CharField(_("office hours"), max_length=200, blank=True)
    coordinates = models.BooleanField(
        _("coordinates all complaints"),
        default=False,
        help_text=_("One department receives every new complaint and watches all of them."),
    )
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("department (OPD)")
        verbose_name_plural = _("departments (OPD)")
        ordering = ["short_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["coordinates"],
                condition=Q(coordinates=True),
                name="opd_one_coordinator",
                violation_error_message=_("Another department already coordinates."),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name
