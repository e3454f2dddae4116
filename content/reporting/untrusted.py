"""Forms that came without a fresh CSRF token: nothing happens, and nothing typed is lost."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page

from content.models import ComplaintFormPage
from content.reporting import filing, tracking


def give_back(request: HttpRequest) -> HttpResponse | None:
    """Return the page of a public form with what was typed in it, under status 403.

    None when the request was for something else. Writes nothing.
    """
    match = request.resolver_match
    if match and match.view_name == "track":
        response = tracking.ask(request, tracking.TrackingForm(request.POST), untrusted=True)
        add_never_cache_headers(response)
        return response
    if match and match.view_name == "wagtail_serve":
        page = Page.find_for_request(request, match.args[0])
        if page and isinstance(page.specific, ComplaintFormPage):
            return filing.answer_request(request, page.specific, trusted=False)
    return None
