"""Following: the right pair opens, everything else looks the same."""

import re

import pytest
import time_machine

from content.reporting.story import progress, promised, standing, told
from tests.content.reporting.test_filing import receipt_of
from tests.factories import make_complaint, make_report
from workflows.cases.models import Complaint, Stage
from workflows.cases.promises import Outcome
from workflows.cases.selectors import PublicLine
from workflows.cases.services import file_complaint

NOT_OPENED = (Stage.RECEIVED, Stage.ARCHIVED)


def file(**answers):
    return file_complaint(report=make_report(**answers), submission_key="kunci-uji")


def follow(visitor, number, code):
    return visitor.send(visitor.get("/lacak/"), "/lacak/", number=number, code=code)


def test_the_reporter_comes_back_with_number_and_code(any_visitor):
    number, code = receipt_of(any_visitor.file())

    status = follow(any_visitor, number, code)

    complaint = Complaint.objects.get()
    assert status.response.status_code == 200
    assert complaint.title in status.soup.h1.get_text()
    assert complaint.story.splitlines()[1] in status.text
    assert code not in status.response.content.decode()
    assert status.soup.select_one(".progress [aria-current=step]")
    assert len(status.soup.select(".timeline li")) == 1


def test_the_receipt_itself_leads_to_the_status(visitor):
    receipt = visitor.file()

    status = visitor.send(receipt, "/lacak/")

    assert Complaint.objects.get().title in status.soup.h1.get_text()


@pytest.mark.parametrize(
    "retype",
    [
        str.lower,
        lambda text: text.replace("-", " "),
        lambda text: f"  {text.replace('-', '')}\t",
        lambda text: text.replace("0", "o").replace("1", "l"),
    ],
)
def test_number_and_code_may_be_typed_as_people_copy_them(visitor, retype):
    receipt = file(title="Lampu jalan mati")

    digits = receipt.complaint.number.replace("-", ".")
    status = follow(visitor, digits, retype(receipt.tracking_code))

    assert "Lampu jalan mati" in status.text


def test_the_reporter_follows_a_secret_report_too(visitor, site):
    receipt = file(category=site.bribes, title="Diminta uang di loket")

    status = follow(visitor, receipt.complaint.number, receipt.tracking_code)

    assert "Diminta uang di loket" in status.text


def test_every_wrong_pair_gets_the_same_answer(visitor, site, django_assert_num_queries):
    open_one = file().complaint
    secret = file(category=site.bribes, title="Rahasia sekali").complaint
    answers = set()
    for number in (open_one.number, secret.number, "000-000-000", "123-456-789", "12"):
        for code in ("7KQM-2F9D-XW3T-H8PA", "salah"):
            screen = follow(visitor, number, code)
            assert screen.response.status_code == 200
            body = screen.response.content.decode()
            body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)
            answers.add(body.replace(f'value="{number}"', "").replace(f'value="{code}"', ""))
    assert len(answers) == 1
    assert "error-summary" in answers.pop()


def test_unknown_and_wrong_cost_the_same_queries(visitor, django_assert_max_num_queries):
    number = file().complaint.number
    counts = []
    for tried in (number, "000-000-000"):
        page = visitor.get("/lacak/")
        with django_assert_max_num_queries(20) as counted:
            visitor.send(page, "/lacak/", number=tried, code="7KQM-2F9D-XW3T-H8PA")
        counts.append(len(counted.captured_queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("number", "code", "wrong"),
    [("", "", ["number", "code"]), ("1" * 41, "x", ["number"]), ("1", " \0 ", ["code"])],
)
def test_what_is_missing_is_named_and_what_was_typed_stays(visitor, number, code, wrong):
    screen = follow(visitor, number, code)

    assert screen.wrong() == wrong
    assert screen.kept()["number"] == number


def test_a_wrong_pair_can_be_corrected_without_typing_it_again(visitor):
    screen = follow(visitor, "482-130-764", "salah")

    assert screen.kept()["number"] == "482-130-764"
    assert screen.kept()["code"] == "salah"


def test_a_post_without_a_token_opens_nothing_but_keeps_what_was_typed(visitor):
    receipt = file(title="Lampu jalan mati")

    screen = visitor.post("/lacak/", number=receipt.complaint.number, code=receipt.tracking_code)

    assert screen.response.status_code == 403
    assert "Lampu jalan mati" not in screen.text
    assert screen.kept()["code"] == receipt.tracking_code
    again = visitor.send(
        screen, "/lacak/", number=receipt.complaint.number, code=receipt.tracking_code
    )
    assert "Lampu jalan mati" in again.text


def test_tracking_pages_are_neither_kept_nor_indexed(visitor):
    receipt = file()
    for screen in (
        visitor.get("/lacak/"),
        follow(visitor, receipt.complaint.number, "salah"),
        follow(visitor, receipt.complaint.number, receipt.tracking_code),
    ):
        assert "no-store" in screen.response["Cache-Control"]
        assert screen.response["X-Robots-Tag"] == "noindex"
        assert screen.soup.select_one("meta[name=robots][content=noindex]")
        assert screen.response["Referrer-Policy"] == "same-origin"


def test_number_and_code_in_an_address_are_not_read(visitor):
    receipt = file(title="Lampu jalan mati")

    screen = visitor.get("/lacak/", number=receipt.complaint.number, code=receipt.tracking_code)

    assert "Lampu jalan mati" not in screen.text
    assert screen.kept()["number"] == ""


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_is_told_in_words_with_its_place_on_the_way(site, stage):
    complaint = make_complaint(stage, opd=site.pupr)

    positions = [step.position for step in progress(complaint)]

    assert positions.count("now") == 1
    assert positions == sorted(positions, key=["done", "now", "next"].index)
    assert ("next" in positions) == (stage not in (Stage.RESOLVED, Stage.ARCHIVED))
    assert standing(complaint)
    if stage not in NOT_OPENED:
        assert site.pupr.name in standing(complaint)


def test_a_history_line_of_a_new_kind_is_told_by_its_stage(site):
    complaint = make_complaint()
    line = PublicLine(complaint.filed_at, "reopened", "in_progress", "Dinas PUPR", "")

    assert told([line])[0].sentence == Stage.IN_PROGRESS.label


def test_promises_are_told_as_open_kept_and_late(site):
    with time_machine.travel("2026-11-02T09:00:00+07:00", tick=False):
        complaint = make_complaint(Stage.VERIFIED, opd=site.pupr)
        first, follow_up, answer = promised(complaint)
    assert [first.outcome, follow_up.outcome] == [Outcome.KEPT, Outcome.OPEN]
    assert "2026" in first.sentence
    with time_machine.travel("2026-12-30T09:00:00+07:00", tick=False):
        late = promised(complaint)[2]
    assert (late.outcome, answer.outcome) == (Outcome.LATE, Outcome.OPEN)
    assert late.sentence != answer.sentence
    assert late.due == answer.due


def test_a_promise_kept_too_late_says_so(site):
    with time_machine.travel("2026-09-01T09:00:00+07:00", tick=False):
        complaint = make_complaint()
    with time_machine.travel("2026-11-02T09:00:00+07:00", tick=False):
        Complaint.objects.update(verified_at=complaint.filed_at.replace(month=10))
        complaint.refresh_from_db()
        first = promised(complaint)[0]

    assert first.outcome == Outcome.LATE
    assert "2026" in first.sentence
