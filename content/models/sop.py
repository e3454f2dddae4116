"""SOP guidance: how the city handles something, for everybody or for staff only."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from content.blocks import INLINE, StepBlock
from content.models.public import PublicPage


class Audience(models.TextChoices):
    """Who a guidance is for."""

    PUBLIC = "public", _("Everybody")
    STAFF = "staff", _("Staff only")


class SopIndexPage(PublicPage):
    """The list of SOP guidance."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.SopPage"]
    max_count_per_parent = 1
    template = "pages/sop_index_page.html"

    class Meta:
        verbose_name = _("list of SOPs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the guidance that this reader may see."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        sops = SopPage.objects.child_of(self).live().readable_by(request.user)
        context["sops"] = sops.select_related("opd").order_by("title")
        return context


class SopQuerySet(PageQuerySet["SopPage"]):
    """Guidance by reader."""

    def readable_by(self, user: Any) -> "SopQuerySet":
        """Leave staff guidance out unless the reader belongs to the staff."""
        return self if is_staff_member(user) else self.filter(audience=Audience.PUBLIC)


def is_staff_member(user: Any) -> bool:
    """Return whether the reader works here: may enter the admin."""
    return bool(user.is_authenticated and user.has_perm("wagtailadmin.access_admin"))


class SopPage(PublicPage):
    """One standard operating procedure (SOP) with its steps, legal basis and validity."""

    document_number = models.CharField(_("document number"), max_length=80, blank=True)
    version = models.CharField(_("version"), max_length=20, default="1.0")
    audience = models.CharField(
        _("audience"),
        max_length=10,
        choices=Audience,
        default=Audience.PUBLIC,
        help_text=_("Guidance for staff appears in no list, search or sitemap of the public."),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sops",
        help_text=_("The guidance is shown on this department's page."),
    )
    purpose = RichTextField(_("purpose"), features=[*INLINE, "ul"], blank=True)
    requirements = RichTextField(
        _("what must be brought"), features=[*INLINE, "ul", "ol"], blank=True
    )
    steps = StreamField([("step", StepBlock())], verbose_name=_("steps"), blank=True)
    legal_basis = RichTextField(_("legal basis"), features=[*INLINE, "ul", "ol"], blank=True)

    objects = PageManager.from_queryset(SopQuerySet)()

    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("audience"),
                FieldRowPanel([FieldPanel("document_number"), FieldPanel("version")]),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                FieldPanel("opd"),
            ],
            heading=_("Validity"),
        ),
        FieldPanel("purpose"),
        FieldPanel("requirements"),
        FieldPanel("steps"),
        FieldPanel("legal_basis"),
    ]
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("purpose"),
        index.SearchField("requirements"),
        index.SearchField("steps"),
        index.SearchField("legal_basis"),
        index.FilterField("audience"),
    ]
    parent_page_types = ["content.SopIndexPage"]
    subpage_types: list[str] = []
    template = "pages/sop_page.html"

    class Meta:
        verbose_name = _("SOP")
        verbose_name_plural = _("SOPs")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=models.F("valid_from")),
                name="sop_validity_in_order",
                violation_error_message=_("“Valid until” must not lie before “valid from”."),
            )
        ]

    @property
    def is_expired(self) -> bool:
        """Whether the guidance was valid until a day that is over."""
        return bool(self.valid_until and self.valid_until < timezone.localdate())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the guidance; ask for a login where it is for staff only."""
        if self.audience == Audience.PUBLIC:
            return super().serve(request, *args, **kwargs)
        if not is_staff_member(request.user):
            return redirect_to_login(request.get_full_path())
        response: HttpResponseBase = Page.serve(self, request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Keep guidance for staff out of the sitemap."""
        if self.audience == Audience.STAFF:
            return []
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return urls
