"""Filing step by step without a session: ask, let check, file, and show the receipt.

Every step is an answer to a post to the same address and carries all answers in the page, so
nothing of an unsent report is kept on the server and no cookie tells one visitor from another.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language

from content.reporting import summary
from content.reporting.answers import (
    FIELDS,
    REPORTER_FIELDS,
    submission_key,
    typed_answers,
)
from content.reporting.forms import ReportForm
from content.reporting.wording import promise_lines
from workflows.cases.services import file_complaint

if TYPE_CHECKING:
    from content.models import ComplaintFormPage

SEND = "send"
EDIT = "edit"


def first_form() -> ReportForm:
    """Return the empty form."""
    return ReportForm()


def answer_request(
    request: HttpRequest, page: "ComplaintFormPage", *, trusted: bool = True
) -> HttpResponse:
    """Answer a visit to the form's page, by the step that was posted.

    Side effects: the step `send` with valid answers files the complaint; all others write
    nothing. A request that is not `trusted` (its CSRF token was missing or old) never files: it
    is shown the check step again, with everything that was typed, under status 403.
    """
    if request.method != "POST":
        response = _show(request, page, "form", form=first_form(), submission=submission_key({}))
        # Kept by the visitor's own browser, so that "back" finds what was typed.
        patch_cache_control(response, private=True, no_cache=True)
        return response
    answers = typed_answers(request.POST)
    submission = submission_key(request.POST)
    step = request.POST.get("step", "")
    if step == EDIT:
        response = _edit(request, page, answers, submission)
    else:
        form = ReportForm(answers)
        if not form.is_valid():
            response = _show(request, page, "form", form=form, submission=submission)
        elif step == SEND and trusted:
            response = _file(request, page, form, submission)
        else:
            response = _check(request, page, form, submission, trusted)
    response.status_code = 200 if trusted else 403
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response


def _edit(
    request: HttpRequest, page: "ComplaintFormPage", answers: dict[str, str], submission: str
) -> HttpResponse:
    """Show what was typed again, with the cursor in the field that is to be changed."""
    form = ReportForm(initial=answers)
    wanted = request.POST.get("change", "")
    if wanted in form.fields:
        form.fields[wanted].widget.attrs["autofocus"] = True
    return _show(request, page, "form", form=form, submission=submission)


def _check(
    request: HttpRequest,
    page: "ComplaintFormPage",
    form: ReportForm,
    submission: str,
    trusted: bool,
) -> HttpResponse:
    """Show all answers before they are sent.

    What goes back to the form is everything; what is sent leaves the reporter of an anonymous
    report behind in the browser.
    """
    left_behind = REPORTER_FIELDS if form.cleaned_data["anonymous"] else ()
    return _show(
        request,
        page,
        "check",
        rows=summary.rows(form),
        consequence=summary.consequence(form),
        sent=_filled(form.data, without=left_behind),
        kept=_filled(form.data),
        submission=submission,
        trusted=trusted,
    )


def _file(
    request: HttpRequest, page: "ComplaintFormPage", form: ReportForm, submission: str
) -> HttpResponse:
    """File the complaint and answer with the receipt, the only place that shows the code."""
    receipt = file_complaint(
        report=form.report(), submission_key=submission, language=get_language() or "id"
    )
    return _show(
        request,
        page,
        "receipt",
        complaint=receipt.complaint,
        tracking_code=receipt.tracking_code,
        promises=promise_lines(receipt.complaint),
    )


def _filled(data: Mapping[str, str], without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [
        (field, data[field]) for field in FIELDS if data.get(field) and field not in without
    ]


def _show(
    request: HttpRequest, page: "ComplaintFormPage", template: str, **context: Any
) -> HttpResponse:
    """Render a step within the page that editors wrote."""
    context = page.get_context(request) | context
    return render(request, f"complaints/{template}.html", context)
