"""Who may enter the desk, and which complaint a person may open there."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from workflows.cases.models import Complaint
from workflows.cases.numbers import is_number
from workflows.cases.selectors import visible_to
from workflows.opd.permissions import AnyUser, roles_of


def works_at_the_desk(user: AnyUser) -> bool:
    """Return whether the person holds any role, or runs the installation."""
    return bool(roles_of(user)) or (user.is_active and bool(getattr(user, "is_superuser", False)))


class DeskMixin:
    """Keeps those without a role out of a desk view; Wagtail shows them the way home."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse before anything is read."""
        if not works_at_the_desk(request.user):
            raise PermissionDenied
        parent: Callable[..., HttpResponseBase] = super().dispatch  # type: ignore[misc]
        return parent(request, *args, **kwargs)


def open_complaint(user: AbstractBaseUser | Any, number: str) -> Complaint:
    """Return the complaint if the person may see it.

    Raises Http404 alike for a number that does not exist and one that is not theirs.
    """
    rows = visible_to(user).select_related(
        "opd", "category", "category__usual_opd", "village", "requested_opd"
    )
    complaint = rows.filter(number=number).first() if is_number(number) else None
    if complaint is None:
        raise Http404
    return complaint
