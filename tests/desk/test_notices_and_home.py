"""Notifications and the first page of the admin."""

import pytest
from django.utils import translation
from notifications.models import Notification
from notifications.signals import notify

from tests.factories import make_complaint, make_report
from workflows.cases.models import Stage
from workflows.cases.promises import PromiseBook
from workflows.cases.services import file_complaint
from workflows.cases.tasks import announce
from workflows.desk.wording import time_left

URL = "/admin/notifications/"


def tell(complaint):
    for event in complaint.events.all():
        announce.call(event.pk)


def test_a_person_reads_own_notifications_with_a_link(client, city, coordinator, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    tell(complaint)
    client.force_login(officer)

    page = client.get(URL).content.decode()

    assert f"/admin/complaints/{complaint.number}/" in page
    assert page.count('name="notice"') == 1


def test_a_complaint_that_moved_out_of_sight_is_not_linked(client, city, coordinator, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    tell(complaint)
    type(complaint).objects.filter(pk=complaint.pk).update(opd=city.dukcapil)
    client.force_login(officer)

    assert complaint.number not in client.get(URL).content.decode()


def test_a_notification_about_something_else_is_shown_without_a_link(client, city, coordinator):
    notify.send(sender=city.pupr, recipient=coordinator, verb="Selamat datang")
    notify.send(sender=city.pupr, recipient=coordinator, verb="Tentang OPD", target=city.pupr)
    make_complaint()
    client.force_login(coordinator)

    page = client.get(URL).content.decode()

    assert "Selamat datang" in page
    assert "/admin/complaints/4" not in page


def test_one_or_all_notifications_are_marked_as_read(client, city, coordinator):
    for _ in range(3):
        tell(make_complaint())
    client.force_login(coordinator)

    client.post(URL, {"notice": Notification.objects.first().pk})
    assert Notification.objects.filter(unread=True).count() == 2
    client.post(URL)
    assert not Notification.objects.filter(unread=True).exists()


@pytest.mark.parametrize("notice", ["999999", "abc", "²"])
def test_somebody_elses_notification_cannot_be_touched(client, city, coordinator, outsider, notice):
    tell(make_complaint())
    client.force_login(outsider)

    assert client.post(URL, {"notice": notice}).status_code == 404
    theirs = Notification.objects.get()
    assert client.post(URL, {"notice": theirs.pk}).status_code == 404
    assert Notification.objects.get().unread


@pytest.mark.parametrize("size", [1, 20])
def test_notifications_cost_the_same_at_any_number(
    client, city, coordinator, size, django_assert_max_num_queries
):
    for _ in range(size):
        tell(make_complaint())
    client.force_login(coordinator)
    client.get(URL)

    with django_assert_max_num_queries(13):
        client.get(URL)


def test_the_first_page_begins_with_what_waits(client, city, coordinator):
    complaint = make_complaint(title="Menunggu koordinator")
    client.force_login(coordinator)

    page = client.get("/admin/").content.decode()

    assert "Menunggu koordinator" in page
    assert f"/admin/complaints/{complaint.number}/" in page


def test_the_first_page_says_when_nothing_waits(client, city, auditor):
    make_complaint(title="Menunggu koordinator")
    client.force_login(auditor)

    assert "Menunggu koordinator" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-11-06", "3 working days left"),
        ("2026-11-10", "1 working day left"),
        ("2026-11-11", "Due today"),
        ("2026-11-12", "1 working day late"),
        ("2026-11-14", "2 working days late"),
    ],
)
def test_a_deadline_is_said_in_words(city, today, words):
    from datetime import UTC, date, datetime

    complaint = file_complaint(
        report=make_report(), submission_key="a", at=datetime(2026, 11, 6, 3, tzinfo=UTC)
    ).complaint
    book = PromiseBook(today=date.fromisoformat(today))

    with translation.override("en"):
        assert time_left(book.next_promise(complaint)) == words
        assert time_left(None) == "Nothing due"
