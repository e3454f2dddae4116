"""Who may do what in which department."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The built-in roles that a person can hold in an OPD."""

    COORDINATOR = "coordinator", _("coordinator")
    OFFICER = "officer", _("liaison officer")
    OPD_ADMIN = "opd_admin", _("department admin")
    HEAD = "head", _("head of department")
    AUDITOR = "auditor", _("auditor")


class Membership(models.Model):
    """One person holding one role in one OPD; all rights on complaints come from these rows."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("department"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["opd", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "opd", "role"],
                name="membership_once",
                violation_error_message=_("This person already has this role there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.opd}"
