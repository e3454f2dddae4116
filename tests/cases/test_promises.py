"""Promises are working days of the city, counted from filing or verification, kept or late."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import make_complaint, make_report
from workflows.cases.models import Complaint, Kind, Stage
from workflows.cases.promises import Outcome, PromiseBook, Step, promises
from workflows.cases.services import file_complaint, perform
from workflows.opd.models import ServiceStandard

FRIDAY = datetime(2026, 11, 6, 3, tzinfo=UTC)


def file_on_friday(**answers):
    return file_complaint(
        report=make_report(**answers), submission_key="jumat", at=FRIDAY
    ).complaint


def test_limits_are_counted_in_working_days_from_filing(city):
    first_check, answer = PromiseBook(today=date(2026, 11, 9)).promises(file_on_friday())

    assert (first_check.step, first_check.due) == (Step.VERIFY, date(2026, 11, 11))
    assert (answer.step, answer.due) == (Step.ANSWER, date(2026, 11, 26))
    assert first_check.outcome == Outcome.OPEN
    assert first_check.days_left == 2


def test_the_first_follow_up_counts_from_verification(city, coordinator):
    complaint = file_on_friday()
    monday = datetime(2026, 11, 9, 3, tzinfo=UTC)
    perform(complaint=complaint, transition="verify", by=coordinator, opd=city.pupr, at=monday)

    book = PromiseBook(today=date(2026, 11, 10))
    rows = book.promises(Complaint.objects.get())

    assert [row.step for row in rows] == [Step.VERIFY, Step.FOLLOW_UP, Step.ANSWER]
    assert rows[0].outcome == Outcome.KEPT
    assert rows[0].kept_at == date(2026, 11, 9)
    assert rows[1].due == date(2026, 11, 16)
    assert book.next_promise(Complaint.objects.get()).step == Step.FOLLOW_UP


def test_a_missed_promise_is_late_before_and_after_it_is_done(city, coordinator):
    complaint = file_on_friday()
    assert PromiseBook(today=date(2026, 11, 12)).promises(complaint)[0].outcome == Outcome.LATE
    assert PromiseBook(today=date(2026, 11, 13)).promises(complaint)[0].days_left == -2

    late = datetime(2026, 11, 13, 3, tzinfo=UTC)
    perform(complaint=complaint, transition="verify", by=coordinator, opd=city.pupr, at=late)
    assert promises(Complaint.objects.get())[0].outcome == Outcome.LATE


@pytest.mark.parametrize(
    ("kind", "days"), [(Kind.COMPLAINT, 14), (Kind.ASPIRATION, 14), (Kind.INFORMATION, 5)]
)
def test_the_limit_of_the_whole_case_depends_on_the_class(city, kind, days):
    assert promises(make_complaint(kind=kind))[-1].working_days == days


def test_the_city_changes_its_limits_in_the_admin(city):
    ServiceStandard.objects.update_or_create(pk=1, defaults={"verify_days": 1})

    assert promises(make_complaint())[0].working_days == 1


def test_nothing_is_owed_for_an_answered_or_archived_complaint(city):
    book = PromiseBook()

    assert book.next_promise(make_complaint(Stage.RESOLVED)) is None
    archived = make_complaint(Stage.ARCHIVED)
    assert book.next_promise(archived) is None
    assert [row.step for row in book.promises(archived)] == [Step.VERIFY]


def test_promises_of_many_complaints_read_limits_and_calendar_once(city, django_assert_num_queries):
    complaints = [make_complaint() for _ in range(5)]
    promises(complaints[0])

    with django_assert_num_queries(2):
        book = PromiseBook()
        for complaint in complaints:
            book.promises(complaint)
