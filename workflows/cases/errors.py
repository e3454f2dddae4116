"""What can go wrong when a complaint is moved; each says enough to tell a person what to do."""

from workflows.cases.models import Event


class MoveRefused(Exception):
    """A complaint was not moved, and nothing was written."""


class TransitionRefused(MoveRefused):
    """The transition does not start where the complaint stands now.

    Usually a colleague acted meanwhile; `last_event` tells who did what and when.
    """

    def __init__(self, last_event: Event) -> None:
        super().__init__(f"refused; last event {last_event.sequence}")
        self.last_event = last_event


class NotPermitted(MoveRefused):
    """The person may not do this with this complaint."""


class InputMissing(MoveRefused):
    """The transition asks for an input that was not given; `field` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field
