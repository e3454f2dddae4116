"""A citizen files a report, keeps the receipt and follows it: on a phone, at a desk, without
JavaScript, by keyboard only."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit, accessibility_findings

NUMBER = re.compile(r"\d{3}-\d{3}-\d{3}")
CODE = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")


def fill_in(page: Page, title: str) -> None:
    page.goto("/lapor/")
    page.check("input[name=kind][value=complaint]")
    page.fill("[name=title]", title)
    page.fill("[name=story]", "Sudah tiga malam lampu jalan mati dan warga takut lewat.")
    page.select_option("[name=category]", index=1)
    page.select_option("[name=village]", index=1)
    page.fill("[name=place]", "Di depan pasar")
    page.fill("[name=name]", "Warga Contoh")


def send(page: Page) -> tuple[str, str]:
    page.click("main form button[type=submit]")
    expect(page.locator("h1")).to_contain_text("Periksa jawaban")
    page.click("button:has-text('Kirim laporan')")
    expect(page.locator("h1")).to_contain_text("sudah terkirim")
    text = page.inner_text(".receipt")
    number, code = NUMBER.search(text), CODE.search(text)
    assert number
    assert code
    return number.group(), code.group()


def follow(page: Page, number: str, code: str) -> None:
    page.goto("/lacak/")
    page.fill("[name=number]", number.replace("-", " "))
    page.fill("[name=code]", code.lower())
    page.click("main form button[type=submit]")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_file_keep_the_receipt_and_follow(visit: Visit, viewport, javascript) -> None:
    title = f"Lampu jalan mati {viewport['width']} {javascript}"
    with visit.page(viewport, javascript=javascript) as page:
        fill_in(page, title)
        number, code = send(page)
        assert number not in page.url
        assert code not in page.url

        follow(page, number, code)

        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("main")).to_contain_text("Belum diverifikasi")
        assert code not in page.url


def test_what_is_missing_is_said_and_what_was_typed_stays(visit: Visit) -> None:
    with visit.page() as page:
        page.goto("/lapor/")
        page.fill("[name=title]", "Judul yang sudah saya ketik")
        page.click("main form button[type=submit]")

        summary = page.locator(".error-summary")
        expect(summary).to_be_visible()
        assert page.title().startswith("Kesalahan:")
        assert page.input_value("[name=title]") == "Judul yang sudah saya ketik"
        summary.locator("a", has_text="Ceritakan").click()
        assert page.evaluate("document.activeElement.name") == "story"
        assert accessibility_findings(page) == []


def test_answers_can_be_changed_before_sending(visit: Visit) -> None:
    with visit.page() as page:
        fill_in(page, "Judul pertama")
        page.click("main form button[type=submit]")
        page.click("main form:last-of-type button")
        assert page.input_value("[name=title]") == "Judul pertama"
        assert page.input_value("[name=place]") == "Di depan pasar"


def test_pressing_send_twice_is_one_report(visit: Visit) -> None:
    with visit.page() as page:
        fill_in(page, "Terkirim dua kali")
        first = send(page)
        page.reload()
        text = page.inner_text(".receipt")
        assert first[0] in text
        assert first[1] in text


def test_number_and_code_that_do_not_fit_are_said_kindly(visit: Visit) -> None:
    with visit.page() as page:
        follow(page, "482-130-764", "AAAA-AAAA-AAAA-AAAA")
        expect(page.locator(".error-summary")).to_contain_text("tidak cocok")
        assert page.input_value("[name=number]") == "482 130 764"


def test_the_form_is_walked_with_the_keyboard_only(visit: Visit) -> None:
    with visit.page() as page:
        page.goto("/lapor/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # skip to the content
        names: list[str] = []
        for _ in range(60):
            page.keyboard.press("Tab")
            name = page.evaluate("document.activeElement.name || document.activeElement.type")
            if name and name not in names:
                names.append(name)
            if name == "submit":
                break
        asked = ["kind", "title", "story", "category", "event_date", "village", "place", "opd"]
        assert [name for name in names if name in asked] == asked
        assert names[-1] == "submit"


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    "path", ["/", "/lapor/", "/lacak/", "/laporan/", "/sop/", "/opd/", "/faq/"]
)
def test_no_page_scrolls_sideways(visit: Visit, path: str, width: int) -> None:
    with visit.page({"width": width, "height": 700}) as page:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_form_page_is_light(visit: Visit) -> None:
    """At most 30 KB over the wire, with an empty cache."""
    with visit.page() as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[float] = []
        session.on(
            "Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"])
        )
        page.goto("/lapor/")
        page.wait_for_load_state("networkidle")
        assert len(sizes) >= 2
        assert sum(sizes) <= 30 * 1024, f"{sum(sizes) / 1024:.1f} KB"
