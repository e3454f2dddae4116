"""Filing as a visitor does it: ask, check, send, receipt; forward, back and twice."""

import re

import pytest
from django.utils import timezone

from tests.content.reporting.conftest import ANSWERS, Visitor
from workflows.cases.models import Complaint
from workflows.cases.promises import promises
from workflows.cases.selectors import find_by_code
from workflows.opd.models import Category

NUMBER = re.compile(r"\b\d{3}-\d{3}-\d{3}\b")
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")


def receipt_of(screen):
    return NUMBER.search(screen.text).group(), CODE.search(screen.text).group()


def test_a_visitor_files_a_report_and_gets_number_and_code(any_visitor):
    empty = any_visitor.get("/lapor/")
    check = any_visitor.send(empty, "/lapor/", **ANSWERS)
    assert not Complaint.objects.exists()

    receipt = any_visitor.send(check, "/lapor/")

    number, code = receipt_of(receipt)
    complaint = Complaint.objects.get()
    assert find_by_code(number, code) == complaint
    assert complaint.title == ANSWERS["title"]
    assert complaint.story == ANSWERS["story"]
    language = "en" if any_visitor.prefix else "id"
    assert complaint.language == language
    for screen in (empty, check, receipt):
        assert screen.response.status_code == 200
        assert screen.soup.html["lang"] == language
        assert len(screen.soup.select("h1")) == 1


def test_the_receipt_says_by_which_day_the_city_answers(visitor):
    receipt = visitor.file()

    days = [promise.due for promise in promises(Complaint.objects.get())]
    assert len(days) == 2
    for day in days:
        assert f"{day.day} " in receipt.text
        assert str(day.year) in receipt.text


def test_values_on_the_page_work_when_they_are_posted_back(visitor, site):
    page = visitor.get("/lapor/")
    answers = {
        name: str(page.soup.select(f"[name={name}] option[value]")[-1]["value"])
        for name in ("category", "village", "opd")
    }
    kinds = [str(radio["value"]) for radio in page.soup.select("[name=kind]")]

    for kind in kinds:
        check = visitor.send(page, "/lapor/", **ANSWERS | answers | {"kind": kind})
        assert check.hidden()["step"] == "send"
    assert len(kinds) == 3
    assert page.soup.select_one(f"[name=village] option[value='{site.village.code}']")


def test_the_check_shows_every_answer_before_anything_is_sent(visitor, site):
    today = timezone.localdate()
    check = visitor.fill_in(
        village=site.village.code, opd="PUPR", event_date=today.strftime("%d/%m/%Y")
    )

    shown = {
        button["value"]: button.find_parent("div").dd.get_text()
        for button in check.soup.select("button[name=change]")
    }
    assert shown["title"] == ANSWERS["title"]
    assert shown["story"] == ANSWERS["story"]
    assert shown["category"] == site.roads.label
    assert shown["village"] == site.village.name
    assert site.pupr.name in shown["opd"]
    assert str(today.year) in shown["event_date"]
    assert shown["phone"] == "081234567890"
    assert set(shown) == {
        "kind", "title", "story", "category", "event_date", "village", "place", "opd",
        "name", "email", "phone", "secret",
    }  # fmt: skip


def test_going_back_keeps_every_answer_and_jumps_to_the_field(visitor, site):
    filled = ANSWERS | {"village": site.village.code, "opd": "PUPR", "secret": "on"}
    check = visitor.fill_in(**filled)

    form = visitor.send(check, "/lapor/", form=1, change="place")

    kept = form.kept()
    assert {name: kept[name] for name in filled} == filled
    assert kept["submission"] == check.hidden()["submission"]
    assert form.wrong() == []
    assert [field["name"] for field in form.soup.select("[autofocus]")] == ["place"]
    again = visitor.send(form, "/lapor/", **filled | {"place": "Simpang Rumbio"})
    assert again.hidden()["place"] == "Simpang Rumbio"


@pytest.mark.parametrize("change", ["kind", "anonymous", "submission", "", "__class__"])
def test_any_change_button_leads_back_to_the_form(visitor, change):
    form = visitor.send(visitor.fill_in(), "/lapor/", form=1, change=change)

    assert form.kept()["title"] == ANSWERS["title"]


def test_an_anonymous_reporter_can_go_back_and_give_the_name_after_all(visitor):
    check = visitor.fill_in(anonymous="on", name="Jejak Kaki")

    assert "name" not in check.hidden(0)
    assert check.hidden(1)["name"] == "Jejak Kaki"


def test_sending_twice_gives_one_complaint_and_the_same_receipt(any_visitor):
    check = any_visitor.fill_in()

    first = any_visitor.send(check, "/lapor/")
    second = any_visitor.send(check, "/lapor/")

    assert Complaint.objects.count() == 1
    assert receipt_of(first) == receipt_of(second)


def test_two_visitors_with_the_same_answers_file_two_complaints(site):
    first, second = Visitor().file(), Visitor().file()

    assert Complaint.objects.count() == 2
    assert receipt_of(first)[1] != receipt_of(second)[1]


