"""The demo city's pages in both languages, filled from the texts in fixtures/."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wagtail.models import Locale, Page

from content.models import HomePage, InformationPage, OpdPage, SopPage
from portal.demo import markup
from portal.demo.links import links_in
from portal.demo.markup import Links
from portal.demo.sources import LANGUAGES, Text, names_in, read_text
from workflows.opd.models import Opd

HOME = "beranda"
FIRST = ("lapor", "sop", "opd", "faq")  # pages that every new site has
# The order in which a newcomer reads them.
INFORMATION = (
    "cara-melapor",
    "setelah-melapor",
    "anonim-dan-rahasia",
    "hak-anda",
    "tentang",
    "privasi",
    "aksesibilitas",
)
# A demo page is known by this key in every language, also after an editor gave it another slug.
IDENTITY = uuid.UUID("5a7f9c52-3c0b-4d0e-9c39-6f2f6c1d7b10")

Pages = dict[str, dict[str, Page]]  # by language, then by the name of the text
Fill = Callable[[Page, Text, Links], None]


@dataclass(frozen=True)
class Draft:
    """A page that waits for its text."""

    page: Page
    text: Text
    fill: Fill


def load_pages(homes: dict[str, HomePage]) -> Pages:
    """Make the pages that are missing and fill those that nobody has edited; return all.

    All pages are made before any is filled, so that every link finds its page.
    """
    pages: Pages = {}
    drafts: dict[str, list[Draft]] = {}
    for language in LANGUAGES:
        pages[language], drafts[language] = _collect(homes[language], language)
    for language in LANGUAGES:
        links = links_in(language, pages[language])
        for draft in drafts[language]:
            draft.page.intro = draft.text.header["intro"]
            draft.fill(draft.page, draft.text, links)
            draft.page.save_revision().publish()
    return pages


def _collect(home: HomePage, language: str) -> tuple[dict[str, Page], list[Draft]]:
    """Return the pages of a language by name, and those that wait for their text."""
    pages: dict[str, Page] = {HOME: home}
    drafts: list[Draft] = []
    for slug in FIRST:
        pages[slug] = home.get_children().get(slug=slug).specific
    for slug in (HOME, *FIRST):
        if pages[slug].revisions.count() <= 1:  # as it was when the site was set up
            drafts.append(Draft(pages[slug], read_text("pages", slug, language), _FILL[slug]))
    new: list[tuple[str, str, type[Page], Page, Fill]] = [
        *(("pages", name, InformationPage, home, _fill_body) for name in INFORMATION),
        *(("sop", name, SopPage, pages["sop"], _fill_sop) for name in names_in("sop")),
        *(("opd_pages", name, OpdPage, pages["opd"], _fill_body) for name in names_in("opd_pages")),
    ]
    for folder, name, model, parent, fill in new:
        key = uuid.uuid5(IDENTITY, f"{folder}/{name}")
        existing = model.objects.filter(translation_key=key, locale=home.locale).first()
        if existing:
            pages[name] = existing
            continue
        text = read_text(folder, name, language)
        page = pages[name] = _made(model, name, text, key, home.locale)
        parent.add_child(instance=page)
        drafts.append(Draft(page, text, fill))
    return pages, drafts


def _made(model: type[Page], name: str, text: Text, key: uuid.UUID, locale: Locale) -> Page:
    page = model(
        title=text.header["title"],
        slug=name,
        locale=locale,
        translation_key=key,
        show_in_menus=model is InformationPage and text.header.get("menu") != "no",
    )
    if isinstance(page, OpdPage):
        page.opd = Opd.objects.get(code=name.upper())
    return page


def _fill_intro(page: Page, text: Text, links: Links) -> None:
    """Leave a page at its introduction: the rest of it is a list."""


def _fill_body(page: Page, text: Text, links: Links) -> None:
    page.body = json.dumps(markup.body(text.content, links))


def _fill_faq(page: Page, text: Text, links: Links) -> None:
    page.groups = json.dumps(markup.question_groups(text.content, links))


def _fill_form(page: Page, text: Text, links: Links) -> None:
    parts = markup.sections(text.content)
    page.before_you_start = markup.rich_text(parts["before"], links)
    page.privacy_note = markup.rich_text(parts["privacy"], links)
    page.thanks = markup.rich_text(parts["thanks"], links)


def _fill_sop(page: Page, text: Text, links: Links) -> None:
    header, parts = text.header, markup.sections(text.content)
    page.document_number = header["number"]
    page.version = header["version"]
    page.audience = header["audience"]
    page.valid_from = date.fromisoformat(header["valid_from"])
    page.opd = Opd.objects.get(code=header["opd"])
    page.purpose = markup.rich_text(parts["purpose"], links)
    page.requirements = markup.rich_text(parts["requirements"], links)
    page.legal_basis = markup.rich_text(parts["legal"], links)
    steps = [{"type": "step", "value": step} for step in markup.steps(parts["steps"], links)]
    page.steps = json.dumps(steps)


_FILL: dict[str, Fill] = {
    HOME: _fill_body,
    "lapor": _fill_form,
    "sop": _fill_intro,
    "opd": _fill_intro,
    "faq": _fill_faq,
}
