"""The first page: what this is, and the two things most people come for."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models.public import PublicPage
from workflows.cases.selectors import public_register
from workflows.opd.models import ServiceStandard

LATEST = 5  # reports shown on the first page


class HomePage(PublicPage):
    """The root of the site in one language."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the promised limits, the sections below, and what was reported last."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["standard"] = ServiceStandard.load(request)
        context["sections"] = self.get_children().live().public().in_menu()
        context["latest"] = public_register().select_related("opd", "village")[:LATEST]
        return context
