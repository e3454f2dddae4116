"""What the public sees."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """Owns public pages, site settings and the public complaint screens."""

    name = "content"
    verbose_name = _("content")
