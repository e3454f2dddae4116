"""What the city promised about a complaint: by which day, and whether it was kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from workflows.cases.models import Complaint, Kind, Stage
from workflows.opd.calendar import WorkingCalendar, city_calendar
from workflows.opd.models import ServiceStandard


class Step(StrEnum):
    """What is promised."""

    VERIFY = "verify"
    FOLLOW_UP = "follow_up"
    ANSWER = "answer"


class Outcome(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"  # missed, whether done afterwards or not


@dataclass(frozen=True)
class Promise:
    """One promise: counted from a day, over working days, due on a day."""

    step: Step
    since: date
    working_days: int
    due: date
    kept_at: date | None
    outcome: Outcome
    days_left: int  # working days from today to the due day; negative when it is over


class PromiseBook:
    """Works out promises of many complaints with the limits and calendar read once (2 queries)."""

    def __init__(self, *, today: date | None = None) -> None:
        self.standard = ServiceStandard.load()
        self.calendar: WorkingCalendar = city_calendar()
        self.today = today or timezone.localdate()

    def promises(self, complaint: Complaint) -> list[Promise]:
        """Return what was promised about the complaint, in the order in which it falls due.

        First check and whole case count from filing, the first follow-up from verification. An
        archived complaint keeps the promise of the first check and no other.
        """
        filed = timezone.localdate(complaint.filed_at)
        verified = _day(complaint.verified_at)
        archived = complaint.stage == Stage.ARCHIVED
        checked = verified if not archived else _day(complaint.answered_at)
        rows = [self._promise(Step.VERIFY, filed, self.standard.verify_days, checked)]
        if archived:
            return rows
        if verified:
            followed_up = _day(complaint.followed_up_at)
            limit = self.standard.follow_up_days
            rows.append(self._promise(Step.FOLLOW_UP, verified, limit, followed_up))
        answered = _day(complaint.answered_at)
        rows.append(self._promise(Step.ANSWER, filed, self.case_days(complaint.kind), answered))
        return rows

    def next_promise(self, complaint: Complaint) -> Promise | None:
        """Return the unkept promise that falls due first, or None when nothing is owed."""
        owed = [promise for promise in self.promises(complaint) if promise.kept_at is None]
        return min(owed, key=lambda promise: promise.due, default=None)

    def case_days(self, kind: str) -> int:
        """Return the limit of the whole case in working days, by class of report."""
        if kind == Kind.INFORMATION:
            return self.standard.information_days
        return self.standard.complaint_days

    def _promise(self, step: Step, since: date, days: int, kept_at: date | None) -> Promise:
        due = self.calendar.add_working_days(since, days)
        late = (kept_at or self.today) > due
        outcome = Outcome.LATE if late else Outcome.KEPT if kept_at else Outcome.OPEN
        left = self.calendar.working_days_between(self.today, due)
        return Promise(step, since, days, due, kept_at, outcome, left)


def promises(complaint: Complaint) -> list[Promise]:
    """Return the promises about one complaint as they stand today (2 queries)."""
    return PromiseBook().promises(complaint)


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
