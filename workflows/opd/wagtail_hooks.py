"""Registers the configuration lists in the Wagtail admin."""

from wagtail_modeladmin.options import modeladmin_register

from workflows.opd.configuration import ComplaintConfiguration

modeladmin_register(ComplaintConfiguration)
