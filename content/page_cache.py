"""Anonymous public pages from the cache, without a database query.

Only what a view or page says may be cached is kept (`allow_caching`), so that forms, tracking,
receipts, previews and the admin cannot get in by accident.
"""

import hashlib
import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

GENERATION_KEY = "page-cache-generation"
KEPT_HEADERS = ("Content-Type", "Content-Language", "Cache-Control", "Vary", "Link")

Response = TypeVar("Response", bound=HttpResponseBase)


def allow_caching(response: Response) -> Response:
    """Mark a response as the same for every anonymous visitor."""
    response.page_is_public = True  # type: ignore[attr-defined]
    patch_cache_control(response, no_cache=True)  # browsers ask again and get 304
    return response


def publicly_cached(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view whose answers are the same for every anonymous visitor."""

    def cached_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return allow_caching(view(request, *args, **kwargs))

    cached_view.__doc__ = view.__doc__
    cached_view.__name__ = view.__name__
    return cached_view


def invalidate(**_: Any) -> None:
    """Make every kept page unreachable, once the current transaction has been committed.

    Takes and ignores keyword arguments, so that Django and Wagtail signals can call it.
    """
    transaction.on_commit(_begin_new_generation)


def _begin_new_generation() -> None:
    cache.set(GENERATION_KEY, uuid.uuid4().hex, None)


def _generation() -> str:
    return str(cache.get_or_set(GENERATION_KEY, lambda: uuid.uuid4().hex, None))


class PageCacheMiddleware:
    """Answer anonymous GET and HEAD from the cache; keep what may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look up, else ask the site and keep its answer."""
        if not self._may_be_answered(request):
            return self.get_response(request)
        key = self._key(request)
        kept = cache.get(key)
        if kept is not None:
            return self._revived(kept)
        response = self.get_response(request)
        if request.method == "GET" and self._may_be_kept(request, response):
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            cache.set(key, (response.content, headers), settings.PAGE_CACHE_SECONDS)
        return response

    def _may_be_answered(self, request: HttpRequest) -> bool:
        return (
            request.method in ("GET", "HEAD")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
        )

    def _may_be_kept(self, request: HttpRequest, response: HttpResponse) -> bool:
        return (
            getattr(response, "page_is_public", False)
            and response.status_code == 200
            and not response.streaming
            and not response.cookies
            and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
            and not getattr(request, "is_preview", False)
        )

    def _key(self, request: HttpRequest) -> str:
        address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        digest = hashlib.sha256(f"{_generation()}\0{address}".encode()).hexdigest()
        return f"page-{digest}"

    def _revived(self, kept: tuple[bytes, dict[str, str]]) -> HttpResponse:
        content, headers = kept
        response = HttpResponse(content)
        for name, value in headers.items():
            response[name] = value
        return response
