"""The steps of filing: ask, check the answers, send, show the receipt.

The steps keep nothing on the server: what was typed travels in hidden fields, so that nothing of
an unfinished or anonymous report is left anywhere, and a page that was open for a day still works.
"""

import uuid
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

from content.reporting.forms import ReportForm
from workflows.cases.promises import promises
from workflows.cases.services import Receipt, file_complaint

if TYPE_CHECKING:
    from content.models import ComplaintFormPage

LONGEST_KEY = 64  # characters of the form's own key


def first_form() -> ReportForm:
    """Return the empty form."""
    return ReportForm()


def answer_request(request: HttpRequest, page: "ComplaintFormPage") -> HttpResponse:
    """Answer GET and POST of the form page; nothing of it is ever cached."""
    if request.method == "POST":
        response = _answer_post(request, page)
    else:
        response = _ask(request, page, first_form(), new_key())
    add_never_cache_headers(response)
    return response


def new_key() -> str:
    """Return the random key by which a form that is sent twice is recognised."""
    return uuid.uuid4().hex


def _answer_post(request: HttpRequest, page: "ComplaintFormPage") -> HttpResponse:
    key = request.POST.get("submission", "").replace("\0", "")[:LONGEST_KEY] or new_key()
    step = request.POST.get("step", "")
    form = ReportForm(request.POST)
    if step == "edit":
        # The answers as they were typed, without complaints about them.
        return _ask(request, page, ReportForm(initial=_typed(form)), key)
    if not form.is_valid():
        return _ask(request, page, form, key)
    if step == "send":
        receipt = file_complaint(
            report=form.report(), submission_key=key, language=get_language() or "id"
        )
        return _show_receipt(request, page, receipt)
    return _check(request, page, form, key)


def _typed(form: ReportForm) -> dict[str, Any]:
    return {name: form[name].value() for name in form.fields}


def _ask(
    request: HttpRequest, page: "ComplaintFormPage", form: ReportForm, key: str
) -> HttpResponse:
    context = {"page": page, "self": page, "form": form, "submission": key}
    return render(request, "complaints/form.html", context)


def _check(
    request: HttpRequest, page: "ComplaintFormPage", form: ReportForm, key: str
) -> HttpResponse:
    report = form.report()
    context = {
        "page": page,
        "form": form,
        "report": report,
        "kind": report.kind.label,
        "becomes_secret": report.category.secret_by_default and not report.secret,
        "contact_is_dropped": report.anonymous and (report.name or report.email or report.phone),
        "hidden": [(name, value) for name, value in _kept(form) if value not in (None, "")],
        "submission": key,
    }
    return render(request, "complaints/check.html", context)


def _kept(form: ReportForm) -> list[tuple[str, Any]]:
    """Return the answers as the form would be sent again, without those that were not given."""
    kept = []
    for name in form.fields:
        value = form[name].value()
        if isinstance(form.cleaned_data.get(name), bool):
            value = "on" if form.cleaned_data[name] else None
        kept.append((name, value))
    return kept


def _show_receipt(
    request: HttpRequest, page: "ComplaintFormPage", receipt: Receipt
) -> HttpResponse:
    context = {
        "page": page,
        "complaint": receipt.complaint,
        "code": receipt.tracking_code,
        "created": receipt.created,
        "first_check": promises(receipt.complaint)[0],
    }
    return render(request, "complaints/receipt.html", context)
