"""The desk's entries in the admin menu."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from workflows.desk.access import works_at_the_desk


class DeskMenuItem(MenuItem):
    """Shown to everybody who holds a role."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person works at the desk."""
        return works_at_the_desk(request.user)
