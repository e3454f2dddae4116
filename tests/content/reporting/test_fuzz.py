"""Anything at all may be posted: the site answers, names what is wrong, and loses nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.reporting.answers import plain_lines
from tests.content.reporting.conftest import ANSWERS, Screen
from workflows.cases.models import Complaint

FIELDS = [
    "kind", "title", "story", "event_date", "village", "place", "category", "opd",
    "name", "email", "phone", "anonymous", "secret",
]  # fmt: skip
TYPED = ("title", "story", "event_date", "place", "name", "email", "phone")
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
nasty = st.sampled_from(
    [
        "\0", "\r\n", "'\"><script>alert(1)</script>", "{{ 7*7 }}", "{% now 'Y' %}", "%s%n",
        "' OR 1=1",
        "٢٠٢٦-١١-٢٤", "0000-00-00", "-1", "NaN", "on", "\u202eabc", "😀" * 30, "a" * 20_000,
        "٠٨١٢٣٤٥٦٧٨", "\ud7ff\ue000", "\n\n\n", "=HYPERLINK(1)", "ﷺ" * 400,
    ]
)  # fmt: skip
answer = st.one_of(st.none(), st.sampled_from(sorted(ANSWERS.values())), anything, nasty)
posts = st.fixed_dictionaries(
    {field: st.one_of(st.just(ANSWERS.get(field)), answer) for field in FIELDS}
    | {
        "step": st.sampled_from(["", "send", "edit", "\0"]),
        "submission": anything,
        "change": answer,
    }
)


@pytest.mark.slow
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(post=posts)
def test_whatever_is_posted_is_answered_and_kept(visitor, post):
    post = {name: value for name, value in post.items() if value is not None}
    visitor.client.handler.enforce_csrf_checks = False
    before = Complaint.objects.count()

    screen = Screen(visitor.client.post("/lapor/", post))

    assert screen.response.status_code == 200
    assert b"<script>alert" not in screen.response.content
    if Complaint.objects.count() > before:
        assert post["step"] == "send"
        return
    kept = screen.hidden(1) if screen.soup.select_one("#back") else screen.kept()
    for name in TYPED:
        typed = plain_lines(post.get(name, ""))
        shown = kept.get(name, "")
        assert shown == typed or (name == "event_date" and shown), name


@pytest.mark.slow
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(number=st.one_of(anything, nasty), code=st.one_of(anything, nasty))
def test_whatever_is_asked_of_tracking_and_register_is_answered(visitor, number, code):
    visitor.client.handler.enforce_csrf_checks = False

    tracked = visitor.client.post("/lacak/", {"number": number, "code": code})
    listed = visitor.client.get(
        "/laporan/", {"q": code, "stage": number, "category": number, "village": code, "page": code}
    )

    assert (tracked.status_code, listed.status_code) == (200, 200)


def test_bytes_that_are_no_text_are_answered(visitor):
    visitor.client.handler.enforce_csrf_checks = False
    for body in (b"title=\xff\xfe\xfa&story=%ff%00%c3%28", b"%00=%00&&&==", b""):
        response = visitor.client.generic(
            "POST", "/lapor/", body, content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code == 200
