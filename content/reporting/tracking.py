"""Following a complaint with report number and tracking code.

Both are sent by POST and never stand in an address. Unknown numbers, wrong codes and complaints
that are secret get the same answer.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.reporting.fields import Text
from content.reporting.story import is_over, progress, promised, standing, told
from workflows.cases.models import Complaint
from workflows.cases.selectors import find_by_code, public_history


class TrackingForm(forms.Form):
    """Report number and tracking code; whether they fit is no matter of the form."""

    number = Text(
        label=_("Report number"),
        max_length=40,
        help_text=_("For instance 482-130-764"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Give the report number. It is on your receipt."),
            "max_length": _("This is no report number. It is on your receipt."),
        },
    )
    code = Text(
        label=_("Tracking code"),
        max_length=60,
        help_text=_("For instance 7KQM-2F9D-XW3T-H8PA"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Give the tracking code. It is on your receipt."),
            "max_length": _("This is no tracking code. It is on your receipt."),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def track(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; with both right, show where the complaint stands.

    The answer to a wrong pair is the same whatever is wrong about it. No page of it is indexed
    or stored.
    """
    if request.method != "POST":
        response = ask(request)
    else:
        form = TrackingForm(request.POST)
        complaint = find_by_code(**form.cleaned_data) if form.is_valid() else None
        response = _show(request, complaint) if complaint else ask(request, form)
    response["X-Robots-Tag"] = "noindex"
    return response


def ask(
    request: HttpRequest, form: TrackingForm | None = None, *, untrusted: bool = False
) -> HttpResponse:
    """Ask for number and code; `untrusted` when a post came without a fresh CSRF token."""
    form = form or TrackingForm()
    not_found = form.is_valid() and not untrusted
    context = {"form": form, "not_found": not_found, "untrusted": untrusted}
    return render(request, "complaints/track.html", context, status=403 if untrusted else 200)


def _show(request: HttpRequest, complaint: Complaint) -> HttpResponse:
    """Show everything that is the reporter's to know; name and contact need not be repeated."""
    context = {
        "complaint": complaint,
        "standing": standing(complaint),
        "is_over": is_over(complaint),
        "progress": progress(complaint),
        "promises": promised(complaint),
        "lines": told(public_history(complaint)),
        "only_here": True,
    }
    return render(request, "complaints/status.html", context)
