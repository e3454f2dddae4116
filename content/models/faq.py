"""Questions people ask."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import QuestionGroupBlock
from content.models.public import PublicPage


class FaqPage(PublicPage):
    """Questions and answers, grouped by subject."""

    groups = StreamField([("group", QuestionGroupBlock())], verbose_name=_("subjects"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("groups")]
    search_fields = [*PublicPage.search_fields, index.SearchField("groups")]
    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    template = "pages/faq_page.html"

    class Meta:
        verbose_name = _("questions and answers")
