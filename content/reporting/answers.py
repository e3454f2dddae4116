"""What people typed, and the form in which their text is kept."""

import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping

from workflows.cases.models import Kind

# What an anonymous report leaves behind.
REPORTER_FIELDS = ("name", "email", "phone")

# The words of SP4N-LAPOR! are understood beside our own values.
KIND_WORDS = {
    "pengaduan": Kind.COMPLAINT,
    "aspirasi": Kind.ASPIRATION,
    "permintaan informasi": Kind.INFORMATION,
    "permintaan-informasi": Kind.INFORMATION,
    "permintaan_informasi": Kind.INFORMATION,
    "informasi": Kind.INFORMATION,
}

LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Invisible commands that turn the direction of text: a title could look like another one.
DIRECTION_MARKS = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
SUBMISSION_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


def plain_lines(text: str) -> str:
    """Return the text in Unicode's composed form, with \\n between lines and no control codes."""
    text = unicodedata.normalize("NFC", LINE_BREAKS.sub("\n", text)).translate(DIRECTION_MARKS)
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
    )


def plain_line(text: str) -> str:
    """Return the text as one line with single spaces, without control codes."""
    return " ".join(plain_lines(text).split())


def says_something(text: str) -> bool:
    """Return whether there is at least one letter or digit among what was typed."""
    return any(character.isalnum() for character in text)


def typed_answers(post: Mapping[str, str], fields: Iterable[str]) -> dict[str, str]:
    """Return what was typed in the fields, control codes removed; absent ones are empty.

    The class of report is also understood by its Indonesian name.
    """
    answers = {field: plain_lines(post.get(field, "")) for field in fields}
    kind = answers["kind"].strip().lower()
    answers["kind"] = KIND_WORDS.get(kind, kind)
    return answers


def submission_key(post: Mapping[str, str]) -> str:
    """Return the random key of the form that was shown, or a fresh one.

    The key makes a form that is sent twice one complaint. It is not a secret of the site: the
    browser carries it from step to step.
    """
    given = post.get("submission", "")
    return given if SUBMISSION_KEY.fullmatch(given) else secrets.token_urlsafe(18)
