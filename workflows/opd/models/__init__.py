"""The city's organisation as data: departments, people's roles, categories, places, time."""

from workflows.opd.models.calendar import CalendarDay
from workflows.opd.models.categories import Category
from workflows.opd.models.departments import Opd
from workflows.opd.models.members import Membership, Role
from workflows.opd.models.places import District, Village
from workflows.opd.models.standards import ServiceStandard

__all__ = [
    "CalendarDay",
    "Category",
    "District",
    "Membership",
    "Opd",
    "Role",
    "ServiceStandard",
    "Village",
]
