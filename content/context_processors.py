"""What every public template knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from content.models import CityIdentity


def city(request: HttpRequest) -> dict[str, Any]:
    """Return the identity of the city as `city`; read when a template asks for it."""
    return {"city": SimpleLazyObject(lambda: CityIdentity.load(request))}
