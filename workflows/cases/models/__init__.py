"""The complaint, its minimal life and its append-only history."""

from workflows.cases.models.complaints import Channel, Complaint, Kind
from workflows.cases.models.events import Event, EventKind
from workflows.cases.models.life import Stage

__all__ = ["Channel", "Complaint", "Event", "EventKind", "Kind", "Stage"]
