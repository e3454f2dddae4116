"""What the public sees."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """Owns public pages, site settings and the public complaint screens."""

    name = "content"
    verbose_name = _("content")

    def ready(self) -> None:
        """Connect the page cache to everything that public pages show."""
        from wagtail import signals
        from wagtail.models import Page, Site

        from content import models, page_cache
        from workflows.cases.models import Event
        from workflows.opd.models import CalendarDay, Category, Opd, ServiceStandard, Village

        for signal in (signals.page_published, signals.page_unpublished, signals.post_page_move):
            signal.connect(page_cache.invalidate)
        shown = (
            Event,
            Opd,
            Category,
            Village,
            CalendarDay,
            ServiceStandard,
            Site,
            models.CityIdentity,
            models.NavigationMenu,
            models.MenuItem,
        )
        for model in shown:
            post_save.connect(page_cache.invalidate, sender=model)
            post_delete.connect(page_cache.invalidate, sender=model)
        post_delete.connect(page_cache.invalidate, sender=Page)
