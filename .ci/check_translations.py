"""Check that the Indonesian catalogue holds every text of the code, translated and whole.

Needs GNU gettext (xgettext). Exit 0 when nothing is missing, 1 with a list otherwise.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = Path("locale/id/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]+\}")


def texts_of_the_code() -> set[tuple[str | None, str]]:
    """Return (context, msgid) of every translatable text, extracted in a scratch copy."""
    with tempfile.TemporaryDirectory() as scratch:
        for folder in ("site", "workflows", "content", "templates"):
            shutil.copytree(ROOT / folder, Path(scratch) / folder)
        (Path(scratch) / CATALOGUE.parent).mkdir(parents=True)
        script = (
            "import django; from django.conf import settings;"
            f"settings.configure(LOCALE_PATHS=[{str(Path(scratch) / 'locale')!r}], USE_I18N=True);"
            "django.setup(); from django.core.management import call_command;"
            "call_command('makemessages', locale=['id'], verbosity=0)"
        )
        subprocess.run([sys.executable, "-c", script], cwd=scratch, check=True)
        found = polib.pofile(str(Path(scratch) / CATALOGUE))
        return {(entry.msgctxt, entry.msgid) for entry in found}


def problems() -> list[str]:
    """Return a sentence for each text that is missing, untranslated, unsure or damaged."""
    catalogue = polib.pofile(str(ROOT / CATALOGUE))
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}
    needed = texts_of_the_code()
    lines = [f"not in the catalogue (make messages): {text!r}" for _, text in needed - known]
    lines += [f"no longer used (make messages): {text!r}" for _, text in known - needed]
    for entry in catalogue:
        if entry.obsolete:
            continue
        if not entry.translated() or entry.fuzzy:
            lines.append(f"untranslated or fuzzy: {entry.msgid!r}")
        for translation in filter(None, [entry.msgstr, *entry.msgstr_plural.values()]):
            if set(PLACEHOLDER.findall(translation)) - set(PLACEHOLDER.findall(entry.msgid)):
                lines.append(f"unknown placeholder in the translation of {entry.msgid!r}")
    return lines


def main() -> int:
    """Print what is wrong, one a line, and return the exit code."""
    if shutil.which("xgettext") is None:
        sys.stderr.write("xgettext is missing. Install GNU gettext (apt-get install gettext).\n")
        return 1
    found = problems()
    for line in sorted(found):
        sys.stderr.write(line + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
