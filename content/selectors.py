"""Questions about pages and menus."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from content.models import Audience, ComplaintFormPage, MenuItem, SopPage
from content.models.sop import is_staff_member


def menu_links(location: str) -> list[MenuItem]:
    """Return the links of a menu in the active language whose target exists (one query)."""
    items = MenuItem.objects.filter(
        menu__location=location, menu__locale__language_code=get_language()
    ).select_related("page", "page__locale")
    return [item for item in items.order_by("sort_order") if item.url]


def report_address() -> str:
    """Return where a report is made in the active language, or an empty text (one query)."""
    page = (
        ComplaintFormPage.objects.live()
        .filter(locale__language_code=get_language())
        .select_related("locale")
        .order_by("path")
        .first()
    )
    return str(page.url or "") if page else ""


def readable_pages(user: Any) -> QuerySet[Page]:
    """Return the live pages in the active language that this reader may find."""
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=2)
    if not is_staff_member(user):
        hidden = SopPage.objects.filter(audience=Audience.STAFF).values_list("pk", flat=True)
        pages = pages.exclude(pk__in=list(hidden))
    return pages


def address_in(language: str, request: HttpRequest, page: Page | None) -> str:
    """Return where the same thing stands in another language.

    For a page its translation, or that of its nearest ancestor that has one; for a view the
    same view; otherwise the first page of that language.
    """
    if page is None or not page.pk:
        return translate_url(request.path, language)
    for candidate in page.get_ancestors(inclusive=True).filter(depth__gt=1).order_by("-depth"):
        locale = Locale.objects.filter(language_code=language).first()
        translation = locale and candidate.get_translation_or_none(locale)
        if translation and translation.live:
            return str(translation.get_url(request))
    return translate_url("/", language)
