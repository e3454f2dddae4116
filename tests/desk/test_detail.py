"""A complaint at the desk: who sees what, who may do what, and nothing typed is lost."""

import pytest

from tests.factories import make_complaint
from workflows.cases.models import Complaint, Stage
from workflows.cases.services import perform
from workflows.desk import detail


def address(complaint):
    return f"/admin/complaints/{complaint.number}/"


def post(client, complaint, transition, **inputs):
    data = {"transition": transition, "seen_stage": complaint.stage} | inputs
    return client.post(address(complaint), data)


def test_the_coordinator_verifies_and_hands_over(client, city, coordinator):
    complaint = make_complaint(category=city.roads)
    client.force_login(coordinator)
    page = client.get(address(complaint)).content.decode()
    assert f'<option value="{city.pupr.pk}" selected>' in page  # the usual department

    response = post(
        client, complaint, "verify", opd=city.pupr.pk, publish="on", note="Sesuai tugas PUPR."
    )

    assert response.status_code == 302
    complaint = Complaint.objects.get()
    assert (complaint.stage, complaint.opd, complaint.published) == ("verified", city.pupr, True)
    assert complaint.events.last().note == "Sesuai tugas PUPR."


def test_the_officer_begins_and_answers(client, city, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    post(client, complaint, "start", answer="Tim kami berangkat besok.")
    complaint = Complaint.objects.get()
    post(client, complaint, "resolve", answer="Lubang sudah ditambal.")

    assert Complaint.objects.get().stage == Stage.RESOLVED
    assert "Lubang sudah ditambal." in client.get(address(complaint)).content.decode()


def test_a_missing_answer_is_asked_for_and_the_note_stays(client, city, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    page = post(client, complaint, "start", answer=" ", note="Catatan saya").content.decode()

    assert 'role="alert"' in page
    assert "Catatan saya" in page
    assert Complaint.objects.get().stage == Stage.VERIFIED


def test_who_was_overtaken_learns_by_whom_and_keeps_the_text(client, city, officer, head):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)
    perform(complaint=complaint, transition="start", by=head, answer="Saya tangani.")

    page = post(client, complaint, "start", answer="Jawaban panjang saya").content.decode()

    assert str(head) in page
    assert "Jawaban panjang saya" in page
    assert complaint.events.filter(transition="start").count() == 1


def test_who_is_overtaken_in_the_last_moment_keeps_the_text(
    client, city, officer, head, monkeypatch
):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    def overtaken(**inputs):
        perform(complaint=complaint, transition="start", by=head, answer="Saya tangani.")
        return perform(**inputs)

    monkeypatch.setattr(detail, "perform", overtaken)
    page = post(client, complaint, "start", answer="Jawaban panjang saya").content.decode()

    assert str(head) in page
    assert "Jawaban panjang saya" in page


def test_a_department_closed_meanwhile_is_refused_with_a_sentence(
    client, city, coordinator, monkeypatch
):
    complaint = make_complaint()
    client.force_login(coordinator)

    def closed_meanwhile(**inputs):
        inputs["opd"].is_active = False
        return perform(**inputs)

    monkeypatch.setattr(detail, "perform", closed_meanwhile)
    page = post(client, complaint, "verify", opd=city.pupr.pk).content.decode()

    assert 'role="alert"' in page
    assert Complaint.objects.get().stage == Stage.RECEIVED


def test_a_right_lost_meanwhile_keeps_the_text(client, city, officer, monkeypatch):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    def refuse(**_):
        raise detail.NotPermitted("start")

    monkeypatch.setattr(detail, "perform", refuse)
    page = post(client, complaint, "start", answer="Jawaban panjang saya").content.decode()

    assert "Jawaban panjang saya" in page


def test_two_taps_on_the_same_button_are_one_act(client, city, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    first = post(client, complaint, "start", answer="Kami cek.")
    second = post(client, complaint, "start", answer="Kami cek.")

    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert complaint.events.filter(transition="start").count() == 1


def test_a_form_that_lost_where_it_was_seen_still_works(client, city, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    response = post(client, complaint, "start", answer="Kami cek.", seen_stage="")

    assert response.status_code == 302


@pytest.mark.parametrize("person", ["auditor", "opd_admin"])
def test_a_reader_who_posts_is_told_that_it_is_not_theirs(request, client, city, person):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(request.getfixturevalue(person))

    page = post(client, complaint, "start", answer="Kalimat saya").content.decode()

    assert "tidak berwenang" in page
    assert "Kalimat saya" in page


def test_a_department_that_was_closed_is_not_suggested(client, city, coordinator):
    city.pupr.is_active = False
    city.pupr.save()
    complaint = make_complaint(category=city.roads)
    client.force_login(coordinator)

    assert city.pupr.short_name not in client.get(address(complaint)).content.decode()


@pytest.mark.parametrize("number", ["abc", "%00", "482-130-76%00", "²"])
def test_what_is_no_report_number_is_not_found(client, city, coordinator, number):
    client.force_login(coordinator)

    assert client.get(f"/admin/complaints/{number}/").status_code == 404


@pytest.mark.parametrize("transition", ["", "delete", "resolve", "verify"])
def test_what_is_not_offered_cannot_be_done(client, city, officer, transition):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    response = post(client, complaint, transition, answer="x", opd=city.dukcapil.pk)

    assert response.status_code == 200
    assert Complaint.objects.get().stage == Stage.VERIFIED


@pytest.mark.parametrize(
    ("person", "name_is_shown", "offers"),
    [
        ("officer", True, 1),
        ("head", True, 1),
        ("opd_admin", False, 0),
        ("auditor", False, 0),
        ("coordinator", True, 0),
        ("superuser", True, 1),
    ],
)
def test_each_role_reads_and_is_offered_what_is_theirs(
    request, client, city, person, name_is_shown, offers
):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr, name="Jejaknama")
    client.force_login(request.getfixturevalue(person))

    page = client.get(address(complaint)).content.decode()

    assert ("Jejaknama" in page) is name_is_shown
    assert page.count('name="transition"') == offers


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_departments_complaint_answers_like_an_unknown_number(
    client, city, outsider, method
):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(outsider)

    theirs = getattr(client, method)(address(complaint))
    unknown = getattr(client, method)("/admin/complaints/000-000-000/")

    assert theirs.status_code == unknown.status_code == 404
    same = theirs.content.decode().replace(complaint.number, "000-000-000")
    assert same == unknown.content.decode()


def test_whoever_hands_a_complaint_out_of_sight_goes_on_to_the_list(
    client, city, coordinator, monkeypatch
):
    complaint = make_complaint()
    client.force_login(coordinator)
    monkeypatch.setattr(detail, "visible_to", lambda user: Complaint.objects.none())

    response = post(client, complaint, "verify", opd=city.pupr.pk)

    assert response["Location"] == "/admin/complaints/"


def test_the_page_of_a_complaint_is_never_kept_in_a_cache(client, city, officer):
    complaint = make_complaint(Stage.VERIFIED, opd=city.pupr)
    client.force_login(officer)

    assert "no-store" in client.get(address(complaint))["Cache-Control"]


def test_the_detail_page_has_a_query_budget(client, city, officer, django_assert_max_num_queries):
    complaint = make_complaint(Stage.RESOLVED, opd=city.pupr)
    client.force_login(officer)
    client.get(address(complaint))

    with django_assert_max_num_queries(15):
        client.get(address(complaint))
