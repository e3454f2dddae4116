"""The directory of departments, and what each answers for."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models.public import PublicPage
from content.models.sop import SopPage
from workflows.opd.selectors import active_opds


class OpdIndexPage(PublicPage):
    """All departments of the city, with or without a page of their own."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.OpdPage"]
    max_count_per_parent = 1
    template = "pages/opd_index_page.html"

    class Meta:
        verbose_name = _("directory of departments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add each active department with its live page, if it has one."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        pages = {page.opd_id: page for page in OpdPage.objects.child_of(self).live()}
        context["departments"] = [(opd, pages.get(opd.pk)) for opd in active_opds()]
        return context


class OpdPage(PublicPage):
    """What one department answers for, how to reach it, and its guidance."""

    opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("department"),
        on_delete=models.PROTECT,
        related_name="pages",
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("opd"), FieldPanel("body")]
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("body"),
        index.RelatedFields("opd", [index.SearchField("name"), index.SearchField("answers_for")]),
    ]
    parent_page_types = ["content.OpdIndexPage"]
    subpage_types: list[str] = []
    template = "pages/opd_page.html"

    class Meta:
        verbose_name = _("department page")
        verbose_name_plural = _("department pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the department's public guidance in this language."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        sops = SopPage.objects.live().readable_by(request.user)
        context["sops"] = sops.filter(opd=self.opd_id, locale=self.locale_id).order_by("title")
        return context
