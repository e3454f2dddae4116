"""The project itself as an app: it brings the commands that set up and serve the site."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Owns management commands and project-wide templates; has no models."""

    name = "portal"
    verbose_name = "Satu Pintu"
