"""Accounts of the people who work with the system."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    """The app that owns the User model."""

    name = "portal.users"
    label = "users"
    verbose_name = _("accounts")
