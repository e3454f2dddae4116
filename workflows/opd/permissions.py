"""What a person may do, derived from memberships, so that rights never drift from roles."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest

from workflows.opd.models.members import Membership

AnyUser = AbstractBaseUser | AnonymousUser


def roles_of(user: AnyUser) -> frozenset[tuple[str, int]]:
    """Return the (role, OPD id) pairs a person holds; read once per request and kept on the user."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    cached: frozenset[tuple[str, int]] | None = getattr(user, "_opd_roles", None)
    if cached is None:
        rows: Iterable[tuple[str, int]] = Membership.objects.filter(user=user).values_list(
            "role", "opd_id"
        )
        cached = frozenset(rows)
        user._opd_roles = cached  # type: ignore[union-attr]
    return cached


def holds_role(user: AnyUser, *roles: str, opd_id: int | None = None) -> bool:
    """Return whether the person holds one of the roles, in the given OPD or in any."""
    if user.is_authenticated and user.is_active and getattr(user, "is_superuser", False):
        return True
    return any(role in roles and opd_id in (None, opd) for role, opd in roles_of(user))


class MembershipBackend(BaseBackend):
    """Lets everybody who holds a role into the Wagtail admin; grants nothing else."""

    def has_perm(
        self, user_obj: AnyUser, perm: str, obj: Any = None, request: HttpRequest | None = None
    ) -> bool:
        """Return True for entering the admin when the person is a member of any OPD."""
        return perm == "wagtailadmin.access_admin" and bool(roles_of(user_obj))
