"""The demo city as it stands after loading: complete, believable and usable."""

import csv
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Revision

from content.models import CityIdentity, MenuItem, OpdPage
from content.reporting.forms import ReportForm
from portal.demo.accounts import PASSWORD
from portal.demo.loading import Summary, load_demo_city
from portal.demo.sources import FIXTURES
from workflows.cases.models import Complaint, Event, Stage
from workflows.cases.promises import Outcome, PromiseBook
from workflows.cases.selectors import find_by_code, public_register
from workflows.opd.calendar import city_calendar
from workflows.opd.models import Category, Membership, Opd, Role, Village

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LOGINS = [
    "admin",
    "koordinator",
    "editor",
    "inspektorat",
    *(
        f"{role}.{code}"
        for role in ("admin", "petugas", "pimpinan")
        for code in ("pupr", "dukcapil", "dlh", "inspektorat")
    ),
]


def _everything() -> dict[str, Any]:
    models = (Page, Revision, Complaint, Event, Opd, Village, Category, Membership, MenuItem)
    counts = {model.__name__: model._default_manager.count() for model in models}
    return counts | {
        "users": list(get_user_model().objects.order_by("pk").values_list("pk", "password")),
        "pages": list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id")),
        "numbers": set(Complaint.objects.values_list("number", "stage")),
    }


def test_the_city_has_its_departments_places_and_reports(demo: Summary) -> None:
    assert Opd.objects.count() == 15
    assert Opd.objects.get(coordinates=True).code == "KOMINFO"
    assert Village.objects.count() == 13
    assert Complaint.objects.count() == demo.complaints == 60


def test_reports_are_spread_over_categories_as_in_the_national_sample(demo: Summary) -> None:
    with (FIXTURES / "categories.csv").open(encoding="utf-8", newline="") as lines:
        sample = {row["key"]: int(row["reports_in_sample"] or 0) for row in csv.DictReader(lines)}
    filed = Counter(Complaint.objects.values_list("category__key", flat=True))
    # The sample knows no category of its own for illegal levies; there they are other topics.
    filed["topik-lainnya"] += filed.pop("pungli")
    total = sum(sample.values())
    for key, count in sample.items():
        expected = 60 * count / total
        assert abs(filed[key] - expected) <= 2, f"{key}: {filed[key]} instead of {expected:.1f}"


def test_reports_are_in_every_stage_and_a_handful_is_late(demo: Summary) -> None:
    stages = Counter(Complaint.objects.values_list("stage", flat=True))
    assert set(stages) == set(Stage)
    assert stages[Stage.RECEIVED] < stages[Stage.VERIFIED] < stages[Stage.RESOLVED]
    book = PromiseBook()
    owed = [book.next_promise(complaint) for complaint in Complaint.objects.all()]
    assert 3 <= sum(1 for promise in owed if promise and promise.outcome == Outcome.LATE) <= 9


def test_every_report_was_filed_in_the_last_ninety_days(demo: Summary) -> None:
    oldest = Complaint.objects.order_by("filed_at").first()
    assert oldest is not None
    assert timedelta(days=60) < timezone.now() - oldest.filed_at < timedelta(days=94)


def test_offices_acted_on_working_days_in_office_hours_and_in_order(demo: Summary) -> None:
    calendar, now = city_calendar(), timezone.now()
    for complaint in Complaint.objects.prefetch_related("events"):
        moments = [event.at for event in complaint.events.all()]
        assert moments == sorted(moments)
        assert moments[-1] <= now
        for moment in moments[1:]:
            local = timezone.localtime(moment)
            assert calendar.is_working_day(local.date())
            assert 8 <= local.hour < 17


def test_no_report_breaks_secrecy_or_names_a_real_person(demo: Summary) -> None:
    for complaint in Complaint.objects.select_related("category"):
        reporter = (complaint.reporter_name, complaint.reporter_email, complaint.reporter_phone)
        if complaint.anonymous:
            assert reporter == ("", "", "")
        assert complaint.reporter_email.endswith("@example.com") or not complaint.reporter_email
        assert complaint.reporter_phone.startswith("08400000") or not complaint.reporter_phone
        assert complaint.secret or not complaint.category.secret_by_default
        assert not (complaint.secret and complaint.published)
    assert 30 < public_register().count() < 60


