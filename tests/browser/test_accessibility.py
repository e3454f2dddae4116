"""axe finds nothing on any public page, in both languages, on a phone and at a desk."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Visit, accessibility_findings
from tests.browser.test_citizen import fill_in, follow, send

SKIPPED = ("/admin", "/static", "/media", "/documents")


def links_of(page: Page, site: str) -> set[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    paths = {href.removeprefix(site).split("#")[0] for href in found if href.startswith(site)}
    return {path for path in paths if path and not path.startswith(SKIPPED)}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_public_page_that_can_be_reached(visit: Visit, viewport) -> None:
    """Crawl from both home pages; every page must answer 200 and satisfy axe."""
    todo, seen = ["/", "/en/", "/cari/?q=laporan", "/cari/?q=zzzz"], set()
    findings: list[str] = []
    with visit.page(viewport) as page:
        while todo:
            path = todo.pop()
            if path in seen:
                continue
            seen.add(path)
            response = page.goto(path)
            assert response is not None
            if response.status != 200:
                findings.append(f"{path} answers {response.status}")
                continue
            if path.count("/laporan/") and len([p for p in seen if "/laporan/" in p]) > 12:
                continue  # one register entry is built like the other
            findings += [f"{path} {finding}" for finding in accessibility_findings(page)]
            todo += sorted(links_of(page, visit.site) - seen)
    assert findings == []
    assert len(seen) > 60


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_step_of_filing_and_following(visit: Visit, viewport) -> None:
    with visit.page(viewport) as page:
        fill_in(page, "Langkah demi langkah")
        page.click("main form button[type=submit]")
        assert accessibility_findings(page) == []
        page.go_back()
        number, code = send(page)
        assert accessibility_findings(page) == []
        follow(page, number, code)
        assert accessibility_findings(page) == []


def test_the_page_of_a_wrong_address(visit: Visit) -> None:
    with visit.page() as page:
        response = page.goto("/tidak-ada/")
        assert response is not None
        assert response.status == 404
        assert accessibility_findings(page) == []
