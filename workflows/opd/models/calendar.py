"""The city's own days: what differs from the national calendar."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarDay(models.Model):
    """One day on which the city works or rests otherwise than the national calendar says."""

    date = models.DateField(_("date"), unique=True)
    name = models.CharField(_("reason"), max_length=120)
    is_working_day = models.BooleanField(
        _("is a working day"),
        default=False,
        help_text=_("Off: the city rests. On: the city works although the calendar says rest."),
    )

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} {self.name}"
