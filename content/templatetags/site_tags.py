"""Tags by which templates ask for menus, languages and marks of a complaint."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from content import selectors

register = template.Library()


@register.simple_tag
def menu(location: str) -> Any:
    """Return the links of a menu in the active language."""
    return selectors.menu_links(location)


@register.simple_tag
def report_url() -> str:
    """Return where a report is made in the active language."""
    return selectors.report_address()


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[dict[str, Any]]:
    """Return each language with its own name and the address of this page in it.

    None for a page that answers a post and has no address (`only_here` in the context): the way
    to another language would silently lose it.
    """
    request = context.get("request")
    if request is None or context.get("only_here"):
        return []
    page = context.get("page")
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"],
            "url": selectors.address_in(code, request, page if isinstance(page, Page) else None),
            "active": code == get_language(),
        }
        for code, _ in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Context) -> Any:
    """Return the pages between the home page and this one, home first."""
    page = context.get("page")
    if not isinstance(page, Page) or not page.pk or page.depth <= 2:
        return []
    return page.get_ancestors().filter(depth__gt=1).specific(defer=True)


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: Any) -> str:
    """Return the current query string with some values changed, for links of lists."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"
