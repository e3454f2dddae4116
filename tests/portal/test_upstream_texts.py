"""Wagtail's own words that we translate: whole, with the placeholders they need, and in force."""

import re
from pathlib import Path

import polib
from django.utils import translation
from django.utils.translation import gettext

CATALOGUE = Path(__file__).resolve().parents[2] / "locale/upstream/id/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")


def test_every_entry_is_translated_with_its_placeholders():
    damaged = []
    for entry in polib.pofile(str(CATALOGUE)):
        text = entry.msgstr or entry.msgstr_plural.get(0, "")
        source = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        if not text or set(PLACEHOLDER.findall(text)) - source:
            damaged.append(entry.msgid)
    assert damaged == []


def test_the_admin_speaks_indonesian_where_wagtail_does_not_yet():
    with translation.override("id"):
        assert gettext("Search all pages…") == "Cari semua halaman…"


def test_the_first_page_of_the_admin_has_no_english(client, city, coordinator):
    client.force_login(coordinator)

    page = client.get("/admin/").content.decode()

    for english in ("Search all pages", "editor guide", "Welcome"):
        assert english not in page
