"""An information page: free content made of blocks."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models.public import PublicPage


class InformationPage(PublicPage):
    """A page that explains something; may have pages below it."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    parent_page_types = ["content.HomePage", "content.InformationPage"]
    subpage_types = ["content.InformationPage"]
    template = "pages/information_page.html"

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages below."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["subpages"] = self.get_children().live().public()
        return context
