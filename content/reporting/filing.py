"""The steps of filing: ask, check the answers, send, show the receipt.

The steps keep nothing on the server: what was typed travels in hidden fields, so that nothing of
an unfinished or anonymous report is left anywhere, and a page that was open for a day still works.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language
from wagtail.models import Page

from content.reporting import summary
from content.reporting.answers import REPORTER_FIELDS, submission_key, typed_answers
from content.reporting.forms import ReportForm
from content.reporting.story import promised
from workflows.cases.services import file_complaint

SEND = "send"
EDIT = "edit"


def first_form() -> ReportForm:
    """Return the empty form."""
    return ReportForm()


def answer_request(request: HttpRequest, page: Page, *, trusted: bool = True) -> HttpResponse:
    """Answer a visit to the form page, by the step that was posted.

    Side effects: the step `send` with valid answers files the complaint; every other step writes
    nothing. A post that is not `trusted` (its CSRF token was missing or too old) never files: it
    gets its answers back to be checked and sent again, with status 403.
    """
    if request.method != "POST":
        response = _ask(request, page, first_form(), submission_key({}))
        # The visitor's own browser may keep it, so that "back" finds what was typed.
        patch_cache_control(response, private=True, no_cache=True)
        return response
    response = _answer_post(request, page, trusted)
    if not trusted:
        response.status_code = 403
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response


def _answer_post(request: HttpRequest, page: Page, trusted: bool) -> HttpResponse:
    key = submission_key(request.POST)
    step = request.POST.get("step", "")
    answers = typed_answers(request.POST, ReportForm.base_fields)
    if step == EDIT:
        return _ask(request, page, _form_to_edit(answers, request.POST.get("change", "")), key)
    form = ReportForm(answers)
    if not form.is_valid():
        return _ask(request, page, form, key)
    if step == SEND and trusted:
        return _file(request, page, form, key)
    context = {"lost": not trusted} if step == SEND else {}
    return _check(request, page, form, key, **context)


def _form_to_edit(answers: dict[str, str], wanted: str) -> ReportForm:
    """Return the form with what was typed, not criticised, the cursor where it is wanted."""
    form = ReportForm(initial=answers)
    if wanted in form.fields:
        form.fields[wanted].widget.attrs["autofocus"] = True
    return form


def _ask(request: HttpRequest, page: Page, form: ReportForm, key: str) -> HttpResponse:
    return _show(request, page, "form", form=form, submission=key)


def _check(
    request: HttpRequest, page: Page, form: ReportForm, key: str, **context: Any
) -> HttpResponse:
    """Show all answers before they are sent.

    The way back carries everything that was typed; the way onward leaves the name and contact of
    an anonymous reporter behind in the browser.
    """
    kept = [(name, value) for name, value in form.data.items() if value]
    anonymous = form.cleaned_data["anonymous"]
    context |= {
        "rows": summary.rows(form),
        "anonymous": anonymous,
        "contact_is_dropped": summary.contact_is_dropped(form),
        "becomes_secret": summary.becomes_secret(form),
        "kept": kept,
        "sent": [pair for pair in kept if not (anonymous and pair[0] in REPORTER_FIELDS)],
        "submission": key,
        "only_here": True,
    }
    return _show(request, page, "check", **context)


def _file(request: HttpRequest, page: Page, form: ReportForm, key: str) -> HttpResponse:
    """File the complaint and show the receipt, the only place where the code ever stands."""
    receipt = file_complaint(
        report=form.report(), submission_key=key, language=get_language() or "id"
    )
    context = {
        "complaint": receipt.complaint,
        "code": receipt.tracking_code,
        "created": receipt.created,
        "promises": promised(receipt.complaint),
        "only_here": True,
    }
    return _show(request, page, "receipt", **context)


def _show(request: HttpRequest, page: Page, template: str, **context: Any) -> HttpResponse:
    """Render a step within the page whose words editors wrote."""
    return render(request, f"complaints/{template}.html", {"page": page, "self": page} | context)
