"""Registers the desk in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from workflows.desk.access import works_at_the_desk
from workflows.desk.home import WaitingPanel
from workflows.desk.menu import DeskMenuItem
from workflows.desk.notices import NoticesView


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    """Put the desk below /admin/."""
    return [
        path("complaints/", include("workflows.desk.urls")),
        path("notifications/", NoticesView.as_view(), name="notices"),
    ]


@hooks.register("register_admin_menu_item")
def complaints_item() -> DeskMenuItem:
    """Show the list of complaints first in the menu."""
    return DeskMenuItem(
        _("Complaints"), reverse("complaints:index"), name="complaints", icon_name="mail", order=10
    )


@hooks.register("register_admin_menu_item")
def notices_item() -> DeskMenuItem:
    """Show the notifications in the menu."""
    return DeskMenuItem(
        _("Notifications"), reverse("notices"), name="notices", icon_name="bell", order=20
    )


@hooks.register("construct_homepage_panels")
def waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Begin the first page with what waits for the person."""
    if works_at_the_desk(request.user):
        panels.append(WaitingPanel())


@hooks.register("register_icons")
def desk_icons(icons: list[str]) -> list[str]:
    """Add the bell, which Wagtail has none of."""
    return [*icons, "desk/icons/bell.svg"]


@hooks.register("construct_main_menu")
def without_help(request: HttpRequest, items: list[Any]) -> None:
    """Leave out Wagtail's help, which leads to English pages of a third party."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("insert_global_admin_css")
def desk_css() -> str:
    """Load the few rules of the desk's screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))
