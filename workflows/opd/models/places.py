"""The city's administrative places: districts (kecamatan) and villages (kelurahan)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class District(models.Model):
    """A kecamatan, with its official Kemendagri code."""

    code = models.CharField(_("code"), max_length=13, unique=True)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("district (kecamatan)")
        verbose_name_plural = _("districts (kecamatan)")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    """A kelurahan, with its official Kemendagri code."""

    code = models.CharField(_("code"), max_length=13, unique=True)
    name = models.CharField(_("name"), max_length=100)
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="villages"
    )

    class Meta:
        verbose_name = _("village (kelurahan)")
        verbose_name_plural = _("villages (kelurahan)")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
