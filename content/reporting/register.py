"""The public register: what was reported, who handles it, what was answered.

It shows title, category, kelurahan, department, promises and the public answers. The story and
the exact place stay out until staff can mask names and numbers in them; the title was read by
the coordinator before publishing.
"""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.page_cache import allow_caching, publicly_cached
from content.reporting.answers import plain_line
from content.reporting.story import progress, promised, standing, told
from workflows.cases.models import Complaint, Stage
from workflows.cases.numbers import is_number, normalise_number
from workflows.cases.selectors import public_history, public_register
from workflows.opd.models import Category, Village

PER_PAGE = 25
LONGEST_SEARCH = 100  # characters
SHOWN_STAGES = (Stage.VERIFIED, Stage.IN_PROGRESS, Stage.RESOLVED)


@dataclass(frozen=True)
class Option:
    """One value that the list can be narrowed to."""

    value: str
    label: str
    count: int | None = None
    chosen: bool = False


class Narrowing:
    """What a visitor asked the register for; anything unknown narrows nothing."""

    def __init__(self, asked: Any) -> None:
        self.words = plain_line(asked.get("q", ""))[:LONGEST_SEARCH]
        self.categories = list(Category.objects.filter(pk__in=_used("category")))
        self.villages = list(Village.objects.filter(pk__in=_used("village")))
        self.category = _named(self.categories, "key", asked.get("category", ""))
        self.village = _named(self.villages, "code", asked.get("village", ""))
        stage = asked.get("stage", "")
        self.stage = stage if stage in SHOWN_STAGES else ""

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.words or self.stage or self.category or self.village)

    @cached_property
    def within(self) -> QuerySet[Complaint]:
        """The complaints asked for, whatever their status."""
        complaints = public_register()
        if self.category:
            complaints = complaints.filter(category=self.category)
        if self.village:
            complaints = complaints.filter(village=self.village)
        if is_number(self.words):
            return complaints.filter(number=normalise_number(self.words))
        return complaints.filter(title__icontains=self.words) if self.words else complaints

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of them stand in each status (1 query)."""
        counted = self.within.order_by().values("stage").annotate(total=Count("pk"))
        return {row["stage"]: row["total"] for row in counted}

    @property
    def total(self) -> int:
        """How many complaints the list has."""
        return self.counts.get(self.stage, 0) if self.stage else sum(self.counts.values())

    @property
    def rows(self) -> QuerySet[Complaint]:
        """The complaints of the list, newest first."""
        rows = self.within.filter(stage=self.stage) if self.stage else self.within
        return rows.select_related("opd", "category", "village").order_by("-filed_at", "-pk")

    @property
    def stage_options(self) -> list[Option]:
        """Return the statuses with what each would show."""
        everything = Option("", _("All"), sum(self.counts.values()), not self.stage)
        return [everything] + [
            Option(stage, str(stage.label), self.counts.get(stage, 0), stage == self.stage)
            for stage in SHOWN_STAGES
        ]

    @property
    def category_options(self) -> list[Option]:
        """Return the categories that occur in the register."""
        return [Option("", _("All"))] + [
            Option(category.key, category.label, chosen=category == self.category)
            for category in self.categories
        ]

    @property
    def village_options(self) -> list[Option]:
        """Return the kelurahan that occur in the register."""
        return [Option("", _("All"))] + [
            Option(village.code, village.name, chosen=village == self.village)
            for village in self.villages
        ]


def _used(field: str) -> QuerySet[Any]:
    return public_register().order_by().values(field)


def _named(rows: list[Any], field: str, value: str) -> Any:
    return next((row for row in rows if getattr(row, field) == value), None)


def _page(narrowing: Narrowing, number: str | None) -> ListPage:
    pages = Paginator(narrowing.rows, PER_PAGE)
    pages.count = narrowing.total  # counted already, by status
    return pages.get_page(number)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show the public complaints, newest first; free searches are not kept in the page cache."""
    narrowing = Narrowing(request.GET)
    context = {"narrowing": narrowing, "page_of": _page(narrowing, request.GET.get("page"))}
    response = render(request, "complaints/register.html", context)
    return response if narrowing.words else allow_caching(response)


@require_safe
@publicly_cached
def register_detail(request: HttpRequest, number: str) -> HttpResponse:
    """Show one public complaint; whatever is not public answers like an unknown number."""
    rows = public_register().select_related("opd", "category", "village")
    complaint = rows.filter(number=normalise_number(number)).first()
    if complaint is None:
        raise Http404
    context = {
        "complaint": complaint,
        "standing": standing(complaint),
        "progress": progress(complaint),
        "promises": promised(complaint),
        "lines": told(public_history(complaint)),
    }
    return render(request, "complaints/public.html", context)
