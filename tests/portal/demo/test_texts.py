"""How fixtures/ is read: texts, their Markdown, and reports that could have happened."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from portal.demo import markup
from portal.demo.reports import _report, read_reports
from portal.demo.schedule import Schedule
from portal.demo.sources import LANGUAGES, names_in, parse_text, read_text
from workflows.opd.calendar import WorkingCalendar


def _links(target: str) -> dict[str, Any]:
    return {"linktype": "page", "id": 7} if target.startswith("page:") else {"href": target}


def _told(*lines: str) -> str:
    return "\n".join(lines)


def test_a_text_is_header_and_content() -> None:
    text = parse_text("title: Satu: dua\nintro: Ya\n\nIsi\n\nLagi")
    assert text.header == {"title": "Satu: dua", "intro": "Ya"}
    assert text.content == "Isi\n\nLagi"


def test_a_header_line_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="key: value"):
        parse_text("judul saja\n\nIsi")


def test_markdown_becomes_rich_text_and_nothing_else() -> None:
    source = "Satu **tebal** & <b>\n\n- a [x](page:y)\n- b\n\n1. satu\n2. dua"
    assert markup.rich_text(source, _links) == (
        "<p>Satu <b>tebal</b> &amp; &lt;b&gt;</p>"
        '<ul><li>a <a linktype="page" id="7">x</a></li><li>b</li></ul>'
        "<ol><li>satu</li><li>dua</li></ol>"
    )


def test_a_body_becomes_blocks() -> None:
    source = _told(
        "Teks",
        "",
        "## Judul",
        "- butir",
        "",
        "> **Awas**",
        "> Isi",
        "",
        "| A | B |",
        "|---|---|",
        "| 1 | 2 |",
        "",
        ":::steps",
        "### Datang",
        "actor: Anda",
        "days: 3",
        "Bawa KTP.",
        "### Pulang",
        ":::",
        "",
        "→ [Lapor](page:lapor)",
        "",
        "→ [Lacak](/lacak/)",
    )
    blocks = markup.body(source, _links)
    kinds = ["text", "heading", "text", "callout", "table", "steps", "link", "link"]
    assert [block["type"] for block in blocks] == kinds
    assert blocks[3]["value"] == {"title": "Awas", "text": "<p>Isi</p>"}
    assert blocks[4]["value"]["rows"] == [{"values": ["1", "2"]}]
    come, leave = blocks[5]["value"]
    assert (come["actor"], come["working_days"], come["text"]) == ("Anda", 3, "<p>Bawa KTP.</p>")
    assert (leave["actor"], leave["working_days"], leave["text"]) == ("", None, "")
    assert blocks[6]["value"]["page"] == 7
    assert blocks[7]["value"]["address"] == "/lacak/"


def test_a_note_needs_no_title() -> None:
    (block,) = markup.body("> Hanya isi", _links)
    assert block["value"] == {"title": "", "text": "<p>Hanya isi</p>"}


@pytest.mark.parametrize("folder", ["pages", "sop", "opd_pages"])
def test_every_text_exists_in_every_language(folder: str) -> None:
    for name in names_in(folder):
        for language in LANGUAGES:
            assert read_text(folder, name, language).header["title"]


def test_there_are_sixty_reports_with_keys_of_their_own() -> None:
    reports = read_reports()
    assert len(reports) == len({report.key for report in reports}) == 60
    assert {report.kind for report in reports} == {"complaint", "aspiration", "information"}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("key: a\nfiled: 2\n\nCerita\n\n## verify +2 PUPR\n", "before today"),
        ("key: a\nfiled: 2\n\nCerita\n\n## verify +0 PUPR\n", "next working day"),
        ("key: a\nfiled: 2\nflags: loud\n\nCerita", "unknown flags"),
        ("key: a\nfiled: 2\nflags: anonymous\nname: Contoh\n\nCerita", "no name"),
        ("key: a\nfiled: 2\ntrial: yes\nevent: 1\n\nCerita", "every day"),
    ],
)
def test_a_report_that_cannot_have_happened_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        _report("jalan", "Judul", source)


def test_no_report_lies_in_the_future_whatever_day_it_is() -> None:
    reports, calendar = read_reports(), WorkingCalendar({})
    for offset in range(0, 730, 5):
        day = date(2026, 1, 1) + timedelta(days=offset)
        now = timezone.make_aware(datetime(day.year, day.month, day.day, 0, 5))
        schedule = Schedule(calendar, now)
        for report in reports:
            moment = schedule.filed(report.key, report.filed)
            assert timedelta(0) < now - moment < timedelta(days=95)
            for number, step in enumerate(report.steps):
                moment = schedule.acted(f"{report.key}:{number}", moment, step.working_days)
            assert moment < now


def test_nobody_acts_during_friday_prayer() -> None:
    schedule = Schedule(WorkingCalendar({}), timezone.now())
    thursday = timezone.make_aware(datetime(2026, 6, 11, 9))
    for seed in range(60):
        moment = timezone.localtime(schedule.acted(str(seed), thursday, 1))
        assert moment.weekday() == 4
        assert (moment.hour * 60 + moment.minute) not in range(11 * 60 + 30, 14 * 60)
