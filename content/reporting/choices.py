"""What a reporter may choose from: categories, kelurahan and departments, read once."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workflows.opd.models import Category, Opd, Village
from workflows.opd.selectors import active_categories, active_opds, villages

EXAMPLES_IN_LIST = 2  # of each category, so that a line fits a phone


def opd_name(opd: Opd) -> str:
    """Return the full name of a department in the language of the reader."""
    return opd.name_en if get_language() == "en" and opd.name_en else opd.name


def examples_of(category: Category) -> list[str]:
    """Return a category's examples in the language of the reader, each by itself."""
    english = get_language() == "en" and category.examples_en
    text = category.examples_en if english else category.examples
    return [example.strip() for example in text.split(",") if example.strip()]


@dataclass(frozen=True)
class Subject:
    """A category explained by examples."""

    label: str
    examples: str
    secret: bool


@dataclass(frozen=True)
class Choices:
    """The lists behind the form, each by the key that the browser sends."""

    categories: dict[str, Category]
    villages: dict[str, Village]
    opds: dict[str, Opd]

    @classmethod
    def load(cls) -> "Choices":
        """Read what is active now (3 queries)."""
        return cls(
            categories={category.key: category for category in active_categories()},
            villages={
                village.code: village for village in villages().order_by("district__name", "name")
            },
            opds={opd.code: opd for opd in active_opds()},
        )

    @cached_property
    def category_options(self) -> list[tuple[str, Any]]:
        """Return the options, with those that are always secret in a group of their own."""
        opened = [c for c in self.categories.values() if not c.secret_by_default]
        secret = [c for c in self.categories.values() if c.secret_by_default]
        options: list[tuple[str, Any]] = [("", _("Choose a subject"))]
        # Translators: Layanan dan lingkungan kota
        options.append((_("City services and surroundings"), [_option(c) for c in opened]))
        if secret:
            # Translators: Selalu dirahasiakan
            options.append((_("Always kept secret"), [_option(c) for c in secret]))
        return options

    @cached_property
    def subjects(self) -> list[Subject]:
        """Return the categories with all examples, for those who are not sure."""
        return [
            Subject(category.label, ", ".join(examples_of(category)), category.secret_by_default)
            for category in self.categories.values()
            if examples_of(category)
        ]

    @cached_property
    def village_options(self) -> list[tuple[str, Any]]:
        """Return the kelurahan by kecamatan."""
        options: list[tuple[str, Any]] = [("", _("Choose, or leave empty"))]
        for district, members in groupby(self.villages.values(), lambda v: v.district):
            # Translators: Kecamatan %(name)s
            label = _("District (kecamatan) %(name)s") % {"name": district.name}
            options.append((label, [(village.code, village.name) for village in members]))
        return options

    @cached_property
    def opd_options(self) -> list[tuple[str, Any]]:
        """Return the departments by short name; first the choice to leave it to us."""
        options: list[tuple[str, Any]] = [("", _("I do not know: find it for me"))]
        return options + [(opd.code, _opd_label(opd)) for opd in self.opds.values()]


def _option(category: Category) -> tuple[str, str]:
    examples = ", ".join(examples_of(category)[:EXAMPLES_IN_LIST])
    return category.key, f"{category.label}: {examples}" if examples else category.label


def _opd_label(opd: Opd) -> str:
    name = opd_name(opd)
    return name if name == opd.short_name else f"{opd.short_name} — {name}"
