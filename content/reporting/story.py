"""A complaint told in plain words: what happened, where it stands, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from workflows.cases.models import Complaint, Stage
from workflows.cases.selectors import PublicLine

WAY = (Stage.RECEIVED, Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)


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


def told(lines: Iterable[PublicLine]) -> list[ToldLine]:
    """Return the history in sentences, newest first."""
    sentences = {
        "filed": _("Your report has arrived."),
        "verify": _("Checked and handed over to %(opd)s."),
        "start": _("%(opd)s has begun the follow-up."),
        "resolve": _("%(opd)s has answered."),
        "archive": _("Put into the archive. The reason is given below."),
    }
    return [
        ToldLine(line.at, sentences[line.event] % {"opd": line.opd}, line.text)
        for line in reversed(list(lines))
    ]


def progress(complaint: Complaint) -> list[Milestone]:
    """Return the phases of the usual way; an archived complaint ends after the first check."""
    labels = {
        Stage.RECEIVED: _("Received"),
        Stage.VERIFIED: _("Checked"),
        Stage.IN_PROGRESS: _("Being handled"),
        Stage.RESOLVED: _("Answered"),
    }
    if complaint.stage == Stage.ARCHIVED:
        return [Milestone(labels[Stage.RECEIVED], "done"), Milestone(_("Archived"), "now")]
    here = WAY.index(Stage(complaint.stage))
    return [
        Milestone(labels[stage], "done" if place < here else "now" if place == here else "next")
        for place, stage in enumerate(WAY)
    ]
