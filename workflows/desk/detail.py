"""One complaint: what was reported, what happened, what this person may do now."""

from typing import Any, cast

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from workflows.cases.errors import InputMissing, NotPermitted, TransitionRefused
from workflows.cases.models import Complaint, Event
from workflows.cases.models.life import Terms, terms_of
from workflows.cases.promises import promises
from workflows.cases.selectors import may_see_reporter, visible_to
from workflows.cases.services import perform
from workflows.desk.access import DeskMixin, open_complaint
from workflows.desk.forms import MoveForm, suggested_opd
from workflows.desk.wording import step_name, time_left


class ComplaintDetailView(DeskMixin, WagtailAdminTemplateMixin, View):
    """`/admin/complaints/<number>/`: GET shows, POST moves."""

    template_name = "desk/complaint.html"
    header_icon = "mail"
    complaint: Complaint

    def get(self, request: HttpRequest, number: str) -> HttpResponse:
        """Show the complaint."""
        self.complaint = open_complaint(request.user, number)
        return self._page()

    def post(self, request: HttpRequest, number: str) -> HttpResponse:
        """Run the transition that was asked for; on a refusal keep what was typed."""
        self.complaint = open_complaint(request.user, number)
        key = request.POST.get("transition", "")
        terms = self.complaint.possible_moves(request.user).get(key)
        if terms is None:
            return self._refuse(key)
        form = MoveForm(request.POST, complaint=self.complaint, key=key, terms=terms)
        if not form.is_valid():
            return self._page(tried=form)
        try:
            perform(
                complaint=self.complaint,
                transition=key,
                by=cast(AbstractUser, request.user),
                **form.inputs(),
            )
        except TransitionRefused:
            self.complaint = open_complaint(request.user, number)
            return self._refuse(key)
        except InputMissing as missing:
            form.add_error(missing.field, _("This is needed. Give it and send again."))
            return self._page(tried=form)
        except NotPermitted:
            return self._page(refused=True)
        return self._done(terms)

    def _refuse(self, key: str) -> HttpResponse:
        """Say why nothing happened: sent twice, a colleague was faster, or not this person's task.

        Two taps on the same button are one act, and the second is told so.
        """
        terms = terms_of(key)
        if terms is None or terms.acting_role(self.complaint, self.request.user) is None:
            return self._page(refused=True)
        last = self._last_event()
        if last.actor == self.request.user and last.transition == key:
            return self._done(terms)
        return self._page(overtaken=last)

    def _done(self, terms: Terms) -> HttpResponse:
        messages.success(self.request, _("Done: %(action)s.") % {"action": terms.label})
        return self._onward(self.request.user)

    def _onward(self, user: Any) -> HttpResponse:
        """Stay with the complaint, or go to the list when it has left the person's sight."""
        if visible_to(user).filter(pk=self.complaint.pk).exists():
            return redirect("complaints:detail", number=self.complaint.number)
        return redirect("complaints:index")

    def _page(
        self,
        *,
        tried: MoveForm | None = None,
        overtaken: Event | None = None,
        refused: bool = False,
    ) -> HttpResponse:
        typed = _typed(self.request) if refused or overtaken else ""
        context = self.get_context_data(
            tried=tried, overtaken=overtaken, refused=refused, typed=typed
        )
        response = self.render_to_response(context)
        add_never_cache_headers(response)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows; the reporter only to those who may read who it is."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user = self.request.user
        tried: MoveForm | None = kwargs["tried"]
        moves = self.complaint.possible_moves(user)
        return context | {
            "complaint": self.complaint,
            "reporter_is_shown": may_see_reporter(user, self.complaint),
            "promises": [
                (step_name(row.step), row, time_left(row)) for row in promises(self.complaint)
            ],
            "events": self._history(),
            "forms": [
                tried
                if tried and tried.key == key
                else MoveForm(complaint=self.complaint, key=key, terms=terms)
                for key, terms in moves.items()
            ],
            "suggestion": suggested_opd(self.complaint) if "verify" in moves else None,
        }

    def _history(self) -> QuerySet[Event]:
        return self.complaint.events.select_related("actor", "opd").order_by("-sequence")

    def _last_event(self) -> Event:
        return self.complaint.events.select_related("actor", "opd").latest("sequence")

    def get_page_title(self) -> str:
        """Return the title of the complaint."""
        return self.complaint.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way from the admin's home over the list."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("complaints:index"), "label": _("Complaints")},
            {"url": "", "label": self.complaint.number},
        ]


def _typed(request: HttpRequest) -> str:
    """Return the texts a person typed into a form that could not be used any more."""
    texts = (request.POST.get(name, "").strip() for name in ("answer", "note"))
    return "\n\n".join(text for text in texts if text)
