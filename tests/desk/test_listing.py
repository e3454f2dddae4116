"""The list of complaints: scoped, searchable, with deadlines in words and few queries."""

import pytest
from django.urls import reverse

from tests.factories import make_complaint, make_user
from workflows.cases.models import Stage

URL = "/admin/complaints/"


def test_the_list_shows_what_the_person_may_see(client, city, officer):
    make_complaint(Stage.VERIFIED, opd=city.pupr, title="Jalan rusak milik PUPR")
    make_complaint(Stage.VERIFIED, opd=city.dukcapil, title="KTP lama di Dukcapil")
    client.force_login(officer)

    page = client.get(URL).content.decode()

    assert "Jalan rusak milik PUPR" in page
    assert "KTP lama di Dukcapil" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=berlubang", {"Jalan berlubang sekali"}),
        ("?queue=mine", {"Jalan berlubang sekali"}),
        ("?queue=open", {"Jalan berlubang sekali", "Trotoar retak"}),
        ("?stage=resolved", {"Sudah selesai semua"}),
        ("?kind=information", {"Trotoar retak"}),
        ("?stage=nonsense", {"Jalan berlubang sekali", "Trotoar retak", "Sudah selesai semua"}),
        ("?p=999", {"Jalan berlubang sekali", "Trotoar retak", "Sudah selesai semua"}),
    ],
)
def test_the_list_can_be_narrowed_and_searched(client, city, coordinator, query, found):
    make_complaint(title="Jalan berlubang sekali")
    make_complaint(
        Stage.VERIFIED, opd=city.pupr, title="Trotoar retak", kind="information", story="x" * 30
    )
    make_complaint(Stage.RESOLVED, opd=city.pupr, title="Sudah selesai semua", story="y" * 30)
    client.force_login(coordinator)

    page = client.get(URL + query).content.decode()

    titles = {"Jalan berlubang sekali", "Trotoar retak", "Sudah selesai semua"}
    assert {title for title in titles if title in page} == found


def test_a_search_by_report_number_finds_the_complaint(client, city, coordinator):
    wanted, other = make_complaint(title="Yang dicari"), make_complaint(title="Yang lain")
    client.force_login(coordinator)

    page = client.get(URL, {"q": wanted.number}).content.decode()

    assert wanted.title in page
    assert other.title not in page


@pytest.mark.parametrize("size", [1, 25])
def test_the_list_costs_the_same_at_any_size(
    client, city, coordinator, size, django_assert_max_num_queries
):
    for _ in range(size):
        make_complaint(village=city.village)
    client.force_login(coordinator)
    client.get(URL)

    with django_assert_max_num_queries(16):  # nine of them are Wagtail's own furniture
        client.get(URL)


def test_secret_and_anonymous_are_said_in_words(client, city, coordinator):
    make_complaint(secret=True, anonymous=True)
    client.force_login(coordinator)

    page = client.get(URL).content.decode()

    assert page.count("desk-tag") == 3


def test_somebody_without_a_role_has_no_list(client, city):
    from django.contrib.auth.models import Permission

    editor = make_user("editor")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)

    for url in (URL, f"{URL}results/", "/admin/notifications/"):
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"] == reverse("wagtailadmin_home")
    assert URL not in client.get("/admin/").content.decode()


def test_a_stranger_is_asked_to_log_in(client, city):
    response = client.get(URL)

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
