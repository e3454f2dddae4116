"""A complaint told in plain words: what happened, where it stands, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from content.reporting.choices import opd_name
from workflows.cases.models import Complaint, Stage
from workflows.cases.promises import Outcome, Promise, Step, promises
from workflows.cases.selectors import PublicLine

WAY = (Stage.RECEIVED, Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)
ENDS = (Stage.RESOLVED, Stage.ARCHIVED)


@dataclass(frozen=True)
class ToldLine:
    """One line of the history in words for the reader."""

    at: datetime
    sentence: str
    text: str


@dataclass(frozen=True)
class Milestone:
    """One phase on the way of a complaint: passed, where it stands now, or still to come."""

    label: str
    position: str  # "done", "now" or "next"


@dataclass(frozen=True)
class ToldPromise:
    """One promise as it stands today."""

    step: Step
    label: str
    outcome: Outcome
    due: date
    sentence: str


def day(moment: date) -> str:
    """Return a day as people say it: Friday, 27 November 2026."""
    return date_format(moment, "l, j F Y")


def told(lines: Iterable[PublicLine]) -> list[ToldLine]:
    """Return the history in sentences, newest first.

    A line that no sentence is known for is told by the stage that it led to.
    """
    sentences = {
        # Translators: Laporan diterima.
        "filed": _("The report has arrived."),
        "verify": _("Checked and handed over to %(opd)s."),
        "start": _("%(opd)s has begun the follow-up."),
        "resolve": _("%(opd)s has answered."),
        "archive": _("Put into the archive. The reason is given below."),
    }
    stages = dict(Stage.choices)
    return [
        ToldLine(
            line.at,
            sentences.get(line.event, str(stages.get(line.stage, "%(opd)s"))) % {"opd": line.opd},
            line.text,
        )
        for line in reversed(list(lines))
    ]


def standing(complaint: Complaint) -> str:
    """Return where the complaint stands, in one sentence."""
    sentences = {
        # Translators: Laporan sudah kami terima dan menunggu pemeriksaan pertama.
        Stage.RECEIVED: _("The report has arrived and waits for the first check."),
        # Translators: Laporan sudah diperiksa. Sekarang ada di %(opd)s, yang akan ...
        Stage.VERIFIED: _("The report was checked. It is now with %(opd)s, who begins next."),
        # Translators: %(opd)s sedang menindaklanjuti laporan ini.
        Stage.IN_PROGRESS: _("%(opd)s is working on the report."),
        # Translators: %(opd)s sudah menjawab laporan ini. Jawabannya ada di bawah.
        Stage.RESOLVED: _("%(opd)s has answered the report. The answer stands below."),
        # Translators: Laporan ini tidak ditindaklanjuti. Alasannya ada di bawah.
        Stage.ARCHIVED: _("The report is not followed up. The reason stands below."),
    }
    sentence = sentences.get(Stage(complaint.stage), complaint.get_stage_display())
    return sentence % {"opd": opd_name(complaint.opd)}


def is_over(complaint: Complaint) -> bool:
    """Return whether the city owes nothing more on this complaint."""
    return complaint.stage in ENDS


def progress(complaint: Complaint) -> list[Milestone]:
    """Return the phases of the usual way; an archived complaint ends after the first check."""
    labels = {
        Stage.RECEIVED: _("Received"),
        # Translators: Diserahkan ke dinas
        Stage.VERIFIED: _("With a department"),
        Stage.IN_PROGRESS: _("Being handled"),
        Stage.RESOLVED: _("Answered"),
        Stage.ARCHIVED: _("Archived"),
    }
    way = (Stage.RECEIVED, Stage.ARCHIVED) if complaint.stage == Stage.ARCHIVED else WAY
    here = way.index(Stage(complaint.stage))
    return [
        Milestone(labels[stage], "done" if place < here else "now" if place == here else "next")
        for place, stage in enumerate(way)
    ]


def promised(complaint: Complaint) -> list[ToldPromise]:
    """Return what the city promised on this complaint, as it stands today (2 queries)."""
    labels = {
        Step.VERIFY: _("First check"),
        Step.FOLLOW_UP: _("First follow-up"),
        Step.ANSWER: _("Answer"),
    }
    return [
        ToldPromise(
            promise.step,
            labels[promise.step],
            promise.outcome,
            promise.due,
            _sentence(promise),
        )
        for promise in promises(complaint)
    ]


def _sentence(promise: Promise) -> str:
    if promise.kept_at and promise.outcome == Outcome.KEPT:
        # Translators: Ditepati: selesai %(kept)s. Batasnya %(due)s.
        sentence = _("Kept: done on %(kept)s. It was due by %(due)s.")
    elif promise.kept_at:
        # Translators: Terlambat: selesai %(kept)s. Batasnya %(due)s.
        sentence = _("Late: done on %(kept)s. It was due by %(due)s.")
    elif promise.outcome == Outcome.LATE:
        # Translators: Terlambat: batasnya %(due)s. Koordinator juga melihat ini.
        sentence = _("Late: it was due by %(due)s. The coordinator sees this too.")
    else:
        # Translators: Paling lambat %(due)s.
        sentence = _("By %(due)s at the latest.")
    kept = day(promise.kept_at) if promise.kept_at else ""
    return sentence % {"kept": kept, "due": day(promise.due)}
