"""The reporter's answers for checking: what will be sent, and what will happen to the name."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from content.reporting.answers import REPORTER_FIELDS
from content.reporting.choices import opd_name
from content.reporting.forms import ReportForm
from workflows.cases.models import Kind


@dataclass(frozen=True)
class Row:
    """One answer: its field, what was asked, what was answered (empty: nothing)."""

    field: str
    label: str
    value: str


@dataclass(frozen=True)
class Consequence:
    """What follows from the choices about name and publicity, in one sentence each."""

    name: str
    publicity: str
    dropped: bool  # whether a name or contact was typed that an anonymous report leaves behind


def rows(form: ReportForm) -> list[Row]:
    """Return the answers of a valid form in the order of the page."""
    answers = form.cleaned_data
    shown = {
        "kind": Kind(answers["kind"]).label,
        "title": answers["title"],
        "story": answers["story"],
        "event_date": _day(answers["event_date"]),
        "village": answers["village"].name if answers["village"] else "",
        "place": answers["place"],
        "category": answers["category"].label,
        # Translators: Kami yang mencarikan
        "opd": opd_name(answers["opd"]) if answers["opd"] else _("We find the right one"),
        "anonymous": _yes_or_no(answers["anonymous"]),
    }
    if not answers["anonymous"]:
        shown |= {field: answers[field] for field in REPORTER_FIELDS}
    shown["secret"] = _yes_or_no(form.report().secret)
    return [Row(field, _label(form, field), str(value)) for field, value in shown.items()]


def consequence(form: ReportForm) -> Consequence:
    """Return what happens to the name and whether the report becomes public."""
    report = form.report()
    typed = any(str(form.data.get(field, "")).strip() for field in REPORTER_FIELDS)
    if report.anonymous:
        # Translators: Nama dan kontak tidak disimpan. ...
        name = _("Your name and contact are not kept. Nobody can ask you back.")
    else:
        # Translators: Nama dan kontak Anda hanya dibaca petugas yang menangani laporan ini ...
        name = _("Only the staff who handle this report read your name and contact.")
    if report.category.secret_by_default:
        # Translators: Laporan tentang "%(category)s" selalu rahasia: ...
        publicity = _(
            "Reports about “%(category)s” are always secret: this one never appears among the "
            "public reports."
        ) % {"category": report.category.label}
    elif report.secret:
        publicity = _("The report is secret: it never appears among the public reports.")
    else:
        publicity = _(
            "After the first check the title, the village and the answer may appear among the "
            "public reports, without your name and without your story."
        )
    return Consequence(name, publicity, dropped=report.anonymous and typed)


def _label(form: ReportForm, field: str) -> str:
    short = {
        # Translators: Jenis laporan
        "kind": _("Class of report"),
        # Translators: Cerita
        "story": _("Story"),
        # Translators: Anonim
        "anonymous": _("Anonymous"),
        # Translators: Rahasia
        "secret": _("Secret"),
    }
    return short.get(field) or str(form.fields[field].label)


def _day(day: Any) -> str:
    return date_format(day, "l, j F Y") if day else ""


def _yes_or_no(answer: bool) -> str:
    return _("Yes") if answer else _("No")
