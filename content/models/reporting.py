"""The page on which a complaint is filed; editors write what stands around the form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from content.blocks import INLINE
from content.models.public import PublicPage
from content.reporting.filing import answer_request, first_form


class ComplaintFormPage(PublicPage):
    """The report form with its own words before, beside and after it."""

    before_you_start = RichTextField(
        _("before you start"),
        features=[*INLINE, "ul"],
        blank=True,
        help_text=_("Shown above the form, for instance when to call an emergency number."),
    )
    privacy_note = RichTextField(
        _("what happens to your data"),
        features=[*INLINE, "ul"],
        blank=True,
        help_text=_("Shown where name and contact are asked."),
    )
    thanks = RichTextField(
        _("after sending"),
        features=[*INLINE, "ul"],
        blank=True,
        help_text=_("Shown on the receipt below number and code."),
    )

    content_panels = [
        *PublicPage.content_panels,
        HelpPanel(
            _("The questions of the form are fixed; this page holds the words around them."),
        ),
        FieldPanel("before_you_start"),
        FieldPanel("privacy_note"),
        FieldPanel("thanks"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("before_you_start")]
    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    template = "complaints/form.html"

    class Meta:
        verbose_name = _("complaint form")
        verbose_name_plural = _("complaint forms")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, check and file; never from a cache."""
        return answer_request(request, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add an empty form, so that the editor's preview shows the page as it will be."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"form": first_form()}
