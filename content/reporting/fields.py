"""Form fields that understand how people write text, days and phone numbers."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.reporting.answers import plain_line, plain_lines, says_something

# ISO is what a browser's date field sends; the others are what people type.
DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d/%m/%y", "%d-%m-%y"]
PHONE_DIGITS = range(6, 16)  # E.164 allows 15


class Text(forms.CharField):
    """Text that says something. `lines` keeps line breaks; otherwise it becomes one line.

    No `maxlength` goes to the browser: it would cut what somebody pastes without a word.
    """

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        self.lines = lines
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """Clean the text; what holds neither letter nor digit counts as empty."""
        text = super().to_python(value) or ""
        cleaned = plain_lines(text).strip() if self.lines else plain_line(text)
        return cleaned if says_something(cleaned) else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave the length to the server, which says what is wrong."""
        attributes: dict[str, Any] = super().widget_attrs(widget)
        attributes.pop("maxlength", None)
        attributes.pop("minlength", None)
        return attributes


class DayInput(forms.DateInput):
    """The browser's date field; a text field while it holds what is no date.

    A date field shows nothing instead of what it cannot read, and what was typed must stay.
    """

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the day in ISO form when it is one."""
        day = value if isinstance(value, date) else _day(str(value or ""))
        context: dict[str, Any] = super().get_context(name, day or value, attrs)
        if value and day is None:
            context["widget"]["type"] = "text"
            for limit in ("min", "max"):
                context["widget"]["attrs"].pop(limit, None)
        return context


class Day(forms.DateField):
    """A day, written as in Indonesia or as ISO."""

    widget = DayInput

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=DAY_FORMATS, **options)


class Phone(forms.CharField):
    """A phone number: spaces, dots, dashes and brackets are forgiven; digits are kept."""

    default_error_messages = {
        "phone": _(
            "Give a phone number of digits, for instance 0812 3456 7890, or leave it empty."
        ),
    }

    def to_python(self, value: Any) -> str:
        """Return a leading + and the digits; raise ValidationError for anything else."""
        text = unicodedata.normalize("NFKC", plain_line(super().to_python(value) or ""))
        if not text:
            return ""
        if re.search(r"[^0-9+()./ \-]", text) or "+" in text[1:]:
            raise forms.ValidationError(self.error_messages["phone"], code="phone")
        number = re.sub(r"[^0-9+]", "", text)
        if len(number.lstrip("+")) not in PHONE_DIGITS:
            raise forms.ValidationError(self.error_messages["phone"], code="phone")
        return number


def _day(text: str) -> date | None:
    for pattern in DAY_FORMATS:
        try:
            return datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    return None
