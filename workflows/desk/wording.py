"""Deadlines and stages in words that can be read at a glance."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.cases.promises import Outcome, Promise, Step


def step_name(step: Step) -> str:
    """Return what was promised, as staff call it."""
    return {
        Step.VERIFY: _("first check"),
        Step.FOLLOW_UP: _("first follow-up"),
        Step.ANSWER: _("answer"),
    }[step]


def time_left(promise: Promise | None) -> str:
    """Return how urgent the next promise is, in words: late, today, or how many days are left."""
    if promise is None:
        return _("Nothing due")
    days = promise.days_left
    if promise.outcome == Outcome.LATE:
        late = max(1, -days)
        return ngettext("%(n)d working day late", "%(n)d working days late", late) % {"n": late}
    if days <= 0:
        return _("Due today")
    return ngettext("%(n)d working day left", "%(n)d working days left", days) % {"n": days}
