"""What a reporter was promised about name and secrecy, looked for everywhere data could lie."""

import logging

from django.conf import settings
from django.db import connection

from tests.content.reporting.conftest import ANSWERS
from workflows.cases.models import Complaint

NAME, MAIL, PHONE = "Jejakkaki Tersembunyi", "jejakkaki@example.com", "081200009999"
AGENT = "Penjelajah-Jejakkaki/1.0"


def everything_stored() -> str:
    """Return all rows of all tables as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows += [table, *map(str, cursor.fetchall())]
    return "\n".join(rows)


def test_an_anonymous_report_leaves_no_trace_of_its_reporter(visitor, caplog):
    visitor.client.defaults |= {"HTTP_USER_AGENT": AGENT, "REMOTE_ADDR": "203.0.113.77"}
    given = {"name": NAME, "email": MAIL, "phone": PHONE, "anonymous": "on"}
    with caplog.at_level(logging.DEBUG):
        check = visitor.fill_in(**given)
        receipt = visitor.send(check, "/lapor/")

    assert check.soup.select_one(".notice")
    assert Complaint.objects.get().anonymous
    logged = "\n".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    stored = everything_stored()
    assert ANSWERS["title"] in stored
    for marker in ("jejakkaki", PHONE, "203.0.113.77"):
        assert marker not in stored.lower()
        assert marker not in logged.lower()
        assert marker not in receipt.text.lower()


def test_an_anonymous_report_is_sent_without_name_even_when_the_form_is_tampered_with(visitor):
    check = visitor.fill_in(anonymous="on")

    visitor.send(check, "/lapor/", name=NAME, email=MAIL, phone=PHONE)

    assert "jejakkaki" not in everything_stored().lower()


def test_the_tracking_code_is_stored_nowhere(visitor):
    from tests.content.reporting.test_filing import receipt_of

    _, code = receipt_of(visitor.file())

    stored = everything_stored()
    assert code not in stored
    assert code.replace("-", "") not in stored


def test_nothing_is_stored_before_the_report_is_sent(visitor):
    visitor.fill_in(name=NAME)

    assert "jejakkaki" not in everything_stored().lower()


def test_a_named_report_keeps_the_name_for_staff_and_shows_it_on_no_receipt(visitor):
    receipt = visitor.file(name=NAME, email=MAIL)

    assert Complaint.objects.get().reporter_name == NAME
    assert NAME not in receipt.text
    assert MAIL not in receipt.text


def test_a_category_that_is_secret_by_itself_says_so_before_sending(any_visitor):
    check = any_visitor.fill_in(category="pungli")
    assert len(check.soup.select("main .notice")) == 1

    any_visitor.send(check, "/lapor/")

    assert Complaint.objects.get().secret
    assert not any_visitor.fill_in().soup.select("main .notice")


def test_no_page_of_a_report_carries_number_or_name_in_its_address(visitor):
    receipt = visitor.file(name=NAME)
    number = Complaint.objects.get().number

    links = [str(link["href"]) for link in receipt.soup.select("a[href]")]
    actions = [str(form.get("action", "")) for form in receipt.forms()]
    assert not any(number in address or "Jejak" in address for address in links + actions)
    assert receipt.response.request["PATH_INFO"] == "/lapor/"
    assert receipt.response.request["QUERY_STRING"] == ""


def test_no_answer_to_a_post_offers_a_switch_of_language_that_would_lose_it(visitor):
    check = visitor.fill_in()
    receipt = visitor.send(check, "/lapor/")

    assert visitor.get("/lapor/").soup.select(".languages a")
    assert not check.soup.select(".languages a, link[hreflang]")
    assert not receipt.soup.select(".languages a, link[hreflang]")


def test_visitors_are_not_logged_by_address():
    assert "%(ip" not in str(settings.LOGGING)
