"""The public register: what was reported, who handles it, what was answered.

It shows title, category, kelurahan, department and the public answers. The story itself stays
out until staff can mask names and numbers in it; the title was read by the coordinator before
publishing.
"""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from content.page_cache import publicly_cached
from content.reporting.forms import printable
from content.reporting.story import told
from workflows.cases.models import Complaint, Stage
from workflows.cases.numbers import is_number, normalise_number
from workflows.cases.selectors import public_history, public_register
from workflows.opd.selectors import active_categories, villages

PER_PAGE = 20
SHOWN_STAGES = (Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)


class RegisterFilter(forms.Form):
    """What a visitor may narrow the register by; anything unknown narrows nothing."""

    q = forms.CharField(label=_("Words or report number"), required=False, max_length=100)
    stage = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=lambda: [("", _("All")), *((stage.value, stage.label) for stage in SHOWN_STAGES)],
    )
    category = forms.ModelChoiceField(
        label=_("Subject"),
        required=False,
        queryset=None,
        to_field_name="key",
        empty_label=_("All"),
    )
    village = forms.ModelChoiceField(
        label=_("Kelurahan"),
        required=False,
        queryset=None,
        to_field_name="code",
        empty_label=_("All"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = active_categories()  # type: ignore[attr-defined]
        self.fields["village"].queryset = villages()  # type: ignore[attr-defined]

    def narrow(self, complaints: QuerySet[Complaint]) -> QuerySet[Complaint]:
        """Apply every condition that was understood."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        if words := printable(chosen.pop("q", "")).strip():
            same_number = Q(number=normalise_number(words)) if is_number(words) else Q()
            complaints = complaints.filter(same_number or Q(title__icontains=words))
        return complaints.filter(**chosen)


@require_safe
@publicly_cached
def register(request: HttpRequest) -> HttpResponse:
    """Show the public complaints, newest first."""
    narrowing = RegisterFilter(request.GET)
    complaints = narrowing.narrow(public_register())
    rows = complaints.select_related("opd", "category", "village").order_by("-filed_at", "-pk")
    page_of = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"filter": narrowing, "page_of": page_of, "narrowed": any(request.GET.values())}
    return render(request, "complaints/register.html", context)


@require_safe
@publicly_cached
def register_detail(request: HttpRequest, number: str) -> HttpResponse:
    """Show one public complaint; whatever is not public answers like an unknown number."""
    rows = public_register().select_related("opd", "category", "village")
    complaint = rows.filter(number=number).first()
    if complaint is None:
        raise Http404
    context = {"complaint": complaint, "lines": told(public_history(complaint))}
    return render(request, "complaints/public.html", context)
