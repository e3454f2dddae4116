"""Where the links in the demo texts lead: pages by slug, views by name, other sites."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from portal.demo.markup import Links


def address_of(view: str, language: str) -> str:
    """Return the address of a named view in a language."""
    with translation.override(language):
        return reverse(view)


def links_in(language: str, pages: dict[str, Page]) -> Links:
    """Return what finds the target of a link in the texts of a language.

    `page:<slug>` becomes a link that follows the page when it moves, `url:<view>` an address of
    the site. Raises KeyError for a page that does not exist.
    """

    def link(target: str) -> dict[str, Any]:
        kind, _, name = target.partition(":")
        if kind == "page":
            return {"linktype": "page", "id": pages[name].pk}
        if kind == "url":
            return {"href": address_of(name, language)}
        return {"href": target}

    return link
