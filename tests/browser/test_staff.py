"""From filing to answer, through the hands of coordinator and officer; and an editor's page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit, accessibility_findings
from tests.browser.test_citizen import fill_in, follow, send

HOME = re.compile(r"^\s*Kota Solok\s*$")


def test_a_report_goes_from_citizen_to_coordinator_to_officer_and_back(visit: Visit) -> None:
    with visit.page(PHONE) as phone:
        fill_in(phone, "Dari pintu ke jawaban")
        number, code = send(phone)

        with visit.page(DESKTOP) as desk:
            visit.log_in(desk, "koordinator")
            desk.goto(f"/admin/complaints/{number}/")
            assert accessibility_findings(desk, within=".desk") == []
            desk.locator("form.desk-action select[name=opd]").select_option(label="Dinas PUPR")
            desk.click("form.desk-action button:has-text('Verifikasi dan disposisikan')")
            expect(desk.locator("main")).to_contain_text("Terdisposisi")

        with visit.page(PHONE) as desk:
            visit.log_in(desk, "petugas.pupr")
            desk.goto("/admin/complaints/?queue=mine")
            desk.click("a:has-text('Dari pintu ke jawaban')")
            desk.fill("textarea[name=answer]", "Tim kami berangkat besok pagi.")
            desk.click("button:has-text('Mulai tindak lanjut')")
            desk.fill("textarea[name=answer]", "Lampu sudah kami ganti.")
            desk.click("button:has-text('Jawab dan selesaikan')")
            expect(desk.locator("main")).to_contain_text("Selesai")

        follow(phone, number, code)
        expect(phone.locator("main")).to_contain_text("Lampu sudah kami ganti.")
        assert "petugas" not in phone.inner_text("main")


def test_another_department_finds_nothing_of_it(visit: Visit) -> None:
    with visit.page(PHONE) as phone:
        fill_in(phone, "Bukan urusan Dukcapil")
        number, _ = send(phone)
    with visit.page(DESKTOP) as desk:
        visit.log_in(desk, "petugas.dukcapil")
        response = desk.goto(f"/admin/complaints/{number}/")
        assert response is not None
        assert response.status == 404


def test_an_editor_publishes_a_page_that_everybody_reads_at_once(visit: Visit) -> None:
    with visit.page(DESKTOP) as public:
        public.goto("/")
        assert "Pengumuman dari peramban" not in public.inner_text("body")

        with visit.page(DESKTOP) as admin:
            visit.log_in(admin, "editor")
            admin.goto("/admin/pages/")
            home = admin.locator("td.title a[href$='/edit/']", has_text=HOME).first
            page_id = str(home.get_attribute("href")).split("/")[3]
            admin.goto(f"/admin/pages/add/content/informationpage/{page_id}/")
            admin.fill("[name=title]", "Pengumuman dari peramban")
            admin.locator("[name=title]").blur()
            admin.fill("[name=intro]", "Ditulis dan diterbitkan oleh editor.")
            admin.locator("button[data-w-dropdown-target=toggle]").last.click()
            admin.locator("[name=action-publish]").click()
            admin.wait_for_url("**/admin/pages/**")

        public.goto("/pengumuman-dari-peramban/")
        expect(public.locator("h1")).to_have_text("Pengumuman dari peramban")


def test_an_editor_can_begin_every_kind_of_page(visit: Visit) -> None:
    """Opened under the production way of serving static files, where a missing file is an error."""
    with visit.page(DESKTOP) as admin:
        visit.log_in(admin, "editor")
        admin.goto("/admin/pages/")
        home = admin.locator("td.title a[href$='/edit/']", has_text=HOME).first
        home_id = str(home.get_attribute("href")).split("/")[3]
        admin.goto(f"/admin/pages/{home_id}/")
        children = admin.locator("td.title a[href$='/edit/']")
        ids = [str(link.get_attribute("href")).split("/")[3] for link in children.all()]
        opened = set()
        for page_id in [home_id, *ids]:
            response = admin.goto(f"/admin/pages/{page_id}/edit/")
            assert response is not None
            assert response.status == 200
            admin.goto(f"/admin/pages/{page_id}/add_subpage/")
            kinds = admin.locator("a[href*='/pages/add/content/']")
            opened |= {str(link.get_attribute("href")) for link in kinds.all()}
        for address in opened:
            response = admin.goto(address)
            assert response is not None
            assert response.status == 200, address
        assert len({address.split("/")[5] for address in opened}) >= 4


SCREENS = {
    "koordinator": [
        "/admin/",
        "/admin/complaints/",
        "/admin/notifications/",
        "/admin/opd/opd/",
        "/admin/opd/membership/",
        "/admin/opd/category/",
        "/admin/opd/village/",
        "/admin/opd/district/",
        "/admin/opd/calendarday/",
        "/admin/opd/membership/create/",
        "/admin/opd/category/create/",
    ],
    "admin.pupr": ["/admin/", "/admin/complaints/", "/admin/opd/opd/", "/admin/opd/membership/"],
    "inspektorat": ["/admin/", "/admin/complaints/"],
    "editor": ["/admin/", "/admin/snippets/content/navigationmenu/"],
}


@pytest.mark.parametrize("username", SCREENS)
def test_every_screen_of_a_person_opens_and_satisfies_axe(visit: Visit, username: str) -> None:
    with visit.page(DESKTOP) as admin:
        visit.log_in(admin, username)
        findings = []
        for path in SCREENS[username]:
            response = admin.goto(path)
            assert response is not None
            assert response.status == 200, path
            assert admin.url.endswith(path)
            if path.startswith(("/admin/complaints", "/admin/notifications")):
                findings += accessibility_findings(admin)
        assert findings == []


def test_a_complaint_is_handled_on_a_phone(visit: Visit) -> None:
    with visit.page(PHONE) as desk:
        visit.log_in(desk, "koordinator")
        desk.goto("/admin/complaints/?stage=received")
        desk.locator("td.title a").first.click()
        expect(desk.locator("form.desk-action").first).to_be_visible()
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360
        assert accessibility_findings(desk) == []
