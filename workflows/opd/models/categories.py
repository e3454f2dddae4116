"""What a complaint is about: the list a citizen chooses from."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Category(models.Model):
    """A subject of complaints, after the main categories of SP4N-LAPOR!."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    examples = models.CharField(
        _("examples"),
        max_length=250,
        blank=True,
        help_text=_("In the words of citizens, for instance: pothole, blocked drain."),
    )
    examples_en = models.CharField(_("examples in English"), max_length=250, blank=True)
    usual_opd = models.ForeignKey(
        "opd.Opd",
        verbose_name=_("usual department"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="categories",
        help_text=_("Suggested to the coordinator; a person decides."),
    )
    secret_by_default = models.BooleanField(
        _("secret by default"),
        default=False,
        help_text=_("Complaints of this category never become public by themselves."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the language of the reader."""
        return self.name_en if get_language() == "en" and self.name_en else self.name
