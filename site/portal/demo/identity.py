"""The demo city's name, contacts and emergency numbers."""

from content.models import CityIdentity
from portal.demo.sources import read_settings


def load_identity() -> None:
    """Fill in what nobody has set yet; what an administrator wrote stays."""
    identity = CityIdentity.load()
    for name, value in read_settings("city").items():
        field = CityIdentity._meta.get_field(name)
        if getattr(identity, name) not in ("", field.get_default()):
            continue
        if name == "emergency_numbers":
            value = [("number", number) for number in value]
        setattr(identity, name, value)
    identity.save()
