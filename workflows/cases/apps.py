"""Complaints and their life."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """The app that owns complaints and their history."""

    name = "workflows.cases"
    label = "cases"
    verbose_name = _("complaints")
