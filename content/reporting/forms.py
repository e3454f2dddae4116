"""The questions of the report form, and what counts as an answer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.reporting.answers import REPORTER_FIELDS
from content.reporting.choices import Choices
from content.reporting.fields import Day, Phone, Text
from workflows.cases.models import Kind
from workflows.cases.services import Report

OLDEST_EVENT = timedelta(days=3653)  # ten years
STORY_LENGTH = (20, 10_000)  # characters

KIND_HINTS = {
    Kind.COMPLAINT: _("Something is broken, wrong or unfair and should be put right."),
    Kind.ASPIRATION: _("An idea or a wish for the city."),
    Kind.INFORMATION: _("You want to know something from the city."),
}


class KindSelect(forms.RadioSelect):
    """Radio buttons that each carry a line of explanation."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the explanation, for the template and for the ear."""
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        option["hint"] = KIND_HINTS[value]
        option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the first button for the whole group, so that a message can lead to it."""
        found: str = super().id_for_label(id_, index or "0")
        return found


class ReportForm(forms.Form):
    """Everything that is asked of a reporter, in the order of the page.

    The names of the fields are a contract. Bound with `answers` the form is checked; with
    `initial` alone it only shows what was typed.
    """

    kind = forms.ChoiceField(
        label=_("What do you want to tell us?"),
        choices=Kind.choices,
        widget=KindSelect,
        error_messages={
            "required": _("Choose what kind of report it is."),
            "invalid_choice": _("Choose what kind of report it is."),
        },
    )
    title = Text(
        label=_("Title"),
        min_length=5,
        max_length=150,
        help_text=_("In one sentence, for instance: Streetlight broken in front of the market."),
        error_messages={
            "required": _("Write a title: what is it about, in one sentence?"),
            "min_length": _("The title is too short. Write at least %(limit_value)d characters."),
            "max_length": _(
                "The title is too long: %(show_value)d characters. Use at most %(limit_value)d and "
                "put the rest into the story."
            ),
        },
    )
    story = Text(
        label=_("What happened?"),
        lines=True,
        widget=forms.Textarea(attrs={"rows": 8}),
        min_length=STORY_LENGTH[0],
        max_length=STORY_LENGTH[1],
        help_text=_(
            "Tell it in your own words: what, where, since when, who is affected, what you hope "
            "for."
        ),
        error_messages={
            "required": _("Tell us what happened."),
            "min_length": _(
                "Tell a little more, so that we can act: at least %(limit_value)d characters."
            ),
            "max_length": _(
                "The story is too long: %(show_value)d characters. Shorten it to %(limit_value)d."
            ),
        },
    )
    category = forms.TypedChoiceField(
        label=_("What is it about?"),
        # Translators: Ragu? Pilih yang paling dekat; kami perbaiki bila perlu. Laporan tentang ...
        help_text=_(
            "Not sure? Choose what comes closest; we put it right if needed. Reports on bribes, "
            "violence in schools and the like are kept secret by themselves, to protect you."
        ),
        error_messages={
            "required": _("Choose what it is about."),
            "invalid_choice": _("Choose a subject from the list."),
        },
    )
    event_date = Day(
        label=_("When did it happen?"),
        required=False,
        help_text=_("The day, or the day you noticed it. Leave it empty if you do not know."),
        error_messages={
            "invalid": _("Give the date as day, month, year, for instance 17/08/2026.")
        },
    )
    village = forms.TypedChoiceField(
        label=_("Kelurahan"),
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": _("Choose a kelurahan from the list.")},
    )
    place = Text(
        label=_("Where exactly?"),
        required=False,
        max_length=250,
        help_text=_("Street, or a landmark that people know: in front of the mosque, RT 02."),
        error_messages={
            "max_length": _("The place is too long. Use at most %(limit_value)d characters.")
        },
    )
    opd = forms.TypedChoiceField(
        label=_("Which department should handle it?"),
        required=False,
        empty_value=None,
        help_text=_("You need not know. There is no wrong door here: we find who must act."),
        error_messages={"invalid_choice": _("Choose a department from the list.")},
    )
    anonymous = forms.BooleanField(
        label=_("Anonymous: do not keep my name and contact"),
        required=False,
        help_text=_("Nobody learns who you are, we neither. Keep the tracking code to come back."),
    )
    secret = forms.BooleanField(
        label=_("Secret: do not show my report to the public"),
        required=False,
        help_text=_("Only those who must handle it read it. It appears in no public list."),
    )
    name = Text(
        label=_("Your name"),
        required=False,
        max_length=120,
        # Translators: Tidak pernah tampil untuk umum. Tidak perlu diisi bila Anda anonim.
        help_text=_("Never shown in public. Not needed if you stay anonymous."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "max_length": _("The name is too long. Use at most %(limit_value)d characters.")
        },
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        # Translators: Bila ada, petugas dapat bertanya kalau ada yang kurang jelas.
        help_text=_("If you give one, staff can ask you when something is unclear."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "invalid": _(
                "This does not look like an e-mail address. Correct it or leave it empty."
            ),
            "max_length": _("The e-mail address is too long."),
        },
    )
    phone = Phone(
        label=_("Phone or WhatsApp"),
        required=False,
        # Translators: Bila ada, petugas dapat menelepon Anda.
        help_text=_("If you give one, staff can call you. For instance 0812 3456 7890."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(
        self,
        answers: Mapping[str, str] | None = None,
        *,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(answers, initial=initial)
        self.lists = Choices.load()
        self._offer("category", self.lists.category_options, self.lists.categories)
        self._offer("village", self.lists.village_options, self.lists.villages)
        self._offer("opd", self.lists.opd_options, self.lists.opds)
        self.today = timezone.localdate()
        self.fields["event_date"].widget.attrs |= {
            "min": (self.today - OLDEST_EVENT).isoformat(),
            "max": self.today.isoformat(),
        }

    def _offer(self, name: str, options: list[Any], found: Mapping[str, Any]) -> None:
        field: Any = self.fields[name]
        field.choices = options
        field.coerce = found.__getitem__

    def clean_event_date(self) -> date | None:
        """Refuse the future and what lies too long ago to be true."""
        day: date | None = self.cleaned_data["event_date"]
        if day and day > self.today:
            raise ValidationError(_("This date lies in the future. Give the day it happened."))
        if day and day < self.today - OLDEST_EVENT:
            raise ValidationError(_("This date lies more than ten years back. Check the year."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for a name or for anonymity; an anonymous report leaves the reporter behind.

        What an anonymous reporter typed about himself is dropped, so nothing can be wrong in it.
        """
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("anonymous"):
            for name in REPORTER_FIELDS:
                self.errors.pop(name, None)
                cleaned[name] = ""
        elif "name" in cleaned and not cleaned["name"]:
            self.add_error("name", _("Give your name, or tick “Anonymous”."))
        return cleaned

    def report(self) -> Report:
        """Return the checked answers; a category that is secret by itself makes them secret."""
        answers = dict(self.cleaned_data)
        answers["kind"] = Kind(answers["kind"])
        answers["requested_opd"] = answers.pop("opd")
        answers["secret"] = answers["secret"] or answers["category"].secret_by_default
        return Report(**answers)
