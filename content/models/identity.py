"""Who the city is: name, logo, contacts, emergency numbers. Another city changes it here."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField


class EmergencyNumberBlock(blocks.StructBlock):
    """A number to call at once."""

    name = blocks.CharBlock(label=_("Name"), max_length=80)
    name_en = blocks.CharBlock(label=_("Name in English"), max_length=80, required=False)
    number = blocks.CharBlock(label=_("Number"), max_length=30)

    class Meta:
        icon = "warning"
        label = _("Emergency number")


@register_setting(icon="globe")
class CityIdentity(BaseGenericSetting):
    """Everything by which a visitor recognises the city."""

    city_name = models.CharField(_("name of the city"), max_length=120, default="Satu Pintu")
    service_name = models.CharField(_("name of the service"), max_length=80, default="Satu Pintu")
    tagline = models.CharField(_("in one sentence"), max_length=160, blank=True)
    tagline_en = models.CharField(_("in one sentence, in English"), max_length=160, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    managed_by = models.CharField(_("run by"), max_length=160, blank=True)
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    whatsapp = models.CharField(_("WhatsApp"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    office_hours = models.CharField(_("office hours"), max_length=120, blank=True)
    national_service_url = models.URLField(
        _("national complaint service"), blank=True, help_text=_("For instance lapor.go.id")
    )
    emergency_numbers = StreamField(
        [("number", EmergencyNumberBlock())], verbose_name=_("emergency numbers"), blank=True
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("city_name"),
                FieldPanel("service_name"),
                FieldPanel("tagline"),
                FieldPanel("tagline_en"),
                FieldPanel("logo"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("managed_by"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("whatsapp"),
                FieldPanel("email"),
                FieldPanel("office_hours"),
                FieldPanel("national_service_url"),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("emergency_numbers"),
    ]

    class Meta:
        verbose_name = _("city and contacts")

    def __str__(self) -> str:
        return self.city_name

    @property
    def slogan(self) -> str:
        """The one sentence in the language of the reader."""
        return self.tagline_en if get_language() == "en" and self.tagline_en else self.tagline
