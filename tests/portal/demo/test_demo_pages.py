"""The demo pages: whole in both languages, valid for the editor, without a dead link."""

from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.fields import StreamField
from wagtail.models import Page

from content.models import FaqPage, OpdPage, SopPage
from portal.demo.loading import Summary
from workflows.opd.models import Opd

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ADDRESSES = (
    "/",
    "/lapor/",
    "/lacak/",
    "/laporan/",
    "/sop/",
    "/opd/",
    "/faq/",
    "/cara-melapor/",
    "/hak-anda/",
    "/setelah-melapor/",
    "/anonim-dan-rahasia/",
    "/privasi/",
    "/aksesibilitas/",
    "/tentang/",
)


def _live_pages() -> list[Any]:
    return [page.specific for page in Page.objects.live().filter(depth__gte=2)]


def _internal(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("", "http", "https") and parts.netloc in ("", "localhost")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_first_page_answers_in_both_languages(
    demo: Summary, client: Client, address: str, prefix: str
) -> None:
    answer = client.get(prefix + address)
    assert answer.status_code == 200
    assert f'lang="{prefix[1:] or "id"}"' in answer.content.decode()


def test_no_public_page_has_a_dead_link(demo: Summary, client: Client) -> None:
    waiting = {"/", "/en/"} | {page.url for page in _live_pages() if not _is_for_staff(page)}
    seen: set[str] = set()
    dead = []
    while waiting - seen:
        address = (waiting - seen).pop()
        seen.add(address)
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            dead.append(address)
            continue
        for link in BeautifulSoup(answer.content, "html.parser").select("main a[href], footer a"):
            target = urldefrag(str(link["href"]))[0]
            if target.startswith("/") and _internal(target) and not _is_a_list(target):
                waiting.add(target)
            assert target or str(link["href"]).startswith("#"), f"{address}: empty link"
    assert not dead
    assert len(seen) > 60


def _is_for_staff(page: Any) -> bool:
    return isinstance(page, SopPage) and page.audience == "staff"


def _is_a_list(address: str) -> bool:
    """Whether it is a filtered list or one report: their own tests follow those."""
    return "?" in address or "/laporan/" in address or address.startswith("/admin")


def test_every_block_and_page_is_valid_for_the_editor(demo: Summary) -> None:
    for page in _live_pages():
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))


def test_every_page_has_its_translation_with_as_many_parts(demo: Summary) -> None:
    for page in _live_pages():
        other = page.get_translations().live().specific().get()
        assert page.intro, page
        for name in ("body", "steps", "groups"):
            mine, theirs = getattr(page, name, ()), getattr(other, name, ())
            assert [b.block_type for b in mine] == [b.block_type for b in theirs], page
        if hasattr(page, "body"):
            assert page.body, page


def test_every_department_has_a_page_in_both_languages(demo: Summary) -> None:
    for opd in Opd.objects.all():
        languages = OpdPage.objects.filter(opd=opd).values_list("locale__language_code", flat=True)
        assert sorted(languages) == ["en", "id"], opd


def test_the_faq_answers_at_least_fifteen_questions(demo: Summary) -> None:
    for page in FaqPage.objects.all():
        assert sum(len(group.value["questions"]) for group in page.groups) >= 15


def test_guidance_for_staff_is_not_shown_to_citizens(demo: Summary, client: Client) -> None:
    assert "verifikasi-dan-disposisi" not in client.get("/sop/").content.decode()
    answer = client.get("/sop/verifikasi-dan-disposisi/")
    assert answer.status_code == 302
    assert client.login(username="koordinator", password="satupintu-demo")
    assert client.get("/sop/verifikasi-dan-disposisi/").status_code == 200


def test_the_menu_leads_to_the_pages_of_its_language(demo: Summary, client: Client) -> None:
    english = client.get("/en/").content.decode()
    assert 'href="/en/lacak/"' in english
    assert 'href="/en/privasi/"' in english
    assert 'href="/lacak/"' in client.get("/").content.decode()
