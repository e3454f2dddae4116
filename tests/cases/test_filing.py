"""Filing: one transaction, one complaint however often it is sent, and no trace where promised."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from django_tasks_db.models import DBTaskResult

from tests.factories import make_category, make_complaint, make_opd, make_report
from workflows.cases.models import Complaint, Event, Stage
from workflows.cases.numbers import is_number
from workflows.cases.selectors import find_by_code
from workflows.cases.services import file_complaint, filing


def announcements():
    return DBTaskResult.objects.filter(task_path="workflows.cases.tasks.announce")


def test_a_complaint_belongs_to_the_coordinating_opd_from_its_first_moment(city):
    receipt = file_complaint(report=make_report(requested_opd=city.pupr), submission_key="a")

    complaint = Complaint.objects.get()
    assert receipt.created
    assert complaint.opd == city.kominfo
    assert complaint.requested_opd == city.pupr
    assert complaint.stage == Stage.RECEIVED
    assert is_number(complaint.number)


def test_filing_appends_the_first_event_and_enqueues_the_announcement(city):
    file_complaint(report=make_report(), submission_key="a")

    event = Event.objects.get()
    assert (event.sequence, event.kind, event.actor_role) == (1, "filed", "reporter")
    assert event.actor is None
    assert announcements().get().args_kwargs["args"] == [event.pk]


def test_a_quiet_filing_announces_nothing(city):
    file_complaint(report=make_report(), submission_key="a", quiet=True)

    assert not announcements().exists()


def test_the_same_form_sent_twice_is_one_complaint_with_one_receipt(city):
    first = file_complaint(report=make_report(), submission_key="a")
    second = file_complaint(report=make_report(), submission_key="a")

    assert Complaint.objects.count() == Event.objects.count() == 1
    assert not second.created
    assert second.tracking_code == first.tracking_code
    assert second.complaint == first.complaint


@pytest.mark.parametrize(
    ("key", "title"), [("a", "Sampah menumpuk di pasar"), ("b", "Jalan berlubang")]
)
def test_changed_answers_or_another_form_are_another_complaint(city, key, title):
    first = file_complaint(report=make_report(title="Jalan berlubang"), submission_key="a")
    second = file_complaint(report=make_report(title=title), submission_key=key)

    assert second.created
    assert second.tracking_code != first.tracking_code


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twenty_times_at_once_is_one_complaint(request):
    make_opd("KOMINFO", coordinates=True)
    report = make_report(category=make_category())

    def send(_: int) -> tuple[str, str]:
        try:
            receipt = file_complaint(report=report, submission_key="a")
            return receipt.complaint.number, receipt.tracking_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        receipts = set(pool.map(send, range(20)))

    assert len(receipts) == 1
    assert Complaint.objects.count() == Event.objects.count() == 1


def test_an_anonymous_report_keeps_neither_name_nor_contact(city):
    report = make_report(name="Jejak", email="jejak@example.com", phone="0812", anonymous=True)

    complaint = file_complaint(report=report, submission_key="a").complaint

    complaint.refresh_from_db()
    assert complaint.anonymous
    assert (complaint.reporter_name, complaint.reporter_email, complaint.reporter_phone) == (
        "",
        "",
        "",
    )


def test_the_database_refuses_an_anonymous_report_with_a_name(city):
    complaint = make_complaint(anonymous=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(reporter_name="Jejak")


def test_a_category_makes_its_complaints_secret_by_itself(city):
    complaint = make_complaint(category=city.bribes, secret=False)

    assert complaint.secret


def test_the_database_refuses_a_secret_complaint_in_the_register(city):
    complaint = make_complaint(secret=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(published=True)


def test_a_report_number_in_use_is_drawn_again(city, monkeypatch):
    taken = make_complaint().number
    draws = iter([taken, taken, "111-111-111"])
    monkeypatch.setattr(filing, "new_number", lambda: next(draws))

    receipt = file_complaint(report=make_report(), submission_key="a")

    assert receipt.complaint.number == "111-111-111"


def test_when_no_number_is_free_nothing_is_written(city, monkeypatch):
    taken = make_complaint().number
    monkeypatch.setattr(filing, "new_number", lambda: taken)

    with pytest.raises(RuntimeError, match="no free report number"):
        file_complaint(report=make_report(), submission_key="a")
    assert Complaint.objects.count() == 1


def test_another_broken_constraint_is_not_taken_for_a_double(city, monkeypatch):
    def broken(*_: object) -> None:
        raise IntegrityError("something else")

    monkeypatch.setattr(filing, "_write", broken)

    with pytest.raises(IntegrityError, match="something else"):
        file_complaint(report=make_report(), submission_key="a")


def test_a_failure_after_the_complaint_leaves_no_half_row(city, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(filing, "append_event", fail)

    with pytest.raises(RuntimeError):
        file_complaint(report=make_report(), submission_key="a")
    assert not Complaint.objects.exists()


def test_without_a_coordinating_opd_filing_says_what_to_do(db):
    with pytest.raises(ImproperlyConfigured, match="init_city"):
        file_complaint(report=make_report(category=make_category()), submission_key="a")


def test_the_code_is_stored_only_as_a_digest_and_opens_the_complaint(city):
    receipt = file_complaint(report=make_report(), submission_key="a")

    stored = Complaint.objects.values().get()
    assert receipt.tracking_code not in map(str, stored.values())
    typed = f" {receipt.tracking_code.lower().replace('-', ' ').replace('0', 'o')} "
    number = receipt.complaint.number.replace("-", " ")
    assert find_by_code(number, typed) == receipt.complaint


@pytest.mark.parametrize("wrong", ["", "0000-0000-0000-0000", "7KQM-2F9D-XW3T-H8PA"])
def test_a_wrong_code_or_an_unknown_number_opens_nothing(city, wrong, django_assert_num_queries):
    complaint = make_complaint()

    with django_assert_num_queries(1):
        assert find_by_code(complaint.number, wrong) is None
    with django_assert_num_queries(1):
        assert find_by_code("000-000-000", wrong) is None


def test_a_double_that_arrives_between_look_and_write_gets_the_same_receipt(city, monkeypatch):
    report = make_report()
    draw = filing.new_number
    faster = []

    def overtaken():
        monkeypatch.setattr(filing, "new_number", draw)
        faster.append(file_complaint(report=report, submission_key="a"))
        return draw()

    monkeypatch.setattr(filing, "new_number", overtaken)
    slower = file_complaint(report=report, submission_key="a")

    assert not slower.created
    assert slower.complaint == faster[0].complaint
    assert slower.tracking_code == faster[0].tracking_code


def test_a_complaint_and_its_events_read_well(city):
    complaint = make_complaint(title="Lampu mati")

    assert str(complaint) == f"{complaint.number} Lampu mati"
    assert str(complaint.events.get()) == f"{complaint.pk}#1 filed"
