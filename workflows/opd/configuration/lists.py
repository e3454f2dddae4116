"""The lists themselves: departments, members, categories, places, the city's own days."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup

from workflows.opd.configuration.members import MembershipForm
from workflows.opd.configuration.scope import (
    GIVEN_BY_OPD_ADMINS,
    MemberListHelper,
    OpdListHelper,
    ScopedList,
    administered_opds,
    configures_the_city,
)
from workflows.opd.models import CalendarDay, Category, District, Membership, Opd, Village
from workflows.opd.permissions import AnyUser

CITY_ONLY = "opd.configure_city"  # granted to coordinators by the membership backend


class OpdList(ScopedList):
    """Departments: the coordinator all of them, an OPD admin the own one's contacts."""

    model = Opd
    menu_icon = "group"
    permission_helper_class = OpdListHelper
    list_display = ("short_name", "code", "name", "phone", "email", "coordinates", "is_active")
    search_fields = ("code", "short_name", "name", "answers_for")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("code", permission=CITY_ONLY),
                FieldPanel("parent", permission=CITY_ONLY),
                FieldPanel("coordinates", permission=CITY_ONLY),
                FieldPanel("is_active", permission=CITY_ONLY),
            ],
            heading=_("Set by the coordinator"),
            permission=CITY_ONLY,
        ),
        MultiFieldPanel(
            [FieldPanel("short_name"), FieldPanel("name"), FieldPanel("name_en")],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [FieldPanel("answers_for"), FieldPanel("answers_for_en")], heading=_("Task")
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("office_hours"),
            ],
            heading=_("Contact"),
        ),
    ]

    def rows_of(self, user: AnyUser) -> QuerySet[Opd]:
        """Return all departments, or the own ones."""
        rows = Opd.objects.all()
        return rows if configures_the_city(user) else rows.filter(pk__in=administered_opds(user))


class MemberList(ScopedList):
    """Who holds which role; an OPD admin manages the own department's."""

    model = Membership
    menu_icon = "user"
    permission_helper_class = MemberListHelper
    list_display = ("user", "role", "opd")
    list_filter = ("role",)
    list_select_related = ("user", "opd")
    search_fields = ("user__username", "user__first_name", "user__last_name", "opd__short_name")
    edit_handler = ObjectList(
        [FieldPanel("user"), FieldPanel("opd"), FieldPanel("role")], base_form_class=MembershipForm
    )

    def rows_of(self, user: AnyUser) -> QuerySet[Membership]:
        """Return all memberships, or those in the own department that its admin may give."""
        rows = Membership.objects.all()
        if configures_the_city(user):
            return rows
        return rows.filter(Q(opd__in=administered_opds(user)), role__in=GIVEN_BY_OPD_ADMINS)


class CategoryList(ScopedList):
    """What a citizen may choose as subject."""

    model = Category
    menu_icon = "tag"
    list_display = ("name", "usual_opd", "secret_by_default", "order", "is_active")
    list_filter = ("secret_by_default", "is_active")
    list_select_related = ("usual_opd",)
    search_fields = ("name", "name_en", "examples")
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldPanel("key"),
        FieldRowPanel([FieldPanel("examples"), FieldPanel("examples_en")]),
        FieldPanel("usual_opd"),
        FieldPanel("secret_by_default"),
        FieldRowPanel([FieldPanel("order"), FieldPanel("is_active")]),
    ]


class DistrictList(ScopedList):
    """Kecamatan."""

    model = District
    menu_icon = "site"
    list_display = ("name", "code")
    panels = [FieldPanel("name"), FieldPanel("code")]


class VillageList(ScopedList):
    """Kelurahan."""

    model = Village
    menu_icon = "home"
    list_display = ("name", "district", "code")
    list_select_related = ("district",)
    search_fields = ("name", "code")
    panels = [FieldPanel("name"), FieldPanel("code"), FieldPanel("district")]


class CalendarDayList(ScopedList):
    """Days on which the city differs from the national calendar."""

    model = CalendarDay
    menu_icon = "calendar-alt"
    list_display = ("date", "name", "is_working_day")
    ordering = ("-date",)
    panels = [FieldPanel("date"), FieldPanel("name"), FieldPanel("is_working_day")]


class ComplaintConfiguration(ModelAdminGroup):
    """All configuration lists under one menu entry."""

    menu_label = _("Complaint settings")
    menu_item_name = "complaint-settings"
    menu_icon = "cogs"
    menu_order = 30
    items = (OpdList, MemberList, CategoryList, VillageList, DistrictList, CalendarDayList)
