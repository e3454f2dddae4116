"""What a configured transition costs beside the same one written by hand with django-fsm.

Both save the row and write one event in one transaction; they run in turn, in pairs, in one
process, and the ratio of each pair is what counts. Run with `make bench`; DATABASE_URL chooses
the database, without it SQLite in memory.
"""

import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import django
from django.conf import settings
from environs import Env

env = Env()
DATABASE = (
    env.dj_db_url("DATABASE_URL")
    if os.environ.get("DATABASE_URL")
    else {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
)
settings.configure(DATABASES={"default": DATABASE}, INSTALLED_APPS=[], USE_TZ=True)
django.setup()

from django.db import connection, models, transaction  # noqa: E402 - after the settings
from django_fsm import ConcurrentTransitionMixin, FSMField  # noqa: E402
from django_fsm import transition as fsm_transition  # noqa: E402

from workflows.engine.compiler import compile_machine  # noqa: E402
from workflows.engine.library import ready_made  # noqa: E402

PAIRS, WARM_UP = 400, 40
DEFINITION = ready_made()["sp4n_standard"]


class Case(ConcurrentTransitionMixin, models.Model):
    """A row with a state, and the same transition written by hand."""

    state = FSMField(default="terdisposisi", protected=True)

    class Meta:
        app_label = "bench"

    def roles_held_by(self, user: Any) -> tuple[str, ...]:
        """Return the roles of the actor, who is a tuple of roles."""
        return tuple(user)

    def guard_values(self) -> dict[str, Any]:
        """Return nothing that guards could ask."""
        return {}

    def was_answered_by(self, user: Any) -> bool:
        """Return that somebody else answered."""
        return False

    @fsm_transition(
        field="state",
        source=["terdisposisi"],
        target="diproses",
        permission=lambda case, user: "officer" in user or "head" in user,
    )
    def begin(self) -> None:
        """Begin, written by hand."""


class Event(models.Model):
    """The line of history that both write."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    text = models.CharField(max_length=40)

    class Meta:
        app_label = "bench"


ACTOR = ("officer",)
FIELD = Case._meta.get_field("state")


def by_hand(pk: int) -> None:
    """Lock, run the hand-written transition, save, append."""
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=pk)
        case.begin()
        case.save()
        Event.objects.create(case=case, text="begin")


def configured(pk: int) -> None:
    """Lock, look the machine up, check, run, save, append."""
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=pk)
        machine = compile_machine(DEFINITION, FIELD)
        if not machine.is_permitted(case, "mulai", ACTOR):
            raise PermissionError
        machine.bind(case, "mulai")()
        case.save()
        Event.objects.create(case=case, text="mulai")


def timed(run: Callable[[int], None]) -> float:
    """Return the seconds of one run on a fresh row."""
    pk = Case.objects.create().pk
    begin = time.perf_counter()
    run(pk)
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    with connection.schema_editor() as editor:
        editor.create_model(Case)
        editor.create_model(Event)
    try:
        ratios, hand, made = [], [], []
        for number in range(PAIRS + WARM_UP):
            first, second = (by_hand, configured) if number % 2 else (configured, by_hand)
            seconds = {first: timed(first), second: timed(second)}
            if number >= WARM_UP:
                hand.append(seconds[by_hand])
                made.append(seconds[configured])
                ratios.append(seconds[configured] / seconds[by_hand])
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(Event)
            editor.delete_model(Case)
    print(f"{connection.vendor}: {PAIRS} pairs")
    print(f"by hand    median {statistics.median(hand) * 1e6:7.0f} µs")
    print(f"configured median {statistics.median(made) * 1e6:7.0f} µs")
    low, middle, high = statistics.quantiles(ratios, n=4)
    print(f"ratio      median {middle:.3f} (quartiles {low:.3f} to {high:.3f}; goal ≤ 1.3)")


if __name__ == "__main__":
    main()
