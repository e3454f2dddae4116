"""The demo city, loaded once for the tests of a module and gone after them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from portal.demo.loading import Summary, load_demo_city


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Summary]:
    """Load the demo city; each test's own changes are undone, at the end everything is."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        yield load_demo_city()
        transaction.set_rollback(True)
        cache.clear()
