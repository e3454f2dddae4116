"""File a complaint over plain HTTP as a citizen without JavaScript would, or follow one.

`file_a_complaint.py ADDRESS` prints number and code; `--track FILE` reads them and follows.
"""

import argparse
import http.cookiejar
import re
import sys
import urllib.parse
import urllib.request

from bs4 import BeautifulSoup, Tag


class Visitor:
    """A browser without JavaScript: cookies, forms, nothing else."""

    def __init__(self, address: str) -> None:
        self.address = address
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> BeautifulSoup:
        """Read a page."""
        with self.opener.open(self.address + path, timeout=30) as answer:
            return BeautifulSoup(answer.read(), "html.parser")

    def post(self, path: str, form: Tag, **answers: str) -> BeautifulSoup:
        """Send a form with its hidden fields and the answers."""
        hidden = {
            field["name"]: field.get("value", "")
            for field in form.select("input[type=hidden][name]")
        }
        data = urllib.parse.urlencode(hidden | answers).encode()
        target = urllib.parse.urljoin(self.address + path, str(form.get("action") or path))
        request = urllib.request.Request(target, data)
        with self.opener.open(request, timeout=30) as answer:
            return BeautifulSoup(answer.read(), "html.parser")


def posting_form(page: BeautifulSoup) -> Tag:
    """Return the page's first form that posts."""
    return next(form for form in page.select("main form") if form.get("method") == "post")


def file_complaint(visitor: Visitor) -> tuple[str, str]:
    """File a complaint and return report number and tracking code."""
    form = posting_form(visitor.get("/lapor/"))
    category = next(o["value"] for o in form.select("[name=category] option") if o.get("value"))
    check = visitor.post(
        "/lapor/",
        form,
        kind="complaint",
        title="Lampu jalan mati di depan pasar",
        story="Sudah tiga malam lampu jalan di depan pasar mati dan jalan menjadi gelap.",
        category=str(category),
        place="Depan pasar",
        name="Warga Contoh",
    )
    receipt = visitor.post("/lapor/", posting_form(check)).get_text(" ")
    number = re.search(r"\b\d{3}-\d{3}-\d{3}\b", receipt)
    code = re.search(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", receipt)
    if not number or not code:
        sys.exit(f"no receipt:\n{receipt}")
    return number.group(), code.group()


def track(visitor: Visitor, number: str, code: str) -> None:
    """Follow the complaint; end with an error when the page does not show it."""
    page = visitor.post(
        "/lacak/", posting_form(visitor.get("/lacak/")), number=number, code=code
    ).get_text(" ")
    if "Lampu jalan mati di depan pasar" not in page:
        sys.exit(f"the complaint is not shown:\n{page}")


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--track", type=argparse.FileType())
    options = parser.parse_args()
    visitor = Visitor(options.address)
    if options.track:
        number, code = options.track.read().split()
        track(visitor, number, code)
        sys.stdout.write("followed\n")
    else:
        number, code = file_complaint(visitor)
        track(visitor, number, code)
        sys.stdout.write(f"{number} {code}\n")


if __name__ == "__main__":
    main()
