"""Notifications of a person: the list, and marking them read."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView
from notifications.models import Notification
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from workflows.cases.models import Complaint
from workflows.cases.selectors import visible_to
from workflows.desk.access import DeskMixin


class NoticesView(DeskMixin, WagtailAdminTemplateMixin, ListView):
    """`/admin/notifications/`: unread ones first, newest first."""

    template_name = "desk/notices.html"
    page_title = gettext_lazy("Notifications")
    header_icon = "bell"
    paginate_by = 30

    def get_queryset(self) -> QuerySet[Notification]:
        """Return the person's own notifications."""
        rows: QuerySet[Notification] = own_notices(self.request.user)
        return rows.order_by("-unread", "-timestamp")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the numbers of the complaints that the person may still see (one query)."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        complaints = ContentType.objects.get_for_model(Complaint)
        about = {
            row.pk: int(row.target_object_id)
            for row in context["object_list"]
            if row.target_content_type_id == complaints.pk
        }
        seen = visible_to(self.request.user).filter(pk__in=about.values())
        numbers = dict(seen.values_list("pk", "number"))
        context["rows"] = [
            (row, _(row.verb), numbers.get(about.get(row.pk, 0))) for row in context["object_list"]
        ]
        context["unread_count"] = unread_count(self.request.user)
        return context

    def post(self, request: HttpRequest) -> HttpResponse:
        """Mark one notification as read, or all of them."""
        if chosen := request.POST.get("notice", ""):
            notice = get_object_or_404(
                own_notices(request.user), pk=chosen if chosen.isdecimal() else 0
            )
            notice.mark_as_read()
        else:
            own_notices(request.user).mark_all_as_read()
        return redirect("notices")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way from the admin's home to the list."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def own_notices(user: Any) -> Any:
    """Return the notifications sent to a person, as the library's own queryset."""
    return Notification.objects.filter(recipient=user)


def unread_count(user: Any) -> int:
    """Return how many notifications a person has not read (one query)."""
    return int(own_notices(user).filter(unread=True).count())
