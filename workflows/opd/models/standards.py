"""The limits that the city promises, as data, because the law that sets them changes."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def _days(label: Any, default: int, help_text: Any = "") -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label, default=default, validators=[MinValueValidator(1)], help_text=help_text
    )


@register_setting(icon="date")
class ServiceStandard(BaseGenericSetting):
    """Legal and promised limits in working days, after SP4N-LAPOR! (PermenPANRB 5/2025)."""

    verify_days = _days(_("first check"), 3, _("Until a complaint is verified or sent back."))
    follow_up_days = _days(_("first follow-up"), 5, _("Until the department has begun."))
    information_days = _days(_("request for information"), 5)
    complaint_days = _days(_("complaint without examination"), 14)
    supervised_days = _days(_("complaint that needs an examination"), 60)
    silence_days = _days(
        _("closing after silence"), 10, _("An answered complaint closes when nobody replies.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("verify_days"), FieldPanel("follow_up_days"), FieldPanel("silence_days")],
            heading=_("Steps, in working days"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("information_days"),
                FieldPanel("complaint_days"),
                FieldPanel("supervised_days"),
            ],
            heading=_("Whole case, in working days"),
        ),
    ]

    class Meta:
        verbose_name = _("service standard")