@pytest.mark.parametrize("step", ["", "send", "anything"])
def test_wrong_answers_are_named_and_what_was_typed_stays(any_visitor, step):
    typed = ANSWERS | {"title": "Got", "event_date": "32/13/2026", "phone": "nol delapan"}
    form = any_visitor.send(any_visitor.get("/lapor/"), "/lapor/", **typed, step=step)

    assert form.response.status_code == 200
    assert form.wrong() == ["title", "event_date", "phone"]
    kept = form.kept()
    assert {name: kept[name] for name in typed} == typed
    assert not Complaint.objects.exists()


def test_every_error_is_tied_to_its_field_for_the_ear(visitor):
    form = visitor.send(visitor.get("/lapor/"), "/lapor/", kind="", title="Got")

    prefix = "Kesalahan:" if "Kesalahan:" in form.soup.title.string else "Error:"
    assert form.soup.title.string.startswith(prefix)
    assert form.wrong() == ["kind", "title", "story", "category", "name"]
    for link in form.soup.select(".error-summary a"):
        assert form.soup.select_one(str(link["href"])), link["href"]
    for name in ("title", "story", "category", "name"):
        field = form.soup.select_one(f"[name={name}]")
        assert field["aria-invalid"] == "true"
        assert f"id_{name}_error" in field["aria-describedby"]
        assert form.soup.select_one(f"#id_{name}_error").get_text(strip=True)
    assert form.soup.select_one("fieldset[aria-describedby=id_kind_error]")
    summary = form.soup.select_one(".error-summary")
    assert summary.has_attr("autofocus")


def test_a_day_that_cannot_be_read_stays_visible(visitor):
    form = visitor.send(visitor.get("/lapor/"), "/lapor/", **ANSWERS, event_date="besok")

    field = form.soup.select_one("[name=event_date]")
    assert (field["type"], field["value"]) == ("text", "besok")
    good = visitor.send(visitor.fill_in(event_date="1/2/2026"), "/lapor/", form=1)
    field = good.soup.select_one("[name=event_date]")
    assert (field["type"], field["value"]) == ("date", "2026-02-01")


def test_a_category_that_was_closed_meanwhile_is_named_when_sending(visitor):
    check = visitor.fill_in()
    Category.objects.filter(key="jalan").update(is_active=False)

    form = visitor.send(check, "/lapor/")

    assert form.wrong() == ["category"]
    assert form.kept()["story"] == ANSWERS["story"]


def test_a_post_without_a_token_files_nothing_and_loses_nothing(any_visitor):
    hidden = any_visitor.fill_in().hidden()
    stale = {name: value for name, value in hidden.items() if name != "csrfmiddlewaretoken"}

    check = any_visitor.post("/lapor/", **stale)

    assert check.response.status_code == 403
    assert not Complaint.objects.exists()
    assert check.soup.select_one(".error-summary")
    assert check.hidden()["story"] == ANSWERS["story"]
    receipt_of(any_visitor.send(check, "/lapor/"))
    assert Complaint.objects.count() == 1


def test_wrong_answers_without_a_token_come_back_too(visitor):
    form = visitor.post("/lapor/", **ANSWERS | {"title": ""})

    assert form.response.status_code == 403
    assert form.wrong() == ["title"]
    assert form.kept()["story"] == ANSWERS["story"]


@pytest.mark.parametrize("path", ["/", "/faq/", "/tidak-ada/", "/admin/login/"])
def test_other_forms_without_a_token_are_refused_with_a_page_that_helps(visitor, path):
    screen = visitor.post(path, title="apa saja")

    assert screen.response.status_code == 403
    assert screen.soup.h1


def test_the_first_page_may_be_kept_by_the_browser_and_answers_may_not(visitor):
    empty, check = visitor.get("/lapor/"), visitor.fill_in()
    receipt = visitor.send(check, "/lapor/")

    assert "no-store" not in empty.response["Cache-Control"]
    assert "private" in empty.response["Cache-Control"]
    for screen in (check, receipt):
        assert "no-store" in screen.response["Cache-Control"]
        assert screen.response["X-Robots-Tag"] == "noindex"
        assert screen.soup.select_one("meta[name=robots][content=noindex]")


def test_no_step_needs_another_cookie_than_the_token(visitor):
    visitor.file()

    assert set(visitor.client.cookies) == {"csrftoken"}


def test_each_form_that_is_opened_has_a_key_of_its_own(visitor):
    keys = {visitor.get("/lapor/").hidden()["submission"] for _ in range(3)}

    assert len(keys) == 3


def test_categories_that_are_secret_stand_apart_and_only_when_there_are_any(visitor, site):
    groups = visitor.get("/lapor/").soup.select("[name=category] optgroup")
    assert [group.option["value"] for group in groups] == ["jalan", "pungli"]

    site.bribes.is_active = False
    site.bribes.save()

    assert len(visitor.get("/lapor/").soup.select("[name=category] optgroup")) == 1


def test_examples_help_whoever_is_not_sure_of_the_category(any_visitor, site):
    site.roads.examples, site.roads.examples_en = "jalan berlubang, got mampet", "potholes, drains"
    site.roads.save()

    page = any_visitor.get("/lapor/")

    expected = "potholes" if any_visitor.prefix else "jalan berlubang"
    assert expected in page.soup.select_one("option[value=jalan]").get_text()
    assert expected in page.soup.select_one("details.subjects").get_text()


def test_the_form_page_asks_few_queries(visitor, django_assert_max_num_queries):
    visitor.get("/lapor/")

    with django_assert_max_num_queries(20):
        visitor.get("/lapor/")
