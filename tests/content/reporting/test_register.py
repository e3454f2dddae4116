"""The public register: complete for what is public, silent about everything else."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse

from tests.factories import make_category, make_complaint, make_user, make_village
from workflows.cases.models import Complaint, Stage

MARK = "Tandarahasia"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


@pytest.fixture
def reports(site):
    """Make one public report in each stage that is shown."""
    return {
        stage: make_complaint(stage, opd=site.pupr, title=f"Laporan {stage}", village=site.village)
        for stage in (Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)
    }


@pytest.fixture
def hidden(site):
    """Make one report of each kind that is never shown."""
    return [
        make_complaint(Stage.VERIFIED, title=f"{MARK} rahasia", secret=True),
        make_complaint(Stage.RESOLVED, title=f"{MARK} pungli", category=site.bribes),
        make_complaint(Stage.RECEIVED, title=f"{MARK} baru"),
        make_complaint(Stage.ARCHIVED, title=f"{MARK} arsip"),
        make_complaint(Stage.IN_PROGRESS, title=f"{MARK} belum terbit", publish=False),
    ]


def titles(screen):
    return [link.get_text() for link in screen.soup.select("main .list h3 a")]


def test_the_list_shows_public_reports_newest_first(any_visitor, reports, hidden):
    screen = any_visitor.get("/laporan/")

    assert titles(screen) == [
        f"Laporan {stage}" for stage in (Stage.RESOLVED, Stage.IN_PROGRESS, Stage.VERIFIED)
    ]
    assert MARK not in screen.text
    assert screen.soup.html["lang"] == ("en" if any_visitor.prefix else "id")


def test_no_search_brings_up_what_is_not_public(visitor, reports, hidden):
    for complaint in hidden:
        for query in ({"q": MARK}, {"q": complaint.number}, {"stage": complaint.stage}):
            screen = visitor.get("/laporan/", **query)
            assert not any(MARK in title for title in titles(screen))
            assert complaint.title not in screen.text


def test_a_report_that_is_not_public_answers_like_an_unknown_number(visitor, hidden):
    def page(number):
        screen = visitor.get(f"/laporan/{number}/")
        assert screen.response.status_code == 404
        headers = dict(screen.response.headers) | {"ETag": "of the content"}
        return screen.response.content.decode().replace(number, "N"), headers

    unknown = page("000-000-000")
    for complaint in hidden:
        assert page(complaint.number) == unknown


def test_the_page_of_a_report_shows_title_place_department_and_answers(any_visitor, reports):
    complaint = reports[Stage.RESOLVED]

    screen = any_visitor.get(f"/laporan/{complaint.number}/")

    assert screen.soup.h1.get_text() == complaint.title
    for shown in (complaint.number, complaint.village.name, complaint.opd.name, "Sudah ditambal."):
        assert shown in screen.text
    assert len(screen.soup.select(".timeline li")) == 4


def test_neither_reporter_nor_story_nor_staff_is_public(visitor, site):
    complaint = make_complaint(
        Stage.RESOLVED,
        name=f"{MARK} Nama",
        email=f"{MARK.lower()}@example.com",
        phone="0812999888777",
        story=f"{MARK} menceritakan sesuatu yang panjang sekali.",
        place=f"{MARK} rumah nomor tujuh",
    )
    make_user("staf")
    for path in (f"/laporan/{complaint.number}/", "/laporan/", f"/laporan/?q={MARK}"):
        body = visitor.client.get(path).content.decode()
        body = body.replace(f'value="{MARK}"', "").replace(f"q={MARK}", "")  # the question itself
        assert MARK.lower() not in body.lower()
        assert "0812999888777" not in body


def test_the_number_may_be_written_without_dashes(visitor, reports):
    number = reports[Stage.RESOLVED].number.replace("-", "")

    assert visitor.get(f"/laporan/{number}/").response.status_code == 200


def test_the_list_is_narrowed_by_status_category_village_and_words(visitor, site, reports):
    other = make_complaint(
        Stage.VERIFIED,
        title="Sampah menumpuk 100%",
        category=make_category("sampah"),
        village=make_village("Laing"),
    )
    by = {
        "stage": "resolved",
        "category": "sampah",
        "village": other.village.code,
        "q": "menumpuk",
    }
    found = {name: titles(visitor.get("/laporan/", **{name: value})) for name, value in by.items()}

    assert found.pop("stage") == ["Laporan resolved"]
    assert set(map(tuple, found.values())) == {("Sampah menumpuk 100%",)}
    assert titles(visitor.get("/laporan/", q="100%")) == ["Sampah menumpuk 100%"]
    assert titles(visitor.get("/laporan/", q=other.number.replace("-", " "))) == [other.title]
    assert titles(visitor.get("/laporan/", category="sampah", stage="resolved")) == []


def test_each_status_says_how_many_reports_it_would_show(visitor, reports):
    make_complaint(Stage.RESOLVED, title="Satu lagi")

    screen = visitor.get("/laporan/", stage="verified", q="a")

    links = screen.soup.select(".by-status a")
    assert [link.get_text().rsplit("(")[-1].rstrip(")") for link in links] == ["4", "1", "1", "2"]
    assert [
        "stage=verified" in link["href"] for link in links if link.has_attr("aria-current")
    ] == [True]
    assert all("q=a" in link["href"] for link in links)
    assert screen.soup.select_one("form [name=stage]")["value"] == "verified"


@pytest.mark.parametrize(
    "query",
    [
        {"stage": "received"},
        {"stage": "\0"},
        {"category": "x' OR 1=1 --"},
        {"village": "\0\0"},
        {"page": "zwölf"},
        {"page": "-1"},
        {"page": "99999999999999999999"},
        {"tidak": "dikenal"},
    ],
)
def test_what_is_not_understood_narrows_nothing(visitor, reports, query):
    assert len(titles(visitor.get("/laporan/", **query))) == 3


def test_an_empty_register_and_an_empty_search_say_what_to_do(visitor, site):
    empty = visitor.get("/laporan/")
    make_complaint(Stage.VERIFIED)
    searched = visitor.get("/laporan/", q="tidak ada yang begini")

    assert titles(empty) == titles(searched) == []
    assert searched.soup.select_one(f"main p a[href='{reverse('register')}']")
    assert not empty.soup.select_one(f"main p a[href='{reverse('register')}']")


def test_the_list_turns_its_pages_and_keeps_what_was_asked(visitor, site):
    for number in range(27):
        make_complaint(Stage.VERIFIED, title=f"Lampu {number:02}")

    first = visitor.get("/laporan/", q="Lampu")
    following = first.soup.select_one(".pagination a[rel=next]")["href"]
    second = BeautifulSoup(
        visitor.client.get(f"/laporan/{following}").content, "html.parser"
    ).select("main .list h3 a")

    assert len(titles(first)) == 25
    assert [link.get_text() for link in second] == ["Lampu 01", "Lampu 00"]


@pytest.mark.parametrize("size", [1, 12])
def test_the_list_asks_the_same_few_queries_at_any_size(
    visitor, site, size, django_assert_max_num_queries
):
    for number in range(size):
        make_complaint(Stage.VERIFIED, village=make_village(f"V{number}"), category=make_category())
    visitor.get("/laporan/")

    with django_assert_max_num_queries(8):
        visitor.get("/laporan/", kept="no")


def test_the_page_of_a_report_asks_few_queries(visitor, reports, django_assert_max_num_queries):
    number = reports[Stage.RESOLVED].number
    visitor.get(f"/laporan/{number}/")

    with django_assert_max_num_queries(8):
        visitor.get(f"/laporan/{number}/", kept="no")


def test_the_second_anonymous_visitor_costs_no_query(visitor, reports, django_assert_num_queries):
    number = reports[Stage.RESOLVED].number
    for path in ("/laporan/", f"/laporan/{number}/", "/laporan/?stage=resolved"):
        first = visitor.client.get(path).content
        with django_assert_num_queries(0):
            assert visitor.client.get(path).content == first


def test_free_searches_do_not_fill_the_cache(visitor, reports):
    visitor.get("/laporan/", q="Laporan")

    Complaint.objects.filter(stage=Stage.VERIFIED).update(title="Laporan lain")
    assert "Laporan lain" in titles(visitor.get("/laporan/", q="Laporan"))


def test_the_register_sets_no_cookie(visitor, reports):
    visitor.get("/laporan/")
    visitor.get(f"/laporan/{reports[Stage.VERIFIED].number}/")

    assert not visitor.client.cookies
