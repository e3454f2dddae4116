"""The pages shown when something is not found or went wrong: each says what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with ways onward; works without any page in the database."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither database nor context."""
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token is missing or old, with what was typed wherever possible."""
    from content.reporting.untrusted import give_back  # models are not loaded with the settings

    return give_back(request) or render(request, "403_csrf.html", status=403)
