"""A site with its pages, and a visitor who fills in forms as a browser without JavaScript does."""

from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from content.services import create_city_pages

ANSWERS = {
    "kind": "complaint",
    "title": "Jalan berlubang di depan sekolah",
    "story": "Sudah dua minggu jalan di depan sekolah berlubang.\nAnak-anak jatuh.",
    "category": "jalan",
    "place": "Depan SD 05",
    "name": "Warga Contoh",
    "email": "warga@example.com",
    "phone": "0812 3456 7890",
}


@dataclass
class Screen:
    """One answer of the site, with the questions that tests ask of it."""

    response: Any

    def __post_init__(self) -> None:
        self.soup = BeautifulSoup(self.response.content, "html.parser")

    def forms(self) -> list[Tag]:
        """Return the forms of the content, in their order."""
        return self.soup.select("main form")

    def hidden(self, form: int = 0) -> dict[str, str]:
        """Return what a form sends by itself."""
        fields = self.forms()[form].select("input[type=hidden][name]")
        return {str(field["name"]): str(field["value"]) for field in fields}

    def kept(self) -> dict[str, str]:
        """Return what the questions hold, as a browser would send it."""
        answers = {}
        for field in self.soup.select("main [name]"):
            name, kind = str(field["name"]), field.get("type")
            if field.name == "textarea":
                answers[name] = field.get_text().removeprefix("\n")
            elif field.name == "select":
                chosen = field.select_one("option[selected]")
                answers[name] = str(chosen["value"]) if chosen else ""
            elif kind in ("radio", "checkbox"):
                if field.has_attr("checked"):
                    answers[name] = str(field.get("value", "on"))
            elif field.name == "input":
                answers[name] = str(field.get("value", ""))
        return answers

    def wrong(self) -> list[str]:
        """Return the fields that the error summary leads to."""
        return [
            str(link["href"]).removeprefix("#id_").removesuffix("_0")
            for link in self.soup.select(".error-summary a")
        ]

    @property
    def text(self) -> str:
        """Return what is read."""
        return self.soup.get_text(" ", strip=True)


class Visitor:
    """Somebody with a browser, without JavaScript; the CSRF check is as strict as for everybody."""

    def __init__(self, language: str = "id") -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.prefix = "" if language == "id" else f"/{language}"

    def get(self, path: str, **query: str) -> Screen:
        """Read a page."""
        return Screen(self.client.get(self.prefix + path, query))

    def post(self, path: str, **answers: str) -> Screen:
        """Send exactly these answers."""
        return Screen(self.client.post(self.prefix + path, answers))

    def send(self, screen: Screen, path: str, form: int = 0, **answers: str) -> Screen:
        """Send a form that is on the screen, with its hidden fields and these answers."""
        return self.post(path, **screen.hidden(form) | answers)

    def fill_in(self, **changes: str) -> Screen:
        """Open the form, answer it, and go on to the check of the answers."""
        return self.send(self.get("/lapor/"), "/lapor/", **ANSWERS | changes)

    def file(self, **changes: str) -> Screen:
        """Fill in and send; the screen is the receipt."""
        return self.send(self.fill_in(**changes), "/lapor/")


@pytest.fixture
def site(city: Any) -> Any:
    """Make the city's pages and return the city."""
    create_city_pages(city_name="Kota Contoh")
    return city


@pytest.fixture
def visitor(site: Any) -> Visitor:
    """Return a visitor who reads Indonesian."""
    return Visitor()


@pytest.fixture(params=["id", "en"])
def any_visitor(site: Any, request: pytest.FixtureRequest) -> Visitor:
    """Return a visitor in each language."""
    return Visitor(request.param)
