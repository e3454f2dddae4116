"""What a person may do, derived from memberships, so that rights never drift from roles."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest

from workflows.opd.models.members import Membership, Role

AnyUser = AbstractBaseUser | AnonymousUser

KEPT_ROLES = "_opd_roles"
ADMINISTRATOR = "administrator"  # the role in which a superuser without memberships acts


def roles_of(user: AnyUser) -> frozenset[tuple[str, int]]:
    """Return the (role, OPD id) pairs a person holds; read once and kept on the instance."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    roles: frozenset[tuple[str, int]] | None = getattr(user, KEPT_ROLES, None)
    if roles is None:
        rows = Membership.objects.filter(user_id=user.pk).order_by()
        roles = frozenset(rows.values_list("role", "opd_id"))
        setattr(user, KEPT_ROLES, roles)  # also through the lazy user of a request
    return roles


def held_role(user: AnyUser, *roles: str, opd_id: int | None = None) -> str | None:
    """Return the first of the roles that the person holds, in the given OPD or in any.

    A superuser may act in every role and acts as administrator where no role is held.
    """
    held = {role for role, opd in roles_of(user) if opd_id in (None, opd)}
    for role in roles:
        if role in held:
            return role
    if user.is_active and getattr(user, "is_superuser", False):
        return ADMINISTRATOR
    return None


def holds_role(user: AnyUser, *roles: str, opd_id: int | None = None) -> bool:
    """Return whether the person may act in one of the roles, in the given OPD or in any."""
    return held_role(user, *roles, opd_id=opd_id) is not None


class MembershipBackend(BaseBackend):
    """Grants what follows from a role: entering the admin, the city's standards to coordinators."""

    def has_perm(
        self, user_obj: AnyUser, perm: str, obj: Any = None, request: HttpRequest | None = None
    ) -> bool:
        """Return whether a membership gives the right; never takes one away."""
        held = {role for role, _ in roles_of(user_obj)}
        if perm == "wagtailadmin.access_admin":
            return bool(held)
        if perm in ("opd.change_servicestandard", "opd.configure_city"):
            return Role.COORDINATOR in held
        return False
