"""What a person must give to move a complaint."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.cases.models import Complaint
from workflows.cases.models.life import Terms
from workflows.opd.models import Opd
from workflows.opd.selectors import active_opds


class MoveForm(forms.Form):
    """The inputs of one transition; `answer` is public, `note` stays among staff."""

    opd = forms.ModelChoiceField(
        label=_("Hand over to"),
        queryset=Opd.objects.none(),
        empty_label=_("Choose a department"),
        error_messages={"required": _("Choose the department that must handle it.")},
    )
    answer = forms.CharField(
        label=_("Public answer"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10_000,
        help_text=_("The reporter reads this. Name no person and no private data."),
        error_messages={
            "required": _("Write what the reporter is to read."),
            "max_length": _("The answer is too long. Use at most %(limit_value)d characters."),
        },
    )
    publish = forms.BooleanField(
        label=_("Show in the public register"),
        required=False,
        help_text=_("Title and answers become public. Check that the title names nobody."),
    )
    note = forms.CharField(
        label=_("Internal note"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=10_000,
        help_text=_("Only staff read this."),
    )
    seen_stage = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, complaint: Complaint, key: str, terms: Terms, **kwargs: Any
    ) -> None:
        initial = {"seen_stage": complaint.stage, "opd": suggested_opd(complaint)}
        super().__init__(data, auto_id=f"{key}-%s", initial=initial, **kwargs)
        self.key = key
        self.label = terms.label
        self.fields["opd"].queryset = active_opds()  # type: ignore[attr-defined]
        for name in ("opd", "answer"):
            if name not in terms.requires:
                del self.fields[name]
        if key != "verify" or complaint.secret:
            del self.fields["publish"]

    def inputs(self) -> dict[str, Any]:
        """Return the checked inputs as `perform` takes them."""
        return self.cleaned_data | {"seen_stage": self.cleaned_data["seen_stage"] or None}


def suggested_opd(complaint: Complaint) -> Opd | None:
    """Return the department the reporter chose, else the usual one of the category."""
    suggested = (complaint.requested_opd, complaint.category.usual_opd)
    return next((opd for opd in suggested if opd and opd.is_active), None)
