"""Setting up a city's site: languages, first pages, menus, editors and their approval."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from content.models import (
    CityIdentity,
    ComplaintFormPage,
    FaqPage,
    HomePage,
    MenuItem,
    NavigationMenu,
    OpdIndexPage,
    SopIndexPage,
)

WRITERS = "Penulis konten"
EDITORS = "Editor konten"
APPROVAL = "Persetujuan konten"


@dataclass(frozen=True)
class FirstPage:
    """A page that every city's site has, in both languages."""

    model: type[Page]
    slug: str
    title: str
    title_en: str


FIRST_PAGES = (
    FirstPage(ComplaintFormPage, "lapor", "Buat laporan", "Make a report"),
    FirstPage(SopIndexPage, "sop", "SOP dan panduan", "Procedures and guidance"),
    FirstPage(OpdIndexPage, "opd", "Perangkat daerah", "Departments"),
    FirstPage(FaqPage, "faq", "Tanya jawab", "Questions and answers"),
)
# Addresses that are no pages; texts in both languages. Editors change them as any link.
MAIN_LINKS = (
    ("lapor", "Lapor", "Report"),
    ("/lacak/", "Lacak", "Track"),
    ("/laporan/", "Laporan publik", "Public reports"),
    ("sop", "SOP", "SOP"),
    ("opd", "Perangkat daerah", "Departments"),
    ("faq", "Tanya jawab", "FAQ"),
)


@transaction.atomic
def create_city_pages(*, city_name: str, with_menus: bool = True) -> dict[str, HomePage]:
    """Make sure that the site's first pages, menus and editor groups exist; return the homes.

    Safe to run again: what exists is left as it is. One transaction. Without menus when the
    caller brings its own.
    """
    homes = {code: _home(code, city_name) for code in ("id", "en")}
    _default_site(homes["id"], city_name)
    for code, home in homes.items():
        for first in FIRST_PAGES:
            _child(home, first, english=code == "en", original=homes["id"])
    if with_menus:
        for location in NavigationMenu.Location:
            for home in homes.values():
                _menu(location, home)
    identity = CityIdentity.load()
    if identity.city_name == CityIdentity._meta.get_field("city_name").get_default():
        identity.city_name = city_name
        identity.save()
    _editors(list(homes.values()))
    return homes


def _home(language: str, city_name: str) -> HomePage:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    existing = HomePage.objects.filter(locale=locale, depth=2).first()
    if existing:
        return existing
    root = Page.get_first_root_node()
    if language == "id":
        # Wagtail's own welcome page gives way, unless somebody has built on it.
        Page.objects.filter(depth=2, slug="home", numchild=0).exact_type(Page).delete()
        root = Page.get_first_root_node()
    slug = "beranda" if language == "id" else "home-en"
    title = city_name if language == "id" else f"{city_name} (English)"
    home = HomePage(title=title, slug=slug, locale=locale)
    original = HomePage.objects.filter(locale__language_code="id", depth=2).first()
    if original:
        home.translation_key = original.translation_key
    root.add_child(instance=home)
    home.save_revision().publish()
    return home


def _default_site(home: HomePage, city_name: str) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(
            hostname="localhost", site_name=city_name, root_page=home, is_default_site=True
        )
    elif site.root_page.depth != 2 or not isinstance(site.root_page.specific, HomePage):
        site.root_page = home
        site.site_name = city_name
        site.save()


def _child(home: HomePage, first: FirstPage, *, english: bool, original: HomePage) -> None:
    if home.get_children().filter(slug=first.slug).exists():
        return
    title = first.title_en if english else first.title
    page = first.model(title=title, slug=first.slug, locale=home.locale, show_in_menus=True)
    if english and (source := original.get_children().filter(slug=first.slug).first()):
        page.translation_key = source.translation_key
    home.add_child(instance=page)
    page.save_revision().publish()


def menu_of(location: str, locale: Locale) -> NavigationMenu:
    """Return the menu of a place in a language; a new one is unsaved and joins its translation."""
    menus = NavigationMenu.objects.filter(location=location)
    if existing := menus.filter(locale=locale).first():
        return existing
    menu = NavigationMenu(location=location, locale=locale)
    if other := menus.first():
        menu.translation_key = other.translation_key
    return menu


def _menu(location: str, home: HomePage) -> None:
    menu = menu_of(location, home.locale)
    if menu.pk:
        return
    english = home.locale.language_code == "en"
    children = {page.slug: page for page in home.get_children()}
    menu.items = [
        MenuItem(
            sort_order=order,
            title=title_en if english else title,
            page=children.get(target),
            address="" if target in children else f"/en{target}" if english else target,
        )
        for order, (target, title, title_en) in enumerate(MAIN_LINKS)
    ]
    menu.save()


def _editors(homes: list[HomePage]) -> None:
    """Writers write and submit; editors also publish, approve and keep menus and contacts."""
    writers, _ = Group.objects.get_or_create(name=WRITERS)
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    _grant(writers, {"access_admin", "submit_translation"})
    _grant(
        editors,
        {
            "access_admin",
            "submit_translation",
            "add_navigationmenu",
            "change_navigationmenu",
            "delete_navigationmenu",
            "change_cityidentity",
        },
    )
    _pages(writers, homes, ("add", "change"))
    _pages(editors, homes, ("add", "change", "publish", "lock", "unlock"))
    for group in (writers, editors):
        _library(group)
    _approval(editors, homes)


def _grant(group: Group, codenames: set[str]) -> None:
    apps = ("wagtailadmin", "content", "simple_translation")
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames)
    )


def _pages(group: Group, homes: list[HomePage], rights: tuple[str, ...]) -> None:
    for right in rights:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{right}_page"
        )
        for home in homes:
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)


def _library(group: Group) -> None:
    collection = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
        codename__in=(
            "add_image",
            "change_image",
            "choose_image",
            "add_document",
            "change_document",
            "choose_document",
        ),
    ):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )


def _approval(editors: Group, homes: list[HomePage]) -> None:
    workflow, created = Workflow.objects.get_or_create(name=APPROVAL)
    if created:
        task = GroupApprovalTask.objects.create(name=APPROVAL)
        task.groups.add(editors)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in homes:
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
