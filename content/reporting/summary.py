"""The reporter's answers for checking, and what follows from them."""

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
    """One answer: the field to go back to, what was asked, what was answered."""

    field: str
    label: str
    answer: str


def rows(form: ReportForm) -> list[Row]:
    """Return the answers of a valid form in the order of the page, empty ones named as such."""
    answers = form.cleaned_data
    found = [
        Row("kind", _("Kind"), str(Kind(answers["kind"]).label)),
        Row("title", _("Title"), answers["title"]),
        Row("story", _("What happened"), answers["story"]),
        Row("category", _("Subject"), answers["category"].label),
        Row("event_date", _("When"), _day(answers["event_date"])),
        Row("village", _("Kelurahan"), answers["village"].name if answers["village"] else ""),
        Row("place", _("Place"), answers["place"]),
        Row("opd", _("Department"), _department(answers["opd"])),
        *_reporter(answers),
        Row("secret", _("Public?"), publicity(form)),
    ]
    missing = _("Not given")
    return [row if row.answer else Row(row.field, row.label, missing) for row in found]


def _reporter(answers: dict[str, Any]) -> list[Row]:
    if answers["anonymous"]:
        return [Row("anonymous", _("You"), _("Anonymous"))]
    return [
        Row("name", _("Your name"), answers["name"]),
        Row("email", _("E-mail"), answers["email"]),
        Row("phone", _("Phone or WhatsApp"), answers["phone"]),
    ]


def publicity(form: ReportForm) -> str:
    """Return who will be able to read the report, in one sentence."""
    if form.report().secret:
        return _("Secret: in no public list")
    return _("Title and answer may appear in the public list, without your name")


def becomes_secret(form: ReportForm) -> bool:
    """Return whether the category makes the report secret although nobody asked for it."""
    return form.report().secret and not form.cleaned_data["secret"]


def contact_is_dropped(form: ReportForm) -> bool:
    """Return whether something was typed that an anonymous report leaves behind."""
    typed = any(form.data.get(field, "").strip() for field in REPORTER_FIELDS)
    return bool(form.cleaned_data["anonymous"]) and typed


def _day(day: Any) -> str:
    return date_format(day, "l, j F Y") if day else ""


def _department(opd: Any) -> str:
    return opd_name(opd) if opd else _("You find it for me")
