"""The list of complaints, scoped to the person, with what is due in words."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic

from workflows.cases.models import Complaint
from workflows.cases.promises import PromiseBook
from workflows.cases.selectors import visible_to
from workflows.desk.access import DeskMixin
from workflows.desk.filters import ComplaintFilterSet
from workflows.desk.wording import time_left


class MarkedTitleColumn(TitleColumn):
    """The title with the words that must not be overlooked."""

    cell_template_name = "desk/title_cell.html"


class StageColumn(Column):
    """The status in words."""

    cell_template_name = "desk/stage_cell.html"


class ComplaintIndexView(DeskMixin, generic.IndexView):
    """`/admin/complaints/`: every complaint that the person may see."""

    model = Complaint
    page_title = _("Complaints")
    header_icon = "mail"
    index_url_name = "complaints:index"
    index_results_url_name = "complaints:index_results"
    template_name = "wagtailadmin/generic/index.html"
    any_permission_required = None
    permission_policy = None
    filterset_class = ComplaintFilterSet
    search_fields = ["number", "title", "story", "place"]
    search_backend_name = None
    default_ordering = "-filed_at"
    paginate_by = 30
    list_export: list[str] = []

    def get_base_queryset(self) -> QuerySet[Complaint]:
        """Return what the person may see, with what the columns show."""
        return visible_to(self.request.user).select_related("opd", "category", "village")

    @cached_property
    def _book(self) -> PromiseBook:
        return PromiseBook()

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns of the table."""
        return [
            MarkedTitleColumn("title", label=_("Title"), get_url=self.get_detail_url, width="30%"),
            Column("number", label=_("Number"), sort_key="number", classname="desk-nowrap"),
            StageColumn("stage", label=_("Status"), sort_key="stage"),
            Column("due", label=_("Deadline"), accessor=self._due),
            Column("opd", label=_("Accountable department"), sort_key="opd__short_name"),
            Column("category", label=_("Category"), sort_key="category__name"),
            Column("village", label=_("Kelurahan"), sort_key="village__name"),
            DateColumn("filed_at", label=_("Filed"), sort_key="filed_at"),
        ]

    def _due(self, complaint: Complaint) -> str:
        return time_left(self._book.next_promise(complaint))

    def get_detail_url(self, complaint: Complaint) -> str:
        """Return where the complaint is handled."""
        return reverse("complaints:detail", args=[complaint.number])

    def user_has_permission(self, permission: str) -> bool:
        """Return False: the list itself offers no adding, editing or deleting."""
        return False

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way from the admin's home to the list."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
