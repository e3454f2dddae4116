"""Loading the demo city as a whole: all of it or nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from content.services import create_city_pages
from portal.demo.accounts import load_accounts
from portal.demo.filing import DemoFiling
from portal.demo.identity import load_identity
from portal.demo.menus import load_menus
from portal.demo.organisation import load_organisation
from portal.demo.pages import load_pages
from portal.demo.sources import read_settings
from workflows.cases.services import Receipt


@dataclass(frozen=True)
class Summary:
    """What was added, and the receipts with which one can try the tracking page."""

    accounts: int
    pages: int
    complaints: int
    for_trying: list[Receipt]


@transaction.atomic
def load_demo_city(*, now: datetime | None = None) -> Summary:
    """Add what is missing of the demo city, and change nothing that exists.

    `now` is the moment that counts as today, for tests. One transaction: a crash leaves nothing
    half loaded.
    """
    load_organisation()
    homes = create_city_pages(city_name=read_settings("city")["city_name"], with_menus=False)
    load_identity()
    before = homes["id"].get_descendant_count() + homes["en"].get_descendant_count()
    accounts = load_accounts()
    pages = load_pages(homes)
    load_menus(pages)
    for home in homes.values():
        home.refresh_from_db()
    after = homes["id"].get_descendant_count() + homes["en"].get_descendant_count()
    filed, for_trying = DemoFiling(now).load()
    return Summary(accounts, after - before, filed, for_trying)
