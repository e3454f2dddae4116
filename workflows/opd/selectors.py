"""Questions about the city's organisation."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from workflows.opd.models import Category, Membership, Opd, Village


def coordinating_opd() -> Opd:
    """Return the OPD that receives every new complaint.

    Raises ImproperlyConfigured when no department coordinates: then the city is not set up.
    """
    opd = Opd.objects.filter(coordinates=True).first()
    if opd is None:
        raise ImproperlyConfigured(
            "No department coordinates complaints. Run `manage.py init_city`, or tick "
            "'coordinates all complaints' for one department in the admin."
        )
    return opd


def active_opds() -> QuerySet[Opd]:
    """Return the departments that may be given complaints."""
    return Opd.objects.filter(is_active=True)


def active_categories() -> QuerySet[Category]:
    """Return the categories that citizens may choose, in the city's order."""
    return Category.objects.filter(is_active=True)


def villages() -> QuerySet[Village]:
    """Return the kelurahan with their kecamatan."""
    return Village.objects.select_related("district")


def members_with_role(*roles: str, opd: Opd | None = None) -> QuerySet[AbstractBaseUser]:
    """Return the active people who hold one of the roles, in the OPD or anywhere."""
    held = Membership.objects.filter(role__in=roles)
    if opd is not None:
        held = held.filter(opd=opd)
    return get_user_model().objects.filter(is_active=True, pk__in=held.values("user"))
