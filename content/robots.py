"""What search engines may read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer robots.txt: the public pages, not tracking and not the admin."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /lacak/",
        "Disallow: /en/lacak/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
