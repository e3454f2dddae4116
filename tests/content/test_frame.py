"""What frames every page: menus, languages, search, errors, robots, sitemap."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from content.models import CityIdentity, InformationPage, MenuItem, NavigationMenu
from content.templatetags.site_tags import languages


def test_the_menu_shows_published_targets_in_the_language_of_the_reader(client, homes):
    indonesian = client.get("/").content.decode()
    english = client.get("/en/").content.decode()

    assert "Laporan publik" in indonesian
    assert 'href="/en/laporan/"' in english
    homes["id"].get_children().get(slug="faq").specific.unpublish()
    assert 'href="/faq/"' not in client.get("/sop/").content.decode()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "page"),
        ({"address": "/lapor/"}, "title"),
        ({"address": "javascript:alert(1)", "title": "Klik"}, "address"),
    ],
)
def test_a_link_without_a_sensible_target_is_refused(homes, fields, field):
    menu = NavigationMenu.objects.first()

    with pytest.raises(ValidationError) as raised:
        MenuItem(menu=menu, **fields).clean()
    assert field in raised.value.message_dict


def test_a_link_is_labelled_by_its_text_its_page_or_its_address(homes):
    page = homes["id"]

    assert str(MenuItem(page=page)) == page.title
    assert str(MenuItem(page=page, title="Awal")) == "Awal"
    assert str(MenuItem(address="/lacak/")) == "/lacak/"
    assert "(" in str(NavigationMenu.objects.first())


def test_the_language_switch_leads_to_the_same_thing(client, homes, make_page):
    make_page(InformationPage, "Hanya Indonesia")

    assert 'hreflang="en" href="/en/sop/"' in client.get("/sop/").content.decode()
    assert 'hreflang="en" href="/en/lacak/"' in client.get("/lacak/").content.decode()
    assert 'hreflang="en" href="/en/"' in client.get("/hanya-indonesia/").content.decode()


def test_without_a_translation_anywhere_the_switch_leads_to_the_first_page(rf, homes):
    from content.selectors import address_in

    Locale.objects.filter(language_code="en").update(language_code="fr")
    request = rf.get("/sop/")

    page = homes["id"].get_children().get(slug="sop")
    assert address_in("en", request, page) == "/en/"


def test_without_a_request_there_are_no_languages():
    from django.template import Context

    assert languages(Context({})) == []


def test_the_identity_of_the_city_comes_from_the_admin(client, homes):
    CityIdentity.objects.update_or_create(
        pk=1,
        defaults={
            "city_name": "Kota Lain",
            "tagline": "Satu pintu saja",
            "tagline_en": "Just one door",
            "phone": "0755 999",
            "emergency_numbers": [
                {"type": "number", "value": {"name": "Ambulans", "number": "119"}}
            ],
        },
    )

    indonesian = client.get("/").content.decode()
    assert "Kota Lain" in indonesian
    assert "Satu pintu saja" in indonesian
    assert "Just one door" in client.get("/en/").content.decode()
    assert 'href="tel:119"' in indonesian
    assert 'href="tel:0755999"' in indonesian
    assert str(CityIdentity.load()) == "Kota Lain"


def test_search_finds_pages_in_the_language_of_the_reader(client, make_page):
    from django.core.management import call_command

    make_page(InformationPage, "Tentang layanan air bersih", intro="Air untuk semua.")
    make_page(InformationPage, "About clean water", language="en")
    call_command("update_index", verbosity=0)

    found = client.get("/cari/", {"q": "air bersih"}).content.decode()
    assert "Tentang layanan air bersih" in found
    assert "About clean water" not in found
    assert "About clean water" in client.get("/en/cari/?q=water").content.decode()


@pytest.mark.parametrize("query", ["", "zzzz", "\0", "'\"<script>", "a" * 5000, "%", "( OR"])
def test_search_bears_any_query(client, homes, query):
    response = client.get("/cari/", {"q": query, "page": "abc"})

    assert response.status_code == 200
    assert b"<script>" not in response.content


@pytest.mark.parametrize("path", ["/tidak-ada/", "/en/no-such-page/", "/laporan/000-000-000/"])
def test_a_wrong_address_offers_ways_onward(client, homes, path):
    response = client.get(path)

    assert response.status_code == 404
    assert "/lacak/" in response.content.decode()


def test_a_wrong_address_is_answered_before_there_are_any_pages(client, db):
    assert client.get("/tidak-ada/").status_code == 404


def test_an_error_of_the_site_is_answered_without_database(rf, db, django_assert_num_queries):
    from portal.errors import server_error

    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert b"bukan karena Anda" in response.content


def test_robots_and_sitemap_name_what_is_public(client, homes):
    robots = client.get("/robots.txt").content.decode()
    sitemap = client.get("/sitemap.xml").content.decode()

    assert "Disallow: /admin/" in robots
    assert "Disallow: /lacak/" in robots
    assert "sitemap.xml" in robots
    assert "/sop/</loc>" in sitemap


def test_no_page_loads_anything_from_elsewhere(client, homes):
    for path in ("/", "/lapor/", "/lacak/", "/laporan/", "/cari/"):
        response = client.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        page = response.content.decode()
        assert 'src="http' not in page
        assert "<script" not in page
        assert "style=" not in page
