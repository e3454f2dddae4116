"""The demo accounts: who can log in to try the city, and in which role."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from content.services import EDITORS
from portal.demo.sources import read_table
from workflows.opd.models import Membership, Opd, Role

PASSWORD = "satupintu-demo"  # noqa: S105 - printed at every start; never made under production
SUPERUSER = "superuser"
EDITOR = "editor"


def load_accounts() -> int:
    """Make the accounts that are missing, with their roles; return how many were made.

    Officers that `can_log_in` leaves out only lend their name to the history of the demo
    reports: no password opens their account. An account that exists is left as it is.
    """
    # One slow hash for all: the password is public, and a newcomer does not wait for sixteen.
    password = make_password(PASSWORD)
    return sum(_make(row, password) for row in read_table("accounts"))


def _make(row: dict[str, str], password: str) -> bool:
    role = row["role"]
    user, created = get_user_model().objects.get_or_create(
        username=row["username"],
        defaults={
            "first_name": row["first_name"],
            "last_name": row["last_name"],
            "password": password if row["can_log_in"] else UNUSABLE_PASSWORD_PREFIX + "demo",
            "is_superuser": role == SUPERUSER,
            "is_staff": role == SUPERUSER,
        },
    )
    if not created:
        return False
    if role == EDITOR:
        user.groups.add(Group.objects.get(name=EDITORS))
    elif role != SUPERUSER:
        opd = Opd.objects.get(code=row["opd"])
        Membership.objects.create(user=user, opd=opd, role=Role(role))
    UserProfile.objects.create(user=user, preferred_language="id")
    return True
