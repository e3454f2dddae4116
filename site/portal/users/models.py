"""The account of a member of staff; citizens have none and need none."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. What a person may do comes from groups and OPD memberships."""

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
