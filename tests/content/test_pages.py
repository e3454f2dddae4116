"""Every kind of page: shown in its language, to whom it is meant, within a query budget."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from content.models import FaqPage, InformationPage, OpdPage, SopPage
from tests.factories import make_complaint
from workflows.cases.models import Stage
from workflows.opd.models import ServiceStandard

BODY = [
    {"type": "heading", "value": "Sebuah subjudul"},
    {"type": "text", "value": "<p>Sebuah paragraf.</p>"},
    {"type": "steps", "value": [{"title": "Langkah awal", "text": "", "working_days": 3}]},
    {"type": "callout", "value": {"title": "Awas", "text": "<p>Penting.</p>"}},
    {"type": "questions", "value": [{"question": "Kapan?", "answer": "<p>Besok.</p>"}]},
    {"type": "quote", "value": "Sebuah kutipan"},
    {"type": "link", "value": {"label": "Ke sana", "address": "/lapor/"}},
    {"type": "contact", "value": {"name": "Loket", "phone": "0755 000", "email": "a@example.id"}},
]


@pytest.mark.parametrize("path", ["/", "/lapor/", "/sop/", "/opd/", "/faq/"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_first_pages_answer_in_both_languages(client, homes, path, language):
    prefix = "" if language == "id" else "/en"

    response = client.get(prefix + path)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()


def test_creating_the_first_pages_again_changes_nothing(homes):
    from wagtail.models import Page

    from content.services import create_city_pages

    before = list(Page.objects.values_list("pk", "title", "path"))
    create_city_pages(city_name="Nama lain")
    assert list(Page.objects.values_list("pk", "title", "path")) == before


def test_an_information_page_shows_every_block(client, make_page):
    parent = make_page(InformationPage, "Cara melapor", body=BODY)
    child = InformationPage(title="Lebih rinci", locale=parent.locale)
    parent.add_child(instance=child)

    page = client.get("/cara-melapor/").content.decode()

    for text in ("Sebuah subjudul", "Langkah awal", "Awas", "Besok", "kutipan", "Loket"):
        assert text in page
    assert "/cara-melapor/lebih-rinci/" in page


def test_a_picture_is_shown_with_its_description(client, make_page, settings):
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    image = get_image_model().objects.create(title="Pintu", file=get_test_image_file())
    value = {"image": image.pk, "alt_text": "Pintu kayu", "decorative": False}
    make_page(InformationPage, "Bergambar", body=[{"type": "image", "value": value}])

    assert 'alt="Pintu kayu"' in client.get("/bergambar/").content.decode()


def test_questions_stand_in_groups(client, homes):
    faq = FaqPage.objects.get(locale__language_code="id")
    question = {"question": "Apakah gratis?", "answer": "<p>Ya, gratis.</p>"}
    faq.groups = [{"type": "group", "value": {"title": "Biaya", "questions": [question]}}]
    faq.save_revision().publish()

    page = client.get("/faq/").content.decode()

    assert "Biaya" in page
    assert "Ya, gratis." in page


def test_the_home_page_promises_what_the_city_promises(client, homes):
    ServiceStandard.objects.update_or_create(pk=1, defaults={"verify_days": 2})

    assert "Dalam 2 hari kerja" in client.get("/").content.decode()


def test_the_home_page_shows_public_reports_only(client, city, homes):
    make_complaint(Stage.VERIFIED, opd=city.pupr, title="Terlihat oleh umum")
    make_complaint(Stage.VERIFIED, opd=city.pupr, title="Tidak terlihat", secret=True)

    page = client.get("/").content.decode()

    assert "Terlihat oleh umum" in page
    assert "Tidak terlihat" not in page


def test_a_department_page_shows_task_contact_and_guidance(client, city, make_page):
    city.pupr.phone = "0755 123"
    city.pupr.save()
    make_page(OpdPage, "Dinas PUPR", opd=city.pupr)
    make_page(SopPage, "SOP jalan rusak", opd=city.pupr)
    make_page(SopPage, "SOP dalam", opd=city.pupr, audience="staff")

    page = client.get("/opd/dinas-pupr/").content.decode()

    assert "0755 123" in page
    assert "SOP jalan rusak" in page
    assert "SOP dalam" not in page
    assert "/opd/dinas-pupr/" in client.get("/opd/").content.decode()


def test_a_guidance_shows_steps_validity_and_legal_basis(client, make_page):
    make_page(
        SopPage,
        "SOP verifikasi",
        steps=[{"type": "step", "value": {"title": "Periksa", "text": "", "working_days": 3}}],
        legal_basis="<p>UU 25 Tahun 2009</p>",
        document_number="SOP-01",
        valid_from=date(2020, 1, 1),
        valid_until=date(2021, 1, 1),
    )

    page = client.get("/sop/sop-verifikasi/").content.decode()

    for text in ("Periksa", "paling lama 3 hari kerja", "UU 25 Tahun 2009", "SOP-01"):
        assert text in page
    assert "berlaku sampai 1 Januari 2021" in page


def test_a_validity_that_ends_before_it_begins_is_refused(make_page):
    page = make_page(SopPage, "SOP", valid_from=date(2026, 1, 1))
    page.valid_until = date(2025, 1, 1)

    with pytest.raises(ValidationError):
        page.full_clean()


class TestGuidanceForStaff:
    """In no list, search, sitemap or cache of the public; open to the staff."""

    @pytest.fixture(autouse=True)
    def _page(self, make_page):
        self.page = make_page(SopPage, "SOP rahasia dapur", audience="staff")

    @pytest.mark.parametrize("path", ["/sop/", "/", "/cari/?q=rahasia+dapur", "/sitemap.xml"])
    def test_the_public_finds_it_nowhere(self, client, path, django_capture_on_commit_callbacks):
        assert "rahasia-dapur" not in client.get(path).content.decode()

    def test_a_visitor_is_asked_to_log_in(self, client):
        response = client.get("/sop/sop-rahasia-dapur/")

        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")

    def test_the_staff_reads_it_uncached(self, client, officer):
        client.force_login(officer)

        response = client.get("/sop/sop-rahasia-dapur/")

        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert "rahasia-dapur" in client.get("/sop/").content.decode()


@pytest.mark.parametrize(
    ("path", "budget"), [("/", 25), ("/sop/", 22), ("/opd/", 22), ("/faq/", 20), ("/laporan/", 20)]
)
def test_a_page_that_is_not_cached_has_a_query_budget(
    client, city, homes, make_page, path, budget, django_assert_max_num_queries, settings
):
    from django.core.cache import cache

    for number in range(5):
        make_page(SopPage, f"SOP {number}", opd=city.pupr)
        make_complaint(Stage.VERIFIED, opd=city.pupr, village=city.village)
    client.get(path)
    cache.clear()

    with django_assert_max_num_queries(budget):
        client.get(path)
