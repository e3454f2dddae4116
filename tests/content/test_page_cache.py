"""Anonymous pages come from the cache without a query, and never anything else does."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from content.models import InformationPage
from content.page_cache import PageCacheMiddleware, allow_caching, publicly_cached
from tests.factories import make_complaint
from workflows.cases.models import Stage

CACHED = ["/", "/sop/", "/opd/", "/faq/", "/laporan/", "/en/"]


@pytest.mark.parametrize("path", CACHED)
def test_the_second_visitor_costs_no_query(client, homes, path, django_assert_num_queries):
    first = client.get(path)

    with django_assert_num_queries(0):
        second = client.get(path)
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_languages_and_queries_do_not_share_an_answer(client, homes):
    assert client.get("/").content != client.get("/en/").content
    assert client.get("/laporan/").content != client.get("/laporan/?stage=resolved").content


@pytest.mark.parametrize("path", ["/lapor/", "/lacak/", "/admin/login/", "/cari/?q=a"])
def test_forms_and_personal_pages_are_never_kept(client, homes, path):
    client.get(path)

    assert "page-generation" not in str(cache.keys("*") if hasattr(cache, "keys") else "")
    response = client.get(path)
    assert not getattr(response, "page_is_public", False)


def test_somebody_who_is_logged_in_gets_no_kept_page(client, homes, officer):
    client.get("/sop/")
    client.force_login(officer)

    response = client.get("/sop/")

    assert hasattr(response, "templates")
    assert response.templates


def test_a_publication_is_seen_at_once(
    client, homes, make_page, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_page(InformationPage, "Pengumuman", intro="Versi lama")
    assert "Versi lama" in client.get("/pengumuman/").content.decode()

    page.intro = "Versi baru"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert "Versi baru" in client.get("/pengumuman/").content.decode()


def test_a_move_of_a_report_is_seen_in_the_register_at_once(
    client, city, homes, django_capture_on_commit_callbacks
):
    client.get("/laporan/")

    with django_capture_on_commit_callbacks(execute=True):
        make_complaint(Stage.VERIFIED, opd=city.pupr, title="Baru diterbitkan")

    assert "Baru diterbitkan" in client.get("/laporan/").content.decode()


@pytest.mark.parametrize(
    "change", ["status", "cookie", "csrf", "preview", "streaming", "not public", "head"]
)
def test_what_is_not_the_same_for_everybody_is_not_kept(rf, change):
    cache.clear()
    request = rf.head("/x/") if change == "head" else rf.get("/x/")

    def answer(_request):
        response = HttpResponse("isi", status=404 if change == "status" else 200)
        if change == "cookie":
            response.set_cookie("a", "b")
        if change == "csrf":
            request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True
        if change == "preview":
            request.is_preview = True
        if change == "streaming":
            response.streaming = True
        return response if change == "not public" else allow_caching(response)

    calls = []
    middleware = PageCacheMiddleware(lambda r: (calls.append(1), answer(r))[1])
    middleware(request)
    middleware(request)

    assert len(calls) == 2


def test_a_decorated_view_keeps_its_name():
    @publicly_cached
    def view(request):
        """Say something."""
        return HttpResponse("isi")

    assert view.__name__ == "view"
    assert view.__doc__ == "Say something."


def test_an_unchanged_page_is_answered_with_304(client, homes):
    etag = client.get("/sop/")["ETag"]

    assert client.get("/sop/", headers={"If-None-Match": etag}).status_code == 304
