"""Setting up a real city, and refusing to play where a real city works."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from content.models import HomePage
from tests.factories import make_opd
from workflows.cases.models import Complaint
from workflows.opd.models import Opd

pytestmark = pytest.mark.django_db


def test_load_demo_refuses_where_the_demo_is_not_allowed(settings: Any) -> None:
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="init_city"):
        call_command("load_demo")
    assert not Opd.objects.exists()


def test_init_city_makes_an_empty_database_a_working_site(client: Client) -> None:
    call_command("init_city", name="Kota Contoh")
    for address in ("/", "/lapor/", "/lacak/", "/laporan/", "/sop/", "/opd/", "/faq/"):
        assert client.get(address).status_code == 200, address
        assert client.get(f"/en{address}").status_code == 200, address
    assert "Kota Contoh" in client.get("/").content.decode()
    assert Opd.objects.get().coordinates
    assert not Complaint.objects.exists()


def test_init_city_again_changes_nothing() -> None:
    call_command("init_city", name="Kota Contoh")
    pages = set(Page.objects.values_list("pk", "latest_revision_id"))
    call_command("init_city", name="Kota Lain", opd_code="LAIN", opd_name="Dinas Lain")
    assert set(Page.objects.values_list("pk", "latest_revision_id")) == pages
    assert HomePage.objects.filter(title__startswith="Kota Contoh").count() == 2
    assert Opd.objects.count() == 1


def test_init_city_gives_coordination_to_the_department_that_is_named() -> None:
    existing = make_opd("HUMAS", name="Bagian Humas")
    call_command("init_city", name="Kota Contoh", opd_code="HUMAS", opd_name="Bagian Humas")
    existing.refresh_from_db()
    assert existing.coordinates


def test_init_city_keeps_the_coordinator_there_is() -> None:
    make_opd("DISKOM", coordinates=True)
    call_command("init_city", name="Kota Contoh")
    assert list(Opd.objects.values_list("code", flat=True)) == ["DISKOM"]


def test_init_city_names_what_is_wrong_with_a_code() -> None:
    with pytest.raises(CommandError):
        call_command("init_city", name="Kota Contoh", opd_code="kecil")
    assert not Opd.objects.exists()
    with pytest.raises(CommandError, match="name of the city"):
        call_command("init_city", name="  ")


@pytest.mark.slow
def test_the_demo_can_follow_a_real_set_up(client: Client) -> None:
    call_command("init_city", name="Kota Contoh", opd_code="DISKOM", opd_name="Dinas Kominfo")
    call_command("load_demo")
    assert Opd.objects.get(coordinates=True).code == "DISKOM"
    assert Opd.objects.count() == 16
    assert Complaint.objects.count() == 60
    assert client.get("/privasi/").status_code == 200
