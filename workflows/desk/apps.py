"""The desk of coordinators and officers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """Owns staff screens; has no models."""

    name = "workflows.desk"
    label = "desk"
    verbose_name = _("desk")
