"""The questions of the report form, and what is wrong with an answer."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from content.reporting.answers import REPORTER_FIELDS
from content.reporting.choices import Choices
from content.reporting.fields import Day, Phone, Text
from workflows.cases.models import Kind
from workflows.cases.services import Report

YEARS_BACK = 10  # how old an event may be
DAYS_IN_YEAR = 365.25

KIND_HINTS = {
    # Translators: Ada layanan atau fasilitas kota yang rusak, lambat, atau tidak semestinya.
    Kind.COMPLAINT: _("A service or facility of the city is broken, slow or not as it should be."),
    # Translators: Anda punya usul atau harapan untuk kota.
    Kind.ASPIRATION: _("You have a wish or a proposal for the city."),
    # Translators: Anda ingin tahu sesuatu tentang layanan kota.
    Kind.INFORMATION: _("You want to know something about the city's services."),
}
UNKNOWN_CHOICE = _("Choose one from the list.")


def _lengths(shortest: int, longest: int) -> dict[str, Any]:
    """Return limits in characters with messages that say what to do."""
    return {
        "min_length": shortest,
        "max_length": longest,
        "error_messages": {
            "min_length": ngettext_lazy(
                # Translators: Tulis sedikit lebih lengkap: paling sedikit %(limit_value)d huruf.
                "Write a little more: at least %(limit_value)d character.",
                "Write a little more: at least %(limit_value)d characters.",
                "limit_value",
            ),
            "max_length": ngettext_lazy(
                # Translators: Persingkat menjadi paling banyak %(limit_value)d huruf ...
                "Shorten it to %(limit_value)d character (now %(show_value)d).",
                "Shorten it to %(limit_value)d characters (now %(show_value)d).",
                "limit_value",
            ),
        },
    }


def _required(message: Any, **options: Any) -> dict[str, Any]:
    messages = {"required": message} | options.pop("error_messages", {})
    return options | {"error_messages": messages}


class KindSelect(forms.RadioSelect):
    """Radio buttons that each carry a line of explanation."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the explanation to what the template gets."""
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        return option | {"hint": KIND_HINTS[value]}

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the first button for the group, so that a message can lead to it."""
        found: str = super().id_for_label(id_, index or "0")
        return found


class ReportForm(forms.Form):
    """What a citizen is asked. The order of the fields is the order on the page.

    Bound with `answers`, it is checked; with `initial` alone it only shows what was typed.
    """

    kind = forms.ChoiceField(
        # Translators: Apa yang ingin Anda sampaikan?
        label=_("What do you want to tell us?"),
        choices=Kind.choices,
        widget=KindSelect,
        error_messages={
            "required": _("Choose what you want to tell us."),
            "invalid_choice": UNKNOWN_CHOICE,
        },
    )
    title = Text(
        # Translators: Judul
        label=_("Title"),
        help_text=_("In one sentence, for instance: Street light out in front of the market."),
        **_required(_("Write a title."), **_lengths(5, 150)),
    )
    story = Text(
        # Translators: Ceritakan
        label=_("What happened?"),
        lines=True,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "What did you see, since when, who is affected? Do not write your identity number, "
            "and leave your name for the question below."
        ),
        **_required(_("Tell us what happened."), **_lengths(20, 10_000)),
    )
    event_date = Day(
        # Translators: Tanggal kejadian
        label=_("Date of the event"),
        required=False,
        # Translators: Kalau masih berlangsung, isi tanggal pertama kali Anda melihatnya. Contoh: ..
        help_text=_(
            "If it still goes on: the day you first noticed it. For instance %(example)s."
        ),
        # Translators: Tulis tanggalnya seperti 24/11/2026.
        error_messages={"invalid": _("Write the date like 24/11/2026.")},
    )
    village = forms.TypedChoiceField(
        # Translators: Kelurahan
        label=_("Village (kelurahan)"),
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    place = Text(
        # Translators: Tempat
        label=_("Place"),
        required=False,
        help_text=_("Street, number or something well known nearby, so that we find it."),
        max_length=250,
        error_messages=_lengths(0, 250)["error_messages"],
    )
    category = forms.TypedChoiceField(
        # Translators: Kategori
        label=_("Category"),
        help_text=_("The nearest one is good enough. A person reads your report in any case."),
        error_messages={
            "required": _("Choose a category. If in doubt, take the last open one."),
            "invalid_choice": UNKNOWN_CHOICE,
        },
    )
    opd = forms.TypedChoiceField(
        # Translators: Dinas tujuan
        label=_("Department"),
        required=False,
        empty_value=None,
        # Translators: Tidak tahu? Biarkan kosong, kami yang mencarikan.
        help_text=_("You do not know? Leave it, and we find the right one."),
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    anonymous = forms.BooleanField(
        # Translators: Saya tidak ingin menyebut nama (anonim)
        label=_("I do not want to give my name (anonymous)"),
        required=False,
        help_text=_(
            "Then we keep neither name nor contact, even if you fill them in. Nobody can ask you "
            "back; you read the answer with your tracking code."
        ),
    )
    name = Text(
        # Translators: Nama
        label=_("Name"),
        required=False,
        # Translators: Dibaca petugas yang menangani; tidak pernah tampil untuk umum. ...
        help_text=_("Read by the staff who handle your report, never shown to the public."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        max_length=120,
        error_messages=_lengths(0, 120)["error_messages"],
    )
    email = forms.EmailField(
        # Translators: E-mail
        label=_("E-mail"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the e-mail address like name@example.com.")},
    )
    phone = Phone(
        # Translators: Telepon atau WhatsApp
        label=_("Phone or WhatsApp"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    secret = forms.BooleanField(
        # Translators: Rahasiakan laporan ini
        label=_("Keep this report secret"),
        required=False,
        help_text=_(
            "Then it never appears among the public reports. The staff who handle it still read "
            "it, with your name if you give one."
        ),
    )

    def __init__(
        self,
        answers: Mapping[str, str] | None = None,
        *,
        initial: dict[str, str] | None = None,
        choices: Choices | None = None,
    ) -> None:
        super().__init__(answers, initial=initial)
        self.lists = choices or Choices.load()
        for field, options, found in (
            ("category", self.lists.category_options, self.lists.categories),
            ("village", self.lists.village_options, self.lists.villages),
            ("opd", self.lists.opd_options, self.lists.opds),
        ):
            self.fields[field].choices = options
            self.fields[field].coerce = found.__getitem__
        self._limit_days()

    def _limit_days(self) -> None:
        self.last_day = timezone.localdate()
        self.first_day = self.last_day - timedelta(days=round(YEARS_BACK * DAYS_IN_YEAR))
        day = self.fields["event_date"]
        day.help_text = day.help_text % {"example": self.last_day.strftime("%d/%m/%Y")}
        day.widget.attrs |= {
            "min": self.first_day.isoformat(),
            "max": self.last_day.isoformat(),
        }

    def clean_event_date(self) -> Any:
        """Refuse days that have not come, and those too long ago to follow up."""
        day = self.cleaned_data["event_date"]
        if day and day > self.last_day:
            # Translators: Tanggal ini belum terjadi. ...
            raise forms.ValidationError(_("This day has not come yet. Give today or an earlier."))
        if day and day < self.first_day:
            raise forms.ValidationError(
                _("This is more than %(years)d years ago. Give a later date, or leave it empty."),
                params={"years": YEARS_BACK},
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for a name or for anonymity; forget the reporter of an anonymous report."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("anonymous"):
            for field in REPORTER_FIELDS:
                self.errors.pop(field, None)
                answers[field] = ""
        elif not answers.get("name") and "name" not in self.errors:
            self.add_error(
                # Translators: Tulis nama Anda, atau centang anonim di atasnya.
                "name",
                _("Write your name, or tick that you do not want to give it."),
            )
        return answers

    def report(self) -> Report:
        """Return the checked answers as the service takes them."""
        answers = dict(self.cleaned_data)
        answers["kind"] = Kind(answers["kind"])
        answers["requested_opd"] = answers.pop("opd")
        answers["secret"] = answers["secret"] or answers["category"].secret_by_default
        return Report(**answers)
