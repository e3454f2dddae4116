"""Who may configure what: the coordinator everything, an OPD admin what belongs to the OPD.

A list shows only what the person may configure; every other view of it (edit, inspect, delete,
history) answers for the rest as for an id that does not exist.
"""

from typing import Any

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import Model, ProtectedError, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import DeleteView

from workflows.opd.models import Role
from workflows.opd.permissions import AnyUser, holds_role, roles_of

MOST_NAMED = 20  # rows named when something in use cannot be deleted


def configures_the_city(user: AnyUser) -> bool:
    """Return whether the person configures all departments."""
    return holds_role(user, Role.COORDINATOR)


def administered_opds(user: AnyUser) -> set[int]:
    """Return the ids of the OPDs whose configuration is this person's task."""
    return {opd_id for role, opd_id in roles_of(user) if role == Role.OPD_ADMIN}


class CityListHelper(PermissionHelper):
    """Only those who configure the city."""

    def user_can_list(self, user: AnyUser) -> bool:
        """Return whether the list is shown at all."""
        return configures_the_city(user)

    def user_can_create(self, user: AnyUser) -> bool:
        """Return whether a row may be added."""
        return configures_the_city(user)

    def user_can_inspect_obj(self, user: AnyUser, obj: Model) -> bool:
        """Return False: the lists offer editing instead."""
        return False

    def user_can_edit_obj(self, user: AnyUser, obj: Model) -> bool:
        """Return whether the row may be changed."""
        return configures_the_city(user)

    def user_can_delete_obj(self, user: AnyUser, obj: Model) -> bool:
        """Return whether the row may be deleted."""
        return configures_the_city(user)


class OpdListHelper(CityListHelper):
    """Also the admin of the department that a row is."""

    def user_can_list(self, user: AnyUser) -> bool:
        """Return whether the person configures the city or any department."""
        return configures_the_city(user) or bool(administered_opds(user))

    def user_can_edit_obj(self, user: AnyUser, obj: Any) -> bool:
        """Return whether the department is the person's own."""
        return configures_the_city(user) or obj.pk in administered_opds(user)


class MemberListHelper(OpdListHelper):
    """Also the admin of the department that a member belongs to."""

    def user_can_create(self, user: AnyUser) -> bool:
        """Return whether the person may add members anywhere."""
        return self.user_can_list(user)

    def user_can_edit_obj(self, user: AnyUser, obj: Any) -> bool:
        """Return whether the membership is in a department that is the person's own."""
        return configures_the_city(user) or (
            obj.opd_id in administered_opds(user) and obj.role in GIVEN_BY_OPD_ADMINS
        )

    def user_can_delete_obj(self, user: AnyUser, obj: Any) -> bool:
        """Return the same as for editing."""
        return self.user_can_edit_obj(user, obj)


# Coordinating and auditing reach beyond a department, so no OPD admin gives these roles.
GIVEN_BY_OPD_ADMINS = (Role.OFFICER, Role.HEAD, Role.OPD_ADMIN)


class KeptWhenInUse(DeleteView):
    """Deletes a row, or names what still needs it and keeps everything."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete in one transaction."""
        try:
            with transaction.atomic():
                log(instance=self.instance, action="wagtail.delete")
                self.delete_instance()
        except ProtectedError as error:
            needed_by = sorted(error.protected_objects, key=str)[:MOST_NAMED]
            context = self.get_context_data(protected_error=True, linked_objects=needed_by)
            return self.render_to_response(context)
        messages.success(request, _("Deleted: %(row)s.") % {"row": self.instance})
        return redirect(self.index_url)


class ScopedList(ModelAdmin):
    """A configuration list whose every view is limited to `rows_of(person)`."""

    permission_helper_class = CityListHelper
    delete_view_class = KeptWhenInUse
    list_per_page = 50

    def rows_of(self, user: AnyUser) -> QuerySet[Any]:
        """Return the rows that the person may configure."""
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows if configures_the_city(user) else rows.none()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows of the list in its order."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.filter(pk__in=self.rows_of(request.user).values("pk"))

    def edit_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        """Edit a row of the person's own."""
        self._require(request, instance_pk)
        response: HttpResponseBase = super().edit_view(request, instance_pk)
        return response

    def delete_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        """Delete a row of the person's own; what is in use is kept, with the reason."""
        self._require(request, instance_pk)
        response: HttpResponseBase = super().delete_view(request, instance_pk)
        return response

    def history_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        """Show what was changed in a row of the person's own."""
        self._require(request, instance_pk)
        response: HttpResponseBase = super().history_view(request, instance_pk)
        return response

    def _require(self, request: HttpRequest, instance_pk: str) -> None:
        pk = unquote(instance_pk)
        if not (pk.isdigit() and self.rows_of(request.user).filter(pk=pk).exists()):
            raise Http404
