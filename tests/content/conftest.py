"""A site with its first pages in both languages."""

from typing import Any

import pytest
from django.core.cache import cache

from content.models import (
    FaqPage,
    HomePage,
    InformationPage,
    OpdIndexPage,
    OpdPage,
    SopIndexPage,
    SopPage,
)
from content.services import create_city_pages
from tests.conftest import City


@pytest.fixture
def homes(city: City) -> dict[str, HomePage]:
    """Make the first pages of Kota Contoh."""
    cache.clear()
    return create_city_pages(city_name="Kota Contoh")


@pytest.fixture
def make_page(homes: dict[str, HomePage]) -> Any:
    """Return a maker of published pages below the right parent."""
    parents = {SopPage: SopIndexPage, OpdPage: OpdIndexPage}

    def make(model: type, title: str, *, language: str = "id", **fields: Any) -> Any:
        home = homes[language]
        parent_model = parents.get(model)
        parent = parent_model.objects.child_of(home).get() if parent_model else home
        page = model(title=title, locale=home.locale, show_in_menus=True, **fields)
        parent.add_child(instance=page)
        page.save_revision().publish()
        return page

    return make


__all__ = ["FaqPage", "InformationPage"]
