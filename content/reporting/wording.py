"""How the state, the promises and the history of a complaint are told in plain words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from content.reporting.choices import opd_name
from workflows.cases.models import Complaint, Stage
from workflows.cases.promises import Outcome, Promise, Step, promises
from workflows.cases.selectors import PublicLine, public_history

WAY = (Stage.RECEIVED, Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)


@dataclass(frozen=True)
class StageLine:
    """One stage of the way: `state` is done, now or next; `words` says the same to the ear."""

    label: str
    state: str
    words: str


@dataclass(frozen=True)
class PromiseLine:
    """One promise as it stands: what, and a sentence with the days."""

    label: str
    outcome: str
    sentence: str


@dataclass(frozen=True)
class HistoryLine:
    """One line of the public history."""

    at: datetime
    title: str
    text: str


def day(moment: date) -> str:
    """Return a day as people say it: Friday, 27 November 2026."""
    return date_format(moment, "l, j F Y")


def status_sentence(complaint: Complaint) -> str:
    """Return where the complaint stands, in one sentence."""
    sentences = {
        # Translators: Laporan sudah kami terima dan menunggu pemeriksaan pertama.
        Stage.RECEIVED: _("We have the report, and it waits for the first check."),
        # Translators: Laporan sudah diperiksa dan diserahkan kepada %(opd)s, ...
        Stage.VERIFIED: _("The report was checked and given to %(opd)s, who will begin with it."),
        # Translators: %(opd)s sedang menindaklanjuti laporan ini.
        Stage.IN_PROGRESS: _("%(opd)s is working on the report."),
        # Translators: %(opd)s sudah menjawab laporan ini.
        Stage.RESOLVED: _("%(opd)s has answered the report."),
        # Translators: Laporan ini tidak ditindaklanjuti. Alasannya ada di riwayat.
        Stage.ARCHIVED: _("The report is not followed up. The history below says why."),
    }
    sentence = sentences.get(Stage(complaint.stage), complaint.get_stage_display())
    return sentence % {"opd": opd_name(complaint.opd)}


def next_step_sentence(complaint: Complaint) -> str:
    """Return what the reporter can do now."""
    if complaint.stage in (Stage.RESOLVED, Stage.ARCHIVED):
        # Translators: Belum puas? Buat laporan baru dan sebutkan nomor %(number)s, ...
        return _(
            "If this does not settle it, make a new report and mention the number %(number)s, so "
            "that we can read both together."
        ) % {"number": complaint.number}
    # Translators: Anda tidak perlu melakukan apa-apa. Kembalilah ke halaman ini dengan nomor ...
    return _(
        "You need not do anything. Come back to this page with your number and code to see what "
        "has happened. If a day below has passed without an answer, call us and name the number."
    )


def stage_lines(complaint: Complaint) -> list[StageLine]:
    """Return the way of the complaint: what is done, where it is, what comes next."""
    way = (Stage.RECEIVED, Stage.ARCHIVED) if complaint.stage == Stage.ARCHIVED else WAY
    here = way.index(Stage(complaint.stage))
    finished = here == len(way) - 1
    states = [
        "done" if place < here or finished else "now" if place == here else "next"
        for place in range(len(way))
    ]
    # Translators: selesai / sedang di sini / belum
    words = {"done": _("done"), "now": _("now here"), "next": _("still to come")}
    labels = {
        # Translators: Diterima
        Stage.RECEIVED: _("Received"),
        # Translators: Diserahkan ke dinas
        Stage.VERIFIED: _("Given to a department"),
        # Translators: Dikerjakan
        Stage.IN_PROGRESS: _("Being worked on"),
        # Translators: Dijawab
        Stage.RESOLVED: _("Answered"),
        Stage.ARCHIVED: _("Archived"),
    }
    return [
        StageLine(str(labels[stage]), state, words[state])
        for stage, state in zip(way, states, strict=True)
    ]


def promise_lines(complaint: Complaint) -> list[PromiseLine]:
    """Return what was promised and how it stands (2 queries)."""
    labels = {
        # Translators: Pemeriksaan pertama
        Step.VERIFY: _("First check"),
        # Translators: Mulai ditindaklanjuti
        Step.FOLLOW_UP: _("Work begins"),
        # Translators: Jawaban
        Step.ANSWER: _("Answer"),
    }
    return [
        PromiseLine(labels[promise.step], promise.outcome, _promise_sentence(promise))
        for promise in promises(complaint)
    ]


def _promise_sentence(promise: Promise) -> str:
    if promise.kept_at and promise.outcome == Outcome.KEPT:
        # Translators: Selesai %(kept)s, tepat waktu (batas %(due)s).
        sentence = _("Done on %(kept)s, in time (due by %(due)s).")
    elif promise.kept_at:
        # Translators: Selesai %(kept)s, terlambat (batas %(due)s).
        sentence = _("Done on %(kept)s, late (due by %(due)s).")
    elif promise.outcome == Outcome.LATE:
        # Translators: Terlambat: seharusnya paling lambat %(due)s.
        sentence = _("Late: it was due by %(due)s.")
    else:
        # Translators: Paling lambat %(due)s.
        sentence = _("By %(due)s at the latest.")
    kept = day(promise.kept_at) if promise.kept_at else ""
    return sentence % {"kept": kept, "due": day(promise.due)}


def history_lines(complaint: Complaint) -> list[HistoryLine]:
    """Return the public history, newest first (1 query)."""
    return [
        HistoryLine(line.at, _history_title(line), line.text)
        for line in reversed(public_history(complaint))
    ]


def _history_title(line: PublicLine) -> str:
    titles = {
        # Translators: Laporan diterima
        "filed": _("Report received"),
        # Translators: Diperiksa dan diserahkan kepada %(opd)s
        "verify": _("Checked and given to %(opd)s"),
        # Translators: %(opd)s mulai menindaklanjuti
        "start": _("%(opd)s began to work on it"),
        # Translators: %(opd)s menjawab
        "resolve": _("%(opd)s answered"),
        # Translators: Diarsipkan
        "archive": _("Archived"),
    }
    stages = dict(Stage.choices)
    return titles.get(line.event, str(stages.get(line.stage, line.opd))) % {"opd": line.opd}
