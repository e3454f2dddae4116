"""Following a complaint with report number and tracking code.

Both are sent by POST and never stand in an address. Unknown numbers, wrong codes and complaints
that are secret get the same answer.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.reporting.forms import TrackingForm
from content.reporting.story import progress, told
from workflows.cases.promises import promises
from workflows.cases.selectors import find_by_code, public_history


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def track(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; with both right, show where the complaint stands."""
    if request.method != "POST":
        return render(request, "complaints/track.html", {"form": TrackingForm()})
    form = TrackingForm(request.POST)
    complaint = None
    if form.is_valid():
        complaint = find_by_code(form.cleaned_data["number"], form.cleaned_data["code"])
    if complaint is None:
        context = {"form": form, "not_found": form.is_valid()}
        return render(request, "complaints/track.html", context)
    context = {
        "complaint": complaint,
        "progress": progress(complaint),
        "promises": promises(complaint),
        "lines": told(public_history(complaint)),
    }
    return render(request, "complaints/status.html", context)
