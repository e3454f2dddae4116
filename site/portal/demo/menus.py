"""The demo city's menus, in place of the first ones that every new site has."""

from wagtail.models import Locale, Page

from content.models import MenuItem, NavigationMenu
from content.services import MAIN_LINKS, menu_of
from portal.demo.links import address_of
from portal.demo.sources import LANGUAGES, read_settings


def load_menus(pages: dict[str, dict[str, Page]]) -> None:
    """Make the menus, or replace those that are still as a new site has them.

    `pages` are by language and slug.
    """
    wanted = read_settings("menus")
    for language in LANGUAGES:
        locale = Locale.objects.get(language_code=language)
        for location, items in wanted.items():
            menu = menu_of(location, locale)
            if menu.pk and not _is_untouched(menu, language):
                continue
            menu.items = [
                _item(order, item, language, pages[language]) for order, item in enumerate(items)
            ]
            menu.save()


def _is_untouched(menu: NavigationMenu, language: str) -> bool:
    first = [title_en if language == "en" else title for _, title, title_en in MAIN_LINKS]
    return [item.title for item in menu.items.all()] == first


def _item(order: int, item: dict[str, str], language: str, pages: dict[str, Page]) -> MenuItem:
    return MenuItem(
        sort_order=order,
        title=item.get(language, ""),
        page=pages[item["page"]] if "page" in item else None,
        address=address_of(item["url"], language) if "url" in item else "",
    )
