"""Menus of the header and the footer, per language, made by editors."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class NavigationMenu(TranslatableMixin, ClusterableModel):
    """The links of one place of the layout in one language."""

    class Location(models.TextChoices):
        """Where a menu is shown."""

        MAIN = "main", _("Header")
        FOOTER = "footer", _("Footer")

    location = models.CharField(_("place"), max_length=10, choices=Location)

    panels = [FieldPanel("location"), InlinePanel("items", label=_("Link"), heading=_("Links"))]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        unique_together = [("translation_key", "locale"), ("location", "locale")]

    def __str__(self) -> str:
        return f"{self.get_location_display()} ({self.locale})"


class MenuItem(Orderable):
    """One link: to a page, or to an address."""

    menu = ParentalKey(NavigationMenu, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(
        _("text"), max_length=60, blank=True, help_text=_("Empty: the title of the page.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    address = models.CharField(
        _("or an address"),
        max_length=250,
        blank=True,
        help_text=_("For instance /lacak/ or https://www.lapor.go.id"),
    )

    panels = [PageChooserPanel("page"), FieldPanel("address"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("link")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What the visitor reads."""
        return self.title or (self.page.title if self.page else self.address)

    @property
    def url(self) -> str:
        """Where the link leads; empty while the page is not published."""
        if self.page:
            return (self.page.url or "") if self.page.live else ""
        return self.address

    def clean(self) -> None:
        """Ask for exactly one target, and for a text where the target has none."""
        super().clean()
        if bool(self.page) == bool(self.address):
            raise ValidationError({"page": _("Choose a page or give an address, one of them.")})
        if self.address and not self.title:
            raise ValidationError({"title": _("Give the text of the link.")})
        if self.address and not self.address.startswith(("/", "https://", "http://", "tel:")):
            raise ValidationError({"address": _("Begin with / or https://.")})
