"""The configuration lists of the admin (wagtail-modeladmin), scoped to the person."""

from workflows.opd.configuration.lists import ComplaintConfiguration

__all__ = ["ComplaintConfiguration"]
