"""The report form: what counts as an answer, and what is said when it does not."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from content.reporting.answers import plain_line, plain_lines, submission_key, typed_answers
from content.reporting.forms import ReportForm
from tests.content.reporting.conftest import ANSWERS
from workflows.cases.models import Kind


def form_of(**changes: str) -> ReportForm:
    return ReportForm(typed_answers(ANSWERS | changes, ReportForm.base_fields))


def test_good_answers_become_a_report(city):
    form = form_of(
        event_date=timezone.localdate().isoformat(), village=city.village.code, opd="PUPR"
    )

    assert form.is_valid(), form.errors
    report = form.report()
    assert report.kind == Kind.COMPLAINT
    assert report.title == ANSWERS["title"]
    assert report.story == ANSWERS["story"]
    assert (report.category, report.village) == (city.roads, city.village)
    assert report.requested_opd == city.pupr
    assert report.event_date == timezone.localdate()
    assert (report.name, report.phone) == ("Warga Contoh", "081234567890")
    assert not report.secret


def test_only_kind_title_story_category_and_name_are_required(city):
    form = ReportForm(typed_answers({}, ReportForm.base_fields))

    assert set(form.errors) == {"kind", "title", "story", "category", "name"}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("kind", "gosip"),
        ("title", "Got"),
        ("title", "   \t  "),
        ("title", "\u200b\u200b\u200b\u200b\u200b\u200b"),
        ("title", "?!?!?!?!"),
        ("title", "x" * 151),
        ("story", "Terlalu pendek."),
        ("story", " " * 50),
        ("story", "x" * 10_001),
        ("category", "tidak-ada"),
        ("category", ""),
        ("village", "99.99"),
        ("opd", "TIDAKADA"),
        ("place", "x" * 251),
        ("name", "x" * 121),
        ("name", " \n "),
        ("email", "bukan-alamat"),
        ("email", "x" * 250 + "@a.id"),
        ("phone", "delapan satu dua"),
        ("phone", "0812<script>"),
        ("phone", "123"),
        ("phone", "0" * 16),
        ("phone", "62+812345678"),
        ("event_date", "kemarin"),
        ("event_date", "31/02/2026"),
        ("event_date", "1899-01-01"),
        ("event_date", "9999-12-31"),
    ],
)
def test_a_bad_answer_is_named_and_nothing_else(city, field, typed):
    form = form_of(**{field: typed})

    assert set(form.errors) == {field}
    assert len(form.errors[field]) == 1


@pytest.mark.parametrize(
    "typed", ["2026-11-20", "20/11/2026", "20-11-2026", "20.11.2026", " 20/11/26 "]
)
def test_days_are_understood_as_people_write_them(city, typed):
    with time_machine.travel("2026-11-24T10:00:00+07:00"):
        form = form_of(event_date=typed)

        assert form.is_valid(), form.errors
    assert form.cleaned_data["event_date"] == date(2026, 11, 20)


def test_today_in_the_city_counts_even_when_it_is_yesterday_in_utc(city):
    with time_machine.travel("2026-11-24T00:30:00+07:00"):
        assert form_of(event_date="2026-11-24").is_valid()
        assert not form_of(event_date="2026-11-25").is_valid()


def test_ten_years_back_is_the_limit(city):
    limit = timezone.localdate() - timedelta(days=3653)

    assert form_of(event_date=limit.isoformat()).is_valid()
    assert not form_of(event_date=(limit - timedelta(days=1)).isoformat()).is_valid()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+62 812-3456-7890", "+6281234567890"),
        ("(0755) 20.123", "075520123"),
        ("０８１２３４５６", "08123456"),
        ("", ""),
    ],
)
def test_phone_numbers_are_kept_as_digits(city, typed, kept):
    form = form_of(phone=typed)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["phone"] == kept


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("pengaduan", Kind.COMPLAINT),
        ("Aspirasi", Kind.ASPIRATION),
        ("permintaan informasi", Kind.INFORMATION),
        ("permintaan-informasi", Kind.INFORMATION),
        ("information", Kind.INFORMATION),
    ],
)
def test_the_class_is_understood_in_both_languages(city, typed, kind):
    form = form_of(kind=typed)

    assert form.is_valid(), form.errors
    assert form.report().kind == kind


def test_an_anonymous_report_needs_no_name_and_keeps_none(city):
    form = form_of(anonymous="on", name="Jejak", email="bukan alamat", phone="xx")

    assert form.is_valid(), form.errors
    report = form.report()
    assert report.anonymous
    assert (report.name, report.email, report.phone) == ("", "", "")


def test_a_category_makes_its_reports_secret(city):
    form = form_of(category="pungli")

    assert form.is_valid()
    assert form.report().secret


def test_an_inactive_category_or_department_cannot_be_chosen(city):
    city.pupr.is_active = False
    city.pupr.save()
    city.roads.is_active = False
    city.roads.save()

    assert set(form_of(opd="PUPR").errors) == {"category", "opd"}


def test_control_codes_and_direction_marks_are_dropped():
    assert plain_line("Lampu\0 \x07mati\n di\u202e pasar ") == "Lampu mati di pasar"
    assert (
        plain_lines("satu\r\ndua\rtiga\u2028empat\tlima\x1b[31m")
        == "satu\ndua\ntiga\nempat\tlima[31m"
    )
    assert plain_line("e\u0301") == "é"


@pytest.mark.parametrize("given", ["", "kurang", "a b c d e f g h i j k", "x" * 65, "<script>" * 3])
def test_a_key_that_no_form_of_ours_carried_is_replaced(given):
    first, second = submission_key({"submission": given}), submission_key({"submission": given})

    assert first != second
    assert submission_key({"submission": first}) == first


def test_the_form_is_read_with_three_queries(city, django_assert_num_queries):
    with django_assert_num_queries(3):
        ReportForm().as_p()
