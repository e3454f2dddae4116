"""Search over the public pages in the language of the reader."""

import re
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.selectors import readable_pages

PER_PAGE = 10
LONGEST_QUERY = 200  # characters; more is no search but an attack


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found; an empty query shows the box only."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    words = " ".join(re.findall(r"\w+", query))  # SQLite's search stumbles over other signs
    pages: Any = readable_pages(request.user)
    found = pages.search(words, operator="or") if words else []
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"query": query, "results": results, "page_of": results}
    return render(request, "pages/search.html", context)
