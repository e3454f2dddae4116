"""The questions of the report form and of the tracking page, and what counts as an answer."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.cases.models import Kind
from workflows.cases.services import Report
from workflows.opd.models import Category, Opd, Village
from workflows.opd.selectors import active_categories, active_opds, villages

OLDEST_EVENT = timedelta(days=3653)  # ten years
STORY_LENGTH = (20, 10_000)  # characters
DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
# The words of SP4N-LAPOR! are understood beside our own values.
KIND_WORDS = {
    "pengaduan": Kind.COMPLAINT,
    "aspirasi": Kind.ASPIRATION,
    "permintaan informasi": Kind.INFORMATION,
    "permintaan-informasi": Kind.INFORMATION,
    "permintaan_informasi": Kind.INFORMATION,
}


def printable(text: str) -> str:
    """Return the text without control characters; line breaks and tabs stay."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept)


class PlainTextField(forms.CharField):
    """A line or a story: normalised, without control characters, never only blanks."""

    def to_python(self, value: Any) -> str:
        """Return the cleaned text."""
        text = unicodedata.normalize("NFC", str(value or "")).replace("\r\n", "\n")
        return str(super().to_python(printable(text.replace("\r", "\n"))))


class KindField(forms.ChoiceField):
    """The class of report; understands the Indonesian words too."""

    def to_python(self, value: Any) -> str:
        """Return one of the values of Kind where the word is known."""
        text = str(value or "").strip()
        return str(KIND_WORDS.get(text.lower(), text))


class LabelledByLanguage(forms.ModelChoiceField):
    """A choice among rows whose label depends on the reader's language or a place's district."""

    def label_from_instance(self, obj: Any) -> str:
        """Return what the citizen reads."""
        if isinstance(obj, Opd):
            return f"{obj.short_name} — {obj.name}" if obj.short_name != obj.name else obj.name
        return str(obj)


class ReportForm(forms.Form):
    """Everything that is asked of a reporter; the names of the fields are a contract."""

    kind = KindField(
        label=_("What do you want to tell us?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what kind of report it is."),
            "invalid_choice": _("Choose what kind of report it is."),
        },
    )
    title = PlainTextField(
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
    story = PlainTextField(
        label=_("What happened?"),
        widget=forms.Textarea(attrs={"rows": 8}),
        min_length=STORY_LENGTH[0],
        max_length=STORY_LENGTH[1],
        help_text=_(
            "Tell it in your own words: what, where, since when, who is affected, what you hope for."
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
    category = LabelledByLanguage(
        label=_("What is it about?"),
        queryset=Category.objects.none(),
        to_field_name="key",
        empty_label=_("Choose a subject"),
        help_text=_("Not sure? Choose what comes closest; we put it right if needed."),
        error_messages={
            "required": _("Choose what it is about."),
            "invalid_choice": _("Choose a subject from the list."),
        },
    )
    event_date = forms.DateField(
        label=_("When did it happen?"),
        required=False,
        input_formats=DATE_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("The day, or the day you noticed it. Leave it empty if you do not know."),
        error_messages={
            "invalid": _("Give the date as day, month, year, for instance 17/08/2026.")
        },
    )
    village = LabelledByLanguage(
        label=_("Kelurahan"),
        queryset=Village.objects.none(),
        required=False,
        to_field_name="code",
        empty_label=_("Choose, or leave empty"),
        error_messages={"invalid_choice": _("Choose a kelurahan from the list.")},
    )
    place = PlainTextField(
        label=_("Where exactly?"),
        required=False,
        max_length=250,
        help_text=_("Street, or a landmark that people know: in front of the mosque, RT 02."),
        error_messages={
            "max_length": _("The place is too long. Use at most %(limit_value)d characters.")
        },
    )
    opd = LabelledByLanguage(
        label=_("Which department should handle it?"),
        queryset=Opd.objects.none(),
        required=False,
        to_field_name="code",
        empty_label=_("I do not know: find it for me"),
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
    name = PlainTextField(
        label=_("Your name"),
        required=False,
        max_length=120,
        help_text=_("Never shown in public."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "max_length": _("The name is too long. Use at most %(limit_value)d characters.")
        },
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("If you have one, we can tell you when something happens."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _(
                "This does not look like an e-mail address. Correct it or leave it empty."
            ),
            "max_length": _("The e-mail address is too long."),
        },
    )
    phone = PlainTextField(
        label=_("Phone or WhatsApp"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"max_length": _("The phone number is too long.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("category", active_categories())
        self._offer("village", villages())
        self._offer("opd", active_opds())

    def _offer(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean_event_date(self) -> date | None:
        """Refuse the future and what lies too long ago to be true."""
        day: date | None = self.cleaned_data["event_date"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This date lies in the future. Give the day it happened."))
        if day and day < timezone.localdate() - OLDEST_EVENT:
            raise ValidationError(_("This date lies more than ten years back. Check the year."))
        return day

    def clean_phone(self) -> str:
        """Ask for something that can be dialled."""
        phone: str = self.cleaned_data["phone"]
        digits = re.sub(r"\D", "", phone)
        if phone and (not re.fullmatch(r"[\d\s()+./-]+", phone) or not 6 <= len(digits) <= 16):
            raise ValidationError(
                _("Give a phone number of digits, for instance 0812 3456 7890, or leave it empty.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        """Ask for a name unless the reporter wants to stay anonymous."""
        cleaned: dict[str, Any] = super().clean() or {}
        anonymous = cleaned.get("anonymous")
        if not anonymous and "name" in cleaned and not cleaned["name"]:
            self.add_error("name", _("Give your name, or tick “Anonymous”."))
        return cleaned

    def report(self) -> Report:
        """Return the checked answers."""
        answers = self.cleaned_data
        return Report(
            kind=Kind(answers["kind"]),
            title=answers["title"],
            story=answers["story"],
            category=answers["category"],
            event_date=answers["event_date"],
            village=answers["village"],
            place=answers["place"],
            requested_opd=answers["opd"],
            name=answers["name"],
            email=answers["email"],
            phone=answers["phone"],
            anonymous=answers["anonymous"],
            secret=answers["secret"],
        )


class TrackingForm(forms.Form):
    """Report number and tracking code; whether they fit is no matter of the form."""

    number = forms.CharField(
        label=_("Report number"),
        max_length=40,
        help_text=_("For instance 482-130-764"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Give the report number. It is on your receipt."),
            "max_length": _("This is no report number. It is on your receipt."),
        },
    )
    code = forms.CharField(
        label=_("Tracking code"),
        max_length=60,
        help_text=_("For instance 7KQM-2F9D-XW3T-H8PA"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Give the tracking code. It is on your receipt."),
            "max_length": _("This is no tracking code. It is on your receipt."),
        },
    )
