"""What a person of the desk sees first after entering the admin."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from workflows.cases.models import Stage
from workflows.cases.promises import Outcome, PromiseBook
from workflows.cases.selectors import waiting_for
from workflows.desk.notices import unread_count
from workflows.desk.wording import time_left

SHOWN = 8  # most urgent complaints on the first page


class WaitingPanel(Component):
    """What waits for this person, most urgent first."""

    name = "waiting"
    template_name = "desk/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the waiting complaints with their deadlines in words."""
        user = (parent_context or {})["request"].user
        book = PromiseBook()
        rows = []
        for complaint in waiting_for(user).select_related("opd", "category"):
            promise = book.next_promise(complaint)
            rows.append((complaint, promise, time_left(promise)))
        rows.sort(key=lambda row: row[1].due if row[1] else row[0].filed_at.date())
        return {
            "rows": [(complaint, words) for complaint, _, words in rows[:SHOWN]],
            "total": len(rows),
            "late": sum(1 for _, row, _ in rows if row and row.outcome == Outcome.LATE),
            "new": sum(1 for complaint, _, _ in rows if complaint.stage == Stage.RECEIVED),
            "unread": unread_count(user),
        }
