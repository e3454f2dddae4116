"""Pages, menus and the identity of the city."""

from content.models.directory import OpdIndexPage, OpdPage
from content.models.faq import FaqPage
from content.models.home import HomePage
from content.models.identity import CityIdentity
from content.models.information import InformationPage
from content.models.menus import MenuItem, NavigationMenu
from content.models.reporting import ComplaintFormPage
from content.models.sop import Audience, SopIndexPage, SopPage

__all__ = [
    "Audience",
    "CityIdentity",
    "ComplaintFormPage",
    "FaqPage",
    "HomePage",
    "InformationPage",
    "MenuItem",
    "NavigationMenu",
    "OpdIndexPage",
    "OpdPage",
    "SopIndexPage",
    "SopPage",
]
