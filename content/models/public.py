"""What all public pages have in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from content.page_cache import allow_caching


class PublicPage(Page):
    """A page with an introduction that anonymous visitors may be given from the cache."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences below the title that say what the page is for."),
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]
    show_in_menus_default = True

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Serve the page and let the anonymous answer be kept in the page cache."""
        response: HttpResponseBase = super().serve(request, *args, **kwargs)
        return allow_caching(response)
