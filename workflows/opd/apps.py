"""Departments and everything the city configures about them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpdConfig(AppConfig):
    """The app that owns departments, members, categories, places and the calendar."""

    name = "workflows.opd"
    label = "opd"
    verbose_name = _("departments")
