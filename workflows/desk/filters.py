"""By what the list of complaints can be narrowed."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from workflows.cases.models import Complaint, Kind, Stage
from workflows.cases.models.life import OPEN_STAGES
from workflows.cases.selectors import waiting_for
from workflows.opd.models import Category, Opd, Village

NEEDS_ME = "mine"
OPEN = "open"


class ComplaintFilterSet(WagtailFilterSet):
    """Queue, status, department, class, category and kelurahan."""

    queue = django_filters.ChoiceFilter(
        label=_("Queue"),
        choices=[(NEEDS_ME, _("Needs me now")), (OPEN, _("Open"))],
        empty_label=_("All"),
        method="in_queue",
    )
    stage = django_filters.ChoiceFilter(label=_("Status"), choices=Stage.choices)
    opd = django_filters.ModelChoiceFilter(
        label=_("Accountable department"), queryset=Opd.objects.all()
    )
    kind = django_filters.ChoiceFilter(label=_("Class"), choices=Kind.choices)
    category = django_filters.ModelChoiceFilter(
        label=_("Category"), queryset=Category.objects.all()
    )
    village = django_filters.ModelChoiceFilter(label=_("Kelurahan"), queryset=Village.objects.all())

    class Meta:
        model = Complaint
        fields: list[str] = []

    def in_queue(self, complaints: QuerySet[Complaint], name: str, value: str) -> Any:
        """Keep what waits for the person, or what is not finished."""
        if value == NEEDS_ME:
            return complaints.filter(pk__in=waiting_for(self.request.user).values("pk"))
        return complaints.filter(stage__in=OPEN_STAGES)
