"""The form by which a person gets a role; it can give no other right."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.admin.forms import WagtailAdminModelForm

from workflows.opd.configuration.scope import (
    GIVEN_BY_OPD_ADMINS,
    administered_opds,
    configures_the_city,
)
from workflows.opd.models import Opd, Role


class MembershipForm(WagtailAdminModelForm):
    """Offers an OPD admin only the own OPD and the roles within it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("user", get_user_model().objects.filter(is_active=True).order_by("username"))
        if configures_the_city(self.for_user):
            return
        own = administered_opds(self.for_user)
        self._offer("opd", Opd.objects.filter(pk__in=own))
        self.initial.setdefault("opd", min(own, default=None))
        roles = [(value, Role(value).label) for value in GIVEN_BY_OPD_ADMINS]
        self.fields["role"].choices = roles

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        self.fields[name].queryset = rows