def test_every_report_could_have_been_sent_with_the_public_form(demo: Summary) -> None:
    for complaint in Complaint.objects.select_related("category", "village", "requested_opd"):
        form = ReportForm(
            {
                "kind": complaint.kind,
                "title": complaint.title,
                "story": complaint.story,
                "category": complaint.category.key,
                "event_date": str(complaint.event_date or ""),
                "village": complaint.village.code if complaint.village else "",
                "place": complaint.place,
                "opd": complaint.requested_opd.code if complaint.requested_opd else "",
                "name": complaint.reporter_name,
                "email": complaint.reporter_email,
                "phone": complaint.reporter_phone,
                "anonymous": "on" if complaint.anonymous else "",
                "secret": "on" if complaint.secret else "",
            }
        )
        assert form.is_valid(), (complaint.title, form.errors)
        assert form.cleaned_data["story"] == complaint.story


def test_every_history_is_told_by_people_who_may(demo: Summary) -> None:
    for event in Event.objects.filter(actor__isnull=False).select_related("actor", "complaint"):
        roles = {Role.COORDINATOR, Role.OFFICER, Role.HEAD}
        assert event.actor_role in roles
        assert event.actor.memberships.filter(role=event.actor_role).exists()


def test_a_demo_officer_finds_work_to_do(demo: Summary) -> None:
    for code in ("PUPR", "DUKCAPIL", "DLH", "INSPEKTORAT"):
        waiting = Complaint.objects.filter(
            opd__code=code, stage__in=(Stage.VERIFIED, Stage.IN_PROGRESS)
        )
        assert waiting.exists(), code


@pytest.mark.parametrize("username", LOGINS)
def test_demo_accounts_open_the_admin_in_indonesian(demo: Summary, username: str) -> None:
    client = Client()
    assert client.login(username=username, password=PASSWORD)
    answer = client.get("/admin/")
    assert answer.status_code == 200
    assert 'lang="id"' in answer.content.decode()


def test_officers_who_only_lend_their_name_cannot_log_in(demo: Summary) -> None:
    extra = get_user_model().objects.exclude(username__in=LOGINS)
    assert extra.exists()
    assert not any(user.has_usable_password() for user in extra)


def test_the_editor_may_publish_and_the_auditor_reads_every_report(demo: Summary) -> None:
    editor = get_user_model().objects.get(username="editor")
    page = OpdPage.objects.first()
    assert page is not None
    assert page.permissions_for_user(editor).can_publish()
    auditor = get_user_model().objects.get(username="inspektorat")
    assert list(auditor.memberships.values_list("role", "opd__code")) == [
        (Role.AUDITOR, "INSPEKTORAT")
    ]


def test_staff_is_told_only_of_what_waits(demo: Summary) -> None:
    announced = DBTaskResult.objects.filter(task_path="workflows.cases.tasks.announce").count()
    waiting = Complaint.objects.filter(stage__in=(Stage.RECEIVED, Stage.VERIFIED)).count()
    assert announced == waiting < 20


def test_the_printed_codes_open_their_reports(demo: Summary) -> None:
    assert len(demo.for_trying) == 3
    for receipt in demo.for_trying:
        found = find_by_code(receipt.complaint.number, receipt.tracking_code)
        assert found == receipt.complaint


def test_loading_again_changes_nothing(demo: Summary) -> None:
    before = _everything()
    again = load_demo_city()
    assert _everything() == before
    assert (again.accounts, again.pages, again.complaints) == (0, 0, 0)
    assert [r.tracking_code for r in again.for_trying] == [r.tracking_code for r in demo.for_trying]


def test_loading_again_on_another_day_changes_nothing(demo: Summary) -> None:
    before = _everything()
    load_demo_city(now=timezone.now() + timedelta(days=9))
    assert _everything() == before


def test_loading_again_keeps_what_people_changed(demo: Summary) -> None:
    page = Page.objects.get(slug="cara-melapor", locale__language_code="id").specific
    page.title, page.slug = "Melapor itu mudah", "melapor"
    page.save_revision().publish()
    home = page.get_parent().specific
    home.intro = "Selamat datang"
    home.save_revision().publish()
    Opd.objects.filter(code="PUPR").update(phone="(0755) 1")
    MenuItem.objects.filter(address="/lacak/").update(title="Ikuti")
    CityIdentity.objects.update(phone="(0755) 2")

    load_demo_city()

    page.refresh_from_db()
    home.refresh_from_db()
    assert (page.title, page.slug) == ("Melapor itu mudah", "melapor")
    assert not Page.objects.filter(slug="cara-melapor", locale__language_code="id").exists()
    assert home.intro == "Selamat datang"
    assert Opd.objects.get(code="PUPR").phone == "(0755) 1"
    assert MenuItem.objects.filter(title="Ikuti").exists()
    assert CityIdentity.load().phone == "(0755) 2"


def test_the_command_tells_what_it_added_and_how_to_try(
    demo: Summary, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("load_demo")
    told = capsys.readouterr().out
    assert "0 pages, 0 accounts and 0 reports" in told
    assert all(receipt.tracking_code in told for receipt in demo.for_trying)
